"""Records as lists show them, with how many items they have and how many stand free."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import case, func, select

from kiosk.model.item import Condition
from kiosk.model.record import BibRecord, Description, record_key
from kiosk.storage.catalogue.copies import Copy, copy_of, is_available, select_copies
from kiosk.storage.catalogue.descriptions import LISTED_COLUMNS, description_of, record_of
from kiosk.storage.link import Link
from kiosk.storage.tables import items, records


@dataclass(frozen=True, slots=True)
class Counts:
    """How large the collection is."""

    titles: int
    items: int
    available: int


@dataclass(frozen=True, slots=True)
class ListedRecord:
    """A record without its MARC record; withdrawn items do not count."""

    id: int
    control_number: str | None
    agency: str | None
    description: Description
    created_at: datetime
    updated_at: datetime
    edited_here: bool
    items: int
    available: int
    call_number: str | None

    @property
    def key(self) -> str:
        """Return the public id."""
        return record_key(self.id)


@dataclass(frozen=True, slots=True)
class StoredTitle:
    """A record with its copies by barcode, as an index or an export takes them."""

    record: BibRecord
    copies: tuple[Copy, ...]


def listed(link: Link, record_ids: Sequence[int]) -> list[ListedRecord]:
    """Return these records in this order, unknown ids left out, by one statement."""
    counted = (
        select(
            items.c.record_id,
            func.count().label("item_count"),
            func.sum(case((is_available(), 1), else_=0)).label("available"),
            func.min(items.c.call_number).label("item_call_number"),
        )
        .where(items.c.record_id.in_(record_ids), items.c.condition != Condition.WITHDRAWN.value)
        .group_by(items.c.record_id)
        .subquery()
    )
    query = select(
        *LISTED_COLUMNS, counted.c.item_count, counted.c.available, counted.c.item_call_number
    ).select_from(records.outerjoin(counted, counted.c.record_id == records.c.id))
    rows = {row.id: row for row in link.all(query.where(records.c.id.in_(record_ids)))}
    return [_listed(rows[number]) for number in record_ids if number in rows]


def _listed(row: Any) -> ListedRecord:
    return ListedRecord(
        id=row.id,
        control_number=row.control_number,
        agency=row.agency,
        description=description_of(row),
        created_at=row.created_at,
        updated_at=row.updated_at,
        edited_here=row.edited_here,
        items=row.item_count or 0,
        available=int(row.available or 0),
        call_number=row.item_call_number or row.call_number,
    )


def iterate(
    link: Link, *, batch: int = 500, after: int = 0, ids: Sequence[int] | None = None, marc: bool = True
) -> Iterator[list[StoredTitle]]:
    """Yield records with their copies in batches by id, memory flat however many there are.

    ``after`` goes on behind that id; ``ids`` narrows to these; without ``marc`` the MARC record is empty.
    """
    columns = tuple(records.c) if marc else LISTED_COLUMNS
    waiting = None if ids is None else sorted({number for number in ids if number > after})
    while waiting is None or waiting:
        query = select(*columns).order_by(records.c.id)
        if waiting is None:
            query = query.where(records.c.id > after).limit(batch)
        else:
            query = query.where(records.c.id.in_(waiting[:batch]))
            waiting = waiting[batch:]
        rows = link.all(query)
        if rows:
            yield _with_copies(link, rows, marc=marc)
            after = rows[-1].id
        if waiting is None and len(rows) < batch:
            return


def _with_copies(link: Link, rows: Sequence[Any], *, marc: bool) -> list[StoredTitle]:
    query = select_copies().where(items.c.record_id.in_([row.id for row in rows]))
    copies: dict[int, list[Copy]] = {row.id: [] for row in rows}
    for row in link.all(query.order_by(items.c.record_id, items.c.barcode_key)):
        copies[row.record_id].append(copy_of(row))
    blank = None if marc else ""
    return [StoredTitle(record_of(row, marc=blank), tuple(copies[row.id])) for row in rows]
