"""Sums what a patron owes: unpaid charges and the fines that run."""

from datetime import datetime

from kiosk.model.decision import PatronFacts
from kiosk.model.library import Library
from kiosk.model.money import Money
from kiosk.rules.fines import FineMeter


def running_fines(library: Library, patron: PatronFacts, at: datetime) -> Money:
    """Return the fines of the patron's overdue loans as they stand at the moment."""
    meter = FineMeter(library, at)
    fines = (
        meter.minor(facts.loan, facts.item_branch, facts.item_price)
        for facts in patron.loans
        if facts.loan.due_at < at
    )
    return Money(sum(fines), library.currency)


def owes(library: Library, patron: PatronFacts, at: datetime) -> Money:
    """Return all that the patron owes at the moment."""
    return patron.unpaid + running_fines(library, patron, at)
