"""Browse lists: authors, subjects and call numbers in order, with counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Row, Select, func, select

from kiosk.model.item import Condition
from kiosk.storage.catalogue.keys import heading_key
from kiosk.storage.link import Link
from kiosk.storage.tables import headings, items, record_headings


@dataclass(frozen=True, slots=True)
class HeadingCount:
    """A heading and how many records have it; ``key`` is where it stands in the order."""

    text: str
    key: str
    records: int


@dataclass(frozen=True, slots=True)
class HeadingPage:
    """Some headings in order; ``next`` and ``previous`` are the keys where the neighbouring pages begin."""

    headings: tuple[HeadingCount, ...]
    next: str | None
    previous: str | None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A record beside another one on the shelf."""

    record_id: int
    call_number: str
    shelf_key: str


class Headings:
    """Reads browse lists."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def browse(self, kind: str, start: str, limit: int = 20, *, back: bool = False) -> HeadingPage:
        """Return headings from ``start`` on; with ``back`` those before it, still in order.

        ``start`` is text as typed or a key of another page.
        """
        counted = select(func.count()).where(record_headings.c.heading_id == headings.c.id)
        query = select(
            headings.c.text, headings.c.heading_key.label("key"), counted.scalar_subquery().label("records")
        ).where(headings.c.kind == kind, _is_used())
        return self._page(query, headings.c.heading_key, heading_key(start), limit, back)

    def browse_call_numbers(self, start_key: str, limit: int = 20, *, back: bool = False) -> HeadingPage:
        """Return call numbers from a sort key on; with ``back`` those before it, still in order."""
        query = (
            select(
                func.min(items.c.call_number).label("text"),
                items.c.shelf_key.label("key"),
                func.count(items.c.record_id.distinct()).label("records"),
            )
            .where(items.c.shelf_key.is_not(None), items.c.condition != Condition.WITHDRAWN.value)
            .group_by(items.c.shelf_key)
        )
        return self._page(query, items.c.shelf_key, start_key, limit, back)

    def records_of(self, kind: str, text: str, limit: int = 1000) -> list[int]:
        """Return the ids of the records that have the heading."""
        query = (
            select(record_headings.c.record_id)
            .join(headings, headings.c.id == record_headings.c.heading_id)
            .where(headings.c.kind == kind, headings.c.heading_key == heading_key(text))
        )
        return self._link.column(query.order_by(record_headings.c.record_id).limit(limit))

    def shelf_neighbours(
        self, shelf_key: str, branch: str | None = None, before: int = 5, after: int = 5
    ) -> tuple[Neighbour, ...]:
        """Return the titles that stand before and behind a call number, in the shelf's order."""
        shelf = select(items.c.record_id, func.min(items.c.call_number), items.c.shelf_key).where(
            items.c.condition == Condition.FINE.value
        )
        if branch is not None:
            shelf = shelf.where(items.c.branch == branch)
        shelf = shelf.group_by(items.c.shelf_key, items.c.record_id)
        left = self._link.all(
            shelf.where(items.c.shelf_key < shelf_key)
            .order_by(items.c.shelf_key.desc(), items.c.record_id.desc())
            .limit(before)
        )
        right = self._link.all(
            shelf.where(items.c.shelf_key >= shelf_key)
            .order_by(items.c.shelf_key, items.c.record_id)
            .limit(after)
        )
        return tuple(Neighbour(row[0], row[1] or "", row[2]) for row in (*reversed(left), *right))

    def _page(self, query: Select[Any], key: Column[Any], start: str, limit: int, back: bool) -> HeadingPage:
        """Read one row more than asked for: its key is where the next page begins."""
        if back:
            rows = list(reversed(self._link.all(query.where(key < start).order_by(key.desc()).limit(limit))))
            following = self._edge(query, key, start)
        else:
            found = self._link.all(query.where(key >= start).order_by(key).limit(limit + 1))
            rows, following = list(found[:limit]), found[limit].key if len(found) > limit else None
        return HeadingPage(_counts(rows), following, self._before(query, key, rows, start))

    def _edge(self, query: Select[Any], key: Column[Any], start: str) -> str | None:
        row = self._link.first(query.where(key >= start).order_by(key).limit(1))
        return None if row is None else str(row.key)

    def _before(self, query: Select[Any], key: Column[Any], rows: list[Row[Any]], start: str) -> str | None:
        first = rows[0].key if rows else start
        row = self._link.first(query.where(key < first).order_by(key.desc()).limit(1))
        return None if row is None else str(first)


def _is_used() -> Any:
    return select(1).where(record_headings.c.heading_id == headings.c.id).exists()


def _counts(rows: Sequence[Row[Any]]) -> tuple[HeadingCount, ...]:
    return tuple(HeadingCount(row.text or "", row.key, row.records) for row in rows)
