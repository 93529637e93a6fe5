"""Shows the first records of a file as an import would take them, and stores nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from kiosk.catalog.import_units import Unit, header_of, units_of_records, units_of_rows
from kiosk.catalog.items.choice import ItemFinder
from kiosk.catalog.items.resolving import ItemResolver
from kiosk.catalog.problems import Finding, error
from kiosk.catalog.reading import RecordFile
from kiosk.catalog.source import DamagedFile, SourceFormat, format_of, opened
from kiosk.catalog.tables.headers import Header
from kiosk.catalog.tables.lines import Cells, encoding_of, rows
from kiosk.model.clock import Clock
from kiosk.model.errors import FileUnreadable
from kiosk.model.record import Description
from kiosk.storage import Database, View
from kiosk.storage.imports import IncomingItem, Manner, Outcome, Pretence, Stored, pretend_batch


@dataclass(frozen=True, slots=True)
class PreviewRecord:
    """A record as it would be: ``outcome`` against what is there, ``record_id`` which one that is.

    Without a description it cannot be imported, and the findings say why.
    """

    number: int | None
    control_number: str | None
    description: Description | None
    items: tuple[IncomingItem, ...]
    outcome: Outcome
    record_id: int | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class PreviewColumn:
    """A heading of a table: the column it is taken as, None for none, and the first thing under it."""

    heading: str
    column: str | None
    example: str


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of a file: ``tag`` is where its items are, None where they are nowhere."""

    kind: SourceFormat
    tag: str | None
    columns: tuple[PreviewColumn, ...]
    records: tuple[PreviewRecord, ...]
    usable: bool = True


class Previewer:
    """Looks into files with the eyes of the importer."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def look(
        self, path: Path, items: str = "auto", columns: Mapping[str, str] | None = None, limit: int = 20
    ) -> Preview:
        """Return the first records of the file.

        Raises FileUnreadable, or FormatUnknown for what is no file of records. A table without a
        title column is not ``usable`` until its columns are named.
        """
        with self._database.read() as view:
            resolver = ItemResolver(view.library.load(), view.library.locations(), self._clock)
            try:
                kind = format_of(path)
                if kind is SourceFormat.CSV:
                    return _table(view, resolver, path, columns or {}, limit)
                finder = ItemFinder(items)
                units = units_of_records(iter(RecordFile(path, kind)), finder, resolver)
                records = _met(view, islice(units, limit))
            except DamagedFile as trouble:
                raise FileUnreadable(file=str(path), problem=trouble.code) from trouble
        return Preview(kind, finder.tag, (), records)


def _table(view: View, resolver: ItemResolver, path: Path, columns: Mapping[str, str], limit: int) -> Preview:
    encoding = encoding_of(path)
    with opened(path) as stream:
        lines = rows(stream, encoding)
        first = next(lines, None)
        header = header_of(iter([first] if first is not None else []), columns)
        some = list(islice(lines, limit))
    if first is None or header is None:
        return Preview(SourceFormat.CSV, None, (), (), usable=False)
    shown = _columns(first.cells or [], header, some)
    if not header.is_usable:
        return Preview(SourceFormat.CSV, None, shown, (), usable=False)
    return Preview(SourceFormat.CSV, None, shown, _met(view, units_of_rows(iter(some), header, resolver)))


def _columns(headings: list[str], header: Header, some: list[Cells]) -> tuple[PreviewColumn, ...]:
    cells = [row.cells for row in some if row.cells is not None]
    return tuple(
        PreviewColumn(
            heading.strip(),
            header.columns[place],
            next((row[place].strip() for row in cells if len(row) > place and row[place].strip()), ""),
        )
        for place, heading in enumerate(headings)
    )


def _met(view: View, units: Iterator[Unit]) -> tuple[PreviewRecord, ...]:
    """Let each unit meet what is there and what came before it."""
    pretence, manner = Pretence(), Manner()
    shown = []
    for unit in units:
        if unit.record is None:
            shown.append(_shown(unit, Stored(Outcome.REJECTED)))
            continue
        (stored,) = pretend_batch(view, [unit.incoming()], pretence, manner)
        shown.append(_shown(unit, stored))
    return tuple(shown)


def _shown(unit: Unit, stored: Stored) -> PreviewRecord:
    place = unit.places[0]
    findings = list(place.findings)
    if unit.record is not None and stored.outcome is Outcome.REJECTED:
        findings.append(error("record.unknown"))
    return PreviewRecord(
        number=place.number,
        control_number=place.control_number,
        description=unit.record.description if unit.record is not None else None,
        items=tuple(unit.items),
        outcome=stored.outcome,
        record_id=stored.record_id if stored.record_id is not None and stored.record_id > 0 else None,
        findings=tuple(findings),
    )
