"""Records with what an index says of their copies: read by the million, so by few and plain statements."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import select

from kiosk.model.item import Condition, ItemStatus, Place
from kiosk.model.record import Audience, Description, Form
from kiosk.storage.catalogue.copies import status_of
from kiosk.storage.link import Link
from kiosk.storage.tables import records
from kiosk.storage.tables.circulation import OPEN_STATES

# Values come from the driver as they are: column types that look at every one take longer than reading it.
_NAMES = tuple(field.name for field in fields(Description))
_RECORDS = (
    f"SELECT {', '.join(_NAMES)}, id, control_number, created_at FROM records WHERE id IN ({{}}) ORDER BY id"
)
_COPIES = f"""
    SELECT record_id, barcode, branch, item_type, location, call_number, condition, place, not_for_loan,
        EXISTS (SELECT 1 FROM loans WHERE item_id = items.id AND returned_at IS NULL),
        EXISTS (
            SELECT 1 FROM holds
            WHERE trapped_item_id = items.id AND state IN ({", ".join(f"'{state}'" for state in OPEN_STATES)})
        ),
        (SELECT count(*) FROM loans WHERE item_id = items.id AND NOT undone)
    FROM items WHERE record_id IN ({{}}) ORDER BY record_id, barcode_key
"""
_LISTS = tuple(
    _NAMES.index(name)
    for name in ("authors", "names", "other_titles", "subjects", "series", "notes", "isbns", "issns")
)
_FORM, _AUDIENCE = _NAMES.index("form"), _NAMES.index("audience")
_FORMS = {form.value: form for form in Form}
_AUDIENCES = {audience.value: audience for audience in Audience}
_CONDITIONS = {condition.value: condition for condition in Condition}
_PLACES = {place.value: place for place in Place}
_texts = msgspec.json.Decoder(tuple[str, ...]).decode


class CopyToIndex(NamedTuple):
    """What an index says of a copy."""

    barcode: str
    branch: str
    item_type: str
    location: str | None
    call_number: str | None
    status: ItemStatus
    condition: Condition


class RecordToIndex(NamedTuple):
    """A record without its MARC record, its copies by barcode, and how often they were lent in all."""

    id: int
    control_number: str | None
    description: Description
    created_at: datetime
    copies: Sequence[CopyToIndex]
    loans: int


def ids_after(link: Link, after: int, limit: int) -> list[int]:
    """Return the next ids in order."""
    return link.column(select(records.c.id).where(records.c.id > after).order_by(records.c.id).limit(limit))


def to_index(link: Link, ids: Sequence[int]) -> Iterator[RecordToIndex]:
    """Yield those of the records that exist, by id."""
    copies: dict[int, list[CopyToIndex]] = {}
    loans: Counter[int] = Counter()
    for of, *said, condition, place, not_for_loan, lent, held, times in _rows(link, _COPIES, ids):
        sound = _CONDITIONS[condition]
        status = status_of(sound, _PLACES[place], on_loan=lent, held=held, not_for_loan=not_for_loan)
        copies.setdefault(of, []).append(CopyToIndex._make((*said, status, sound)))
        loans[of] += times
    for *values, number, control_number, created_at in _rows(link, _RECORDS, ids):
        yield RecordToIndex(
            number,
            control_number,
            _description(values),
            _moment(created_at),
            copies.get(number, ()),
            loans[number],
        )


def _rows(link: Link, statement: str, ids: Sequence[int]) -> Iterator[Sequence[Any]]:
    return iter(link.among(statement, ids))


def _description(values: list[Any]) -> Description:
    for place in _LISTS:
        text = values[place]
        # Most lists of most records are empty.
        values[place] = () if text == "[]" else _texts(text)
    values[_FORM] = _FORMS[values[_FORM]]
    values[_AUDIENCE] = _AUDIENCES.get(values[_AUDIENCE])
    return Description(*values)


def _moment(stored: datetime | str) -> datetime:
    """Return a moment as the driver has it: SQLite's are texts, without a time zone."""
    if isinstance(stored, str):
        return datetime.fromisoformat(stored).replace(tzinfo=UTC)
    return stored.astimezone(UTC)
