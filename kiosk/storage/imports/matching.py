"""Which stored record an incoming one is: by number and agency, by number, title and year, by content."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Row, select

from kiosk.storage.catalogue.descriptions import NewRecord
from kiosk.storage.imports.incoming import Incoming
from kiosk.storage.link import Link
from kiosk.storage.tables import identifiers, records

# SQLite allows 32766 parameters in one statement.
_PER_STATEMENT = 5000


@dataclass(frozen=True, slots=True)
class Known:
    """What is compared of a stored record."""

    id: int
    control_number: str | None
    agency: str | None
    filing_title: str
    year: int | None
    content_hash: str
    edited_here: bool
    call_number: str | None = None


@dataclass(slots=True)
class Shelf:
    """Known records by what they are looked up by."""

    by_number: dict[str, list[Known]] = field(default_factory=dict)
    by_hash: dict[str, Known] = field(default_factory=dict)
    by_isbn: dict[str, list[Known]] = field(default_factory=dict)
    by_id: dict[int, Known] = field(default_factory=dict)

    def add(self, known: Known) -> None:
        """Put a record in its places; of several alike the first stays."""
        self.by_id[known.id] = known
        if known.control_number is not None:
            self.by_number.setdefault(known.control_number, []).append(known)
        else:
            self.by_hash.setdefault(known.content_hash, known)


def load_shelf(link: Link, batch: Sequence[Incoming]) -> Shelf:
    """Read every record that one of the batch could be."""
    shelf = Shelf()
    numbers = {one.record.control_number for one in batch if one.record.control_number}
    hashes = {one.record.content_hash for one in batch if not one.record.control_number}
    for known in _read(link, records.c.control_number, numbers):
        shelf.add(known)
    for known in _read(
        link, records.c.id, {number for one in batch for number in (one.known_id, one.likely_id) if number}
    ):
        shelf.by_id[known.id] = known
    without_number = records.c.control_number.is_(None)
    for known in _read(link, records.c.content_hash, hashes, without_number):
        shelf.add(known)
    _add_by_isbn(link, shelf, batch)
    return shelf


def _add_by_isbn(link: Link, shelf: Shelf, batch: Sequence[Incoming]) -> None:
    """Look up by ISBN those that only add items and name no record otherwise."""
    wanted = {
        isbn
        for one in batch
        if one.items_only and not one.record.control_number
        for isbn in one.record.description.isbns
    }
    if not wanted:
        return
    joined = _KNOWN.join(identifiers, identifiers.c.record_id == records.c.id)
    query = joined.add_columns(identifiers.c.value).where(identifiers.c.kind == "isbn")
    for row in link.all(query.where(identifiers.c.value.in_(wanted)).order_by(records.c.id)):
        shelf.by_isbn.setdefault(row.value, []).append(_known(row))


_KNOWN = select(
    records.c.id,
    records.c.control_number,
    records.c.agency,
    records.c.filing_title,
    records.c.year,
    records.c.content_hash,
    records.c.edited_here,
    records.c.call_number,
)


def _read(
    link: Link, column: ColumnElement[Any], wanted: Iterable[Any], *conditions: ColumnElement[bool]
) -> Iterable[Known]:
    values = sorted(wanted)
    for start in range(0, len(values), _PER_STATEMENT):
        some = values[start : start + _PER_STATEMENT]
        query = _KNOWN.where(column.in_(some), *conditions)
        for row in link.all(query.order_by(records.c.id)):
            yield _known(row)


def _known(row: Row[Any]) -> Known:
    return Known(
        row.id,
        row.control_number,
        row.agency,
        row.filing_title,
        row.year,
        row.content_hash,
        row.edited_here,
        row.call_number,
    )


def match(shelf: Shelf, incoming: Incoming) -> Known | None:
    """Return the record that the incoming one is, or None."""
    if incoming.known_id is not None:
        return shelf.by_id.get(incoming.known_id)
    likely = shelf.by_id.get(incoming.likely_id or 0)
    if likely is not None and _says_the_same(likely, incoming.record):
        return likely
    return _by_content(shelf, incoming)


def _by_content(shelf: Shelf, incoming: Incoming) -> Known | None:
    record = incoming.record
    if record.control_number is None:
        if incoming.items_only and not record.description.title:
            return _only(
                [known for isbn in record.description.isbns for known in shelf.by_isbn.get(isbn, ())]
            )
        return shelf.by_hash.get(record.content_hash)
    candidates = shelf.by_number.get(record.control_number, [])
    if incoming.items_only and not record.description.title:
        return _only(candidates)
    if record.agency is not None:
        for known in candidates:
            if known.agency == record.agency:
                return known
    return next((known for known in candidates if _is_alike(known, record)), None)


def _is_alike(known: Known, record: NewRecord) -> bool:
    """Compare title and year where at least one of the two names no agency."""
    if known.agency is not None and record.agency is not None:
        return False
    return _says_the_same(known, record)


def _says_the_same(known: Known, record: NewRecord) -> bool:
    """Compare title and year; whether an article at the beginning files depends on who catalogued it."""
    one, other = sorted((known.filing_title, record.description.filing_title), key=len)
    same = one == other or (bool(one) and other.partition(" ")[2] == one)
    return same and known.year == record.description.year


def _only(found: list[Known]) -> Known | None:
    return found[0] if len({known.id for known in found}) == 1 else None
