"""What filters ask of the library, as tables."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.staff.reports.report import MOST_DAYS
from kiosk.ui.staff.reports.choice import OWN, Choice, ask_of, days_of, which_of
from tests.storage.builders import library

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("period", "first"),
    [("week", date(2026, 11, 18)), ("month", date(2026, 10, 26)), ("year", date(2025, 11, 25))],
)
def test_a_period_ends_today(period: str, first: date) -> None:
    assert days_of(Choice(period), TODAY) == (first, TODAY)


@given(st.dates(), st.dates())
@example(date.min, date(4, 1, 1))
def test_days_of_ones_own_are_in_order_and_bounded(one: date, other: date) -> None:
    first, last = days_of(Choice(OWN, one, other), TODAY)
    assert last == max(one, other)
    assert first <= last
    assert (last - first).days < MOST_DAYS
    assert first == min(one, other) or (last - first).days == MOST_DAYS - 1


def test_what_is_chosen_narrows_and_what_is_not_does_not() -> None:
    ask = ask_of(Choice("week", branch="MAIN", category="child"), TODAY)
    assert (ask.branch, ask.category, ask.item_type) == ("MAIN", "child", None)


@pytest.mark.parametrize(
    ("choice", "today", "since"),
    [
        (Choice(), TODAY, None),
        (Choice(unlent="2"), TODAY, datetime(2024, 11, 23, 23, tzinfo=UTC)),
        (Choice(unlent="1"), date(2028, 2, 29), datetime(2027, 2, 27, 23, tzinfo=UTC)),
    ],
)
def test_years_are_counted_back_from_today(choice: Choice, today: date, since: datetime | None) -> None:
    assert which_of(choice, library(), today).unlent_since == since


def test_age_year_and_words_ask_how_old_and_which() -> None:
    which = which_of(Choice(age="1", published="10", item_type="dvd"), library(), TODAY, ("emma",))
    assert which.added_before == datetime(2025, 11, 23, 23, tzinfo=UTC)
    assert (which.published_before, which.item_type, which.words) == (2016, "dvd", ("emma",))
