"""Items with what is going on with them, as the catalogue shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, exists, select

from kiosk.model.item import Condition, Item, ItemStatus, Place
from kiosk.storage.money import currency_column, money
from kiosk.storage.tables import holds, items, loans
from kiosk.storage.tables.circulation import OPEN_STATES


@dataclass(frozen=True, slots=True)
class Copy:
    """An item, whether somebody has it out, and whether it is kept or on its way for a hold."""

    item: Item
    on_loan: bool = False
    due_at: datetime | None = None
    held: bool = False

    @property
    def status(self) -> ItemStatus:
        """What the copy is at the moment."""
        item = self.item
        return status_of(
            item.condition, item.place, on_loan=self.on_loan, held=self.held, not_for_loan=item.not_for_loan
        )


def status_of(
    condition: Condition, place: Place, *, on_loan: bool, held: bool, not_for_loan: bool
) -> ItemStatus:
    """Return what a copy is: a loan says most, then its condition, then its place."""
    if on_loan:
        return ItemStatus.ON_LOAN
    if condition is not Condition.FINE:
        return ItemStatus(condition.value)
    if place is not Place.SHELF:
        return _BY_PLACE[place]
    if held:
        return ItemStatus.HOLD_SHELF
    return ItemStatus.NOT_FOR_LOAN if not_for_loan else ItemStatus.AVAILABLE


_BY_PLACE = {
    Place.HOLD_SHELF: ItemStatus.HOLD_SHELF,
    Place.TRANSIT: ItemStatus.IN_TRANSIT,
    Place.STAFF: ItemStatus.WITH_STAFF,
}


def open_loan_of_item() -> ColumnElement[bool]:
    """Return the condition that joins an item to its open loan."""
    return and_(loans.c.item_id == items.c.id, loans.c.returned_at.is_(None))


def trapped() -> ColumnElement[bool]:
    """Return the condition that an open hold keeps the item."""
    kept = exists().where(holds.c.trapped_item_id == items.c.id, holds.c.state.in_(OPEN_STATES))
    return kept.correlate(items)


def stands() -> ColumnElement[bool]:
    """Return the condition that the item itself is sound, lendable and on its shelf."""
    return and_(
        items.c.condition == Condition.FINE.value,
        items.c.not_for_loan.is_(False),
        items.c.place == Place.SHELF.value,
    )


def is_available() -> ColumnElement[bool]:
    """Return the condition that the item stands on its shelf for anybody to borrow."""
    return and_(
        stands(),
        ~exists().where(open_loan_of_item()).correlate(items),
        ~trapped(),
    )


def select_copies() -> Select[Any]:
    """Return a query of items with their loans, to be narrowed by the caller."""
    return select(
        *items.c, loans.c.id.label("loan_id"), loans.c.due_at, trapped().label("held"), currency_column()
    ).select_from(items.outerjoin(loans, open_loan_of_item()))


def item_of(row: Row[Any]) -> Item:
    """Return the item that a row with a ``currency`` holds."""
    return Item(
        id=row.id,
        record_id=row.record_id,
        barcode=row.barcode,
        branch=row.branch,
        item_type=row.item_type,
        location=row.location,
        call_number=row.call_number,
        price=money(row.price, row.currency),
        condition=Condition(row.condition),
        not_for_loan=row.not_for_loan,
        place=Place(row.place),
        at_branch=row.at_branch,
        note=row.note,
        parts=row.parts,
    )


def copy_of(row: Row[Any]) -> Copy:
    """Return the copy that a row of ``select_copies`` holds."""
    return Copy(item_of(row), row.loan_id is not None, row.due_at, bool(row.held))


def copies_of(rows: Sequence[Row[Any]]) -> tuple[Copy, ...]:
    """Return the copies of several rows."""
    return tuple(copy_of(row) for row in rows)
