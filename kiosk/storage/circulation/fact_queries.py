"""The four statements behind the facts of a decision."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Row,
    Select,
    func,
    literal,
    not_,
    null,
    or_,
    select,
    true,
    union,
    union_all,
)

from kiosk.model.item import Condition, barcode_key
from kiosk.storage.catalogue.copies import open_loan_of_item
from kiosk.storage.circulation.hold_rows import hold_columns
from kiosk.storage.money import currency_column
from kiosk.storage.people.rows import select_patrons
from kiosk.storage.tables import charges, holds, items, loans, patrons, records
from kiosk.storage.tables.circulation import OPEN_STATES

# A query of record numbers; as IN (…) of a union, both databases find the records by their indexes.
Wanted = Select[Any] | CompoundSelect[Any]


def wanted_records(keys: Sequence[str], record_ids: Sequence[int]) -> Wanted | None:
    """Return the numbers of the records that have these barcodes, and these numbers themselves."""
    having = select(items.c.record_id).where(items.c.barcode_key.in_(keys))
    named = select(records.c.id).where(records.c.id.in_(record_ids))
    if keys and record_ids:
        return union(having, named)
    return having if keys else named if record_ids else None


def locking(wanted: Wanted) -> Select[Any]:
    """Return the query that locks the records, lowest first, against other acts."""
    numbers = select(records.c.id).where(records.c.id.in_(wanted)).order_by(records.c.id)
    return numbers.with_for_update(key_share=True)


def patron(card: str | None, patron_id: int | None, wanted: Wanted | None, *, lock: bool) -> Select[Any]:
    """Return the query of one patron; with ``lock`` it takes the patron's and the records' locks."""
    query = select_patrons()
    if card is not None:
        query = query.where(patrons.c.card_key == barcode_key(card))
    if patron_id is not None:
        query = query.where(patrons.c.id == patron_id)
    if lock:
        if wanted is not None:
            locked = locking(wanted).cte("locked")
            query = query.add_columns(select(func.count()).select_from(locked).scalar_subquery())
        query = query.with_for_update(of=patrons, key_share=True)
    return query


def loans_of(patron_id: int, at: datetime | None, wanted: Wanted | None) -> Select[Any]:
    """Return the query of a patron's open loans, the first due first, each row with the unpaid sum.

    For a moment, only those overdue then, claimed as returned or of wanted records come with all
    their columns; the others are counted by branch and type, in rows without an id. The sum is not
    asked for beside the patron: while that statement waits for a lock, it may grow.
    """
    total = func.coalesce(func.sum(charges.c.open_amount), 0).label("unpaid")
    unpaid = select(total).where(charges.c.patron_id == patron_id, charges.c.open_amount > 0).subquery()
    detail = (
        select(
            *loans.c,
            items.c.record_id,
            items.c.barcode,
            items.c.branch.label("item_branch"),
            items.c.item_type,
            items.c.price.label("item_price"),
            records.c.title,
        )
        .select_from(loans.join(items, items.c.id == loans.c.item_id))
        .join(records, records.c.id == items.c.record_id)
        .where(loans.c.patron_id == patron_id, loans.c.returned_at.is_(None))
    )
    if at is not None:
        told = [loans.c.due_at < at, loans.c.claims_returned.is_(True)]
        if wanted is not None:
            told.append(items.c.record_id.in_(wanted))
        lent = union_all(
            detail.add_columns(literal(0).label("counted")).where(or_(*told)),
            _counted(patron_id, detail, not_(or_(*told))),
        ).subquery()
    else:
        lent = detail.add_columns(literal(0).label("counted")).subquery()
    query = select(*lent.c, unpaid.c.unpaid, currency_column())
    return query.select_from(unpaid.outerjoin(lent, true())).order_by(lent.c.due_at, lent.c.id)


def _counted(patron_id: int, detail: Select[Any], others: ColumnElement[bool]) -> Select[Any]:
    """Return the counts of a patron's other open loans in the columns of the detailed ones."""
    shown = {"item_branch": items.c.branch, "item_type": items.c.item_type}
    columns = [
        shown[column.key].label(column.key) if column.key in shown else null().label(column.key)
        for column in detail.selected_columns
    ]
    query = select(*columns, func.count().label("counted"))
    return (
        query.select_from(loans.join(items, items.c.id == loans.c.item_id))
        .where(loans.c.patron_id == patron_id, loans.c.returned_at.is_(None), others)
        .group_by(items.c.branch, items.c.item_type)
    )


def holds_of(patron_id: int | None, wanted: Wanted | None) -> Select[Any] | CompoundSelect[Any] | None:
    """Return the query of open holds: the patron's own (``mine``), and again all those of the records."""
    parts = []
    if patron_id is not None:
        parts.append(_own_holds(patron_id))
    if wanted is not None:
        nothing = [null().label(name) for name in ("item_branch", "item_type", "title")]
        queue = select(*hold_columns(), literal(0).label("mine"), *nothing)
        parts.append(queue.where(holds.c.record_id.in_(wanted), holds.c.state.in_(OPEN_STATES)))
    if not parts:
        return None
    return union_all(*parts) if len(parts) > 1 else parts[0]


def _own_holds(patron_id: int) -> Select[Any]:
    """Return a patron's open holds with the first item, by barcode, that could ever fill each."""
    possible = items.alias()
    first = (
        select(possible.c.id)
        .where(
            possible.c.record_id == holds.c.record_id,
            or_(holds.c.item_id.is_(None), possible.c.id == holds.c.item_id),
            possible.c.not_for_loan.is_(False),
            possible.c.condition.not_in([Condition.LOST.value, Condition.WITHDRAWN.value]),
        )
        .order_by(possible.c.barcode_key)
        .limit(1)
        .correlate(holds)
        .scalar_subquery()
    )
    query = select(
        *hold_columns(),
        literal(1).label("mine"),
        items.c.branch.label("item_branch"),
        items.c.item_type,
        records.c.title,
    ).select_from(
        holds.join(records, records.c.id == holds.c.record_id).outerjoin(items, items.c.id == first)
    )
    return query.where(holds.c.patron_id == patron_id, holds.c.state.in_(OPEN_STATES))


def copies_of(wanted: Wanted) -> Select[Any]:
    """Return the query of records with their copies by barcode, each with its open loan."""
    query = select(
        *items.c,
        *(column.label(f"loan_{column.name}") for column in loans.c),
        records.c.id.label("of_record"),
        records.c.title,
        records.c.online,
        currency_column(),
    ).select_from(
        records.outerjoin(items, items.c.record_id == records.c.id).outerjoin(loans, open_loan_of_item())
    )
    return query.where(records.c.id.in_(wanted)).order_by(records.c.id, items.c.barcode_key)


class LoanPart:
    """The loan of a copies' row, under the names that a loan's own row has."""

    __slots__ = ("_row",)

    def __init__(self, row: Row[Any]) -> None:
        self._row = row

    def __getattr__(self, name: str) -> Any:
        return getattr(self._row, name if name == "currency" else f"loan_{name}")
