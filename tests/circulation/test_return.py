"""Returning: fines, what was lost or missing, and where the item goes."""

from uuid import uuid4

import pytest

from kiosk.model.decision import ReasonCode
from kiosk.model.hold import HoldState
from kiosk.model.item import Condition, Place
from tests.storage.builders import new_loan

from .desk import ISLAND, MAIN, NOON, NORTH, Desk, by, days, eur, rule, staff_may, town_library, why


def test_a_return_in_time_costs_nothing_and_forgets_who_had_it(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    loan_id = desk.lend().loan_id
    outcome = desk.take_back(at=NOON + days(28))
    assert outcome.done
    assert (outcome.place, outcome.charge) == (Place.SHELF, eur("0.00"))
    assert desk.charges() == []
    with desk.database.read() as view:
        loan = view.loans.get(loan_id or 0)
    assert loan is not None
    assert loan.patron_id is None
    assert loan.returned_at == NOON + days(28)


@pytest.mark.parametrize(
    ("late", "fine"), [(0, "0.00"), (1, "0.20"), (10, "2.00"), (25, "5.00"), (90, "5.00")]
)
def test_a_fine_grows_by_the_day_up_to_its_cap(desk: Desk, late: int, fine: str) -> None:
    desk.copy()
    desk.reader()
    desk.lend()
    assert desk.take_back(at=NOON + days(28 + late)).charge == eur(fine)
    assert desk.charges() == ([("fine", fine)] if late else [])


def test_a_fine_is_never_more_than_the_items_price(desk: Desk) -> None:
    desk.copy(price=eur("1.10"))
    desk.reader()
    desk.lend()
    assert desk.take_back(at=NOON + days(60)).charge == eur("1.10")


def test_days_of_grace_are_free_and_after_them_every_day_counts(desk: Desk) -> None:
    desk.configure(town_library(fine_grace_days=3))
    desk.reader()
    for barcode in ("B1", "B2"):
        desk.copy(barcode)
        desk.lend("R1", barcode)
    assert desk.take_back("B1", NOON + days(31)).charge == eur("0.00")
    assert desk.take_back("B2", NOON + days(32)).charge == eur("0.80")


def test_a_loan_is_fined_by_the_rules_under_which_it_was_lent(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    desk.lend()
    desk.configure(town_library(fine_per_day=eur("9.00")))
    assert desk.take_back(at=NOON + days(29)).charge == eur("0.20")


def test_a_book_drop_is_dated_back_to_when_it_was_filled(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    desk.lend()
    assert desk.take_back(at=NOON + days(28)).charge == eur("0.00")


def test_a_return_dated_before_the_loan_ends_it_at_its_beginning(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    loan_id = desk.lend().loan_id
    assert desk.take_back(at=NOON - days(3)).done
    with desk.database.read() as view:
        loan = view.loans.get(loan_id or 0)
    assert loan is not None
    assert loan.returned_at == NOON


def test_returning_twice_is_harmless(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    desk.lend()
    desk.take_back(at=NOON + days(30))
    again = desk.take_back(at=NOON + days(31))
    assert again.done
    assert (again.place, again.charge) == (Place.SHELF, None)
    assert desk.charges() == [("fine", "0.40")]


def test_the_same_return_again_never_ends_a_later_loan(desk: Desk) -> None:
    desk.copy()
    desk.reader("R1")
    desk.reader("R2")
    act_id = str(uuid4())
    desk.lend("R1")
    first = desk.take_back(at=NOON + days(30), act_id=act_id)
    desk.lend("R2", at=NOON + days(30))
    second = desk.take_back(at=NOON + days(30), act_id=act_id)
    assert (second.done, second.charge) == (True, first.charge)
    assert desk.loan() is not None


def test_a_repeated_return_of_what_was_not_out_never_ends_a_later_loan(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    act_id = str(uuid4())
    first = desk.take_back(act_id=act_id)
    desk.lend()
    again = desk.take_back(at=NOON + days(40), act_id=act_id)
    assert (again.done, again.charge) == (first.done, first.charge) == (True, None)
    assert desk.loan() is not None
    assert desk.take_back(at=NOON + days(1)).done
    assert desk.loan() is None


def test_what_no_item_has_for_a_number_is_refused(desk: Desk) -> None:
    outcome = desk.take_back(" zzz ")
    assert why(outcome) == ["item.unknown"]
    assert outcome.barcode == "zzz"


def test_an_item_of_another_branch_is_sent_home(desk: Desk) -> None:
    desk.copy(branch=NORTH)
    desk.reader()
    desk.lend()
    outcome = desk.take_back(branch=MAIN)
    assert (outcome.place, outcome.place_branch) == (Place.TRANSIT, NORTH)
    assert (desk.item().place, desk.item().at_branch) == (Place.TRANSIT, NORTH)
    assert desk.take_back(branch=NORTH).place is Place.SHELF


def test_a_returned_item_is_kept_for_the_first_who_waits(desk: Desk) -> None:
    record = desk.copy()
    for card in ("R1", "R2", "R3"):
        desk.reader(card)
    desk.lend("R1")
    desk.hold("R2", record)
    desk.hold("R3", record, NOON + days(1))
    outcome = desk.take_back(at=NOON + days(2))
    assert outcome.place is Place.HOLD_SHELF
    assert desk.queue(record) == [("R2", HoldState.READY), ("R3", HoldState.QUEUED)]


def test_a_return_from_the_hold_shelf_is_done_again(desk: Desk) -> None:
    record = desk.trapped()
    outcome = desk.take_back()
    assert (outcome.done, outcome.place) == (True, Place.HOLD_SHELF)
    assert desk.queue(record) == [("R2", HoldState.READY)]


def test_what_is_wanted_elsewhere_travels_and_is_kept_on_arrival(desk: Desk) -> None:
    record = desk.copy()
    desk.reader("R1")
    desk.reader("R2")
    desk.lend("R1")
    hold = desk.hold("R2", record, pickup=NORTH)
    outcome = desk.take_back()
    assert (outcome.place, outcome.place_branch) == (Place.TRANSIT, NORTH)
    assert desk.queue(record) == [("R2", HoldState.IN_TRANSIT)]
    assert desk.take_back(branch=NORTH, at=NOON + days(1)).place is Place.HOLD_SHELF
    kept = desk.own_hold(hold)
    assert kept.state is HoldState.READY
    assert kept.ready_at == NOON + days(1)
    assert kept.ready_until is not None


def test_what_was_carried_from_its_hold_shelf_to_another_branch_is_sent_back(desk: Desk) -> None:
    record = desk.trapped()
    outcome = desk.take_back(branch=ISLAND)
    assert (outcome.place, outcome.place_branch) == (Place.TRANSIT, MAIN)
    assert desk.queue(record) == [("R2", HoldState.IN_TRANSIT)]
    assert desk.take_back(at=NOON + days(3)).place is Place.HOLD_SHELF
    with desk.database.read() as view:
        (hold,) = view.holds.of_record(record)
    assert hold.state is HoldState.READY
    assert hold.ready_at == NOON + days(3)


def test_a_return_of_what_nobody_fetched_in_time_goes_to_the_next(desk: Desk) -> None:
    record = desk.trapped("R2")
    desk.reader("R3")
    desk.hold("R3", record, override=staff_may(ReasonCode.HOLD_AVAILABLE_NOW))
    assert desk.take_back(at=NOON + days(9)).place is Place.HOLD_SHELF
    assert desk.queue(record) == [("R3", HoldState.READY)]


def test_what_turns_out_damaged_goes_to_staff_and_its_hold_waits_on(desk: Desk) -> None:
    record = desk.trapped("R2")
    desk.set_condition(Condition.DAMAGED)
    outcome = desk.take_back()
    assert (outcome.place, why(outcome)) == (Place.STAFF, ["item.damaged"])
    assert desk.queue(record) == [("R2", HoldState.QUEUED)]


@pytest.mark.parametrize("condition", [Condition.DAMAGED, Condition.WITHDRAWN])
def test_what_cannot_go_back_on_the_shelf_goes_to_staff(desk: Desk, condition: Condition) -> None:
    desk.copy()
    desk.set_condition(condition)
    assert desk.take_back().place is Place.STAFF
    assert desk.item().condition is condition


def test_a_missing_item_that_comes_back_is_corrected(desk: Desk) -> None:
    desk.copy(condition=Condition.MISSING)
    assert desk.take_back().place is Place.SHELF
    assert desk.item().condition is Condition.FINE


def test_a_fine_keeps_the_loan_with_its_reader_until_it_is_paid(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    loan_id = desk.lend().loan_id or 0
    desk.take_back(at=NOON + days(29))
    with desk.database.read() as view:
        before = view.loans.get(loan_id)
    desk.pay("0.20", at=NOON + days(30))
    with desk.database.read() as view:
        after = view.loans.get(loan_id)
    assert before is not None
    assert after is not None
    assert before.patron_id is not None
    assert after.patron_id is None


def test_a_return_settles_the_claim_that_it_was_returned(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    loan_id = desk.lend().loan_id or 0
    with desk.database.act() as work:
        work.loans.claim_returned(loan_id, True)
        work.commit()
    desk.take_back(at=NOON + days(1))
    with desk.database.read() as view:
        loan = view.loans.get(loan_id)
    assert loan is not None
    assert (loan.claims_returned, loan.patron_id) == (False, None)


def test_what_came_in_as_lent_to_nobody_known_is_lendable_once_returned(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    with desk.database.act() as work:
        work.loans.open(new_loan(desk.item(), None, lent_at=NOON, due_at=NOON + days(1)))
        work.commit()
    assert why(desk.lend(at=NOON + days(60))) == ["item.on_loan"]
    outcome = desk.take_back(at=NOON + days(60))
    assert (outcome.place, outcome.charge) == (Place.SHELF, None)
    assert desk.lend(at=NOON + days(60)).done


def test_the_limits_are_told_as_they_are_after_a_return_and_an_undo(desk: Desk) -> None:
    desk.configure(town_library(rule(3, {"item_type": "dvd"}, max_loans=3)))
    desk.reader()
    for barcode in ("D1", "D2"):
        desk.copy(barcode, item_type="dvd")
        desk.lend("R1", barcode)
    desk.copy("B1")
    desk.lend("R1", "B1")
    after_return = desk.take_back("D1")
    assert [(use.item_type, use.used, use.allowed) for use in after_return.limits] == [
        ("dvd", 1, 3),
        (None, 2, 10),
    ]
    after_undo = desk.acts.undo("R1", "B1", by(NOON))
    assert [(use.item_type, use.used, use.allowed) for use in after_undo.limits] == [(None, 1, 10)]


def test_a_return_of_what_nobody_had_tells_no_limits(desk: Desk) -> None:
    desk.copy()
    assert desk.take_back().limits == ()
