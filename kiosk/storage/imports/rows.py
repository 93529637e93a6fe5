"""The rows of a batch, written with as few and as plain statements as possible."""

import json
import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, bindparam, column, func, literal_column, select, table

from kiosk.model.item import Place, barcode_key
from kiosk.model.record import Description
from kiosk.model.rule import PeriodUnit
from kiosk.storage.catalogue.descriptions import NewRecord
from kiosk.storage.catalogue.links import write_links
from kiosk.storage.feed import Feed, FeedKind
from kiosk.storage.imports.incoming import IncomingItem
from kiosk.storage.link import Link
from kiosk.storage.tables import items, loans, records
from kiosk.storage.tables.base import Moment

PER_STATEMENT = 5000

# The same table without its column types: texts and lists are made storable here, once, and not
# value by value on their way through the types, which would take longer than writing them.
_PLAIN = table(
    "records",
    *[column(name.name) for name in records.c if name.name not in ("id", "created_at", "updated_at")],
    column("id"),
    column("created_at", Moment()),
    column("updated_at", Moment()),
)
_LIST_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
_EMPTY = "[]"


def fresh_ids(link: Link, of: Any, count: int) -> Sequence[int]:
    """Return so many ids that no row of the table has or ever had; within a write transaction."""
    if count == 0:
        return ()
    if link.dialect == "postgresql":
        numbers = func.generate_series(1, count).table_valued("n")
        sequence = func.pg_get_serial_sequence(of.name, "id")
        return link.column(select(func.nextval(sequence)).select_from(numbers))
    used = select(literal_column("seq", Integer)).select_from(table("sqlite_sequence"))
    last = int(link.scalar(used.where(literal_column("name") == of.name)) or 0)
    return range(last + 1, last + count + 1)


def write_records(
    link: Link, created: list[tuple[int, NewRecord]], updated: list[tuple[int, NewRecord]], at: datetime
) -> None:
    """Insert and update records with their identifiers and headings."""
    if created:
        fresh = [
            {**_values(record), "id": number, "edited_here": False, "created_at": at, "updated_at": at}
            for number, record in created
        ]
        link.write(_PLAIN.insert(), fresh)
        write_links(link, {number: record.description for number, record in created}, fresh=True)
    if updated:
        changed = [
            {**_values(record), "number": number, "edited_here": False, "updated_at": at}
            for number, record in updated
        ]
        names = [name for name in changed[0] if name != "number"]
        statement = _PLAIN.update().where(_PLAIN.c.id == bindparam("number"))
        link.write(statement.values({name: bindparam(name) for name in names}), changed)
        write_links(link, {number: record.description for number, record in updated})


def _values(record: NewRecord) -> dict[str, Any]:
    described = record.description
    return {
        "control_number": record.control_number,
        "agency": record.agency,
        "content_hash": record.content_hash,
        "marc": record.marc,
        **_described(described),
    }


def _described(described: Description) -> dict[str, Any]:
    return {
        "title": described.title,
        "filing_title": described.filing_title,
        "form": described.form.value,
        "subtitle": described.subtitle,
        "responsibility": described.responsibility,
        "authors": _listed(described.authors),
        "names": _listed(described.names),
        "other_titles": _listed(described.other_titles),
        "subjects": _listed(described.subjects),
        "series": _listed(described.series),
        "notes": _listed(described.notes),
        "summary": described.summary,
        "publisher": described.publisher,
        "place": described.place,
        "extent": described.extent,
        "year": described.year,
        "language": described.language,
        "isbns": _listed(described.isbns),
        "issns": _listed(described.issns),
        "audience": described.audience.value if described.audience else None,
        "call_number": described.call_number,
        "online": described.online,
    }


def _listed(texts: tuple[str, ...]) -> str:
    return _LIST_JSON(texts) if texts else _EMPTY


def write_items(
    link: Link,
    new: list[tuple[int, IncomingItem]],
    changed: list[tuple[int, int, IncomingItem]],
    at: datetime,
) -> None:
    """Insert items, with a loan to nobody known where the source had them lent, and update others."""
    if new:
        numbers = fresh_ids(link, items, len(new))
        link.write(items.insert(), [_item(i, of, item) for i, (of, item) in zip(numbers, new, strict=True)])
        lent = [_loan(i, item, at) for i, (_, item) in zip(numbers, new, strict=True) if item.due_at]
        if lent:
            link.write(loans.insert(), lent)
    for item_id, _, item in changed:
        values = {name: value for name, value in _described_item(item).items() if value is not None}
        link.write(items.update().where(items.c.id == item_id).values(values))


def _item(number: int, record_id: int, item: IncomingItem) -> dict[str, Any]:
    return {
        **_described_item(item),
        "id": number,
        "record_id": record_id,
        "barcode": item.barcode,
        "barcode_key": barcode_key(item.barcode),
        "not_for_loan": bool(item.not_for_loan),
        "condition": item.condition.value,
        "place": Place.SHELF.value,
        "at_branch": item.at_branch or item.branch,
    }


def _described_item(item: IncomingItem) -> dict[str, Any]:
    return {
        "branch": item.branch,
        "item_type": item.item_type,
        "location": item.location,
        "call_number": item.call_number,
        "shelf_key": item.shelf_key,
        "price": item.price,
        "not_for_loan": item.not_for_loan,
        "note": item.note,
    }


def _loan(item_id: int, item: IncomingItem, at: datetime) -> dict[str, Any]:
    # Nobody knows when it was lent or by which rules: it is lent, and nothing can be charged for it.
    due = item.due_at or at
    return {
        "act_id": str(uuid.uuid4()),
        "item_id": item_id,
        "patron_id": None,
        "branch": item.branch,
        "lent_at": min(at, due),
        "due_at": due,
        "period_count": 0,
        "period_unit": PeriodUnit.DAYS.value,
        "renewals": 0,
        "fine_per_day": 0,
        "fine_grace_days": 0,
        "fine_closed_days": False,
        "replacement_fee": 0,
        "renewals_used": 0,
        "ended_lost": False,
        "claims_returned": False,
        "fine_booked": 0,
    }


def touch(
    feed: Feed,
    created: Iterable[tuple[int, NewRecord]],
    updated: Iterable[tuple[int, NewRecord]],
    new_items: Iterable[tuple[int, IncomingItem]],
    changed_items: Iterable[tuple[int, int, IncomingItem]],
) -> None:
    """Tell the feed, one entry a record: a record's entry covers its items."""
    described = {number for number, _ in (*created, *updated)}
    moved = {number for number, _ in new_items} | {number for _, number, _ in changed_items}
    feed.touch(sorted(described), FeedKind.RECORD)
    feed.touch(sorted(moved - described), FeedKind.ITEMS)
