"""Says whether a loan just made may be undone as if it had never been."""

from datetime import datetime, timedelta

from kiosk.model.decision import Facts, Reason, ReasonCode
from kiosk.model.loan import Loan

UNDO_WITHIN = timedelta(minutes=10)


def against_undoing(
    facts: Facts, latest: Loan | None, barcode: str, branch: str, at: datetime
) -> tuple[Reason, ...]:
    """Refuse what is not the card's last loan, was lent elsewhere or renewed, or is too long ago."""
    reasons = []
    if facts.patron is None:
        reasons.append(Reason(ReasonCode.CARD_UNKNOWN))
    if facts.copy is None:
        reasons.append(Reason(ReasonCode.ITEM_UNKNOWN, (("barcode", barcode),)))
    if reasons or facts.copy is None or facts.patron is None:
        return tuple(reasons)
    loan = facts.copy.loan
    if loan is None or loan.patron_id != facts.patron.patron.id:
        return (Reason(ReasonCode.UNDO_NOT_LAST),)
    if latest is None or loan.id != latest.id or _is_no_new_loan_here(loan, branch):
        reasons.append(Reason(ReasonCode.UNDO_NOT_LAST))
    if not loan.lent_at <= at <= loan.lent_at + UNDO_WITHIN:
        reasons.append(Reason(ReasonCode.UNDO_TOO_LATE, (("minutes", UNDO_WITHIN // timedelta(minutes=1)),)))
    return tuple(reasons)


def _is_no_new_loan_here(loan: Loan, branch: str) -> bool:
    return loan.branch != branch or bool(loan.renewals_used) or loan.claims_returned
