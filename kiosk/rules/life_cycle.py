"""The lives of loans, holds and items as tables: which state may follow which, by which move."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from kiosk.model.decision import CopyFacts
from kiosk.model.hold import HoldState
from kiosk.model.item import Condition, ItemStatus, Place
from kiosk.model.loan import Loan


class LoanState(StrEnum):
    """Where a loan stands; a claim leaves it open until the item is found or given up."""

    OPEN = "open"
    CLAIMED = "claimed"
    RETURNED = "returned"


class LoanMove(StrEnum):
    """What can happen to a loan."""

    RENEW = "renew"
    RETURN = "return"
    DECLARE_LOST = "declare_lost"
    UNDO = "undo"
    CLAIM_RETURNED = "claim_returned"
    DROP_CLAIM = "drop_claim"


class HoldMove(StrEnum):
    """What can happen to a hold."""

    KEEP = "keep"
    SEND = "send"
    ARRIVE = "arrive"
    RELEASE = "release"
    BORROW = "borrow"
    SUSPEND = "suspend"
    RESUME = "resume"
    CANCEL = "cancel"
    EXPIRE = "expire"
    GIVE_UP = "give_up"


LOAN_MOVES: Mapping[tuple[LoanState, LoanMove], LoanState] = MappingProxyType(
    {
        (LoanState.OPEN, LoanMove.RENEW): LoanState.OPEN,
        (LoanState.OPEN, LoanMove.RETURN): LoanState.RETURNED,
        (LoanState.OPEN, LoanMove.DECLARE_LOST): LoanState.RETURNED,
        (LoanState.OPEN, LoanMove.CLAIM_RETURNED): LoanState.CLAIMED,
        (LoanState.OPEN, LoanMove.UNDO): LoanState.RETURNED,
        (LoanState.CLAIMED, LoanMove.RETURN): LoanState.RETURNED,
        (LoanState.CLAIMED, LoanMove.DECLARE_LOST): LoanState.RETURNED,
        (LoanState.CLAIMED, LoanMove.DROP_CLAIM): LoanState.OPEN,
    }
)

# A hold is borrowed from any open state: whoever takes the title by another way waits no longer.
# Undoing a loan is no move: it puts a filled hold back to what it was before.
HOLD_MOVES: Mapping[tuple[HoldState, HoldMove], HoldState] = MappingProxyType(
    {
        (HoldState.QUEUED, HoldMove.KEEP): HoldState.READY,
        (HoldState.QUEUED, HoldMove.SEND): HoldState.IN_TRANSIT,
        (HoldState.QUEUED, HoldMove.BORROW): HoldState.FILLED,
        (HoldState.QUEUED, HoldMove.SUSPEND): HoldState.SUSPENDED,
        (HoldState.QUEUED, HoldMove.CANCEL): HoldState.CANCELLED,
        (HoldState.QUEUED, HoldMove.GIVE_UP): HoldState.UNFILLABLE,
        (HoldState.SUSPENDED, HoldMove.RESUME): HoldState.QUEUED,
        (HoldState.SUSPENDED, HoldMove.BORROW): HoldState.FILLED,
        (HoldState.SUSPENDED, HoldMove.CANCEL): HoldState.CANCELLED,
        (HoldState.SUSPENDED, HoldMove.GIVE_UP): HoldState.UNFILLABLE,
        (HoldState.IN_TRANSIT, HoldMove.ARRIVE): HoldState.READY,
        (HoldState.IN_TRANSIT, HoldMove.SEND): HoldState.IN_TRANSIT,
        (HoldState.IN_TRANSIT, HoldMove.RELEASE): HoldState.QUEUED,
        (HoldState.IN_TRANSIT, HoldMove.BORROW): HoldState.FILLED,
        (HoldState.IN_TRANSIT, HoldMove.CANCEL): HoldState.CANCELLED,
        (HoldState.READY, HoldMove.KEEP): HoldState.READY,
        (HoldState.READY, HoldMove.SEND): HoldState.IN_TRANSIT,
        (HoldState.READY, HoldMove.RELEASE): HoldState.QUEUED,
        (HoldState.READY, HoldMove.BORROW): HoldState.FILLED,
        (HoldState.READY, HoldMove.CANCEL): HoldState.CANCELLED,
        (HoldState.READY, HoldMove.EXPIRE): HoldState.EXPIRED,
    }
)

_LYING = frozenset(
    {ItemStatus.AVAILABLE, ItemStatus.HOLD_SHELF, ItemStatus.IN_TRANSIT, ItemStatus.WITH_STAFF}
)
_SPOILT = frozenset({ItemStatus.DAMAGED, ItemStatus.MISSING, ItemStatus.WITHDRAWN})
_USABLE = _LYING | {ItemStatus.NOT_FOR_LOAN}

# Only a copy that is lent can be declared lost by its borrower; staff may give up what they cannot find.
ITEM_MOVES: Mapping[ItemStatus, frozenset[ItemStatus]] = MappingProxyType(
    {
        ItemStatus.ON_LOAN: _USABLE | {ItemStatus.LOST, ItemStatus.DAMAGED, ItemStatus.WITHDRAWN},
        ItemStatus.DAMAGED: _USABLE | {ItemStatus.ON_LOAN, ItemStatus.WITHDRAWN, ItemStatus.MISSING},
        ItemStatus.MISSING: _USABLE | {ItemStatus.ON_LOAN, ItemStatus.LOST} | _SPOILT - {ItemStatus.MISSING},
        ItemStatus.LOST: _USABLE | {ItemStatus.ON_LOAN, ItemStatus.DAMAGED, ItemStatus.WITHDRAWN},
        ItemStatus.WITHDRAWN: _USABLE | {ItemStatus.ON_LOAN},
    }
    | {status: _USABLE - {status} | _SPOILT | {ItemStatus.ON_LOAN, ItemStatus.LOST} for status in _USABLE}
)

_BY_CONDITION = {
    Condition.LOST: ItemStatus.LOST,
    Condition.WITHDRAWN: ItemStatus.WITHDRAWN,
    Condition.DAMAGED: ItemStatus.DAMAGED,
    Condition.MISSING: ItemStatus.MISSING,
}
_BY_PLACE = {
    Place.HOLD_SHELF: ItemStatus.HOLD_SHELF,
    Place.TRANSIT: ItemStatus.IN_TRANSIT,
    Place.STAFF: ItemStatus.WITH_STAFF,
}


def loan_state(loan: Loan) -> LoanState:
    """Return where the loan stands."""
    if loan.returned_at is not None:
        return LoanState.RETURNED
    return LoanState.CLAIMED if loan.claims_returned else LoanState.OPEN


def loan_after(state: LoanState, move: LoanMove) -> LoanState | None:
    """Return the state after the move, or None where it cannot be made."""
    return LOAN_MOVES.get((state, move))


def hold_after(state: HoldState, move: HoldMove) -> HoldState | None:
    """Return the state after the move, or None where it cannot be made."""
    return HOLD_MOVES.get((state, move))


def may_become(status: ItemStatus, other: ItemStatus) -> bool:
    """Return whether an item may go from one status to the other in one step."""
    return other in ITEM_MOVES[status]


def status_of(copy: CopyFacts, loanable: bool = True) -> ItemStatus:
    """Return what a copy is at the moment; ``loanable`` is the rule value for it."""
    if copy.loan is not None:
        return ItemStatus.ON_LOAN
    if copy.item.condition in _BY_CONDITION:
        return _BY_CONDITION[copy.item.condition]
    if copy.item.place in _BY_PLACE:
        return _BY_PLACE[copy.item.place]
    return ItemStatus.AVAILABLE if loanable and not copy.item.not_for_loan else ItemStatus.NOT_FOR_LOAN
