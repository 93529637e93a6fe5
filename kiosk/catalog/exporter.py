"""Writes records with their items to a file that any library system reads, and this one reads back."""

import csv
import io
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import IO, Protocol
from zoneinfo import ZoneInfo

from kiosk.catalog.items.fields import item_field
from kiosk.catalog.marc.json_records import read_back, to_json
from kiosk.catalog.marc.record import MarcRecord
from kiosk.catalog.marc.writing import XML_BEGIN, XML_END, to_iso2709, to_xml
from kiosk.catalog.problems import Problem, located, warning
from kiosk.catalog.tables.from_record import table_rows
from kiosk.catalog.tables.headers import COLUMNS
from kiosk.model.errors import DiskFull, FileUnreadable, FolderNotWritable, FormatUnknown
from kiosk.storage import Database, StoredTitle

Progress = Callable[[int], None]


class ExportCancelled(Exception):
    """Raised by a progress callback to stop; no file is left then."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written; ``rest`` is the file of records too long for ISO 2709, if there were any."""

    records: int
    items: int
    problems: tuple[Problem, ...]
    rest: Path | None = None


class _Writer(Protocol):
    def write(self, title: StoredTitle, record: MarcRecord) -> bool: ...

    def close(self) -> None: ...


class Exporter:
    """Exports the catalogue or what a search found."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def run(
        self, path: Path, record_ids: Sequence[int] | None = None, *, progress: Progress | None = None
    ) -> ExportReport:
        """Write the records, all or those of the ids, in the format that the file's ending names.

        The file appears whole or not at all, the latter also when ``progress`` raises
        ExportCancelled. Raises FormatUnknown for another ending than .mrc, .xml, .json, .csv;
        FolderNotWritable or DiskFull where it cannot be written. What is too long for ISO 2709 goes into a
        file of its own beside it, under a name that no file has yet.
        """
        make = _WRITERS.get(path.suffix.casefold())
        if make is None:
            raise FormatUnknown(file=str(path))
        rest = _not_there_yet(path)
        with _appearing(path) as stream, _appearing(rest) as rest_stream, self._database.read() as view:
            zone = ZoneInfo(view.library.load().time_zone)
            writer, rest_writer = make(stream), _Xml(rest_stream)
            counts = [0, 0]
            problems: list[Problem] = []
            for titles in view.records.iterate(ids=record_ids):
                for title in titles:
                    record = _with_items(title, zone, path.suffix.casefold() != ".csv")
                    counts[0] += 1
                    counts[1] += len(title.copies)
                    if not writer.write(title, record):
                        rest_writer.write(title, record)
                        told = warning("export.too_long", file=rest.name)
                        problems.append(located(told, path.name, counts[0], record.control_number))
                if progress is not None:
                    progress(counts[0])
            writer.close()
            rest_writer.close()
        if not problems:
            rest.unlink(missing_ok=True)
        return ExportReport(counts[0], counts[1], tuple(problems), rest if problems else None)


def _not_there_yet(path: Path) -> Path:
    """Return where the rest goes: whatever lies there already is somebody's, and stays."""
    names = (f"{path.name}.rest{'' if n == 1 else f'-{n}'}.xml" for n in count(1))
    return next(rest for rest in map(path.with_name, names) if not rest.exists())


def _with_items(title: StoredTitle, zone: ZoneInfo, with_items: bool) -> MarcRecord:
    record = read_back(title.record.marc)
    if not with_items or not title.copies:
        return record
    return record.having((*record.fields, *(item_field(copy, zone) for copy in title.copies)))


@contextmanager
def _appearing(path: Path) -> Iterator[IO[bytes]]:
    """Write beside the file and put it in its place at the end, so that half of it is never there."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        try:
            with beside.open("wb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            beside.replace(path)
        except PermissionError as trouble:
            raise FolderNotWritable(folder=str(path.parent)) from trouble
        except FileNotFoundError as trouble:
            raise FileUnreadable(file=str(path), problem=trouble.strerror or "") from trouble
        except OSError as trouble:
            raise DiskFull(path=str(path)) from trouble
    finally:
        beside.unlink(missing_ok=True)


class _Iso2709:
    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def write(self, title: StoredTitle, record: MarcRecord) -> bool:
        written = to_iso2709(record)
        if written is None:
            return False
        self._stream.write(written)
        return True

    def close(self) -> None:
        pass


class _Xml:
    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        stream.write(XML_BEGIN.encode())

    def write(self, title: StoredTitle, record: MarcRecord) -> bool:
        self._stream.write(to_xml(record).encode("utf-8", "replace"))
        return True

    def close(self) -> None:
        self._stream.write(XML_END.encode())


class _Json:
    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._before = b"[\n"

    def write(self, title: StoredTitle, record: MarcRecord) -> bool:
        self._stream.write(self._before + to_json(record).encode("utf-8", "replace"))
        self._before = b",\n"
        return True

    def close(self) -> None:
        self._stream.write(b"\n]\n" if self._before == b",\n" else b"[]\n")


class _Table:
    def __init__(self, stream: IO[bytes]) -> None:
        self._text = io.TextIOWrapper(
            stream, encoding="utf-8", errors="replace", newline="", write_through=True
        )
        self._rows = csv.writer(self._text)
        self._rows.writerow(COLUMNS)

    def write(self, title: StoredTitle, record: MarcRecord) -> bool:
        self._rows.writerows(table_rows(record, title.record.description, title.copies, title.record.key))
        return True

    def close(self) -> None:
        self._text.detach()


_WRITERS: dict[str, Callable[[IO[bytes]], _Writer]] = {
    ".mrc": _Iso2709,
    ".xml": _Xml,
    ".json": _Json,
    ".csv": _Table,
}
