"""Items: kept, found, and moved."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, select

from kiosk.model.errors import ItemUnknown
from kiosk.model.item import Condition, Item, Place, barcode_key
from kiosk.storage.catalogue.copies import Copy, copies_of, copy_of, item_of, select_copies
from kiosk.storage.feed import Feed, FeedKind
from kiosk.storage.link import Link
from kiosk.storage.money import currency_column
from kiosk.storage.tables import charges, holds, items, loans


class Items:
    """The catalogue's items; every change touches their record in the feed."""

    def __init__(self, link: Link, feed: Feed) -> None:
        self._link = link
        self._feed = feed

    def get(self, item_id: int) -> Item | None:
        """Return the item of that number."""
        return self._one(items.c.id == item_id)

    def by_barcode(self, barcode: str) -> Item | None:
        """Return the item with that barcode, told without case."""
        return self._one(items.c.barcode_key == barcode_key(barcode))

    def copy(self, barcode: str) -> Copy | None:
        """Return the item with that barcode and what is going on with it."""
        row = self._link.first(select_copies().where(items.c.barcode_key == barcode_key(barcode)))
        return None if row is None else copy_of(row)

    def of_record(self, record_id: int) -> tuple[Copy, ...]:
        """Return the copies of a record by barcode, withdrawn ones included."""
        return self.of_records([record_id]).get(record_id, ())

    def of_records(self, record_ids: Sequence[int]) -> dict[int, tuple[Copy, ...]]:
        """Return the copies of several records by barcode, by one statement."""
        found: dict[int, tuple[Copy, ...]] = dict.fromkeys(record_ids, ())
        narrowed = select_copies().where(items.c.record_id.in_(record_ids))
        for copy in copies_of(self._link.all(_in_order(narrowed))):
            found[copy.item.record_id] += (copy,)
        return found

    def at_place(self, place: Place, branch: str | None = None) -> tuple[Copy, ...]:
        """Return the copies that lie there; ``branch`` is where they are or, in transit, where they go."""
        query = select_copies().where(items.c.place == place.value)
        if branch is not None:
            query = query.where(items.c.at_branch == branch)
        return copies_of(self._link.all(_in_order(query)))

    def add(self, item: Item, *, shelf_key: str | None = None) -> Item | None:
        """Add an item, whatever its id says; None when the barcode is taken."""
        values = _values(item, shelf_key)
        statement = self._link.insert(items).values(values).on_conflict_do_nothing()
        row = self._link.written(statement.returning(*items.c, currency_column()))
        if row is None:
            return None
        self._feed.touch([row.record_id], FeedKind.ITEMS)
        return item_of(row)

    def update(self, item: Item, *, shelf_key: str | None = None) -> Item | None:
        """Replace an item; None when another has the barcode; ItemUnknown where there is none of that id.

        Without a ``shelf_key`` the old one stays with an unchanged call number.
        """
        before = self.get(item.id)
        if before is None:
            raise ItemUnknown(barcode=item.barcode)
        other = self.by_barcode(item.barcode)
        if other is not None and other.id != item.id:
            return None
        values = _values(item, shelf_key)
        if shelf_key is None and before.call_number == item.call_number:
            del values["shelf_key"]
        self._link.write(items.update().where(items.c.id == item.id).values(values))
        self._feed.touch({before.record_id, item.record_id}, FeedKind.ITEMS)
        return item

    def set_condition(self, item_id: int, condition: Condition) -> None:
        """Say what state the copy is in."""
        self._change(item_id, condition=condition.value)

    def set_place(self, item_id: int, place: Place, at_branch: str | None = None) -> None:
        """Say where the copy lies or, in transit, where it goes."""
        self._change(item_id, place=place.value, at_branch=at_branch)

    def delete(self, item_id: int) -> bool:
        """Delete an item that no loan, hold or charge ever named; return whether it was."""
        named = (
            exists().where(loans.c.item_id == item_id)
            | exists().where((holds.c.item_id == item_id) | (holds.c.trapped_item_id == item_id))
            | exists().where(charges.c.item_id == item_id)
        )
        statement = items.delete().where(items.c.id == item_id, ~named).returning(items.c.record_id)
        gone = self._link.written(statement)
        if gone is None:
            return False
        self._feed.touch([gone.record_id], FeedKind.ITEMS)
        return True

    def _change(self, item_id: int, **values: Any) -> None:
        statement = items.update().where(items.c.id == item_id).values(**values)
        row = self._link.written(statement.returning(items.c.record_id))
        if row is None:
            raise ItemUnknown(item=item_id)
        self._feed.touch([row.record_id], FeedKind.ITEMS)

    def _one(self, condition: ColumnElement[bool]) -> Item | None:
        row = self._link.first(select(*items.c, currency_column()).where(condition))
        return None if row is None else item_of(row)


def _in_order(query: Select[Any]) -> Select[Any]:
    return query.order_by(items.c.record_id, items.c.barcode_key)


def _values(item: Item, shelf_key: str | None) -> dict[str, Any]:
    return {
        "record_id": item.record_id,
        "barcode": item.barcode.strip(),
        "barcode_key": barcode_key(item.barcode),
        "branch": item.branch,
        "item_type": item.item_type,
        "location": item.location,
        "call_number": item.call_number,
        "shelf_key": shelf_key,
        "price": None if item.price is None else item.price.minor,
        "condition": item.condition.value,
        "not_for_loan": item.not_for_loan,
        "place": item.place.value,
        "at_branch": item.at_branch,
        "note": item.note,
        "parts": item.parts,
    }
