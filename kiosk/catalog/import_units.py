"""Turns what is read from files into units to be stored: a record with its items, and its places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from kiosk.catalog.call_numbers import call_number_key
from kiosk.catalog.description import describe
from kiosk.catalog.items.choice import ItemFinder
from kiosk.catalog.items.resolving import ItemResolver
from kiosk.catalog.marc.content import kept_form
from kiosk.catalog.marc.record import MarcRecord
from kiosk.catalog.problems import Finding, error, warning
from kiosk.catalog.reading import ReadRecord
from kiosk.catalog.tables.headers import Header
from kiosk.catalog.tables.lines import Cells
from kiosk.catalog.tables.revising import reviser
from kiosk.catalog.tables.table_row import TableRow, understood
from kiosk.catalog.tables.to_marc import identity, to_marc
from kiosk.model.record import Form
from kiosk.storage import NewRecord
from kiosk.storage.imports import Incoming, IncomingItem

# So many records are looked at before the tag of items is decided on, fewer if they are huge.
_LOOKED_AT = 500
_LOOKED_AT_SIZE = 4_000_000


@dataclass(slots=True)
class Place:
    """One record of the file or row of the table behind a unit, with how many of its items it gave."""

    number: int | None
    control_number: str | None
    findings: list[Finding]
    items: int = 0


@dataclass(slots=True)
class Unit:
    """What is stored together; without a record it was rejected, and the findings say why.

    ``key`` tells that two units are one record. Rows of a table that describe one record share a unit.
    """

    places: list[Place]
    record: NewRecord | None = None
    key: str = ""
    items: list[IncomingItem] = field(default_factory=list)
    row: TableRow | None = None

    def incoming(self, known_id: int | None = None) -> Incoming:
        """Return what is handed to the storage."""
        assert self.record is not None
        if self.row is None:
            return Incoming(self.record, tuple(self.items))
        return Incoming(
            self.record,
            tuple(self.items),
            revise=reviser(self.row),
            items_only=known_id is not None or not self.row.title,
            known_id=known_id,
            likely_id=self.row.record_id,
            shelf_key_of=call_number_key,
        )


def new_record(
    record: MarcRecord, findings: list[Finding] | None = None, item_types: tuple[str, ...] = ()
) -> NewRecord:
    """Return a MARC record with everything that derives from it, ready to be stored."""
    written, digest = kept_form(record)
    return NewRecord(
        control_number=record.control_number,
        agency=record.agency,
        description=describe(record, findings, item_types),
        marc=written,
        content_hash=digest,
    )


def units_of_records(
    reads: Iterator[ReadRecord], finder: ItemFinder, resolver: ItemResolver
) -> Iterator[Unit]:
    """Yield a unit for each record read."""
    while True:
        looked_at = _some(reads) if finder.undecided else list(islice(reads, 1))
        if not looked_at:
            return
        finder.look_at([read.record for read in looked_at if read.record is not None and not read.rejected])
        for read in looked_at:
            yield _unit_of_record(read, finder, resolver)


def _some(reads: Iterator[ReadRecord]) -> list[ReadRecord]:
    some: list[ReadRecord] = []
    size = 0
    for read in islice(reads, _LOOKED_AT):
        some.append(read)
        if read.record is not None:
            size += sum(
                len(field.data) + sum(len(value) for _, value in field.subfields)
                for field in read.record.fields
            )
        if size > _LOOKED_AT_SIZE:
            break
    return some


def _unit_of_record(read: ReadRecord, finder: ItemFinder, resolver: ItemResolver) -> Unit:
    place = Place(read.number, read.control_number, read.findings)
    if read.rejected or read.record is None:
        return Unit([place])
    record, found = finder.split(read.record)
    item_types = tuple({item.item_type for item in found if item.item_type})
    new = new_record(record, place.findings, item_types)
    form = new.description.form
    items = [resolver.resolve(item, form, place.findings) for item in found]
    place.items = len(items)
    return Unit([place], new, new.control_number or new.content_hash, items)


def header_of(lines: Iterator[Cells], columns: Mapping[str, str]) -> Header | None:
    """Take the first row as the header; ``columns`` says what headings mean that are not to be guessed."""
    first = next(lines, None)
    return Header(first.cells, columns) if first is not None and first.cells else None


def units_of_rows(rows: Iterator[Cells], header: Header, resolver: ItemResolver) -> Iterator[Unit]:
    """Yield a unit for each row behind the header."""
    for cells in rows:
        yield _unit_of_row(cells, header, resolver)


def _unit_of_row(cells: Cells, header: Header, resolver: ItemResolver) -> Unit:
    place = Place(cells.line, None, [])
    if cells.cells is None:
        place.findings.append(error("row.quotes"))
        return Unit([place])
    if len(cells.cells) > header.width and any(cell.strip() for cell in cells.cells[header.width :]):
        place.findings.append(error("row.too_many_cells", cells=len(cells.cells), columns=header.width))
        return Unit([place])
    if any("\ufffd" in cell for cell in cells.cells):
        place.findings.append(warning("encoding.replaced"))
    row = understood(header, cells.cells, place.findings)
    place.control_number = row.control_number
    if not row.title and not (row.item is not None and (row.control_number or row.isbns)):
        place.findings.append(error("row.no_title"))
        return Unit([place])
    new = new_record(to_marc(row)) if row.title else _nameless(row)
    items = []
    if row.item is not None:
        items.append(resolver.resolve(row.item, row.form or Form.BOOK, place.findings))
        place.items = 1
    return Unit([place], new, identity(row), items, row)


def _nameless(row: TableRow) -> NewRecord:
    """Return what stands for a row that only names a record and adds an item to it."""
    marc = to_marc(row)
    written, digest = kept_form(marc)
    return NewRecord(row.control_number, None, describe(marc), written, digest)
