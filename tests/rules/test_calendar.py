"""When a branch is open."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.calendar import Calendar, Closure
from kiosk.rules.calendar import (
    calendar_of,
    end_of_day,
    first_open_day,
    is_open_day,
    last_closing,
    local_day,
    next_closure,
    next_opening,
    nth_open_day,
    open_state,
    spans_on,
)
from kiosk.rules.open_days import OpenDays

from .builders import ALWAYS_OPEN, at, calendar, closed, day, library, wall

OFFICE = calendar()
LUNCH = calendar(wed="14:00-19:00 10:00-13:00", thu="09:00-12:00")


@pytest.mark.parametrize(
    ("moment", "is_open", "until", "again"),
    [
        ("2026-03-02 08:59:59", False, None, "2026-03-02 09:00:00"),
        ("2026-03-02 09:00:00", True, "2026-03-02 18:00:00", None),
        ("2026-03-02 17:59:59", True, "2026-03-02 18:00:00", None),
        ("2026-03-02 18:00:00", False, None, "2026-03-03 09:00:00"),
        ("2026-03-06 20:00:00", False, None, "2026-03-09 09:00:00"),
        ("2026-03-28 12:00:00", False, None, "2026-03-30 09:00:00"),
    ],
)
def test_a_branch_is_open_within_its_hours(
    moment: str, is_open: bool, until: str | None, again: str | None
) -> None:
    state = open_state(OFFICE, at(moment))
    assert state.open is is_open
    assert (wall(state.until) if state.until else None) == until
    assert (wall(state.opens_at) if state.opens_at else None) == again


def test_a_break_at_noon_closes_a_branch_until_the_afternoon() -> None:
    assert wall(open_state(LUNCH, at("2026-03-04 11:00")).until) == "2026-03-04 13:00:00"
    state = open_state(LUNCH, at("2026-03-04 13:30"))
    assert not state.open
    assert wall(state.opens_at) == "2026-03-04 14:00:00"


def test_a_closure_closes_its_first_and_its_last_day_and_says_why() -> None:
    shut = calendar(closed("2026-03-03", "2026-03-05"))
    state = open_state(shut, at("2026-03-03 10:00"))
    assert not state.open
    assert state.closure == closed("2026-03-03", "2026-03-05")
    assert wall(state.opens_at) == "2026-03-06 09:00:00"
    assert [is_open_day(shut, day(f"2026-03-0{n}")) for n in range(2, 7)] == [True, False, False, False, True]


def test_a_branch_without_hours_never_closes_but_for_closures() -> None:
    assert open_state(ALWAYS_OPEN, at("2026-03-01 03:00")).open
    assert open_state(ALWAYS_OPEN, at("2026-03-01 03:00")).until is None
    shut = replace(ALWAYS_OPEN, closures=(closed("2026-03-03"),))
    assert wall(open_state(shut, at("2026-03-01 03:00")).until) == "2026-03-03 00:00:00"
    assert wall(open_state(shut, at("2026-03-03 03:00")).opens_at) == "2026-03-04 00:00:00"


def test_seven_days_without_any_hours_are_no_hours_at_all() -> None:
    assert open_state(Calendar("Europe/Berlin", ((),) * 7), at("2026-03-01 03:00")).open


def test_a_branch_closed_for_years_has_no_next_opening() -> None:
    shut = calendar(closed("2026-01-01", "2029-01-01"))
    state = open_state(shut, at("2026-03-02 10:00"))
    assert (state.open, state.opens_at) == (False, None)
    assert last_closing(shut, at("2028-03-02 10:00")) is None
    assert nth_open_day(shut, day("2026-03-02"), 1) is None


def test_hours_are_those_of_the_clock_on_the_wall_before_and_after_it_is_changed() -> None:
    sundays = calendar(sun="01:00-10:00")
    lengths = [
        [closes - opens for opens, closes in spans_on(sundays, day(text))]
        for text in ("2026-03-22", "2026-03-29", "2026-10-25")
    ]
    assert lengths == [[timedelta(hours=9)], [timedelta(hours=8)], [timedelta(hours=10)]]


def test_within_the_repeated_hour_a_branch_stays_open_until_the_later_closing() -> None:
    night = calendar(sun="00:00-02:30")
    assert open_state(night, at("2026-10-25 00:30") + timedelta(hours=2, minutes=30)).open


def test_hours_in_the_hour_that_is_left_out_are_moved_after_it() -> None:
    night = calendar(sun="02:30-05:00")
    assert wall(next_opening(night, at("2026-03-29 00:00"))) == "2026-03-29 03:30:00"
    late = calendar(sun="00:00-02:30")
    assert wall(spans_on(late, day("2026-03-29"))[0][1]) == "2026-03-29 03:30:00"


def test_the_day_ends_with_the_later_last_second_where_the_clock_is_put_back_at_midnight() -> None:
    sao_paulo = Calendar("America/Sao_Paulo")
    end = end_of_day(sao_paulo, date(2018, 2, 17))
    assert wall(end, "America/Sao_Paulo") == "2018-02-17 23:59:59"
    assert local_day(sao_paulo, end + timedelta(seconds=1)) == date(2018, 2, 18)


def test_the_next_closure_may_already_run() -> None:
    shut = calendar(closed("2026-05-01"), closed("2026-03-01", "2026-03-04"))
    assert next_closure(shut, day("2026-03-02")) == closed("2026-03-01", "2026-03-04")
    assert next_closure(shut, day("2026-03-05")) == closed("2026-05-01")
    assert next_closure(shut, day("2026-05-02")) is None


def test_an_unknown_branch_is_taken_as_always_open_in_the_zone_of_the_library() -> None:
    assert calendar_of(library(), "NOWHERE") == Calendar("Europe/Berlin")
    assert calendar_of(library(main=OFFICE), "main") == OFFICE


DATES = st.dates(date(2024, 1, 1), date(2027, 1, 1))
CLOSURES = st.lists(
    st.builds(lambda first, n: Closure(first, first + timedelta(days=n)), DATES, st.integers(0, 40)),
    max_size=6,
)
WEEKS = st.sets(st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]))


@given(DATES, st.integers(-5, 500), CLOSURES, WEEKS)
def test_open_days_are_counted_as_if_one_by_one(
    after: date, length: int, closures: list[Closure], weekdays: set[str]
) -> None:
    given_hours = calendar(*closures, **dict.fromkeys(weekdays, "09:00-18:00"))
    upto = after + timedelta(days=length)
    one_by_one = sum(is_open_day(given_hours, after + timedelta(days=n)) for n in range(1, length + 1))
    assert OpenDays(given_hours).between(after, upto) == one_by_one


@given(DATES, CLOSURES)
def test_the_first_open_day_is_open_and_none_before_it_is(start: date, closures: list[Closure]) -> None:
    shut = calendar(*closures)
    found = first_open_day(shut, start)
    assert found is not None
    assert is_open_day(shut, found)
    assert not any(is_open_day(shut, start + timedelta(days=n)) for n in range((found - start).days))
