"""Lists that staff walk along with, the states of items, and what goes onto paper."""

from dataclasses import replace
from uuid import uuid4

import pytest

from kiosk.devices.printer import PrinterState
from kiosk.model.decision import ReasonCode
from kiosk.model.errors import NoMailAddress, PrinterUnavailable
from kiosk.model.item import Condition, Place
from kiosk.model.staff_errors import NotAllowed
from kiosk.paper.receipt import ReceiptLine
from tests.circulation.desk import NOON, NORTH, days, staff_may, why
from tests.staff.desk.counter import Counter, signed_in

LINES = (ReceiptLine("Emma", "B1", due_at=NOON + days(28)),)


def test_holds_to_pull_stand_in_shelf_order_and_go_once_they_are_kept(counter: Counter) -> None:
    desk = counter.desk
    desk.reader()
    for barcode, call_number in (("B2", "FIC Z"), ("B1", "FIC A")):
        record = desk.copy(barcode, location="Fiction", call_number=call_number)
        assert desk.hold("R1", record, override=staff_may(ReasonCode.HOLD_AVAILABLE_NOW)).done
    pulls = counter.staff.holds.to_pull(counter.me)
    assert [pull.copy.item.barcode for pull in pulls] == ["B1", "B2"]
    assert counter.staff.holds.to_pull(signed_in(branch=NORTH)) == ()
    assert counter.take_back("B1").outcome.place is Place.HOLD_SHELF
    assert [pull.copy.item.barcode for pull in counter.staff.holds.to_pull(counter.me)] == ["B2"]


def test_the_hold_shelf_tells_whose_it_is_and_what_nobody_came_for(counter: Counter) -> None:
    counter.desk.trapped("R2")
    shelf = counter.staff.holds.shelf(counter.me, at=NOON)
    (kept,) = shelf.kept
    assert (kept.barcode, kept.card, kept.last_name, shelf.has_lapsed(kept)) == ("B1", "R2", "Nowak", False)
    later = NOON + days(30)
    shelf = counter.staff.holds.shelf(counter.me, at=later)
    assert shelf.has_lapsed(shelf.kept[0])
    assert counter.take_back(at=later).outcome.place is Place.SHELF
    assert counter.staff.holds.shelf(counter.me, at=later).kept == ()
    assert counter.staff.holds.shelf(signed_in(branch=NORTH), at=NOON).kept == ()


def test_a_hold_placed_at_the_desk_is_cancelled_there(counter: Counter) -> None:
    record = counter.desk.copy()
    for card in ("R1", "R2"):
        counter.desk.reader(card)
    counter.desk.lend("R2")
    placed = counter.staff.holds.place(counter.me, "R1", record, pickup=NORTH, at=NOON, act_id=str(uuid4()))
    assert placed.done
    assert counter.desk.own_hold(placed).pickup_branch == NORTH
    counter.staff.holds.cancel(counter.me, "R1", record, at=NOON, hold_id=placed.hold_id)
    assert counter.desk.queue(record) == []


def test_states_of_an_item_are_set_and_taken_away_again(counter: Counter) -> None:
    items, me = counter.staff.items, counter.me
    counter.desk.copy()
    counter.desk.reader()
    counter.lend()
    assert items.claim_returned(me, "B1", at=NOON, reason="book drop").done
    assert counter.desk.lent().claims_returned
    assert items.drop_claim(me, "B1", at=NOON).done
    assert items.lost(me, "B1", at=NOON, act_id=str(uuid4())).charge is not None
    assert counter.desk.item().condition is Condition.LOST
    assert items.mark(me, "B1", Condition.FINE, at=NOON).place is Place.SHELF
    assert items.mark(me, "B1", Condition.MISSING, at=NOON, reason="not there").done
    assert items.withdraw(me, "B1", at=NOON, reason="worn out").done
    assert counter.desk.item().condition is Condition.WITHDRAWN


def test_giving_an_item_up_needs_the_right_to_edit_the_catalogue(counter: Counter) -> None:
    counter.desk.copy()
    with pytest.raises(NotAllowed):
        counter.staff.items.withdraw(signed_in("circulation"), "B1", at=NOON)
    assert counter.desk.item().condition is Condition.FINE
    assert why(counter.staff.items.withdraw(counter.me, "nope", at=NOON)) == ["item.unknown"]


def test_a_receipt_is_printed_in_the_language_of_the_card(counter: Counter) -> None:
    reader = counter.desk.reader(language="pl")
    counter.staff.papers.print_receipt(counter.me, "checkout", LINES, card="R1", at=NOON)
    (paper,) = counter.tray.papers
    assert paper.patron_id == reader.id
    assert paper.pdf().startswith(b"%PDF")
    counter.staff.papers.print_receipt(counter.me, "return", LINES, card=None, at=NOON)
    assert counter.tray.papers[1].patron_id is None
    assert paper.roll().title != counter.tray.papers[1].roll().title


def test_a_receipt_by_mail_needs_an_address_and_goes_once(counter: Counter) -> None:
    papers = counter.staff.papers
    counter.desk.reader()
    with pytest.raises(NoMailAddress):
        papers.mail_receipt(counter.me, "checkout", LINES, card="R1", key="k", at=NOON)
    reader = counter.desk.reader("R2", email="ewa@example.org")
    for _ in range(2):
        papers.mail_receipt(counter.me, "checkout", LINES, card="R2", key="k", at=NOON)
    with counter.desk.database.read() as view:
        due = view.notices.due(NOON, 10)
    assert [(one.patron_id, one.kind) for one in due] == [(reader.id, "receipt")]


def test_a_slip_goes_into_what_is_kept_or_travels_and_into_nothing_else(counter: Counter) -> None:
    papers = counter.staff.papers
    counter.desk.trapped("R2")
    kept = counter.take_back().outcome
    papers.print_slip(counter.me, kept, at=NOON)
    assert len(counter.tray.papers) == 1
    papers.print_slip(counter.me, replace(kept, place=Place.SHELF), at=NOON)
    assert len(counter.tray.papers) == 1
    counter.desk.copy("B9", branch=NORTH)
    papers.print_slip(counter.me, counter.take_back("B9").outcome, at=NOON)
    assert len(counter.tray.papers) == 2


def test_a_statement_is_printed_for_a_card(counter: Counter) -> None:
    reader = counter.desk.reader()
    counter.staff.papers.print_statement(counter.me, "R1", at=NOON)
    assert counter.tray.papers[0].patron_id == reader.id


def test_a_printer_without_paper_is_told_and_the_act_stays(counter: Counter) -> None:
    counter.desk.trapped("R2")
    kept = counter.take_back().outcome
    counter.tray.now = PrinterState.PAPER_OUT
    with pytest.raises(PrinterUnavailable):
        counter.staff.papers.print_slip(counter.me, kept, at=NOON)
    assert counter.desk.item().place is Place.HOLD_SHELF
