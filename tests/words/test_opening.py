"""Whether a branch is open is said with the time that matters."""

from datetime import UTC, datetime, time

import pytest

from kiosk.model.calendar import Calendar, OpenSpan
from kiosk.words import wording
from kiosk.words.opening import opening_sentence

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
