"""Takes the answers to what Borrow asks about an item: is everything there, and is its fee agreed to."""

from dataclasses import replace

from kiosk.ui.patron.flows.borrow_cards import Borrowing
from kiosk.ui.patron.flows.borrow_effects import LendItem
from kiosk.ui.patron.flows.borrow_ending import Next
from kiosk.ui.patron.flows.borrow_events import FeeAnswered, PartsAnswered
from kiosk.ui.patron.flows.borrow_rows import BorrowRow, RowStep
from kiosk.ui.patron.flows.returning import TellStaff


def parts_answered(state: Borrowing, event: PartsAnswered) -> Next:
    """Go on with an item that is complete; one that is not is not lent, and once returned goes to staff."""
    if state.doubted and event.ticket == state.doubted:
        return _doubt_settled(state, event)
    row = _asked(state, event.ticket, RowStep.PARTS)
    if row is None:
        return state, ()
    if not event.complete:
        return state.with_row(replace(row, step=RowStep.INCOMPLETE)), ()
    checked = replace(row, parts_checked=True)
    if row.fee:
        return state.with_row(replace(checked, step=RowStep.ASKING)), ()
    return _lent(state, checked)


def _doubt_settled(state: Borrowing, event: PartsAnswered) -> Next:
    row, state = state.parts_asked, replace(state, doubted=0)
    if event.complete or row is None or row.thing is None or row.handed is None or not row.handed.may_lack:
        return state, ()
    told = replace(row, handed=replace(row.handed, missing=True))
    return state.with_row(told), (TellStaff(row.thing, event.act_id),)


def fee_answered(state: Borrowing, event: FeeAnswered) -> Next:
    """Lend the item for its fee, or leave it."""
    row = _asked(state, event.ticket, RowStep.ASKING)
    if row is None:
        return state, ()
    if not event.agreed:
        return state.with_row(replace(row, step=RowStep.DECLINED)), ()
    return _lent(state, row)


def _lent(state: Borrowing, row: BorrowRow) -> Next:
    barcode = row.thing.barcode if row.thing else row.code
    lending = LendItem(row.ticket, row.attempt, barcode, row.act_id, row.card, row.fee)
    return state.with_row(replace(row, step=RowStep.LENDING)), (lending,)


def _asked(state: Borrowing, ticket: int, step: RowStep) -> BorrowRow | None:
    return next((row for row in state.rows if row.ticket == ticket and row.step is step), None)
