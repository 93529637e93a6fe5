"""Takes the ways that a row of Borrow offers: out of a refusal, or back from a loan."""

from dataclasses import replace

from kiosk.ui.patron.flows.borrow_cards import Borrowing, BorrowStep
from kiosk.ui.patron.flows.borrow_effects import LookAt, TakeOffer
from kiosk.ui.patron.flows.borrow_ending import Next
from kiosk.ui.patron.flows.borrow_events import OfferTaken
from kiosk.ui.patron.flows.borrow_rows import Offer, RowStep


def offer_taken(state: Borrowing, event: OfferTaken) -> Next:
    """Return the visit with the row under way again; an offer that is not made changes nothing."""
    row = next((row for row in state.rows if row.ticket == event.ticket), None)
    if row is None or event.offer not in state.offers_of(row) or state.step is not BorrowStep.ITEMS:
        return state, ()
    attempt = row.attempt + 1
    if event.offer is Offer.AGAIN:
        # The same act id: if the loan was made after all, it is found and not made twice.
        again = replace(row, step=RowStep.LOOKING, attempt=attempt, offers=(), error=None)
        return state.with_row(again), (LookAt(row.ticket, attempt, row.code, row.card),)
    if row.thing is None:
        return state, ()
    act_id = event.act_id
    acting = replace(row, step=RowStep.ACTING, attempt=attempt, offers=(), reasons=(), error=None)
    if event.offer is Offer.UNDO:
        # Kept likewise: tried again, what was undone after all is not refused.
        act_id = row.undo_id or act_id
        acting = replace(acting, undo_id=act_id)
    record_id = row.thing.record_id
    taking = TakeOffer(row.ticket, attempt, event.offer, row.thing.barcode, record_id, act_id, row.card)
    return state.with_row(acting), (taking,)
