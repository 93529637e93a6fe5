"""The orders in which a list of items can stand, read page by page behind the last item seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Select, func, literal, select, tuple_

from kiosk.storage.link import Link
from kiosk.storage.tables import items, records

_Terms = tuple[tuple[Any, str], ...]
# So many records are walked through in the order of a title before all that is meant is sorted instead.
_WALKED = 20_000


class Placed(Protocol):
    """An item as a list has it, which knows where it stands in every order."""

    @property
    def id(self) -> int: ...

    @property
    def record_id(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Meant:
    """Which items: what finds them by an index, the same for a walk in another order, and the rest."""

    rest: Sequence[ColumnElement[bool]]
    found: ColumnElement[bool]
    looked_at: ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class _Order:
    """What a list is ordered by first, then by what else, each with the name it has in a list's row.

    What has nothing of the first comes last, or first where ``blank_first`` says so and the order runs up.
    ``walked``: the first is of records and has an index.
    """

    first: Any
    name: str
    then: tuple[tuple[Any, str], ...] = ()
    blank: bool = False
    blank_first: bool = False
    walked: bool = False


_ID = (items.c.id, "id")
_SHELF = (func.coalesce(items.c.shelf_key, ""), "shelf_key")
_OF_RECORD = ((records.c.id, "record_id"), _ID)
_ORDERS: Mapping[str, _Order] = MappingProxyType(
    {
        "title": _Order(records.c.filing_title, "filing_title", _OF_RECORD, walked=True),
        "year": _Order(records.c.year, "year", _OF_RECORD, blank=True, walked=True),
        "call_number": _Order(items.c.shelf_key, "shelf_key", (_ID,), blank=True),
        "branch": _Order(items.c.branch, "branch", (_SHELF, _ID)),
        "location": _Order(items.c.location, "location", (_SHELF, _ID), blank=True),
        "item_type": _Order(items.c.item_type, "item_type", (_SHELF, _ID)),
        "barcode": _Order(items.c.barcode_key, "barcode_key", (_ID,)),
        "times_lent": _Order(items.c.times_lent, "times_lent", (_ID,)),
        "last_lent": _Order(items.c.last_lent_at, "last_lent_at", (_ID,), blank=True, blank_first=True),
    }
)


def ids_in_order(
    link: Link,
    meant: Meant,
    name: str,
    after: Placed | None,
    limit: int,
    *,
    of_records: bool,
    descending: bool,
) -> list[int]:
    """Return the next items that are meant, in that order, behind ``after``; ``of_records``: so are records.

    What stands alike is in the order of records and items, backwards too where the list runs down.
    """
    order = _ORDERS[name]
    parts = [False, True] if order.blank else [False]
    if order.blank_first and not descending:
        parts.reverse()
    in_blank = after is not None and order.blank and getattr(after, order.name) is None
    if after is not None:
        parts = parts[parts.index(in_blank) :]
    found: list[int] = []
    for blank in parts:
        begun = after if blank == in_blank else None
        part = _Part(link, meant, order, descending, blank, of_records, begun)
        found += part.read(limit - len(found))
        if len(found) == limit:
            break
    return found


@dataclass(frozen=True, slots=True)
class _Part:
    """All items that have something of what is first, or all that have nothing of it."""

    link: Link
    meant: Meant
    order: _Order
    descending: bool
    blank: bool
    of_records: bool
    after: Placed | None

    def read(self, limit: int) -> list[int]:
        """Return the next so many."""
        if self.order.walked and not self.blank:
            walked = self._walked(limit)
            if len(walked) == limit:
                return walked
        return self.link.column(self._meant(self.meant.found).limit(limit))

    def _walked(self, limit: int) -> list[int]:
        """Return those that are found soon in the order itself; of few in many they are fewer than asked."""
        terms = self._terms()[:2]
        steps = select(*(column for column, _name in terms)).where(*self._here(terms))
        end = self.link.first(self._ordered(steps, terms).offset(_WALKED).limit(1))
        if end is None:
            return []
        near = self._meant(self.meant.looked_at).where(~self._behind(terms, tuple(end)))
        if self.after is not None and self.link.dialect == "postgresql":
            # Where a page begins is said of record and item at once, which no index has: PostgreSQL would
            # walk from the beginning of all, or read all items instead.
            near = near.where(self._behind(terms, _place(self.after, terms), or_there=True))
        return self.link.column(near.limit(limit))

    def _meant(self, unlent: ColumnElement[bool]) -> Select[Any]:
        terms = self._terms()
        joined = self.of_records or self.order.walked
        tables = items.join(records, records.c.id == items.c.record_id) if joined else items
        query = select(items.c.id).select_from(tables).where(unlent, *self.meant.rest, *self._here(terms))
        return self._ordered(query, terms)

    def _terms(self) -> _Terms:
        return self.order.then if self.blank else ((self.order.first, self.order.name), *self.order.then)

    def _here(self, terms: _Terms) -> list[ColumnElement[bool]]:
        """Return what keeps to this part, behind the last item of the page before."""
        kept: list[ColumnElement[bool]] = []
        if self.order.blank:
            first = self.order.first
            kept.append(first.is_(None) if self.blank else first.is_not(None))
        if self.after is not None:
            kept.append(self._behind(terms, _place(self.after, terms)))
        return kept

    def _behind(
        self, terms: _Terms, values: Sequence[object], *, or_there: bool = False
    ) -> ColumnElement[bool]:
        columns = [column for column, _name in terms]
        row = tuple_(*columns)
        other = tuple_(*(literal(value, column.type) for column, value in zip(columns, values, strict=True)))
        if or_there:
            return row <= other if self.descending else row >= other
        return row < other if self.descending else row > other

    def _ordered(self, query: Select[Any], terms: _Terms) -> Select[Any]:
        return query.order_by(*(column.desc() if self.descending else column for column, _name in terms))


def _place(item: Placed, terms: _Terms) -> tuple[object, ...]:
    """Return what an item is ordered by; the key of a shelf is only asked for where none is an empty one."""
    values = (getattr(item, name) for _column, name in terms)
    return tuple("" if value is None else value for value in values)
