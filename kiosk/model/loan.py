"""What is open from check-out to check-in."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.model.money import Money
from kiosk.model.rule import Period


@dataclass(frozen=True, slots=True)
class LoanTerms:
    """The rule values that decided a loan, kept with it so that later rules do not change it."""

    loan_period: Period
    renewals: int
    fine_per_day: Money
    fine_grace_days: int
    fine_closed_days: bool
    fine_max: Money | None
    replacement_fee: Money


@dataclass(frozen=True, slots=True)
class Loan:
    """A loan, open while ``returned_at`` is None. ``patron_id`` is None once unlinked or never known.

    ``fine_booked`` is the sum of fines already booked for this loan, by renewals and by payments of what
    ran up; ``fine_since_due`` what of it is for lateness after the present due date. ``loan_fee`` is what
    was charged for lending it. One that was ``undone`` ended as if it had never been.
    """

    id: int
    act_id: str
    item_id: int
    patron_id: int | None
    branch: str
    lent_at: datetime
    due_at: datetime
    terms: LoanTerms
    renewals_used: int = 0
    renewed_at: datetime | None = None
    returned_at: datetime | None = None
    claims_returned: bool = False
    fine_booked: Money | None = None
    loan_fee: Money | None = None
    fine_since_due: Money | None = None
    undone: bool = False
