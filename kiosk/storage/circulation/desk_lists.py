"""What lies ready and what travels: the lists that staff walk along with."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, and_, literal_column, select

from kiosk.model.hold import HoldState
from kiosk.model.item import Place
from kiosk.storage.link import Link
from kiosk.storage.tables import holds, items, patrons, records

_OPEN = holds.c.closed_at.is_(None)  # the words of the index on open holds
_NOT_ON_SHELF = items.c.place != literal_column("'shelf'")  # and of that on items that lie elsewhere


@dataclass(frozen=True, slots=True)
class KeptItem:
    """A copy kept, or on its way, for a hold or home; of nobody's hold where there is no card.

    ``goal`` is the branch where it is kept or goes to; ``item_branch`` its home.
    """

    item_id: int
    barcode: str
    title: str
    call_number: str | None
    item_branch: str
    goal: str
    hold_id: int | None = None
    record_id: int | None = None
    ready_until: date | None = None
    card: str | None = None
    first_name: str | None = None
    last_name: str | None = None


class DeskLists:
    """Reads what is kept and what travels."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def hold_shelf(self, branch: str, limit: int) -> tuple[KeptItem, ...]:
        """Return what waits on the branch's hold shelf, by name, at most so many."""
        query = (
            _kept()
            .where(holds.c.state == HoldState.READY.value, holds.c.pickup_branch == branch, _OPEN)
            .order_by(patrons.c.name_key, holds.c.id)
        )
        return tuple(_kept_item(row) for row in self._link.all(query.limit(limit)))

    def travelling(self, branch: str | None, limit: int) -> tuple[KeptItem, ...]:
        """Return what is on its way to the branch, or to any, by goal and barcode, at most so many."""
        going = and_(items.c.place == Place.TRANSIT.value, _NOT_ON_SHELF)
        if branch is not None:
            going = and_(going, items.c.at_branch == branch)
        query = _on_the_way().where(going).order_by(items.c.at_branch, items.c.barcode_key)
        return tuple(_kept_item(row) for row in self._link.all(query.limit(limit)))


def _columns() -> tuple[Any, ...]:
    return (
        items.c.id,
        items.c.barcode,
        items.c.call_number,
        items.c.branch,
        items.c.at_branch,
        items.c.record_id,
        records.c.title,
        holds.c.id.label("hold_id"),
        holds.c.pickup_branch,
        holds.c.ready_until,
        patrons.c.card,
        patrons.c.first_name,
        patrons.c.last_name,
    )


def _kept() -> Select[Any]:
    lying = holds.join(items, items.c.id == holds.c.trapped_item_id)
    named = lying.join(records, records.c.id == items.c.record_id)
    return select(*_columns()).select_from(named.join(patrons, patrons.c.id == holds.c.patron_id))


def _on_the_way() -> Select[Any]:
    mine = and_(holds.c.trapped_item_id == items.c.id, _OPEN)
    named = items.join(records, records.c.id == items.c.record_id).outerjoin(holds, mine)
    return select(*_columns()).select_from(named.outerjoin(patrons, patrons.c.id == holds.c.patron_id))


def _kept_item(row: Row[Any]) -> KeptItem:
    return KeptItem(
        item_id=row.id,
        barcode=row.barcode,
        title=row.title,
        call_number=row.call_number,
        item_branch=row.branch,
        goal=row.pickup_branch or row.at_branch or row.branch,
        hold_id=row.hold_id,
        record_id=row.record_id,
        ready_until=row.ready_until,
        card=row.card,
        first_name=row.first_name,
        last_name=row.last_name,
    )
