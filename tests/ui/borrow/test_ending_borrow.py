"""How a visit to Borrow ends: Done, receipts, thanks, and what was laid down before the end."""

from dataclasses import replace

import pytest

from kiosk.ui.patron.flows.borrow_cards import BorrowStep
from kiosk.ui.patron.flows.borrow_effects import GoHome, LendItem, LookAt, PrintReceipt, SayReceiptFailed
from kiosk.ui.patron.flows.borrow_events import (
    DoneWanted,
    LookedAt,
    ReceiptChosen,
    ReceiptPrinted,
    ThanksRead,
    TurnTaken,
    VisitEnded,
)
from kiosk.ui.patron.flows.borrow_mail_events import (
    AddressFound,
    AddressGiven,
    FindAddress,
    MailChosen,
    MailLeft,
    QueueReceipt,
)
from kiosk.ui.patron.flows.borrow_rows import RowStep
from kiosk.ui.patron.flows.borrowing import advance
from kiosk.ui.patron.flows.codes import CodeKind
from tests.ui.borrow.borrowing_steps import (
    ANNA,
    BEN,
    FAMILY,
    FEE,
    ONE_LENT,
    OPEN,
    after,
    effects_of,
    lent,
    looked,
    scan,
)


def test_done_waits_for_what_is_not_settled_and_tells_so() -> None:
    state = after(OPEN, scan(), looked(), DoneWanted())
    assert (state.step, state.closing) == (BorrowStep.ITEMS, True)
    assert after(state, lent()).step is BorrowStep.RECEIPT


def test_a_scan_after_done_takes_done_back() -> None:
    state = after(OPEN, scan("1111"), looked(), DoneWanted(), scan("2222"), lent())
    assert (state.step, state.closing) == (BorrowStep.ITEMS, False)


def test_done_with_nothing_borrowed_ends_the_visit() -> None:
    assert effects_of(OPEN, DoneWanted()) == (GoHome(),)


def test_without_a_receipt_there_are_thanks_then_home() -> None:
    state = after(ONE_LENT, DoneWanted(), ReceiptChosen(False))
    assert state.step is BorrowStep.THANKS
    assert effects_of(state, ThanksRead()) == (GoHome(),)


def test_the_receipt_button_chooses_the_receipt_at_once() -> None:
    state, effects = advance(ONE_LENT, DoneWanted(receipt=True))
    assert (state.step, effects) == (BorrowStep.PRINTING, (PrintReceipt(ONE_LENT.rows),))


def test_a_receipt_that_fails_is_told_and_takes_nothing_back() -> None:
    state = after(ONE_LENT, DoneWanted(receipt=True))
    state, effects = advance(state, ReceiptPrinted(False))
    assert (state.step, state.printed, effects) == (BorrowStep.THANKS, False, (SayReceiptFailed(),))
    assert state.lent == ONE_LENT.lent


def test_going_back_from_the_receipt_keeps_the_items() -> None:
    state = after(ONE_LENT, DoneWanted(), ReceiptChosen(None))
    assert (state.step, state.rows) == (BorrowStep.ITEMS, ONE_LENT.rows)


def test_an_item_laid_down_at_the_thanks_is_still_borrowed() -> None:
    state, effects = advance(after(ONE_LENT, DoneWanted(), ReceiptChosen(False)), scan("2222"))
    assert (state.step, effects) == (BorrowStep.ITEMS, (LookAt(2, 0, "2222"),))


def test_done_waits_for_every_card_and_each_has_a_receipt_of_its_own() -> None:
    state = after(FAMILY, scan("1111"), TurnTaken(ANNA, "Anna K."), scan("2222"))
    state = after(state, looked(1), looked(2), lent(2), DoneWanted(receipt=True))
    assert state.closing, "an item of the other card is not settled yet"
    state, effects = advance(state, lent(1))
    papers = [effect for effect in effects if isinstance(effect, PrintReceipt)]
    told = [(paper.card, [row.code for row in paper.rows]) for paper in papers]
    assert told == [(ANNA, ["2222"]), (BEN, ["1111"])]
    state = after(state, ReceiptPrinted(True))
    assert state.step is BorrowStep.PRINTING
    assert after(state, ReceiptPrinted(True)).step is BorrowStep.THANKS


def test_after_the_end_what_was_laid_down_is_settled_and_nothing_is_asked() -> None:
    state = after(FAMILY, scan("1111"), scan("2222"), scan("3333"), looked(1, fee=FEE), looked(2))
    state = after(state, VisitEnded())
    assert [row.step for row in state.rows] == [RowStep.LOOKING, RowStep.LENDING, RowStep.DECLINED]
    state, effects = advance(state, looked(3))
    assert effects == (LendItem(3, 0, "40000055", "act 3333", BEN),)
    state = after(state, lent(2), lent(3))
    assert state.unsettled == ()


@pytest.mark.parametrize("kind", [CodeKind.CARD, CodeKind.EITHER])
def test_after_the_end_nothing_is_lent_for_a_card_that_was_not_let_in(kind: CodeKind) -> None:
    state = after(FAMILY, scan("20000033"), scan("2222"), LookedAt(1, 0, kind), looked(2))
    state, effects = advance(state, VisitEnded())
    assert effects == ()
    assert [row.step for row in state.rows] == [RowStep.DECLINED]
    late = after(FAMILY, scan("20000033"), VisitEnded())
    assert advance(late, LookedAt(1, 0, kind)) == (late.without(1), ())


def test_what_is_laid_down_while_an_address_is_asked_for_is_borrowed_and_nothing_is_sent() -> None:
    state = after(replace(ONE_LENT, may_mail=True), DoneWanted())
    state, effects = advance(state, MailChosen())
    assert (state.step, effects) == (BorrowStep.MAIL, (FindAddress(""),))
    assert effects_of(state, AddressGiven("key")) == (), "no address is known yet"
    state = after(state, AddressFound("", "a•••@e•••.org"))
    assert after(state, MailLeft()).step is BorrowStep.RECEIPT
    (letter,) = effects_of(state, AddressGiven("key"))
    assert isinstance(letter, QueueReceipt)
    assert [row.code for row in letter.rows] == ["40000055"]
    assert effects_of(after(state, AddressGiven("key")), AddressGiven("again")) == (), "it is sent once"
    state, effects = advance(state, scan("40000044"))
    assert (state.step, state.mailing) == (BorrowStep.ITEMS, None)
    assert not any(isinstance(effect, QueueReceipt) for effect in effects)


def test_without_mail_here_none_can_be_chosen() -> None:
    state = after(ONE_LENT, DoneWanted())
    assert advance(state, MailChosen()) == (state, ())
