"""Takes records and items from files into the library, harmless to stop and to repeat."""

import time
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path

from kiosk.catalog.import_progress import ImportCancelled, ImportProgress, Meter, Progress, RecordIds
from kiosk.catalog.import_report import ImportReport, Tally
from kiosk.catalog.import_units import Place, Unit, header_of, units_of_records, units_of_rows
from kiosk.catalog.items.choice import ItemFinder
from kiosk.catalog.items.resolving import ItemResolver
from kiosk.catalog.lock_hold import FIRST_BATCH, LockHold
from kiosk.catalog.problems import Finding, Severity, error, warning
from kiosk.catalog.reading import RecordFile
from kiosk.catalog.source import DamagedFile, SourceFormat, format_of, opened
from kiosk.catalog.tables.headers import Header
from kiosk.catalog.tables.lines import encoding_of, rows
from kiosk.model.clock import Clock
from kiosk.model.errors import FileUnreadable, FormatUnknown, KioskError
from kiosk.storage import Database
from kiosk.storage.imports import (
    Incoming,
    ItemFate,
    Manner,
    Outcome,
    Pretence,
    Stored,
    pretend_batch,
    store_batch,
)

# The lock is let go at least so long in between.
_GAP = 0.005
_LARGEST_SIZE = 4_000_000


__all__ = ["ImportCancelled", "ImportProgress", "ImportReport", "Importer", "Progress"]


class Importer:
    """Reads files and stores what is in them, batch by batch, beside patrons who borrow."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def run(
        self,
        paths: Sequence[Path],
        items: str = "auto",
        *,
        dry_run: bool = False,
        overwrite: bool = False,
        columns: Mapping[str, str] | None = None,
        progress: Progress | None = None,
    ) -> ImportReport:
        """Import the files in order and return what became of every record.

        ``items`` is auto, none, or the tag of item fields; ``columns`` says of tables' headings which
        column they mean, in place of what would be taken. Files that cannot be read are told in the
        report. With ``dry_run`` nothing is stored; with ``overwrite`` records that were edited
        here are replaced. What becomes of the database on the way is told in the report's ``trouble``.
        """
        with self._database.read() as view:
            resolver = ItemResolver(view.library.load(), view.library.locations(), self._clock)
        pretence = Pretence() if dry_run else None
        run = _Run(self._database, self._clock, resolver, overwrite, pretence, columns or {})
        return run.all([Path(path) for path in paths], items, progress)


class _Run:
    def __init__(
        self,
        database: Database,
        clock: Clock,
        resolver: ItemResolver,
        overwrite: bool,
        pretence: Pretence | None,
        columns: Mapping[str, str],
    ) -> None:
        self._columns = columns
        self._database = database
        self._clock = clock
        self._resolver = resolver
        self._met = RecordIds()
        self._manner = Manner(overwrite, self._met)
        self._pretence = pretence
        self._tally = Tally()
        self._batch: dict[str, Unit] = {}
        self._batch_size = 0
        self._hold = LockHold()
        self._limit = FIRST_BATCH
        self._file = ""
        # Rows of a table that name one record may lie far apart: digests of their identity, and its id.
        self._seen: dict[bytes, int] = {}
        self._released = 0.0

    def all(self, paths: list[Path], items: str, progress: Progress | None) -> ImportReport:
        """Import all files."""
        begun = time.perf_counter()
        meter = Meter(paths, progress)
        try:
            for path in paths:
                self._import(path, ItemFinder(items), meter)
        except ImportCancelled:
            self._tally.cancelled = True
            self._tally.complete = False
        except KioskError as trouble:
            self._tally.trouble = trouble
            self._tally.complete = False
        return self._tally.report(round(time.perf_counter() - begun, 3))

    def _import(self, path: Path, finder: ItemFinder, meter: Meter) -> None:
        self._file = path.name
        self._seen.clear()
        self._met.clear()
        try:
            kind = format_of(path)
            if kind is SourceFormat.CSV:
                self._import_table(path, meter)
            else:
                self._import_records(RecordFile(path, kind), finder, meter)
        except FormatUnknown:
            self._fail(error("file.unknown_format" if path.stat().st_size else "file.empty"))
        except DamagedFile as trouble:
            self._fail(error(trouble.code))
        except FileUnreadable as trouble:
            self._fail(error("file.unreadable", problem=str(trouble.values.get("problem", ""))))
        meter.done(path)

    def _import_records(self, source: RecordFile, finder: ItemFinder, meter: Meter) -> None:
        for unit in units_of_records(iter(source), finder, self._resolver):
            self._take(unit, merge=False)
            meter.at(source.path, source.position)
            meter.tell(source.path, self._tally.read)
        self._flush()

    def _import_table(self, path: Path, meter: Meter) -> None:
        try:
            encoding = encoding_of(path)
            with opened(path, partial(meter.at, path)) as stream:
                lines = rows(stream, encoding)
                header = header_of(lines, self._columns)
                if header is None or not header.is_usable:
                    self._fail(error("file.unknown_format"))
                    return
                self._take_rows(path, units_of_rows(lines, header, self._resolver), encoding, header, meter)
        except DamagedFile as trouble:
            self._fail(error(trouble.code))
        except OSError as trouble:
            self._fail(error("file.unreadable", problem=trouble.strerror or ""))
        self._flush()

    def _take_rows(
        self, path: Path, units: Iterator[Unit], encoding: str, header: Header, meter: Meter
    ) -> None:
        told: list[Finding] = []
        if encoding not in ("utf-8", "utf-8-sig"):
            told.append(warning("encoding.guessed", encoding=encoding))
        if header.unknown:
            told.append(warning("table.columns", columns=", ".join(header.unknown)[:200]))
        self._tally.tell(self._file, 1, None, told)
        for unit in units:
            self._take(unit, merge=True)
            meter.tell(path, self._tally.read)

    def _fail(self, finding: Finding) -> None:
        self._tally.complete = False
        self._tally.tell(self._file, None, None, [finding])

    def _take(self, unit: Unit, *, merge: bool) -> None:
        """Put a unit into the batch; rows that describe one record join, other doubles wait their turn."""
        if unit.record is None:
            self._reject(unit)
            return
        self._tally.read += 1
        there = self._batch.get(unit.key)
        if there is not None and merge:
            there.items += unit.items
            there.places += unit.places
        else:
            if there is not None:
                self._flush()
            self._batch[unit.key] = unit
        self._batch_size += len(unit.record.marc)
        if len(self._batch) >= self._limit or self._batch_size > _LARGEST_SIZE:
            self._flush()

    def _reject(self, unit: Unit) -> None:
        for place in unit.places:
            self._tally.tell(self._file, place.number, place.control_number, place.findings)
            if place.number is not None:
                self._tally.read += 1
                self._tally.rejected += 1
            elif any(finding.severity is Severity.ERROR for finding in place.findings):
                self._tally.complete = False

    def _flush(self) -> None:
        if not self._batch:
            return
        units = list(self._batch.values())
        self._batch = {}
        self._batch_size = 0
        batch = [unit.incoming(self._seen.get(_digest(unit.key)) if unit.row else None) for unit in units]
        if self._pretence is not None:
            with self._database.read() as view:
                stored = pretend_batch(view, batch, self._pretence, self._manner)
        else:
            stored = self._store(batch)
        for unit, one in zip(units, stored, strict=True):
            if one.record_id is not None:
                self._met.add(one.record_id)
                if unit.row is not None:
                    self._seen[_digest(unit.key)] = one.record_id
            self._count(unit, one)

    def _store(self, batch: list[Incoming]) -> list[Stored]:
        waited = time.perf_counter() - self._released
        if waited < _GAP:
            time.sleep(_GAP - waited)
        try:
            with self._database.act() as act:
                begun = time.perf_counter()
                for code in self._resolver.new_branches:
                    act.library.add_branch(code)
                for code in self._resolver.new_item_types:
                    act.library.add_item_type(code)
                stored = store_batch(act, batch, self._clock.now(), self._manner)
                written = time.perf_counter()
                act.commit()
        except BaseException:
            # What was learned of headings may have been rolled back.
            self._manner.memory.clear()
            raise
        self._released = time.perf_counter()
        self._resolver.new_branches.clear()
        self._resolver.new_item_types.clear()
        self._limit = self._hold.next_batch(len(batch), written - begun, self._released - written)
        return stored

    def _count(self, unit: Unit, stored: Stored) -> None:
        fates = iter(stored.items)
        for index, place in enumerate(unit.places):
            own = [next(fates) for _ in range(place.items)]
            outcome = (
                stored.outcome if index == 0 or stored.outcome is Outcome.REJECTED else Outcome.UNCHANGED
            )
            if stored.local_changes and index == 0:
                place.findings.append(warning("local_changes"))
            if stored.repeated and index == 0:
                place.findings.append(warning("record.repeated"))
            self._count_place(place, outcome, own, stored.record_id)

    def _count_place(
        self, place: Place, outcome: Outcome, fates: list[ItemFate], record_id: int | None
    ) -> None:
        self._tally.items_created += fates.count(ItemFate.CREATED)
        self._tally.items_updated += fates.count(ItemFate.UPDATED)
        if ItemFate.TAKEN in fates:
            place.findings.append(warning("item.barcode_taken"))
        if outcome is Outcome.REJECTED:
            place.findings.append(error("record.unknown"))
            self._tally.rejected += 1
        elif outcome is Outcome.CREATED:
            self._tally.created += 1
        elif outcome is Outcome.UPDATED or ItemFate.CREATED in fates or ItemFate.UPDATED in fates:
            self._tally.updated += 1
        else:
            self._tally.unchanged += 1
        # A dry run makes ids up for what would be new.
        there = record_id if record_id is not None and record_id > 0 else None
        self._tally.tell(self._file, place.number, place.control_number, place.findings, there)


def _digest(key: str) -> bytes:
    return blake2b(key.encode("utf-8", "replace"), digest_size=8).digest()
