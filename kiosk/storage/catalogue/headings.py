"""Browse lists: authors and subjects in the order of the library's language, call numbers in the shelf's."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Row, Select, bindparam, func, select

from kiosk.model.item import Condition
from kiosk.storage.catalogue.heading_order import sorting_language
from kiosk.storage.catalogue.keys import heading_key, sorting_key
from kiosk.storage.catalogue.likeness import Alike, alike
from kiosk.storage.link import Link
from kiosk.storage.tables import headings, items, record_headings, records

# So many titles are named of those that share a call number.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class HeadingCount:
    """A heading and how many records have it; ``key`` is where it stands in the order.

    Of a call number ``titles`` are the first that stand there.
    """

    text: str
    key: str
    records: int
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadingPage:
    """Some headings in order; ``next`` and ``previous`` are the headings where the next pages begin."""

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
    """Reads browse lists; every statement goes along an index and reads no more than a page."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def browse(self, kind: str, start: str, limit: int = 20, *, back: bool = False) -> HeadingPage:
        """Return headings from ``start`` on, a heading or its beginning; with ``back`` those before it."""
        of_kind = select(headings.c.text, headings.c.sort_key.label("key"), headings.c.id).where(
            headings.c.kind == kind, _is_used()
        )
        rows, following, preceding = self._page(
            of_kind, headings.c.sort_key, self._place(kind, start), limit, back
        )
        counted = (
            select(record_headings.c.heading_id, func.count().label("records"))
            .where(record_headings.c.heading_id.in_([row.id for row in rows]))
            .group_by(record_headings.c.heading_id)
        )
        records = {row.heading_id: row.records for row in self._link.all(counted)} if rows else {}
        found = (HeadingCount(row.text, row.key, records.get(row.id, 0)) for row in rows)
        return HeadingPage(tuple(found), following, preceding)

    def browse_call_numbers(self, start_key: str, limit: int = 20, *, back: bool = False) -> HeadingPage:
        """Return call numbers from a sort key on; with ``back`` those before it, still in order."""
        on_shelf = (
            select(
                func.min(items.c.call_number).label("text"),
                items.c.shelf_key.label("key"),
                func.count(items.c.record_id.distinct()).label("records"),
            )
            .where(items.c.shelf_key.is_not(None), items.c.condition != Condition.WITHDRAWN.value)
            .group_by(items.c.shelf_key)
        )
        rows, following, preceding = self._page(on_shelf, items.c.shelf_key, start_key, limit, back)
        titles = self._titles([row.key for row in rows])
        found = (HeadingCount(row.text or "", row.key, row.records, titles[row.key]) for row in rows)
        return HeadingPage(tuple(found), following, preceding)

    def commonest(self, kind: str, limit: int) -> list[str]:
        """Return the headings that most records have, the commonest first; goes through all there are."""
        common = (
            select(record_headings.c.heading_id, func.count().label("records"))
            .join(headings, headings.c.id == record_headings.c.heading_id)
            .where(headings.c.kind == kind)
            .group_by(record_headings.c.heading_id)
            .order_by(func.count().desc(), record_headings.c.heading_id)
            .limit(limit)
            .subquery()
        )
        query = select(headings.c.text).join(common, common.c.heading_id == headings.c.id)
        return self._link.column(query.order_by(common.c.records.desc(), headings.c.id))

    def records_of(self, kind: str, text: str, limit: int = 1000) -> list[int]:
        """Return the ids of the records that have the heading."""
        query = (
            select(record_headings.c.record_id)
            .join(headings, headings.c.id == record_headings.c.heading_id)
            .where(headings.c.kind == kind, headings.c.heading_key == heading_key(text))
        )
        return self._link.column(query.order_by(record_headings.c.record_id).limit(limit))

    def alike(self, record_id: int, limit: int) -> list[Alike]:
        """Return records that share headings with one, those that share the most and the rarest first."""
        return alike(self._link, record_id, limit)

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

    def _place(self, kind: str, start: str) -> str:
        """Return the sort key at which to begin; what was typed plainly leads to the heading meant."""
        place, plain = sorting_key(start, sorting_language(self._link)), heading_key(start)
        if not plain:
            return ""
        key, of_kind = headings.c.sort_key, headings.c.kind == kind
        there = self._link.scalar(select(key).where(of_kind, key >= place).order_by(key).limit(1))
        if there is not None and there.startswith(place):
            return place
        known = headings.c.heading_key
        like = select(known, key).where(of_kind, known >= plain).order_by(known).limit(1)
        meant = self._link.first(like)
        return str(meant.sort_key) if meant is not None and meant.heading_key.startswith(plain) else place

    def _page(
        self, query: Select[Any], key: Column[Any], start: str, limit: int, back: bool
    ) -> tuple[list[Row[Any]], str | None, str | None]:
        """Return rows and where the neighbouring pages begin, for which one row more is read."""
        ahead = query.where(key >= start).order_by(key)
        behind = query.where(key < start).order_by(key.desc())
        if back:
            found = list(self._link.all(behind.limit(limit + 1)))
            rows = list(reversed(found[:limit]))
            following = self._link.first(ahead.limit(1))
            more_behind = len(found) > limit
        else:
            found = list(self._link.all(ahead.limit(limit + 1)))
            rows, following = found[:limit], found[limit] if len(found) > limit else None
            more_behind = self._link.first(behind.limit(1)) is not None
        first = rows[0] if rows else None
        if first is None and more_behind:
            # Past the end: what is before begins behind the last one there is.
            return rows, None, start or None
        return rows, _text(following), _text(first) if more_behind else None

    def _titles(self, keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return the first titles that stand at each of some call numbers."""
        at: Any = bindparam("key")
        first = (
            select(items.c.record_id)
            .where(items.c.shelf_key == at, items.c.condition != Condition.WITHDRAWN.value)
            .group_by(items.c.record_id)
            .order_by(items.c.record_id)
            .limit(_NAMED)
        )
        ids = {key: [row.record_id for row in self._link.all(first, {"key": key})] for key in keys}
        wanted = {number for some in ids.values() for number in some}
        query = select(records.c.id, records.c.title).where(records.c.id.in_(wanted))
        titles = {row.id: row.title for row in self._link.all(query)} if wanted else {}
        return {key: tuple(titles[number] for number in some) for key, some in ids.items()}


def _is_used() -> Any:
    return select(1).where(record_headings.c.heading_id == headings.c.id).exists()


def _text(row: Row[Any] | None) -> str | None:
    return None if row is None else row.text or ""
