"""What may be done next with a row: the first of them by one key; free of Qt."""

from enum import StrEnum

from kiosk.model.decision import ReasonCode
from kiosk.model.item import ItemStatus
from kiosk.staff.rights import Right
from kiosk.staff.signed_in import SignedIn
from kiosk.ui.staff.desk.rows import DeskRow, Step
from kiosk.ui.staff.desk.tasks import Verb


class Offer(StrEnum):
    """One thing that a button or a key does with a row."""

    AGREE = "agree"
    HOLD = "hold"
    LEND_ANYWAY = "lend_anyway"
    RENEW_ANYWAY = "renew_anyway"
    RENEW = "renew"
    RETURN = "return"
    RETRY = "retry"
    SLIP = "slip"
    PAY = "pay"
    UNDO = "undo"
    LOST = "lost"
    CLAIM = "claim"
    DROP_CLAIM = "drop_claim"
    DAMAGED = "damaged"
    MISSING = "missing"
    SOUND = "sound"
    WITHDRAW = "withdraw"


# What takes back what staff said of an item; a loan given up as lost stays ended.
_UNDONE_BY = {
    "claim": Verb.DROP_CLAIM,
    "drop_claim": Verb.CLAIM,
    "damaged": Verb.SOUND,
    "missing": Verb.SOUND,
}
# Somebody else has it or comes first: the way out is to join the queue.
_TAKEN = frozenset({ReasonCode.ITEM_ON_LOAN, ReasonCode.ITEM_HELD_FOR_OTHER, ReasonCode.ITEM_WANTED_BY_OTHER})
_GONE = frozenset({ItemStatus.LOST, ItemStatus.DAMAGED, ItemStatus.MISSING, ItemStatus.WITHDRAWN})


def offers(row: DeskRow, by: SignedIn) -> tuple[Offer, ...]:
    """Return what may be done with the row now, first what is likeliest wanted."""
    match row.step:
        case Step.ASKS:
            return (Offer.AGREE,)
        case Step.OWN:
            return (Offer.RENEW, Offer.RETURN)
        case Step.REFUSED:
            hold = (Offer.HOLD,) if row.wanted == "lend" and _for_somebody_else(row) else ()
            if not (row.set_aside and by.may(Right.OVERRIDE)):
                return hold
            return (Offer.RENEW_ANYWAY if row.wanted == "renew" else Offer.LEND_ANYWAY, *hold)
        case Step.FAILED:
            return (Offer.RETRY,)
        case Step.RETURNED:
            fine = (Offer.PAY,) if row.owing_card else ()
            back = (Offer.UNDO,) if row.made is not None else ()
            return (*((Offer.SLIP,) if row.needs_slip else ()), *fine, *back)
        case Step.LENT:
            return (Offer.UNDO,)
        case Step.CHANGED if row.changed in _UNDONE_BY:
            return (Offer.UNDO,)
        case Step.SHOWN if row.item is not None and row.item.loan is not None:
            return (Offer.RETURN, Offer.RENEW)
    return ()


def _for_somebody_else(row: DeskRow) -> bool:
    return row.card is not None and any(reason.code in _TAKEN for reason in row.reasons)


def states(row: DeskRow, by: SignedIn) -> tuple[Offer, ...]:
    """Return what staff may say of the item of a row, as it was when it was last looked at."""
    if row.step in (Step.READING, Step.CARD, Step.CHOOSING, Step.UNKNOWN, Step.FAILED):
        return ()
    on_loan = row.step in (Step.LENT, Step.RENEWED, Step.OWN) or (
        row.step not in (Step.RETURNED, Step.UNDONE) and row.item is not None and row.item.loan is not None
    )
    if on_loan:
        claimed = row.item is not None and row.item.loan is not None and row.item.loan.claims_returned
        return (Offer.DROP_CLAIM if claimed else Offer.CLAIM, Offer.LOST)
    gone = row.item is not None and row.item.status in _GONE and row.step is not Step.RETURNED
    given_up = (Offer.WITHDRAW,) if by.may(Right.CATALOGUE_EDIT) else ()
    return (*((Offer.SOUND,) if gone else ()), Offer.DAMAGED, Offer.MISSING, *given_up)


def undone_by(row: DeskRow) -> Verb | None:
    """Return what undoes the row; None for what is not undone: then the opposite is done instead."""
    if row.step is Step.LENT:
        return Verb.UNDO
    if row.step is Step.RETURNED and row.made is not None:
        return Verb.UNDO_RETURN
    return _UNDONE_BY.get(row.changed) if row.step is Step.CHANGED else None
