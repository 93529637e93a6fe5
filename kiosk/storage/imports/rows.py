"""The rows of a batch, written with as few and as plain statements as possible."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from json.encoder import encode_basestring
from typing import Any

from sqlalchemy import Integer, bindparam, func, literal_column, select, table

from kiosk.model.item import Place, barcode_key
from kiosk.model.record import Description
from kiosk.model.rule import PeriodUnit
from kiosk.storage.catalogue.descriptions import NewRecord
from kiosk.storage.catalogue.links import identifier_rows
from kiosk.storage.feed import Feed, FeedKind
from kiosk.storage.imports.headings import HeadingMemory
from kiosk.storage.imports.incoming import IncomingItem
from kiosk.storage.link import Link
from kiosk.storage.tables import identifiers, items, loans, record_headings
from kiosk.storage.tables.base import Moment

# Bulk goes to the driver in tuples: column types that look at every value on its way would take longer
# than writing it. So texts must be storable when they come in, and lists are made JSON here.
_RECORD_COLUMNS = (
    *("control_number", "agency", "content_hash", "marc", "title", "filing_title", "form", "subtitle"),
    *("responsibility", "authors", "names", "other_titles", "subjects", "series", "notes", "summary"),
    *("publisher", "place", "extent", "year", "language", "isbns", "issns", "audience", "call_number"),
    *("online", "edited_here", "updated_at"),
)
_ITEM_COLUMNS = (
    *("id", "record_id", "barcode", "barcode_key", "branch", "item_type", "location", "call_number"),
    *("shelf_key", "price", "condition", "not_for_loan", "place", "at_branch", "note", "parts"),
)
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
    link: Link,
    created: list[tuple[int, NewRecord]],
    updated: list[tuple[int, NewRecord]],
    at: datetime,
    memory: HeadingMemory,
) -> None:
    """Insert and update records with their identifiers and headings."""
    moment = _moment(link, at)
    if created:
        columns = (*_RECORD_COLUMNS, "id", "created_at")
        fresh = [(*_values(record, moment), number, moment) for number, record in created]
        link.bulk(_insert("records", columns), fresh)
    if updated:
        setting = ", ".join(f"{name} = ?" for name in _RECORD_COLUMNS)
        changed = [(*_values(record, moment), number) for number, record in updated]
        link.bulk(f"UPDATE records SET {setting} WHERE id = ?", changed)
        ids = [number for number, _ in updated]
        link.write(identifiers.delete().where(identifiers.c.record_id.in_(ids)))
        link.write(record_headings.delete().where(record_headings.c.record_id.in_(ids)))
    described = [(number, record.description) for number, record in (*created, *updated)]
    _write_links(link, described, memory)


def _write_links(link: Link, described: list[tuple[int, Description]], memory: HeadingMemory) -> None:
    numbers = [
        (row["record_id"], row["kind"], row["value"])
        for number, one in described
        if one.isbns or one.issns
        for row in identifier_rows(number, one)
    ]
    if numbers:
        link.bulk(_insert("identifiers", ("record_id", "kind", "value")), numbers)
    linked = memory.link_rows(link, described)
    if linked:
        link.bulk(_insert("record_headings", ("record_id", "heading_id")), linked)


def _insert(table_name: str, columns: tuple[str, ...]) -> str:
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table_name} ({', '.join(columns)}) VALUES ({marks})"


def _moment(link: Link, at: datetime) -> datetime | str:
    """Return the moment as the driver stores it in the place of a Moment column."""
    if link.dialect == "postgresql":
        return at
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


def _values(record: NewRecord, moment: datetime | str) -> tuple[Any, ...]:
    described = record.description
    return (
        record.control_number,
        record.agency,
        record.content_hash,
        record.marc,
        described.title,
        described.filing_title,
        described.form.value,
        described.subtitle,
        described.responsibility,
        _listed(described.authors),
        _listed(described.names),
        _listed(described.other_titles),
        _listed(described.subjects),
        _listed(described.series),
        _listed(described.notes),
        described.summary,
        described.publisher,
        described.place,
        described.extent,
        described.year,
        described.language,
        _listed(described.isbns),
        _listed(described.issns),
        described.audience.value if described.audience else None,
        described.call_number,
        described.online,
        False,
        moment,
    )


def _listed(texts: tuple[str, ...]) -> str:
    return f"[{','.join([encode_basestring(text) for text in texts])}]" if texts else _EMPTY


_COUNTED = (
    items.update()
    .where(items.c.id == bindparam("lent"))
    .values(times_lent=1, last_lent_at=bindparam("then", type_=Moment))
)


def write_items(
    link: Link,
    new: list[tuple[int, IncomingItem]],
    changed: list[tuple[int, int, IncomingItem]],
    at: datetime,
) -> None:
    """Insert items, with a loan to nobody known where the source had them lent, and update others."""
    if new:
        numbers = fresh_ids(link, items, len(new))
        rows = [_item(i, of, item) for i, (of, item) in zip(numbers, new, strict=True)]
        link.bulk(_insert("items", _ITEM_COLUMNS), rows)
        lent = [_loan(i, item, at) for i, (_, item) in zip(numbers, new, strict=True) if item.due_at]
        if lent:
            link.write(loans.insert(), lent)
            link.write(_COUNTED, [{"lent": loan["item_id"], "then": loan["lent_at"]} for loan in lent])
    for item_id, _, item in changed:
        values = {name: value for name, value in _described_item(item).items() if value is not None}
        link.write(items.update().where(items.c.id == item_id).values(values))


def _item(number: int, record_id: int, item: IncomingItem) -> tuple[Any, ...]:
    return (
        number,
        record_id,
        item.barcode,
        barcode_key(item.barcode),
        item.branch,
        item.item_type,
        item.location,
        item.call_number,
        item.shelf_key,
        item.price,
        item.condition.value,
        bool(item.not_for_loan),
        Place.SHELF.value,
        item.at_branch or item.branch,
        item.note,
        item.parts,
    )


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
        "parts": item.parts,
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
