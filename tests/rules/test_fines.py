"""What lateness costs, and what a patron owes."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.calendar import Calendar, Closure
from kiosk.model.loan import Loan
from kiosk.model.money import Money
from kiosk.rules.ages import age_on
from kiosk.rules.fines import FineMeter, replacement_charge
from kiosk.rules.owing import owes, running_fines

from .builders import (
    ALWAYS_OPEN,
    TERMS,
    at,
    calendar,
    closed,
    day,
    eur,
    hours,
    item,
    library,
    loan,
    on_card,
    patron,
    terms,
)

OFFICE = calendar()


def fine(one: Loan, when: str, price: Money | None = None, where: Calendar = ALWAYS_OPEN) -> str:
    return FineMeter(library(main=where), at(when)).fine(one, "MAIN", price).decimal()


@pytest.mark.parametrize(
    ("returned", "expected"),
    [
        ("2026-03-01 12:00", "0.00"),
        ("2026-03-20 23:59:59", "0.00"),
        ("2026-03-21 00:00", "0.20"),
        ("2026-03-21 23:59", "0.20"),
        ("2026-03-22 00:01", "0.40"),
        ("2026-03-30 12:00", "2.00"),
        ("2027-03-20 12:00", "73.00"),
    ],
)
def test_every_day_after_the_due_day_costs(returned: str, expected: str) -> None:
    assert fine(loan(due="2026-03-20 23:59:59"), returned) == expected


def test_closed_days_cost_nothing_unless_they_count() -> None:
    due_friday = loan(due="2026-03-20 23:59:59")
    assert fine(due_friday, "2026-03-23 10:00", where=OFFICE) == "0.20"
    counted = loan(due="2026-03-20 23:59:59", terms=terms(fine_closed_days=True))
    assert fine(counted, "2026-03-23 10:00", where=OFFICE) == "0.60"
    assert fine(due_friday, "2026-03-23 10:00", where=calendar(closed("2026-03-23"))) == "0.00"


def test_overlapping_closures_are_left_out_once() -> None:
    shut = calendar(closed("2026-03-23", "2026-03-25"), closed("2026-03-24", "2026-03-26"))
    assert fine(loan(due="2026-03-20 23:59:59"), "2026-03-27 10:00", where=shut) == "0.20"


@pytest.mark.parametrize(
    ("returned", "expected"), [("2026-03-23 10:00", "0.00"), ("2026-03-24 10:00", "0.80")]
)
def test_past_the_days_of_grace_every_day_counts(returned: str, expected: str) -> None:
    assert fine(loan(due="2026-03-20 23:59:59", terms=terms(fine_grace_days=3)), returned) == expected


@pytest.mark.parametrize(
    ("fine_max", "price", "booked", "expected"),
    [
        ("1.00", None, None, "1.00"),
        (None, "0.90", None, "0.90"),
        ("1.00", "0.90", None, "0.90"),
        ("0.90", "1.00", None, "0.90"),
        ("1.00", None, "0.70", "0.30"),
        ("1.00", None, "1.00", "0.00"),
        ("1.00", None, "1.50", "0.00"),
        ("0.00", None, None, "0.00"),
        (None, None, "5.00", "2.00"),
        (None, "0.00", None, "2.00"),
    ],
)
def test_a_fine_is_capped_over_the_whole_loan(
    fine_max: str | None, price: str | None, booked: str | None, expected: str
) -> None:
    late = loan(
        due="2026-03-20 23:59:59",
        terms=terms(fine_max=eur(fine_max) if fine_max else None),
        fine_booked=eur(booked) if booked else None,
    )
    assert fine(late, "2026-03-30 10:00", eur(price) if price else None) == expected


def test_a_price_in_another_currency_caps_nothing() -> None:
    assert fine(loan(due="2026-03-20 23:59:59"), "2026-03-30 10:00", Money(1, "PLN")) == "2.00"


@pytest.mark.parametrize(
    ("returned", "expected"),
    [
        ("2026-03-20 13:00:00", "0.00"),
        ("2026-03-20 13:00:01", "0.20"),
        ("2026-03-21 13:00:00", "0.20"),
        ("2026-03-21 13:00:01", "0.40"),
        ("2026-03-29 14:00:00", "1.80"),
        ("2026-03-29 14:00:01", "2.00"),
    ],
)
def test_a_loan_in_hours_costs_for_every_24_hours_begun(returned: str, expected: str) -> None:
    short = loan(due="2026-03-20 13:00", terms=terms(loan_period=hours(3)))
    assert fine(short, returned, where=OFFICE) == expected


def test_the_days_of_a_fine_are_those_of_the_branch_of_the_item() -> None:
    meter = FineMeter(library(main=OFFICE, west=ALWAYS_OPEN), at("2026-03-23 10:00"))
    late = loan(due="2026-03-20 23:59:59")
    assert meter.fine(late, "MAIN", None) == eur("0.20")
    assert meter.fine(late, "WEST", None) == eur("0.60")
    assert meter.overdue_days(late, "WEST") == 3


def test_a_lost_item_costs_its_price_or_else_the_replacement_fee() -> None:
    assert replacement_charge(item(price=eur("24.90")), TERMS) == eur("24.90")
    assert replacement_charge(item(), TERMS) == eur("10.00")
    assert replacement_charge(item(price=eur("0")), TERMS) == eur("10.00")


def test_what_is_owed_is_what_is_unpaid_and_what_runs() -> None:
    who = patron(
        on_card(loan(1, due="2026-03-20 23:59:59")),
        on_card(loan(2, due="2026-03-22 23:59:59"), price=eur("0.10")),
        on_card(loan(3, due="2026-04-20 23:59:59")),
        owing="3.00",
    )
    when = at("2026-03-23 10:00")
    assert running_fines(library(), who, when) == eur("0.70")
    assert owes(library(), who, when) == eur("3.70")


@pytest.mark.parametrize(
    ("birth", "on", "age"),
    [
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
        ("2008-02-29", "2028-02-28", 19),
        ("2008-02-29", "2028-02-29", 20),
        ("2010-03-02", "2026-03-01", 15),
        ("2010-03-02", "2026-03-02", 16),
    ],
)
def test_one_born_on_29_february_is_older_from_1_march_in_other_years(birth: str, on: str, age: int) -> None:
    assert age_on(day(on), day(birth)) == age


DATES = st.dates(date(2026, 1, 1), date(2026, 12, 31))
CLOSURES = st.lists(
    st.builds(lambda first, n: Closure(first, first + timedelta(days=n)), DATES, st.integers(0, 30)),
    max_size=4,
)
AMOUNTS = st.integers(0, 3000).map(lambda minor: Money(minor, "EUR"))
HOURS_LATE = st.integers(0, 9000)


def moment(hours_later: int) -> datetime:
    return at("2026-02-01 00:00") + timedelta(hours=hours_later)


@given(
    st.booleans(),
    st.integers(0, 9),
    st.none() | AMOUNTS,
    st.none() | AMOUNTS,
    st.none() | AMOUNTS,
    CLOSURES,
    HOURS_LATE,
    HOURS_LATE,
    st.booleans(),
)
def test_a_fine_never_falls_as_time_passes_and_never_exceeds_its_cap(
    closed_count: bool,
    grace: int,
    most: Money | None,
    price: Money | None,
    booked: Money | None,
    closures: list[Closure],
    first: int,
    second: int,
    in_hours: bool,
) -> None:
    kept = terms(fine_closed_days=closed_count, fine_grace_days=grace, fine_max=most)
    if in_hours:
        kept = terms(fine_grace_days=grace, fine_max=most, loan_period=hours(4))
    late = loan(due="2026-02-10 23:59:59", terms=kept, fine_booked=booked)
    known = library(main=calendar(*closures))
    earlier, later = (FineMeter(known, moment(n)).fine(late, "MAIN", price) for n in sorted((first, second)))
    assert eur("0") <= earlier <= later
    if most is not None:
        assert later + (booked or eur("0")) <= max(most, booked or eur("0"))


@given(CLOSURES, CLOSURES, HOURS_LATE)
def test_a_closure_more_never_makes_a_fine_higher(
    closures: list[Closure], more: list[Closure], later: int
) -> None:
    late = loan(due="2026-02-10 23:59:59")
    before = FineMeter(library(main=calendar(*closures)), moment(later)).fine(late, "MAIN", None)
    after = FineMeter(library(main=calendar(*closures, *more)), moment(later)).fine(late, "MAIN", None)
    assert after <= before


@given(
    st.booleans(),
    st.integers(0, 9),
    st.none() | AMOUNTS,
    st.none() | AMOUNTS,
    CLOSURES,
    st.lists(HOURS_LATE, min_size=1, max_size=5),
    st.booleans(),
)
def test_booking_a_fine_while_it_runs_changes_nothing_in_the_sum(
    closed_count: bool,
    grace: int,
    most: Money | None,
    price: Money | None,
    closures: list[Closure],
    times: list[int],
    in_hours: bool,
) -> None:
    kept = terms(fine_closed_days=closed_count, fine_grace_days=grace, fine_max=most)
    if in_hours:
        kept = terms(fine_grace_days=grace, fine_max=most, loan_period=hours(4))
    late = loan(due="2026-02-10 23:59:59", terms=kept)
    known = library(main=calendar(*closures))
    booked = eur("0")
    for hour in sorted(times):
        running = replace(late, fine_booked=booked, fine_since_due=booked)
        booked += FineMeter(known, moment(hour)).fine(running, "MAIN", price)
    assert booked == FineMeter(known, moment(max(times))).fine(late, "MAIN", price)
