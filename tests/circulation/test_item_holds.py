"""Holds on one item: no other will do."""

from uuid import uuid4

from kiosk.model.hold import HoldState

from .desk import NOON, Desk, days, town_library, why


def two_volumes(desk: Desk) -> int:
    """Have R1 borrow both volumes of a title; R2 and R3 have cards too."""
    record = desk.copy("V1")
    desk.copy("V2", record)
    for card in ("R1", "R2", "R3"):
        desk.reader(card)
    desk.lend("R1", "V1")
    desk.lend("R1", "V2")
    return record


def test_only_the_item_waited_for_is_kept(desk: Desk) -> None:
    record = two_volumes(desk)
    outcome = desk.hold("R2", record, item=" v2 ")
    assert (outcome.done, desk.own_hold(outcome).item_id) == (True, desk.item("V2").id)
    assert str(desk.take_back("V1").place) == "shelf"
    assert str(desk.take_back("V2").place) == "hold_shelf"
    assert desk.queue(record) == [("R2", HoldState.READY)]


def test_two_volumes_of_a_title_may_be_waited_for(desk: Desk) -> None:
    record = two_volumes(desk)
    assert desk.hold("R2", record, item="V1").done
    assert desk.hold("R2", record, item="V2").done
    assert why(desk.hold("R2", record, item="V2")) == ["hold.duplicate"]
    assert why(desk.hold("R2", record)) == ["hold.duplicate"]
    assert len(desk.queue(record)) == 2


def test_who_waits_for_a_title_does_not_wait_for_its_item_too(desk: Desk) -> None:
    record = two_volumes(desk)
    assert desk.hold("R2", record).done
    assert why(desk.hold("R2", record, item="V1")) == ["hold.duplicate"]


def test_an_item_of_another_title_is_unknown_here(desk: Desk) -> None:
    record = two_volumes(desk)
    desk.copy("X1")
    for barcode in ("X1", "nobody's"):
        outcome = desk.hold("R2", record, item=barcode)
        assert (why(outcome), outcome.barcode) == (["item.unknown"], barcode)
    assert why(desk.hold("nobody", record, item="X1")) == ["card.unknown", "item.unknown"]


def test_a_volume_on_the_shelf_is_not_waited_for_but_its_neighbour_is(desk: Desk) -> None:
    record = two_volumes(desk)
    desk.take_back("V1")
    assert why(desk.hold("R2", record, item="V1")) == ["hold.available_now"]
    assert desk.hold("R2", record, item="V2").done


def test_the_limit_counts_each(desk: Desk) -> None:
    desk.configure(town_library(max_holds=1))
    record = two_volumes(desk)
    outcome = desk.hold("R2", record, item="V1")
    assert [(use.used, use.allowed) for use in outcome.limits] == [(1, 1)]
    assert why(desk.hold("R2", record, item="V2")) == ["limit.holds"]


def test_one_of_two_holds_is_cancelled(desk: Desk) -> None:
    record = two_volumes(desk)
    first = desk.hold("R2", record, item="V1")
    second = desk.hold("R2", record, item="V2")
    assert desk.cancel("R2", record, item="V1").done
    assert desk.own_hold(first).state is HoldState.CANCELLED
    assert desk.own_hold(second).state is HoldState.QUEUED
    assert desk.cancel("R3", record, hold_id=second.hold_id).done
    assert desk.own_hold(second).state is HoldState.QUEUED
    assert desk.cancel("R2", record, hold_id=second.hold_id).done
    assert desk.queue(record) == []


def test_all_holds_on_a_title_are_cancelled_together(desk: Desk) -> None:
    record = two_volumes(desk)
    desk.hold("R2", record, item="V1")
    desk.hold("R2", record, item="V2")
    assert desk.cancel("R2", record).done
    assert desk.queue(record) == []


def test_the_loan_of_another_volume_fills_no_hold_on_this_one(desk: Desk) -> None:
    record = two_volumes(desk)
    desk.hold("R2", record, item="V2")
    desk.take_back("V1")
    assert desk.lend("R2", "V1").done
    assert desk.queue(record) == [("R2", HoldState.QUEUED)]


def test_a_hold_closes_when_its_item_is_lost_though_others_are_left(desk: Desk) -> None:
    record = two_volumes(desk)
    desk.hold("R2", record, item="V2")
    desk.hold("R3", record)
    desk.lose("V2")
    assert desk.queue(record) == [("R3", HoldState.QUEUED)]


def test_the_same_item_hold_again_is_the_same(desk: Desk) -> None:
    record = two_volumes(desk)
    act_id = str(uuid4())
    outcomes = [desk.hold("R2", record, item="V1", act_id=act_id) for _ in range(2)]
    assert outcomes[0].hold_id == outcomes[1].hold_id
    assert outcomes[1].done


def test_the_account_names_the_item_waited_for(desk: Desk) -> None:
    record = two_volumes(desk)
    desk.hold("R2", record, NOON, item="V2")
    desk.hold("R3", record, NOON + days(1))
    assert [line.item for line in desk.statement("R2").holds] == ["V2"]
    assert [line.item for line in desk.statement("R3").holds] == [None]
