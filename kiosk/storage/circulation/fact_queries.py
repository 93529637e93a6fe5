"""The four statements behind the facts of a decision, each made once for its shape and asked with values.

To put such a statement together takes longer than to answer it.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Row,
    Select,
    and_,
    bindparam,
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

from kiosk.model.item import Condition
from kiosk.storage.catalogue.copies import open_loan_of_item
from kiosk.storage.circulation.hold_rows import hold_columns
from kiosk.storage.circulation.loan_rows import LOAN_COLUMNS
from kiosk.storage.money import currency_column
from kiosk.storage.people.rows import select_patrons
from kiosk.storage.tables import charges, holds, items, loans, patrons, records
from kiosk.storage.tables.circulation import OPEN_STATES

# A query of record numbers; as IN (…) of a union, both databases find the records by their indexes.
Wanted = Select[Any] | CompoundSelect[Any]


_PATRON: BindParameter[int] = bindparam("patron")


@dataclass(frozen=True, slots=True)
class Named:
    """What names the records of a decision: barcodes of their items, their numbers, both or nothing."""

    by_barcodes: bool
    by_numbers: bool

    def __bool__(self) -> bool:
        return self.by_barcodes or self.by_numbers


def values(keys: list[str], numbers: list[int], *, at: datetime | None) -> dict[str, Any]:
    """Return the values that the statements ask with, but for the patron."""
    given = {"barcodes": keys, "numbers": numbers, "at": at}
    return {name: value for name, value in given.items() if value}


def _wanted(named: Named) -> Wanted:
    """Return the numbers of the records that have these barcodes, and these numbers themselves."""
    having = select(items.c.record_id).where(items.c.barcode_key.in_(bindparam("barcodes", expanding=True)))
    numbered = select(records.c.id).where(records.c.id.in_(bindparam("numbers", expanding=True)))
    if named.by_barcodes and named.by_numbers:
        return union(having, numbered)
    return having if named.by_barcodes else numbered


@cache
def locking(named: Named) -> Select[Any]:
    """Return the query that locks the records, lowest first, against other acts."""
    numbers = select(records.c.id).where(records.c.id.in_(_wanted(named))).order_by(records.c.id)
    return numbers.with_for_update(key_share=True)


@cache
def patron(named: Named, *, by_card: bool, lock: bool) -> Select[Any]:
    """Return the query of one patron; with ``lock`` it takes the patron's and the records' locks."""
    query = select_patrons()
    if by_card:
        query = query.where(patrons.c.card_key == bindparam("card"))
    else:
        query = query.where(patrons.c.id == _PATRON)
    if lock:
        if named:
            locked = locking(named).cte("locked")
            query = query.add_columns(select(func.count()).select_from(locked).scalar_subquery())
        query = query.with_for_update(of=patrons, key_share=True)
    return query


@cache
def loans_of(named: Named, *, at_a_moment: bool) -> Select[Any]:
    """Return the query of a patron's open loans, the first due first, each row with the unpaid sum.

    For a moment, only those overdue then, claimed as returned or of wanted records come with all
    their columns; the others are counted by branch and type, in rows without an id. The sum is not
    asked for beside the patron: while that statement waits for a lock, it may grow.
    """
    total = func.coalesce(func.sum(charges.c.open_amount), 0).label("unpaid")
    unpaid = select(total).where(charges.c.patron_id == _PATRON, charges.c.open_amount > 0).subquery()
    detail = (
        select(
            *LOAN_COLUMNS,
            items.c.record_id,
            items.c.barcode,
            items.c.branch.label("item_branch"),
            items.c.item_type,
            items.c.price.label("item_price"),
            records.c.title,
        )
        .select_from(loans.join(items, items.c.id == loans.c.item_id))
        .join(records, records.c.id == items.c.record_id)
        .where(loans.c.patron_id == _PATRON, loans.c.returned_at.is_(None))
    )
    if at_a_moment:
        told = [loans.c.due_at < bindparam("at"), loans.c.claims_returned.is_(True)]
        if named:
            told.append(items.c.record_id.in_(_wanted(named)))
        lent = union_all(
            detail.add_columns(literal(0).label("counted")).where(or_(*told)),
            _counted(detail, not_(or_(*told))),
        ).subquery()
    else:
        lent = detail.add_columns(literal(0).label("counted")).subquery()
    query = select(*lent.c, unpaid.c.unpaid, currency_column())
    return query.select_from(unpaid.outerjoin(lent, true())).order_by(lent.c.due_at, lent.c.id)


def _counted(detail: Select[Any], others: ColumnElement[bool]) -> Select[Any]:
    """Return the counts of a patron's other open loans in the columns of the detailed ones."""
    shown = {"item_branch": items.c.branch, "item_type": items.c.item_type}
    columns = [
        shown[column.key].label(column.key) if column.key in shown else null().label(column.key)
        for column in detail.selected_columns
    ]
    query = select(*columns, func.count().label("counted"))
    return (
        query.select_from(loans.join(items, items.c.id == loans.c.item_id))
        .where(loans.c.patron_id == _PATRON, loans.c.returned_at.is_(None), others)
        .group_by(items.c.branch, items.c.item_type)
    )


@cache
def holds_of(named: Named, *, of_patron: bool) -> Select[Any] | CompoundSelect[Any] | None:
    """Return the query of open holds: the patron's own (``mine``), and again all those of the records."""
    parts = []
    if of_patron:
        parts.append(_own_holds())
    if named:
        nothing = [null().label(name) for name in ("item_branch", "item_type", "title", "first_barcode")]
        queue = select(*hold_columns(), literal(0).label("mine"), *nothing)
        parts.append(queue.where(holds.c.record_id.in_(_wanted(named)), holds.c.state.in_(OPEN_STATES)))
    if not parts:
        return None
    return union_all(*parts) if len(parts) > 1 else parts[0]


def _own_holds() -> Select[Any]:
    """Return a patron's open holds, a row for each kind of item that each waits for, at least one."""
    waited_for = and_(
        items.c.record_id == holds.c.record_id,
        or_(holds.c.item_id.is_(None), items.c.id == holds.c.item_id),
        items.c.not_for_loan.is_(False),
        items.c.condition.not_in([Condition.LOST.value, Condition.WITHDRAWN.value]),
    )
    query = select(
        *hold_columns(),
        literal(1).label("mine"),
        items.c.branch.label("item_branch"),
        items.c.item_type,
        records.c.title,
        func.min(items.c.barcode_key).label("first_barcode"),
    ).select_from(holds.join(records, records.c.id == holds.c.record_id).outerjoin(items, waited_for))
    return query.where(holds.c.patron_id == _PATRON, holds.c.state.in_(OPEN_STATES)).group_by(
        holds.c.id, records.c.id, items.c.branch, items.c.item_type
    )


@cache
def copies_of(named: Named) -> Select[Any]:
    """Return the query of records with their copies by barcode, each with its open loan."""
    query = select(
        *items.c,
        *(column.label(f"loan_{column.name}") for column in LOAN_COLUMNS),
        records.c.id.label("of_record"),
        records.c.title,
        records.c.online,
        currency_column(),
    ).select_from(
        records.outerjoin(items, items.c.record_id == records.c.id).outerjoin(loans, open_loan_of_item())
    )
    return query.where(records.c.id.in_(_wanted(named))).order_by(records.c.id, items.c.barcode_key)


class LoanPart:
    """The loan of a copies' row, under the names that a loan's own row has."""

    __slots__ = ("_row",)

    def __init__(self, row: Row[Any]) -> None:
        self._row = row

    def __getattr__(self, name: str) -> Any:
        return getattr(self._row, name if name == "currency" else f"loan_{name}")
