"""Loans over the night in which clocks change: 29 March and 25 October 2026 in Berlin."""

import pytest

from tests.scenarios.town import Town


@pytest.mark.parametrize(
    ("barcode", "at", "due"),
    [
        # Always open: three hours pass, whatever the clock says meanwhile.
        ("L-NIGHT", "2026-03-29T00:30+01:00", "2026-03-29T04:30:00+02:00"),
        ("L-NIGHT", "2026-10-25T00:30+02:00", "2026-10-25T02:30:00+01:00"),
        ("L-NIGHT", "2026-10-25T02:30+02:00", "2026-10-25T04:30:00+01:00"),
        ("L-NIGHT", "2026-10-25T02:30+01:00", "2026-10-25T05:30:00+01:00"),
        # The Saturday before: it closes at 14:00.
        ("L-MAIN", "2026-03-28T12:30", "2026-03-28T14:00:00+01:00"),
        # Lent when closed on Saturday: from the opening on Monday, in the other time.
        ("L-MAIN", "2026-03-28T15:00", "2026-03-30T13:00:00+02:00"),
        ("L-MAIN", "2026-10-24T15:00", "2026-10-26T13:00:00+01:00"),
        # Open on Tuesday and Thursday from 14 to 18: due at closing; at closing from the next opening.
        ("L-WEST", "2026-03-24T16:00", "2026-03-24T18:00:00+01:00"),
        ("L-WEST", "2026-03-26T18:00", "2026-03-31T17:00:00+02:00"),
    ],
)
def test_hours_are_real_hours_and_end_at_closing(town: Town, barcode: str, at: str, due: str) -> None:
    assert town.lend("R1", barcode, at)["due_at"] == due


@pytest.mark.parametrize(
    ("at", "due"),
    [
        ("2026-03-10T12:00", "2026-04-07T23:59:59+02:00"),
        ("2026-10-06T12:00", "2026-11-03T23:59:59+01:00"),
        # The due day, a Sunday, is the one on which clocks change: the next open day.
        ("2026-03-01T12:00", "2026-03-30T23:59:59+02:00"),
        ("2026-09-27T12:00", "2026-10-26T23:59:59+01:00"),
    ],
)
def test_days_end_at_midnight_by_the_clock_of_that_day(town: Town, at: str, due: str) -> None:
    assert town.lend("R1", "B-MAIN", at)["due_at"] == due


@pytest.mark.parametrize(
    ("lent", "due", "back", "charge"),
    [
        # Due at 04:30 on 29 March; every 24 hours begun cost 1.00.
        ("2026-03-29T00:30+01:00", "2026-03-29T04:30:00+02:00", "2026-03-30T04:30+02:00", "1.00"),
        ("2026-03-29T00:30+01:00", "2026-03-29T04:30:00+02:00", "2026-03-30T04:31+02:00", "2.00"),
        # Due on 24 October at 23:30: by the clock a quarter less than a day late, in truth 24:45 hours.
        ("2026-10-24T20:30+02:00", "2026-10-24T23:30:00+02:00", "2026-10-25T23:15+01:00", "2.00"),
        ("2026-10-24T20:30+02:00", "2026-10-24T23:30:00+02:00", "2026-10-25T22:15+01:00", "1.00"),
        # Due on 28 March at 23:30: by the clock a quarter more than a day, in truth 23:15 hours.
        ("2026-03-28T20:30+01:00", "2026-03-28T23:30:00+01:00", "2026-03-29T23:45+02:00", "1.00"),
    ],
)
def test_a_fine_by_hours_counts_hours_that_passed(
    town: Town, lent: str, due: str, back: str, charge: str
) -> None:
    assert town.lend("R1", "L-NIGHT", lent)["due_at"] == due
    assert town.give_back("L-NIGHT", back, branch="NIGHT")["charge"] == charge


def test_a_fine_by_days_counts_the_day_of_the_change_once(town: Town) -> None:
    # NIGHT is always open: 28, 29, 30 March are three days late.
    town.stock("title,year,barcode,branch,item_type\nDune,1965,B-NIGHT,NIGHT,book\n")
    assert town.lend("R1", "B-NIGHT", "2026-02-27T12:00")["due_at"] == "2026-03-27T23:59:59+01:00"
    assert town.give_back("B-NIGHT", "2026-03-30T00:10", branch="NIGHT")["charge"] == "0.60"
