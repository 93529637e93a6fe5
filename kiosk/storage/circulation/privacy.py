"""Cutting the link from a loan that is over to the patron who had it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, select, true

from kiosk.model.charge import ChargeKind
from kiosk.storage.desk.typed_words import forget_reasons
from kiosk.storage.link import Link
from kiosk.storage.tables import charges, loans, notices, patrons


def _may_be_cut(ended_before: datetime | None = None) -> ColumnElement[bool]:
    """A loan is cut when it is over, nothing of it is owed or disputed, and no history is kept.

    No history is kept of what ended before a moment, where one is named, whatever the patron chose.

    One that ended as lost stays with its patron until its item is found or the patron is erased:
    the replacement paid for it is paid back to that patron. One that was undone is no history.
    """
    owed = exists().where(charges.c.loan_id == loans.c.id, charges.c.open_amount > 0)
    kept = exists().where(
        patrons.c.id == loans.c.patron_id, patrons.c.keeps_history, loans.c.undone.is_(False)
    )
    late_enough = true() if ended_before is None else loans.c.returned_at >= ended_before
    refundable = exists().where(
        charges.c.loan_id == loans.c.id,
        charges.c.kind == ChargeKind.REPLACEMENT.value,
        charges.c.amount > 0,
        loans.c.ended_lost,
    )
    return and_(
        loans.c.patron_id.is_not(None),
        loans.c.returned_at.is_not(None),
        loans.c.claims_returned.is_(False),
        ~owed,
        ~and_(kept, late_enough),
        ~refundable,
    )


def loans_to_cut(link: Link, after: int, limit: int, ended_before: datetime | None = None) -> tuple[int, ...]:
    """Return the numbers of loans that may be unlinked, behind ``after``."""
    free = _may_be_cut(ended_before)
    query = select(loans.c.id).where(free, loans.c.id > after).order_by(loans.c.id).limit(limit)
    return tuple(link.column(query))


def cut_closed_loans(
    link: Link,
    *,
    patron_id: int | None = None,
    loan_id: int | None = None,
    loan_ids: Sequence[int] | None = None,
    ended_before: datetime | None = None,
) -> int:
    """Unlink what may be unlinked of one patron, one loan or some; return how many loans.

    Charges of such a loan, all settled, stay as sums of the patron but no longer name the item or title.
    Notices about it go, and the hold that it filled is no longer named: both would tell whose it was. So
    may a reason that staff typed for it: it goes too, and the codes of what was overridden stay.
    """
    narrowed = [_may_be_cut(ended_before)]
    if patron_id is not None:
        narrowed.append(loans.c.patron_id == patron_id)
    if loan_id is not None:
        narrowed.append(loans.c.id == loan_id)
    if loan_ids is not None:
        narrowed.append(loans.c.id.in_(loan_ids))
    ids = link.column(select(loans.c.id).where(*narrowed))
    for start in range(0, len(ids), 500):
        some = ids[start : start + 500]
        nobody = {"patron_id": None, "filled_hold_id": None, "filled_hold_state": None}
        link.write(loans.update().where(loans.c.id.in_(some)).values(nobody))
        link.write(notices.delete().where(notices.c.loan_id.in_(some)))
        forget_reasons(link, "loan", some)
        link.write(
            charges.update().where(charges.c.loan_id.in_(some)).values(loan_id=None, item_id=None, title=None)
        )
    return len(ids)


def cut_after_settling(link: Link, charge_ids: list[int]) -> None:
    """Unlink the loans whose last open charge has just been settled."""
    if not charge_ids:
        return
    of_loans = select(charges.c.loan_id).where(charges.c.id.in_(charge_ids), charges.c.loan_id.is_not(None))
    for loan_id in sorted(set(link.column(of_loans))):
        cut_closed_loans(link, loan_id=loan_id)
