"""Open loans counted by what rules tell apart: home branch, patron category, item type."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, func, select

from kiosk.storage.link import Link
from kiosk.storage.tables import items, loans, patrons


@dataclass(frozen=True, slots=True)
class OpenKind:
    """So many open loans of items of one home branch and type by patrons of one category."""

    branch: str
    category: str
    item_type: str
    loans: int


@dataclass(frozen=True, slots=True)
class OpenLoan:
    """An open loan by the numbers at which its facts are asked for."""

    id: int
    card: str
    barcode: str
    due_at: datetime


class OpenKinds:
    """Counts what is on loan, and lists it, by kind."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def all(self) -> tuple[OpenKind, ...]:
        """Return every kind of which anything is on loan to somebody known."""
        kind = (items.c.branch, patrons.c.category, items.c.item_type)
        counted = select(*kind, func.count()).select_from(_open()).where(_is_open()).group_by(*kind)
        return tuple(OpenKind(*tuple(row)) for row in self._link.all(counted.order_by(*kind)))

    def loans(self, kinds: Sequence[OpenKind], limit: int, after: int = 0) -> tuple[OpenLoan, ...]:
        """Return open loans of these kinds by number; ``after`` goes on behind that loan."""
        found: list[OpenLoan] = []
        for kind in kinds:
            of_kind = (
                (items.c.branch == kind.branch)
                & (patrons.c.category == kind.category)
                & (items.c.item_type == kind.item_type)
            )
            query = (
                select(loans.c.id, patrons.c.card, items.c.barcode, loans.c.due_at)
                .select_from(_open())
                .where(_is_open(), of_kind, loans.c.id > after)
                .order_by(loans.c.id)
                .limit(limit)
            )
            found += (OpenLoan(*tuple(row)) for row in self._link.all(query))
        return tuple(sorted(found, key=lambda loan: loan.id)[:limit])

    def patrons_with(
        self, count: int, branch: str | None, category: str | None, item_type: str | None
    ) -> int:
        """Return how many patrons have so many or more open loans within a scope; None stands for any."""
        wanted: list[ColumnElement[bool]] = [_is_open(), loans.c.claims_returned.is_(False)]
        columns: Any = (
            (items.c.branch, branch),
            (patrons.c.category, category),
            (items.c.item_type, item_type),
        )
        wanted += [column == value for column, value in columns if value is not None]
        each = select(loans.c.patron_id).select_from(_open()).where(*wanted).group_by(loans.c.patron_id)
        reached = each.having(func.count() >= count).subquery()
        return int(self._link.scalar(select(func.count()).select_from(reached)))

    def due_between(self, branch: str, first: datetime, last: datetime) -> int:
        """Return how many items of a home branch are due from ``first`` up to ``last``."""
        due = loans.join(items, items.c.id == loans.c.item_id)
        within = (loans.c.due_at >= first) & (loans.c.due_at <= last) & (items.c.branch == branch)
        return int(self._link.scalar(select(func.count()).select_from(due).where(_is_open(), within)))


def _open() -> FromClause:
    return loans.join(items, items.c.id == loans.c.item_id).join(patrons, patrons.c.id == loans.c.patron_id)


def _is_open() -> ColumnElement[bool]:
    return loans.c.returned_at.is_(None)
