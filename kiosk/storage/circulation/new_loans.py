"""A loan to be opened, and what it is by column."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kiosk.model.hold import HoldState
from kiosk.model.item import Place
from kiosk.model.loan import LoanTerms
from kiosk.model.money import Money
from kiosk.storage.circulation.loan_rows import terms_values


@dataclass(frozen=True, slots=True)
class BeforeLoan:
    """What a loan changed beside itself: the hold that it filled, and where the item had been."""

    filled_hold_id: int | None = None
    filled_hold_state: HoldState | None = None
    place: Place | None = None
    at_branch: str | None = None


@dataclass(frozen=True, slots=True)
class NewLoan:
    """A loan to be opened; ``patron_id`` is None for one to nobody known.

    ``decided`` is what decided it, for later explanations: value by value, plain enough for JSON.
    ``before`` is what an undo puts back. ``by_patron``: without staff; None where nobody knows.
    """

    act_id: str
    item_id: int
    patron_id: int | None
    branch: str
    lent_at: datetime
    due_at: datetime
    terms: LoanTerms
    patron_category: str | None = None
    loan_fee: Money | None = None
    decided: Mapping[str, Any] | None = None
    before: BeforeLoan | None = None
    by_patron: bool | None = None


def plain(decided: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """Return what decided something as JSON takes it."""
    return None if decided is None else dict(decided)


def opening(new: NewLoan) -> dict[str, Any]:
    """Return a new loan by column."""
    before = new.before or BeforeLoan()
    return {
        "act_id": new.act_id,
        "item_id": new.item_id,
        "patron_id": new.patron_id,
        "patron_category": new.patron_category,
        "branch": new.branch,
        "lent_at": new.lent_at,
        "due_at": new.due_at,
        **terms_values(new.terms),
        "renewals_used": 0,
        "ended_lost": False,
        "claims_returned": False,
        "fine_booked": 0,
        "loan_fee": new.loan_fee.minor if new.loan_fee else 0,
        "undone": False,
        "decided": plain(new.decided),
        "filled_hold_id": before.filled_hold_id,
        "filled_hold_state": None if before.filled_hold_state is None else before.filled_hold_state.value,
        "place_before": None if before.place is None else before.place.value,
        "at_branch_before": before.at_branch,
        "lent_by_patron": new.by_patron,
    }
