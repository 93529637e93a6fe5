"""Reads how much items are used: never lent, lent most, and how many there are of what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, null, or_, select

from kiosk.model.item import Condition
from kiosk.storage.link import Link
from kiosk.storage.reports.item_orders import Meant, ids_in_order
from kiosk.storage.tables import items, records

_GONE = (Condition.WITHDRAWN.value, Condition.LOST.value)
_COLUMNS = (
    *(items.c[name] for name in ("id", "record_id", "barcode", "branch", "item_type", "location")),
    *(items.c.call_number, records.c.title, records.c.authors, records.c.year),
    *(records.c.created_at.label("added_at"), items.c.times_lent, items.c.last_lent_at),
    *(items.c.barcode_key, items.c.shelf_key, records.c.filing_title),
)


@dataclass(frozen=True, slots=True)
class UsedItem:
    """An item with how often it was lent and when last, None for never; and the keys that lists go by."""

    id: int
    record_id: int
    barcode: str
    branch: str
    item_type: str
    location: str | None
    call_number: str | None
    title: str
    authors: tuple[str, ...]
    year: int | None
    added_at: datetime
    times_lent: int
    last_lent_at: datetime | None
    barcode_key: str
    shelf_key: str | None
    filing_title: str


@dataclass(frozen=True, slots=True)
class WhichItems:
    """Which items a report is about; what is None narrows nothing.

    ``unlent_since`` leaves out those lent then or later; without it only those never lent are meant.
    ``added_before`` and ``published_before`` ask how old they are, here and at all. ``words`` must all
    stand in title, call number, location or barcode.
    """

    branch: str | None = None
    item_type: str | None = None
    unlent_since: datetime | None = None
    added_before: datetime | None = None
    published_before: int | None = None
    words: tuple[str, ...] = ()


class ItemUse:
    """The use of items, page by page; withdrawn and lost ones and those not for loan are left out."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def unlent(self, which: WhichItems, after: UsedItem | None, limit: int) -> tuple[UsedItem, ...]:
        """Return items not lent since then: those never lent first, then those lent longest ago.

        ``after`` goes on behind that item.
        """
        found: list[UsedItem] = []
        if after is None or after.last_lent_at is None:
            never = _used(which).where(items.c.last_lent_at.is_(None)).order_by(items.c.id)
            if after is not None:
                never = never.where(items.c.id > after.id)
            found += self._read(never.limit(limit))
        if which.unlent_since is None or len(found) == limit:
            return tuple(found)
        long_ago = _used(which).where(items.c.last_lent_at < which.unlent_since)
        if after is not None and after.last_lent_at is not None:
            long_ago = long_ago.where(
                items.c.last_lent_at >= after.last_lent_at,
                or_(items.c.last_lent_at > after.last_lent_at, items.c.id > after.id),
            )
        ordered = long_ago.order_by(items.c.last_lent_at, items.c.id)
        return (*found, *self._read(ordered.limit(limit - len(found))))

    def unlent_by(
        self, which: WhichItems, order: str, after: UsedItem | None, limit: int, *, descending: bool = False
    ) -> tuple[UsedItem, ...]:
        """Return items not lent since then in another order; ``after`` goes on behind that item."""
        unlent = looked_at = _unlent(which)
        if self._link.dialect == "sqlite":
            # It takes those never lent for few, and would sort them all: hidden from its index they are
            # looked at in the order of titles. PostgreSQL knows how many they are, unless they are hidden.
            looked_at = _unlent(which, func.coalesce(items.c.last_lent_at, null()))
        meant = Meant(_conditions(which), unlent, looked_at)
        asks = _asks_records(which)
        found = ids_in_order(self._link, meant, order, after, limit, of_records=asks, descending=descending)
        # Only those that are shown are read as a whole.
        query = _all_columns().where(items.c.id.in_(found))
        rows = {row.id: row for row in self._read(query)} if found else {}
        return tuple(rows[number] for number in found)

    def count_unlent(self, which: WhichItems) -> int:
        """Count the items not lent since then; reads all of them."""
        query = select(func.count()).select_from(items).where(_unlent(which), *_conditions(which))
        if _asks_records(which):
            query = query.join(records, records.c.id == items.c.record_id)
        return int(self._link.scalar(query))

    def most_lent(self, which: WhichItems, limit: int) -> tuple[UsedItem, ...]:
        """Return the items that were lent most often of all time."""
        query = _used(which).where(items.c.times_lent > 0)
        return tuple(self._read(query.order_by(items.c.times_lent.desc(), items.c.id.desc()).limit(limit)))

    def stock(self, branch: str | None = None) -> tuple[tuple[str, str, str, int], ...]:
        """Count the items there are by branch, location ("" for none) and type, withdrawn ones included."""
        of = (items.c.branch, items.c.location, items.c.item_type)
        query = select(*of, func.count().label("there")).group_by(*of)
        if branch is not None:
            query = query.where(items.c.branch == branch)
        return tuple(
            (row.branch, row.location or "", row.item_type, row.there) for row in self._link.all(query)
        )

    def _read(self, query: Select[Any]) -> Sequence[UsedItem]:
        return [_item_of(row) for row in self._link.all(query)]


def _used(which: WhichItems) -> Select[Any]:
    return _all_columns().where(*_conditions(which))


def _all_columns() -> Select[Any]:
    return select(*_COLUMNS).select_from(items.join(records, records.c.id == items.c.record_id))


def _asks_records(which: WhichItems) -> bool:
    return bool(which.added_before is not None or which.published_before is not None or which.words)


def _unlent(which: WhichItems, last: Any = items.c.last_lent_at) -> ColumnElement[bool]:
    never: ColumnElement[bool] = last.is_(None)
    return never if which.unlent_since is None else never | (items.c.last_lent_at < which.unlent_since)


def _conditions(which: WhichItems) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        items.c.condition.not_in(_GONE),
        items.c.not_for_loan.is_(False),
    ]
    if which.branch is not None:
        conditions.append(items.c.branch == which.branch)
    if which.item_type is not None:
        conditions.append(items.c.item_type == which.item_type)
    if which.added_before is not None:
        conditions.append(records.c.created_at < which.added_before)
    if which.published_before is not None:
        conditions.append(records.c.year < which.published_before)
    for word in which.words:
        told = (records.c.title, items.c.call_number, items.c.location, items.c.barcode)
        conditions.append(or_(*(column.icontains(word, autoescape=True) for column in told)))
    return conditions


def _item_of(row: Row[Any]) -> UsedItem:
    values = {name: getattr(row, name) for name in UsedItem.__dataclass_fields__}
    return UsedItem(**values | {"authors": tuple(row.authors)})
