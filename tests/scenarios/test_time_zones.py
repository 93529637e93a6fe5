"""One library in two time zones: days are those of the item's home branch, wherever the act is done."""

import pytest

from tests.scenarios.town import Town

# Half past midnight in Berlin on 10 March; still 22:30 of the 9th on the Azores, an hour behind UTC.
NIGHT = "2026-03-10T00:30"


@pytest.mark.parametrize(
    ("barcode", "due"),
    [("B-MAIN", "2026-04-07T23:59:59+02:00"), ("B-ISLAND", "2026-04-06T23:59:59+00:00")],
)
def test_a_loan_counts_its_days_where_the_item_is_at_home(town: Town, barcode: str, due: str) -> None:
    assert town.lend("R1", barcode, NIGHT)["due_at"] == due
    assert town.account("R1", NIGHT)["loans"][0]["due_at"] == due


@pytest.mark.parametrize(
    ("at", "charge"),
    [
        # 23:30 of the due day on the Azores, then half past midnight of the next one.
        ("2026-04-07T01:30", "0.00"),
        ("2026-04-07T02:30", "0.20"),
        # The same moments as other clocks tell them.
        ("2026-04-06T18:30-05:00", "0.00"),
        ("2026-04-07T00:30Z", "0.20"),
    ],
)
def test_a_fine_begins_with_the_day_of_the_items_home(town: Town, at: str, charge: str) -> None:
    town.lend("R1", "B-ISLAND", NIGHT)
    assert town.give_back("B-ISLAND", at)["charge"] == charge


def test_a_ready_hold_waits_by_the_days_of_its_pickup_branch(town: Town) -> None:
    # It is ready at 23:30Z on 9 March: Monday on the Azores, Tuesday in Berlin.
    for card, barcode, pickup in (("R2", "B-MAIN", "MAIN"), ("R3", "B-ISLAND", "ISLAND")):
        town.lend("R1", barcode, "2026-03-02T12:00")
        town.hold(card, barcode, pickup, "2026-03-03T12:00")
        assert town.give_back(barcode, NIGHT, branch=pickup)["place"] == "hold_shelf"
    assert town.line("R2", NIGHT)["ready_until"] == "2026-03-12"
    assert town.line("R3", NIGHT)["ready_until"] == "2026-03-11"


def test_a_hold_lapses_when_the_day_is_over_at_its_pickup_branch(town: Town) -> None:
    town.lend("R1", "B-ISLAND", "2026-03-02T12:00")
    town.hold("R3", "B-ISLAND", "ISLAND", "2026-03-03T12:00")
    town.give_back("B-ISLAND", NIGHT, branch="ISLAND")
    # Half past midnight on 12 March in Berlin is 22:30 on its last day, the 11th, on the Azores.
    assert town.night("2026-03-12T00:30")["holds_expired"] == 0
    assert town.line("R3", "2026-03-12T00:30")["state"] == "ready"
    assert town.night("2026-03-12T02:30")["holds_expired"] == 1
    assert town.account("R3", "2026-03-12T02:30")["holds"] == []


def test_hours_end_with_the_closing_of_the_items_home(town: Town) -> None:
    town.stock("title,year,barcode,branch,item_type\nIsle machine,2023,L-ISLAND,ISLAND,laptop\n")
    # 15:30 on the Azores on a Tuesday; 18:30 would be after the closing at 17:00.
    assert town.lend("R1", "L-ISLAND", "2026-03-10T17:30")["due_at"] == "2026-03-10T17:00:00-01:00"
    # 09:00 in Berlin is 07:00 on the Azores, which open at 09:00: three hours from then.
    town.give_back("L-ISLAND", "2026-03-10T17:40", branch="ISLAND")
    assert town.lend("R1", "L-ISLAND", "2026-03-11T09:00")["due_at"] == "2026-03-11T12:00:00-01:00"
