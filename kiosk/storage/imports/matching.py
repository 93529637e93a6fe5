"""Which stored record an incoming one is: by number and agency, by number, title and year, by content."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row

from kiosk.storage.catalogue.descriptions import NewRecord
from kiosk.storage.imports.incoming import Incoming
from kiosk.storage.link import Link

_COLUMNS = "id, control_number, agency, filing_title, year, content_hash, edited_here, call_number"
_BY_NUMBER = f"SELECT {_COLUMNS} FROM records WHERE control_number IN ({{}}) ORDER BY id"
_BY_ID = f"SELECT {_COLUMNS} FROM records WHERE id IN ({{}}) ORDER BY id"
_BY_HASH = (
    f"SELECT {_COLUMNS} FROM records WHERE control_number IS NULL AND content_hash IN ({{}}) ORDER BY id"
)
_BY_ISBN = f"""
    SELECT value, {_COLUMNS} FROM records JOIN identifiers ON record_id = id
    WHERE kind = 'isbn' AND value IN ({{}}) ORDER BY id
"""


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
    ids = {number for one in batch for number in (one.known_id, one.likely_id) if number}
    for row in link.among(_BY_NUMBER, numbers):
        shelf.add(_known(row))
    for row in link.among(_BY_ID, ids):
        shelf.by_id[row.id] = _known(row)
    for row in link.among(_BY_HASH, hashes):
        shelf.add(_known(row))
    for row in link.among(_BY_ISBN, _isbns_alone(batch)):
        shelf.by_isbn.setdefault(row.value, []).append(_known(row))
    return shelf


def _isbns_alone(batch: Sequence[Incoming]) -> set[str]:
    """Return the ISBNs of those that only add items and name no record otherwise."""
    alone = (one for one in batch if one.items_only and not one.record.control_number)
    return {isbn for one in alone for isbn in one.record.description.isbns}


def _known(row: Row[Any]) -> Known:
    return Known(
        row.id,
        row.control_number,
        row.agency,
        row.filing_title,
        row.year,
        row.content_hash,
        bool(row.edited_here),
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
