"""Reads which open loans are late, and for how long, without who has them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, case, func, literal, or_, select

from kiosk.storage.link import Link
from kiosk.storage.tables import items, loans, records
from kiosk.storage.tables.base import Moment


@dataclass(frozen=True, slots=True)
class LateLoan:
    """An open loan past its due date; ``branch`` is the item's home."""

    id: int
    due_at: datetime
    barcode: str
    title: str
    call_number: str | None
    branch: str
    item_type: str
    patron_category: str


class LateLoans:
    """Open loans past their due date, counted and listed."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def count(self, before: datetime, since: datetime | None = None, branch: str | None = None) -> int:
        """Count those due before a moment, and not before ``since`` where one is named."""
        query = select(func.count()).select_from(loans).where(loans.c.returned_at.is_(None))
        query = query.where(loans.c.due_at < before)
        if since is not None:
            query = query.where(loans.c.due_at >= since)
        if branch is not None:
            query = query.join(items, items.c.id == loans.c.item_id).where(items.c.branch == branch)
        return int(self._link.scalar(query))

    def spans(
        self, at: datetime, bounds: Sequence[datetime], branch: str | None, category: str | None
    ) -> dict[tuple[int, str], int]:
        """Count the late loans by the span in which they were due and by category of patron.

        ``bounds`` part the spans, the latest first: a loan due at or after the first is in span 0.
        """
        due = loans.c.due_at
        whens = [(due >= literal(bound, Moment), number) for number, bound in enumerate(bounds)]
        span = case(*whens, else_=len(bounds)).label("span")
        query = select(span, loans.c.patron_category, func.count().label("there"))
        query = _narrowed(query.select_from(loans), at, branch, category)
        rows = self._link.all(query.group_by(span, loans.c.patron_category))
        return {(int(row.span), row.patron_category or ""): int(row.there) for row in rows}

    def listed(
        self,
        at: datetime,
        branch: str | None,
        category: str | None,
        after: LateLoan | None,
        limit: int,
        words: Sequence[str] = (),
    ) -> tuple[LateLoan, ...]:
        """Return the late loans, the one due longest ago first; ``after`` goes on behind that one.

        All ``words`` must stand in title, call number or barcode.
        """
        query: Select[Any] = select(
            *(loans.c.id, loans.c.due_at, loans.c.patron_category, items.c.barcode, items.c.call_number),
            *(items.c.branch, items.c.item_type, records.c.title),
        ).select_from(
            loans.join(items, items.c.id == loans.c.item_id).join(records, records.c.id == items.c.record_id)
        )
        query = _narrowed(query, at, branch, category, joined=True)
        for word in words:
            told = (records.c.title, items.c.call_number, items.c.barcode)
            query = query.where(or_(*(column.icontains(word, autoescape=True) for column in told)))
        if after is not None:
            later = loans.c.due_at > after.due_at
            same = and_(loans.c.due_at == after.due_at, loans.c.id > after.id)
            query = query.where(loans.c.due_at >= after.due_at, or_(later, same))
        rows = self._link.all(query.order_by(loans.c.due_at, loans.c.id).limit(limit))
        return tuple(
            LateLoan(
                *(row.id, row.due_at, row.barcode, row.title, row.call_number),
                *(row.branch, row.item_type, row.patron_category or ""),
            )
            for row in rows
        )


def _narrowed(
    query: Select[Any], at: datetime, branch: str | None, category: str | None, *, joined: bool = False
) -> Select[Any]:
    query = query.where(loans.c.returned_at.is_(None), loans.c.due_at < at)
    if branch is not None:
        query = query if joined else query.join(items, items.c.id == loans.c.item_id)
        query = query.where(items.c.branch == branch)
    if category is not None:
        query = query.where(func.coalesce(loans.c.patron_category, "") == category)
    return query
