"""Tells how often a loan may still be renewed."""

from kiosk.model.decision import LoanFacts
from kiosk.rules.resolution import RuleBook


def renewals_left(book: RuleBook, category: str, facts: LoanFacts) -> int:
    """Return the renewals that the rules of today leave, never less than none."""
    values = book.resolve(facts.item_branch, category, facts.item_type).values
    return max(0, values.renewals - facts.loan.renewals_used)
