"""The model's way back: the last loan of a card is taken back as if it had never been."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from tests.machine_of_loans.plain import Answer, Before, Copy, Loan, State

WITHIN = timedelta(minutes=10)
Route = Callable[[Copy, str, datetime], str]


def undo(state: State, card: str, barcode: str, branch: str, at: datetime, route: Route) -> Answer:
    """Take the loan back: fee, hold and place are as before; what lay for a hold now over is routed anew."""
    codes = tuple(_against(state, card, barcode, branch, at))
    loan = state.loan_of(barcode)
    if codes or loan is None or loan.before is None:
        return Answer(False, codes)
    copy, before = state.copies[barcode], loan.before
    loan.open = False
    for charge in state.charges:
        if charge.loan is loan:
            charge.reversed += charge.open
            charge.refunded = charge.paid
    _wait_again(state, copy, before)
    copy.place, copy.goal = before.place, before.goal
    if before.place == "hold_shelf" and state.kept_for(barcode) is None:
        return Answer(True, place=route(copy, before.goal or branch, at))
    return Answer(True, place=f"transit:{copy.goal}" if copy.place == "transit" else copy.place)


def _against(state: State, card: str, barcode: str, branch: str, at: datetime) -> Iterator[str]:
    if card not in state.people:
        yield "card.unknown"
    if barcode not in state.copies:
        yield "item.unknown"
    if card not in state.people or barcode not in state.copies:
        return
    loan = next((one for one in state.loans_on(card) if one.barcode == barcode), None)
    if loan is None or not _is_last(state, loan) or loan.branch != branch or loan.renewals or loan.claimed:
        yield "undo.not_last"
    if loan is not None and not loan.lent <= at <= loan.lent + WITHIN:
        yield "undo.too_late"


def _is_last(state: State, loan: Loan) -> bool:
    """Return whether the card has nothing that was lent after it; what came back is no loan any more."""
    return loan.card is not None and state.loans_on(loan.card)[-1] is loan


def _wait_again(state: State, copy: Copy, before: Before) -> None:
    """Open the hold again that the loan filled, with what was kept for it if that is still there."""
    hold = before.hold
    if hold is None:
        return
    hold.state = before.state
    if before.kept is None:
        return
    kept = state.copies[before.kept]
    if kept is not copy and not _is_still_there(state, kept, hold.pickup, before.state):
        hold.state, hold.until = "queued", None
        return
    hold.kept = kept.barcode
    if kept is not copy and before.state == "ready":
        kept.place, kept.goal = "hold_shelf", hold.pickup


def _is_still_there(state: State, kept: Copy, pickup: str, before: str) -> bool:
    """Return whether a copy that was let go lies or travels as it did, sound and meant for nobody else."""
    if kept.condition != "fine" or state.loan_of(kept.barcode) or state.kept_for(kept.barcode):
        return False
    return kept.stands_at == pickup and kept.place == ("transit" if before == "in_transit" else "shelf")
