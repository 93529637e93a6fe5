"""One copy, home at MAIN, and a queue of three who collect at WEST, on the ISLAND and at MAIN."""

import pytest

from tests.scenarios.town import Town

MONDAY = "2026-03-02T12:00"
BACK = "2026-03-09T12:00"  # a Monday
# WEST opens on Tuesdays and Thursdays.
ARRIVED = "2026-03-10T15:00"
LAPSED = "2026-03-18T01:00"


@pytest.fixture
def queue(town: Town) -> Town:
    town.lend("R1", "B-MAIN", MONDAY)
    for card, pickup in (("R2", "WEST"), ("R3", "ISLAND"), ("R4", "MAIN")):
        town.hold(card, "B-MAIN", pickup, MONDAY)
    assert town.give_back("B-MAIN", BACK)["place"] == "transit:WEST"
    return town


def states(town: Town, at: str) -> dict[str, str]:
    """Return how the hold of each card stands, and its place where it waits."""
    shown = {}
    for card in ("R2", "R3", "R4"):
        for hold in town.account(card, at)["holds"]:
            place = f" {hold['position']}" if hold["position"] else ""
            shown[card] = f"{hold['state']}{place}"
    return shown


def test_it_travels_to_the_first_and_lies_ready_there(queue: Town) -> None:
    assert states(queue, BACK) == {"R2": "in_transit", "R3": "queued 1", "R4": "queued 2"}
    # Nobody borrows it on the way, not even at its home, nor who is next.
    assert "item.in_transit" in queue.refused("checkout", "R4", "B-MAIN", at=BACK)
    assert queue.give_back("B-MAIN", ARRIVED, branch="WEST")["place"] == "hold_shelf"
    assert states(queue, ARRIVED)["R2"] == "ready"
    # Open after Tuesday the 10th: Thursday the 12th, Tuesday the 17th.
    assert queue.line("R2", ARRIVED)["ready_until"] == "2026-03-17"
    # Returned once more it stays where it is.
    assert queue.give_back("B-MAIN", ARRIVED, branch="WEST")["place"] == "hold_shelf"
    assert queue.refused("checkout", "R3", "B-MAIN", at=ARRIVED, branch="WEST") == ["item.held_for_other"]
    assert queue.lend("R2", "B-MAIN", "2026-03-12T15:00", branch="WEST")["due_at"] == (
        "2026-04-09T23:59:59+02:00"
    )


def test_what_is_not_fetched_goes_to_the_next_in_line_elsewhere(queue: Town) -> None:
    queue.give_back("B-MAIN", ARRIVED, branch="WEST")
    assert queue.night("2026-03-17T23:00")["holds_expired"] == 0
    assert queue.night(LAPSED)["holds_expired"] == 1
    assert states(queue, LAPSED) == {"R3": "in_transit", "R4": "queued 1"}
    assert queue.give_back("B-MAIN", LAPSED, branch="WEST")["place"] == "transit:ISLAND"
    # Noon on Thursday the 19th in Berlin is 10:00 on the Azores; open after it are Friday and Monday.
    assert queue.give_back("B-MAIN", "2026-03-19T12:00", branch="ISLAND")["place"] == "hold_shelf"
    assert queue.line("R3", "2026-03-19T12:00")["ready_until"] == "2026-03-23"
    assert queue.lend("R3", "B-MAIN", "2026-03-20T12:00", branch="ISLAND")["done"]
    # Given back where it was borrowed it goes on to the last, whose pickup branch is its home.
    assert queue.give_back("B-MAIN", "2026-03-23T12:00", branch="ISLAND")["place"] == "transit:MAIN"
    assert queue.give_back("B-MAIN", "2026-03-24T12:00", branch="MAIN")["place"] == "hold_shelf"
    assert states(queue, "2026-03-24T12:00") == {"R4": "ready"}


def test_a_hold_given_up_on_the_way_turns_the_item_to_the_next(queue: Town) -> None:
    assert queue.act("cancel-hold", "R2", "B-MAIN", at=BACK)["done"]
    # It is in the van to WEST and nobody's; whoever unpacks it there sends it to the next.
    assert states(queue, BACK) == {"R3": "queued 1", "R4": "queued 2"}
    assert queue.give_back("B-MAIN", ARRIVED, branch="WEST")["place"] == "transit:ISLAND"
    assert states(queue, ARRIVED) == {"R3": "in_transit", "R4": "queued 1"}
    assert queue.act("cancel-hold", "R3", "B-MAIN", at=ARRIVED)["done"]
    assert queue.act("cancel-hold", "R4", "B-MAIN", at=ARRIVED)["done"]
    # Nobody waits any more: it goes home, and there to its shelf.
    assert queue.give_back("B-MAIN", "2026-03-12T12:00", branch="ISLAND")["place"] == "transit:MAIN"
    assert queue.give_back("B-MAIN", "2026-03-13T12:00", branch="MAIN")["place"] == "shelf"


def test_who_rests_is_passed_over_and_comes_first_again(queue: Town) -> None:
    queue.act("suspend-hold", "R3", "B-MAIN", "--until", "2026-03-20", at=BACK)
    queue.give_back("B-MAIN", ARRIVED, branch="WEST")
    queue.night(LAPSED)
    assert states(queue, LAPSED) == {"R3": "suspended 1", "R4": "in_transit"}
    queue.give_back("B-MAIN", "2026-03-19T12:00", branch="MAIN")
    # On its day it waits again, whether or not the nightly job came.
    assert queue.line("R3", "2026-03-20T12:00")["state"] == "queued"
    queue.act("cancel-hold", "R4", "B-MAIN", at="2026-03-20T12:00")
    assert states(queue, "2026-03-20T12:00") == {"R3": "in_transit"}


def test_holds_that_nothing_can_fill_any_more_close_with_a_message(queue: Town) -> None:
    queue.give_back("B-MAIN", ARRIVED, branch="WEST")
    queue.lend("R2", "B-MAIN", "2026-03-12T15:00", branch="WEST")
    queue.act("lost", "B-MAIN", at="2026-03-16T12:00")
    assert states(queue, "2026-03-16T12:00") == {}
    assert len(queue.account("R3", "2026-03-16T12:00")["messages"]) == 1
    assert queue.refused("hold", "R3", "B-MAIN", "--pickup", "ISLAND", at="2026-03-16T12:00") == [
        "hold.no_items"
    ]


def test_of_three_copies_each_goes_to_whom_it_can_reach_first(town: Town) -> None:
    for barcode, branch in (("M-MAIN", "MAIN"), ("M-WEST", "WEST"), ("M-ISLAND", "ISLAND")):
        town.lend("R1", barcode, MONDAY, branch=branch)
    for card, pickup in (("R2", "WEST"), ("R3", "ISLAND"), ("R4", "MAIN")):
        town.hold(card, "M-MAIN", pickup, MONDAY)
    # Filled in order, whichever copy comes back where.
    assert town.give_back("M-ISLAND", BACK, branch="ISLAND")["place"] == "transit:WEST"
    assert town.give_back("M-MAIN", BACK, branch="MAIN")["place"] == "transit:ISLAND"
    assert town.give_back("M-WEST", BACK, branch="WEST")["place"] == "transit:MAIN"
    assert states(town, BACK) == {"R2": "in_transit", "R3": "in_transit", "R4": "in_transit"}
