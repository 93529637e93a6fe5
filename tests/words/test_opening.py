"""Whether a branch is open is said with the time that matters."""

from datetime import UTC, datetime, time

import pytest

from kiosk.model.calendar import Calendar, OpenSpan
from kiosk.words import wording
from kiosk.words.opening import opening_sentence, week_sentence

TUESDAY_TO_SATURDAY = Calendar(
    "Europe/Berlin",
    ((), *(((OpenSpan(time(10), time(13)), OpenSpan(time(14), time(19))),) * 5), ()),
)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ((24, 15, 32), "open until 19:00"),
        ((24, 8, 0), "closed until 10:00"),
        ((24, 13, 30), "closed until 14:00"),
        ((24, 20, 0), "closed until Wednesday, 10:00"),
        ((28, 20, 0), "closed until Tuesday, 10:00"),
    ],
)
def test_it_says_until_when(at: tuple[int, int, int], said: str) -> None:
    moment = datetime(2026, 11, at[0], at[1] - 1, at[2], tzinfo=UTC)
    assert opening_sentence(TUESDAY_TO_SATURDAY, moment, wording("en", "Europe/Berlin")) == said


def test_a_branch_without_hours_is_always_open() -> None:
    moment = datetime(2026, 11, 24, tzinfo=UTC)
    assert opening_sentence(Calendar("UTC"), moment, wording("en")) == "always open"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Di.–Sa. 10:00–13:00 + 14:00–19:00"),
        ("en", "Tue–Sat 10:00–13:00 + 14:00–19:00"),
        ("pl", "wt.–sob. 10:00–13:00 + 14:00–19:00"),
    ],
)
def test_the_week_is_told_by_days_with_the_same_hours(language: str, said: str) -> None:
    assert week_sentence(TUESDAY_TO_SATURDAY, wording(language, "Europe/Berlin")) == said


def test_days_that_differ_stand_apart_and_no_hours_are_any_time() -> None:
    ten, late = (OpenSpan(time(10), time(16)),), (OpenSpan(time(10), time(19)),)
    week = Calendar("Europe/Berlin", (ten, late, late, (), late, ten, ()))
    said = "Mon 10:00–16:00, Tue, Wed 10:00–19:00, Fri 10:00–19:00, Sat 10:00–16:00"
    assert week_sentence(week, wording("en")) == said
    assert week_sentence(Calendar("Europe/Berlin"), wording("en")) == "any time"
