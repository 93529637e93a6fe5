"""Tells how much of each limit is used once a loan has ended."""

from kiosk.model.decision import LimitUse
from kiosk.model.item import Item
from kiosk.model.library import Library
from kiosk.model.loan import Loan
from kiosk.model.outcome import ActBy
from kiosk.rules.limits import loan_limits
from kiosk.storage import Act as Work


def limits_after(
    work: Work, library: Library, loan: Loan | None, item: Item, by: ActBy
) -> tuple[LimitUse, ...]:
    """Return the limits of whoever had the item, all groups that cover it; none where nobody is known."""
    if loan is None or loan.patron_id is None:
        return ()
    patron = work.facts.gather(patron_id=loan.patron_id, at=by.at).patron
    if patron is None:
        return ()
    kind = (item.branch, item.item_type)
    return loan_limits(library, patron.patron.category, kind, patron.loans, counted=patron.counted)
