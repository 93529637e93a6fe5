"""What stands on items' labels: barcode, call number and title, of items named, in a range, or new."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select

from kiosk.model.errors import ItemUnknown
from kiosk.model.item import Condition, barcode_key
from kiosk.storage.link import Link
from kiosk.storage.tables import items, records

_AT_ONCE = 500
# Sorts behind whatever continues a key.
_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Labelled:
    """An item as its labels show it; without a call number of its own it has the record's."""

    barcode: str
    call_number: str | None
    title: str


class LabelledItems:
    """Finds items for labels; withdrawn ones only by name."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def named(self, barcodes: Iterable[str]) -> dict[str, Labelled]:
        """Return the items of these barcodes by `barcode_key`; unknown ones are left out."""
        keys = [barcode_key(barcode) for barcode in barcodes]
        found: dict[str, Labelled] = {}
        for start in range(0, len(keys), _AT_ONCE):
            some = _labels().where(items.c.barcode_key.in_(keys[start : start + _AT_ONCE]))
            found |= {barcode_key(row.barcode): _labelled(row) for row in self._link.all(some)}
        return found

    def ranged(
        self, first_key: str | None, last_key: str | None, branch: str | None = None
    ) -> tuple[Labelled, ...]:
        """Return the items between two shelf keys in shelf order, continuations of the last too."""
        query = _labels().where(items.c.shelf_key.is_not(None), *_of(branch))
        if first_key is not None:
            query = query.where(items.c.shelf_key >= first_key)
        if last_key is not None:
            query = query.where(items.c.shelf_key <= last_key + _LAST)
        ordered = query.order_by(items.c.shelf_key, items.c.barcode_key)
        return tuple(_labelled(row) for row in self._link.all(ordered))

    def after(self, barcode: str, branch: str | None = None) -> tuple[Labelled, ...]:
        """Return the items added after that one, in the order in which they were; raises ItemUnknown."""
        known = self._link.scalar(select(items.c.id).where(items.c.barcode_key == barcode_key(barcode)))
        if known is None:
            raise ItemUnknown(barcode=barcode)
        query = _labels().where(items.c.id > known, *_of(branch))
        return tuple(_labelled(row) for row in self._link.all(query.order_by(items.c.id)))


def _labels() -> Select[Any]:
    number = func.coalesce(items.c.call_number, records.c.call_number).label("call_number")
    return select(items.c.barcode, number, records.c.title).join_from(
        items, records, items.c.record_id == records.c.id
    )


def _of(branch: str | None) -> list[ColumnElement[bool]]:
    there = [items.c.condition != Condition.WITHDRAWN.value]
    return there if branch is None else [*there, items.c.branch == branch]


def _labelled(row: Row[Any]) -> Labelled:
    return Labelled(row.barcode, row.call_number, row.title)
