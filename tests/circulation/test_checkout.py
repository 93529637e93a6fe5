"""Lending: what it leaves behind, and what it refuses."""

from dataclasses import replace
from uuid import uuid4

import pytest

from kiosk.model.decision import ReasonCode
from kiosk.model.hold import HoldState
from kiosk.model.item import Condition, Place
from kiosk.model.library import Library
from kiosk.model.money import Money

from .desk import ISLAND, MAIN, NOON, NORTH, Desk, days, eur, rule, staff_may, town_library, wall, why


def test_a_loan_is_due_at_the_end_of_its_last_day(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    outcome = desk.lend()
    assert outcome.done
    assert wall(outcome.due_at) == "2026-03-30 23:59:59"
    assert desk.lent().due_at == outcome.due_at
    assert outcome.renewals_left == 2


def test_a_loan_of_another_branch_is_due_by_its_home_branchs_clock(desk: Desk) -> None:
    desk.copy(branch=ISLAND)
    desk.reader()
    assert wall(desk.lend().due_at, "Atlantic/Azores") == "2026-03-30 23:59:59"


def test_lending_touches_the_record_in_the_feed(desk: Desk) -> None:
    record = desk.copy()
    desk.reader()
    before = desk.feed_position()
    desk.lend()
    assert desk.touched_since(before) == {record}


def test_a_refusal_leaves_nothing_behind(desk: Desk) -> None:
    desk.copy()
    desk.reader(card_lost=True)
    before = desk.feed_position()
    assert why(desk.lend()) == ["card.lost"]
    assert desk.loan() is None
    assert desk.feed_position() == before


def test_cards_and_barcodes_are_read_without_case_and_blanks(desk: Desk) -> None:
    desk.copy("Ab12")
    desk.reader("Kx7")
    outcome = desk.lend(" kX7 ", " aB12 ")
    assert outcome.done
    assert outcome.barcode == "Ab12"


def test_what_nobody_knows_is_refused_with_what_was_read(desk: Desk) -> None:
    desk.reader()
    outcome = desk.lend("R1", " nope ")
    assert why(outcome) == ["item.unknown"]
    assert outcome.barcode == "nope"
    assert why(desk.lend("nobody", "nope")) == ["card.unknown", "item.unknown"]


@pytest.mark.parametrize("agreed", ["0.00", "1.49"])
def test_a_fee_higher_than_agreed_to_lends_nothing_and_is_told(desk: Desk, agreed: str) -> None:
    desk.copy(item_type="dvd")
    desk.reader()
    outcome = desk.lend(agreed=eur(agreed), act_id="one")
    assert (outcome.done, outcome.reasons, outcome.charge) == (False, (), eur("1.50"))
    assert (desk.loan(), desk.charges()) == (None, [])
    assert desk.lend(agreed=eur("1.50"), act_id="one").done
    assert desk.lend(agreed=eur("0.00"), act_id="one").done, "the loan that was made is told again"
    assert desk.charges() == [("loan_fee", "1.50")]


def test_a_fee_in_another_currency_than_agreed_to_is_told(desk: Desk) -> None:
    desk.copy(item_type="dvd")
    desk.reader()
    assert not desk.lend(agreed=Money(999, "PLN")).done


def test_a_loan_fee_is_charged_with_the_loan(desk: Desk) -> None:
    desk.copy(item_type="dvd")
    desk.reader()
    assert desk.lend().charge == eur("1.50")
    (fee,) = desk.ledger()
    assert (str(fee.kind), fee.amount, fee.loan_id, fee.title) == (
        "loan_fee",
        eur("1.50"),
        desk.lent().id,
        "Emma",
    )


def test_the_same_act_again_lends_and_charges_once(desk: Desk) -> None:
    desk.copy(item_type="dvd")
    desk.reader()
    act_id = str(uuid4())
    first, second = desk.lend(act_id=act_id), desk.lend(act_id=act_id)
    assert second.done
    assert (second.loan_id, second.due_at, second.charge) == (first.loan_id, first.due_at, first.charge)
    assert desk.charges() == [("loan_fee", "1.50")]


def test_the_limit_is_told_as_it_is_after_the_loan(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    (use,) = desk.lend().limits
    assert (use.used, use.allowed) == (1, 10)


def test_one_loan_more_than_the_limit_is_refused(desk: Desk) -> None:
    desk.configure(town_library(max_loans=2))
    desk.reader()
    for barcode in ("B1", "B2", "B3"):
        desk.copy(barcode)
    assert [why(desk.lend("R1", barcode)) for barcode in ("B1", "B2", "B3")] == [[], [], ["limit.loans"]]


def test_every_group_of_limits_is_checked(desk: Desk) -> None:
    desk.configure(town_library(rule(3, {"item_type": "dvd"}, max_loans=1)))
    desk.reader()
    desk.copy("D1", item_type="dvd")
    desk.copy("D2", item_type="dvd")
    desk.copy("B1")
    assert [why(desk.lend("R1", barcode)) for barcode in ("D1", "D2", "B1")] == [[], ["limit.loans"], []]


def test_what_is_lent_to_another_is_refused(desk: Desk) -> None:
    desk.copy()
    desk.reader("R1")
    desk.reader("R2")
    desk.lend("R1")
    assert why(desk.lend("R2")) == ["item.on_loan"]
    assert why(desk.lend("R1")) == ["item.on_loan_to_you"]


def test_a_missing_item_that_a_reader_holds_exists(desk: Desk) -> None:
    desk.copy(condition=Condition.MISSING)
    desk.reader()
    assert desk.lend().done
    assert desk.item().condition is Condition.FINE


def test_who_owes_too_much_pays_first(desk: Desk) -> None:
    desk.configure(town_library(block_owing=eur("1.00")))
    desk.copy("D1", item_type="dvd")
    desk.copy("B1")
    desk.reader()
    desk.lend("R1", "D1")
    assert why(desk.lend("R1", "B1")) == ["patron.owes"]
    desk.pay("0.50")
    assert desk.lend("R1", "B1").done


def test_running_fines_are_owed_too(desk: Desk) -> None:
    desk.configure(town_library(block_owing=eur("0.30")))
    desk.copy("B1")
    desk.copy("B2")
    desk.reader()
    desk.lend("R1", "B1")
    assert desk.lend("R1", "B2", NOON + days(29)).done  # one day late: 0.20
    desk.take_back("B2", NOON + days(29))
    assert why(desk.lend("R1", "B2", NOON + days(30))) == ["patron.owes"]


def test_a_readers_own_hold_is_filled_by_the_loan(desk: Desk) -> None:
    record = desk.trapped("R2")
    outcome = desk.lend("R2")
    assert outcome.done
    assert desk.queue(record) == []
    assert desk.item().place is Place.SHELF


def test_taking_another_copy_sends_the_one_that_was_kept_to_the_next(desk: Desk) -> None:
    record = desk.trapped("R2")
    desk.copy("B2", record)
    desk.reader("R3")
    assert desk.hold("R3", record, override=staff_may(ReasonCode.HOLD_AVAILABLE_NOW)).done
    assert desk.lend("R2", "B2", override=staff_may(ReasonCode.ITEM_WANTED_BY_OTHER)).done
    assert desk.queue(record) == [("R3", HoldState.READY)]
    assert desk.item("B1").place is Place.HOLD_SHELF


def test_what_is_kept_for_another_is_refused_until_the_last_day(desk: Desk) -> None:
    desk.trapped("R2")
    assert why(desk.lend("R1", at=NOON + days(7))) == ["item.held_for_other"]


def test_a_hold_that_has_lapsed_gives_way_and_is_closed_in_the_same_act(desk: Desk) -> None:
    record = desk.trapped("R2")
    with desk.database.read() as view:
        (late,) = view.holds.of_record(record)
    assert desk.lend("R1", at=NOON + days(8)).done
    with desk.database.read() as view:
        closed = view.holds.get(late.id)
    assert closed is not None
    assert closed.state is HoldState.EXPIRED


def test_who_comes_late_for_a_hold_still_gets_it_while_it_is_there(desk: Desk) -> None:
    record = desk.trapped("R2")
    assert desk.lend("R2", at=NOON + days(20)).done
    assert desk.queue(record) == []


def test_an_override_lends_what_is_kept_and_queues_the_hold_again(desk: Desk) -> None:
    record = desk.trapped("R2")
    outcome = desk.lend("R1", override=staff_may(ReasonCode.ITEM_HELD_FOR_OTHER))
    assert outcome.done
    assert desk.queue(record) == [("R2", HoldState.QUEUED)]


def test_an_override_is_written_down_with_name_and_reason(desk: Desk) -> None:
    desk.copy()
    desk.reader(restriction="lost the key")
    assert desk.lend(override=staff_may(ReasonCode.CARD_RESTRICTED)).done
    with desk.database.read() as view:
        (entry,) = view.audit.about("loan", desk.lent().id)
    assert (entry.account, entry.act, entry.reason) == ("m.weber", "checkout", "known to us")
    assert entry.overridden == ("card.restricted",)


def test_an_override_of_one_reason_leaves_the_others(desk: Desk) -> None:
    desk.copy(condition=Condition.DAMAGED)
    desk.reader(restriction="lost the key")
    assert why(desk.lend(override=staff_may(ReasonCode.CARD_RESTRICTED))) == ["item.damaged"]


def test_lending_what_was_lost_takes_the_replacement_back(desk: Desk) -> None:
    desk.copy()
    desk.reader("R1")
    desk.reader("R2")
    desk.lend("R1")
    desk.lose()
    assert desk.charges("R1") == [("replacement", "15.00")]
    assert desk.lend("R2", override=staff_may(ReasonCode.ITEM_LOST)).done
    assert desk.item().condition is Condition.FINE
    assert desk.charges("R1") == [("replacement", "0.00")]


def test_other_branches_items_are_lent_only_where_the_library_says_so(desk: Desk) -> None:
    desk.copy(branch=NORTH)
    desk.reader()
    desk.configure(_home_only())
    assert why(desk.lend(branch=MAIN)) == ["item.other_branch"]
    assert desk.lend(branch=NORTH).done


@pytest.mark.parametrize("branch", [MAIN, NORTH])
def test_what_travels_arrives_at_its_goal_and_is_refused_elsewhere(desk: Desk, branch: str) -> None:
    desk.copy(branch=NORTH)
    desk.reader()
    desk.lend()
    assert desk.take_back(branch=MAIN).place is Place.TRANSIT
    assert why(desk.lend(branch=branch)) == ([] if branch == NORTH else ["item.in_transit"])


def _home_only() -> Library:
    return replace(town_library(), lend_other_branches=False)
