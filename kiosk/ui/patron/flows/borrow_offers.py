"""Takes the ways that a row of Borrow offers: out of a refusal, or back from a loan."""

from dataclasses import replace

from kiosk.ui.patron.flows.borrow_cards import Borrowing, BorrowStep
from kiosk.ui.patron.flows.borrow_effects import LendItem, LookAt, TakeOffer
from kiosk.ui.patron.flows.borrow_ending import Next
from kiosk.ui.patron.flows.borrow_events import OfferTaken
from kiosk.ui.patron.flows.borrow_rows import BorrowRow, Offer, RowStep


def offer_taken(state: Borrowing, event: OfferTaken) -> Next:
    """Return the visit with the row under way again; an offer that is not made changes nothing."""
    row = next((row for row in state.rows if row.ticket == event.ticket), None)
    if row is None or event.offer not in state.offers_of(row) or state.step is not BorrowStep.ITEMS:
        return state, ()
    if event.offer is Offer.AGAIN:
        return _again(state, row)
    if event.offer is Offer.MISSING:
        return replace(state, doubted=row.ticket), ()
    # What went wrong may have been done all the same: tried again, it keeps its identity.
    act_id = row.tried_id if row.tried is event.offer else event.act_id
    return _taken(state, row, event.offer, act_id)


def _again(state: Borrowing, row: BorrowRow) -> Next:
    """Repeat what failed under its own identity; only what was never looked at is looked at."""
    if row.tried is not None:
        return _taken(state, row, row.tried, row.tried_id)
    attempt = row.attempt + 1
    step = RowStep.LENDING if row.failed_in is RowStep.LENDING and row.thing is not None else RowStep.LOOKING
    again = replace(row, step=step, attempt=attempt, offers=(), error=None)
    if step is RowStep.LENDING and row.thing is not None:
        lending = LendItem(row.ticket, attempt, row.thing.barcode, row.act_id, row.card, row.fee)
        return state.with_row(again), (lending,)
    return state.with_row(again), (LookAt(row.ticket, attempt, row.code, row.card),)


def _taken(state: Borrowing, row: BorrowRow, offer: Offer, act_id: str) -> Next:
    if row.thing is None:
        return state, ()
    attempt, thing = row.attempt + 1, row.thing
    acting = replace(row, step=RowStep.ACTING, attempt=attempt, offers=(), reasons=(), error=None)
    taking = TakeOffer(row.ticket, attempt, offer, thing.barcode, thing.record_id, act_id, row.card)
    return state.with_row(replace(acting, tried=offer, tried_id=act_id)), (taking,)
