"""Leads out of Borrow: once nothing waits, a receipt for each card, thanks, and home."""

from dataclasses import replace

from kiosk.ui.patron.flows.borrow_cards import Borrowing, BorrowStep
from kiosk.ui.patron.flows.borrow_effects import BorrowEffect, GoHome, PrintReceipt, SayReceiptFailed
from kiosk.ui.patron.flows.borrow_events import (
    BorrowEvent,
    DoneWanted,
    ReceiptChosen,
    ReceiptPrinted,
    ThanksRead,
)

Next = tuple[Borrowing, tuple[BorrowEffect, ...]]


def ending(state: Borrowing, event: BorrowEvent) -> Next:
    """Return the next state and what is to be done at the end; what does not fit changes nothing."""
    match event:
        case DoneWanted(receipt) if state.step is BorrowStep.ITEMS:
            return closed_if_settled(replace(state, closing=True, receipt=receipt, notice=None), ())
        case ReceiptChosen(wanted) if state.step is BorrowStep.RECEIPT:
            return _receipt_chosen(state, wanted)
        case ReceiptPrinted(done, error):
            return _printed(state, done=done, error=error)
        case ThanksRead() if state.step is BorrowStep.THANKS:
            return Borrowing(), (GoHome(),)
    return state, ()


def closed_if_settled(state: Borrowing, effects: tuple[BorrowEffect, ...]) -> Next:
    """Go on to the end once nothing waits any more."""
    if state.unsettled or state.adding or not state.closing or state.step is not BorrowStep.ITEMS:
        return state, effects
    state = replace(state, closing=False)
    if not state.papers:
        return Borrowing(), (*effects, GoHome())
    if state.receipt is None:
        return replace(state, step=BorrowStep.RECEIPT), effects
    chosen, more = _receipt_chosen(state, state.receipt)
    return chosen, (*effects, *more)


def _receipt_chosen(state: Borrowing, wanted: bool | None) -> Next:
    if wanted is None:
        return state.back_to_items(), ()
    if not wanted:
        return replace(state, step=BorrowStep.THANKS, printed=False), ()
    papers = tuple(PrintReceipt(rows, card) for card, rows in state.papers)
    return replace(state, step=BorrowStep.PRINTING, printing=len(papers), printed=True), papers


def _printed(state: Borrowing, *, done: bool, error: Exception | None) -> Next:
    """Thank once every receipt has come out or failed; whoever lays something down meanwhile goes on."""
    told = () if done else (SayReceiptFailed(error),)
    if not state.printing:
        return state, told
    state = replace(state, printing=state.printing - 1, printed=state.printed and done)
    if state.printing or state.step is not BorrowStep.PRINTING:
        return state, told
    return replace(state, step=BorrowStep.THANKS), told
