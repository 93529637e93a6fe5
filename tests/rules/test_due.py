"""When a loan is due."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.calendar import Calendar, Closure
from kiosk.model.rule import ClosedDays
from kiosk.rules.calendar import first_open_day, is_open_day, local_day
from kiosk.rules.due import FIXED_DUE_DATE_PAST, NO_OPEN_DAY, due

from .builders import ALWAYS_OPEN, at, calendar, closed, day, days, hours, wall

KEEP, NEXT, PREVIOUS = ClosedDays.KEEP, ClosedDays.NEXT_OPEN_DAY, ClosedDays.PREVIOUS_OPEN_DAY
OFFICE = calendar()


@pytest.mark.parametrize(
    ("start", "count", "closed_days", "expected"),
    [
        ("2026-03-02 10:00", 28, NEXT, "2026-03-30"),
        ("2026-03-02 10:00", 1, NEXT, "2026-03-03"),
        ("2026-03-02 10:00", 5, NEXT, "2026-03-09"),
        ("2026-03-02 10:00", 5, PREVIOUS, "2026-03-06"),
        ("2026-03-02 10:00", 5, KEEP, "2026-03-07"),
        ("2026-03-06 10:00", 1, PREVIOUS, "2026-03-09"),
        ("2026-03-06 10:00", 2, NEXT, "2026-03-09"),
        ("2026-03-02 00:30", 1, NEXT, "2026-03-03"),
        ("2024-02-28 10:00", 1, NEXT, "2024-02-29"),
        ("2026-02-27 10:00", 3, NEXT, "2026-03-02"),
        ("2026-12-31 10:00", 1, NEXT, "2027-01-01"),
    ],
)
def test_a_loan_in_days_is_due_at_the_end_of_an_open_day(
    start: str, count: int, closed_days: ClosedDays, expected: str
) -> None:
    assert wall(due(OFFICE, at(start), days(count), None, closed_days).at) == f"{expected} 23:59:59"


@pytest.mark.parametrize(
    ("fixed", "closed_days", "expected", "warnings"),
    [
        ("2026-03-12", NEXT, "2026-03-12", ()),
        ("2026-05-01", NEXT, "2026-03-30", ()),
        ("2026-03-14", NEXT, "2026-03-13", ()),
        ("2026-03-14", KEEP, "2026-03-14", ()),
        ("2026-03-14", PREVIOUS, "2026-03-13", ()),
        ("2026-03-01", NEXT, "2026-03-30", (FIXED_DUE_DATE_PAST,)),
        ("2026-03-02", NEXT, "2026-03-03", ()),
        ("2026-03-02", KEEP, "2026-03-03", ()),
        ("2026-03-03", NEXT, "2026-03-03", ()),
    ],
)
def test_nothing_is_due_later_than_the_fixed_date(
    fixed: str, closed_days: ClosedDays, expected: str, warnings: tuple[str, ...]
) -> None:
    found = due(OFFICE, at("2026-03-02 10:00"), days(28), day(fixed), closed_days)
    assert (wall(found.at), found.warnings) == (f"{expected} 23:59:59", warnings)


def test_a_loan_is_never_due_before_tomorrow_even_past_the_fixed_date() -> None:
    friday = at("2026-03-06 10:00")
    assert wall(due(OFFICE, friday, days(28), day("2026-03-08"), NEXT).at) == "2026-03-09 23:59:59"
    assert wall(due(OFFICE, friday, days(28), day("2026-03-06"), PREVIOUS).at) == "2026-03-09 23:59:59"


@pytest.mark.parametrize("closed_days", [NEXT, PREVIOUS])
def test_a_day_is_kept_with_a_warning_where_no_open_day_follows_within_a_year(
    closed_days: ClosedDays,
) -> None:
    shut = calendar(closed("2026-03-03", "2028-03-03"))
    found = due(shut, at("2026-03-02 10:00"), days(28), None, closed_days)
    assert (wall(found.at), found.warnings) == ("2026-03-30 23:59:59", (NO_OPEN_DAY,))


def test_an_open_day_366_days_later_is_still_found() -> None:
    wanted = day("2026-03-30")
    shut = calendar(Closure(wanted, wanted + timedelta(days=365)))
    assert local_day(shut, due(shut, at("2026-03-02 10:00"), days(28)).at) == wanted + timedelta(days=366)
    longer = calendar(Closure(wanted, wanted + timedelta(days=366)))
    assert due(longer, at("2026-03-02 10:00"), days(28)).warnings == (NO_OPEN_DAY,)


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2026-03-28 10:00", "2026-03-29 21:59:59"),
        ("2026-10-24 10:00", "2026-10-25 22:59:59"),
        ("2026-10-24 23:30", "2026-10-25 22:59:59"),
    ],
)
def test_the_last_second_of_a_day_is_that_of_the_wall_when_the_clock_is_changed(
    start: str, expected: str
) -> None:
    found = due(ALWAYS_OPEN, at(start), days(1)).at
    assert found == datetime.fromisoformat(expected).replace(tzinfo=UTC)


def test_days_are_counted_in_the_zone_of_the_branch() -> None:
    late_in_berlin = at("2026-03-02 23:30")
    auckland = Calendar("Pacific/Auckland")
    assert wall(due(auckland, late_in_berlin, days(1)).at, "Pacific/Auckland") == "2026-03-04 23:59:59"
    assert wall(due(ALWAYS_OPEN, late_in_berlin, days(1)).at) == "2026-03-03 23:59:59"


LUNCH = calendar(mon="09:00-18:00", tue="09:00-18:00", wed="10:00-13:00 14:00-19:00")


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        ("2026-03-02 10:30", 3, "2026-03-02 13:30:00"),
        ("2026-03-02 15:00", 3, "2026-03-02 18:00:00"),
        ("2026-03-02 17:00", 3, "2026-03-02 18:00:00"),
        ("2026-03-02 07:00", 3, "2026-03-02 12:00:00"),
        ("2026-03-02 18:00", 3, "2026-03-03 12:00:00"),
        ("2026-03-02 20:00", 3, "2026-03-03 12:00:00"),
        ("2026-03-04 12:00", 3, "2026-03-04 15:00:00"),
        ("2026-03-04 10:30", 3, "2026-03-04 13:30:00"),
        ("2026-03-04 13:30", 2, "2026-03-04 15:30:00"),
        ("2026-03-04 18:00", 24, "2026-03-04 19:00:00"),
        ("2026-03-02 12:00", 24, "2026-03-03 12:00:00"),
        ("2026-03-05 12:00", 3, "2026-03-09 12:00:00"),
        ("2026-03-02 17:00", 15, "2026-03-03 08:00:00"),
    ],
)
def test_a_loan_in_hours_ends_while_the_branch_can_take_it(start: str, count: int, expected: str) -> None:
    assert wall(due(LUNCH, at(start), hours(count)).at) == expected


def test_hours_are_real_hours_when_the_clock_is_changed() -> None:
    assert wall(due(ALWAYS_OPEN, at("2026-03-29 01:00"), hours(3)).at) == "2026-03-29 05:00:00"
    assert wall(due(ALWAYS_OPEN, at("2026-10-25 01:00"), hours(3)).at) == "2026-10-25 03:00:00"


def test_hours_that_end_in_a_closure_end_with_the_last_closing_before_it() -> None:
    shut = calendar(closed("2026-03-03"))
    assert wall(due(shut, at("2026-03-02 12:00"), hours(24)).at) == "2026-03-02 18:00:00"
    night = replace(ALWAYS_OPEN, closures=(closed("2026-03-03"),))
    assert wall(due(night, at("2026-03-02 22:00"), hours(5)).at) == "2026-03-02 23:59:59"


def test_hours_at_a_branch_that_does_not_open_within_a_year_just_count_with_a_warning() -> None:
    shut = calendar(closed("2026-03-02", "2028-03-03"))
    found = due(shut, at("2026-03-02 10:00"), hours(3))
    assert (wall(found.at), found.warnings) == ("2026-03-02 13:00:00", (NO_OPEN_DAY,))


@pytest.mark.parametrize(
    ("start", "fixed", "expected"),
    [
        ("2026-03-02 12:00", "2026-03-02", "2026-03-02 18:00:00"),
        ("2026-03-02 12:00", "2026-03-03", "2026-03-03 18:00:00"),
        ("2026-03-02 19:00", "2026-03-02", "2026-03-04 19:00:00"),
    ],
)
def test_the_fixed_date_ends_loans_in_hours_too(start: str, fixed: str, expected: str) -> None:
    assert wall(due(LUNCH, at(start), hours(48), day(fixed)).at) == expected


MOMENTS = st.integers(0, 2 * 365 * 24 * 60).map(lambda n: at("2025-01-01 00:00") + timedelta(minutes=n))
DATES = st.dates(date(2025, 1, 1), date(2027, 6, 1))
CLOSURES = st.lists(
    st.builds(lambda first, n: Closure(first, first + timedelta(days=n)), DATES, st.integers(0, 30)),
    max_size=5,
)
HOURS = st.sampled_from([OFFICE, LUNCH, ALWAYS_OPEN, calendar(sat="10:00-12:00")])


def with_closures(hours_of: Calendar, closures: list[Closure]) -> Calendar:
    return replace(hours_of, closures=tuple(closures))


@given(MOMENTS, st.integers(1, 60), st.none() | DATES, st.sampled_from(ClosedDays), HOURS, CLOSURES)
def test_a_loan_in_days_is_due_from_tomorrow_and_by_the_fixed_date_if_a_day_by_then_is_open(
    start: datetime,
    count: int,
    fixed: date | None,
    closed_days: ClosedDays,
    week: Calendar,
    closures: list[Closure],
) -> None:
    where = with_closures(week, closures)
    found = local_day(where, due(where, start, days(count), fixed, closed_days).at)
    tomorrow = local_day(where, start) + timedelta(days=1)
    assert found >= tomorrow
    first = first_open_day(where, tomorrow)
    if fixed is not None and fixed >= tomorrow and first is not None and first <= fixed:
        assert found <= fixed
    if closed_days is not KEEP:
        assert is_open_day(where, found)


@given(MOMENTS, st.integers(1, 60), HOURS, CLOSURES, CLOSURES)
def test_a_closure_more_never_makes_a_loan_due_earlier(
    start: datetime, count: int, week: Calendar, closures: list[Closure], more: list[Closure]
) -> None:
    before = due(with_closures(week, closures), start, days(count)).at
    after = due(with_closures(week, closures + more), start, days(count)).at
    assert after >= before


@given(MOMENTS, st.integers(0, 72), st.integers(1, 60), HOURS, CLOSURES)
def test_borrowing_later_is_never_due_earlier(
    start: datetime, later: int, count: int, week: Calendar, closures: list[Closure]
) -> None:
    where = with_closures(week, closures)
    first = due(where, start, days(count)).at
    assert due(where, start + timedelta(hours=later), days(count)).at >= first


@given(MOMENTS, st.integers(1, 72), HOURS, CLOSURES)
def test_a_loan_in_hours_is_due_after_it_begins_and_on_an_open_day(
    start: datetime, count: int, week: Calendar, closures: list[Closure]
) -> None:
    where = with_closures(week, closures)
    found = due(where, start, hours(count)).at
    assert found > start
    assert is_open_day(where, local_day(where, found))
