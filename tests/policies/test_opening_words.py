"""What is said of opening hours at any moment."""

import pytest

from kiosk.policies.live.opening import hours_today, open_now
from kiosk.words import wording
from tests.rules.builders import ALWAYS_OPEN, at, calendar, closed

WORDS = wording("en", "Europe/Berlin")
CALENDAR = calendar(
    closed("2026-12-24", "2027-01-01"), tue="10:00-19:00", wed="10:00-13:00 14:00-19:00", sat="10:00-16:00"
)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-24 14:32", "open today until 19:00"),
        ("2026-11-24 09:59", "closed now, open again today from 10:00"),
        ("2026-11-24 19:00", "closed now, open again from Wednesday 10:00"),
        ("2026-11-25 13:30", "closed now, open again today from 14:00"),
        ("2026-11-25 19:30", "closed now, open again from Saturday 10:00"),
        ("2026-12-24 12:00", "closed now, open again from Saturday 2 January 10:00"),
    ],
)
def test_the_state_is_told_with_what_comes_next(moment: str, said: str) -> None:
    assert open_now(CALENDAR, at(moment), WORDS) == said


def test_a_branch_without_hours_is_always_open() -> None:
    assert open_now(ALWAYS_OPEN, at("2026-11-24 03:00"), WORDS) == "always open"
    assert hours_today(ALWAYS_OPEN, at("2026-11-24 03:00"), WORDS) == "always open"


def test_todays_hours_are_told_with_their_gap() -> None:
    assert hours_today(CALENDAR, at("2026-11-25 08:00"), WORDS) == "10:00–13:00, 14:00–19:00"
    assert hours_today(CALENDAR, at("2026-11-26 08:00"), WORDS) == "closed today"
