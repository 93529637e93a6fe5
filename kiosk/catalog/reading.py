"""Reads MARC records from a file of any serialisation, one by one, with what is wrong with each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from kiosk.catalog.marc.framing import frames
from kiosk.catalog.marc.iso2709 import RecordDecoder
from kiosk.catalog.marc.json_records import from_json, json_objects
from kiosk.catalog.marc.record import MarcRecord, RecordKind
from kiosk.catalog.marc.text_stream import shown_encoding, text_blocks
from kiosk.catalog.marc.xml_elements import elements
from kiosk.catalog.marc.xml_records import XmlRecordParser
from kiosk.catalog.problems import Finding, Severity, error
from kiosk.catalog.source import DamagedFile, SourceFormat, format_of, opened
from kiosk.model.errors import FormatUnknown

_UTF8_MARK = b"\xef\xbb\xbf"
_UNWANTED = {
    RecordKind.AUTHORITY: error("record.authority"),
    RecordKind.HOLDINGS: error("record.holdings"),
    RecordKind.CLASSIFICATION: error("record.classification"),
    RecordKind.COMMUNITY: error("record.community"),
    RecordKind.UNIMARC: error("record.unimarc"),
}


@dataclass(slots=True)
class ReadRecord:
    """A record boundary found: the record, or None where an error among the findings says why not.

    ``number`` counts from 1; it is None for what concerns the file and is no record.
    """

    number: int | None
    record: MarcRecord | None
    findings: list[Finding] = field(default_factory=list)
    control_number: str | None = None

    @property
    def rejected(self) -> bool:
        """Return whether this cannot be imported."""
        return self.record is None or any(one.severity is Severity.ERROR for one in self.findings)


class RecordFile:
    """A MARC file: iterating reads its records; ``position`` tells how many of its bytes were read.

    A file that breaks off ends with an error of its own. Opening raises FileUnreadable.
    """

    def __init__(self, path: Path, source_format: SourceFormat) -> None:
        self.path = path
        self._format = source_format
        self.position = 0

    def __iter__(self) -> Iterator[ReadRecord]:
        number = 0
        with opened(self.path, self._moved) as stream:
            try:
                for read in _READERS[self._format](stream):
                    if read.number is not None:
                        number += 1
                        read.number = number
                    yield _judged(read)
            except DamagedFile as trouble:
                yield ReadRecord(None, None, [error(trouble.code)])
            except OSError as trouble:
                yield ReadRecord(None, None, [error("file.unreadable", problem=trouble.strerror or "")])

    def _moved(self, position: int) -> None:
        self.position = position


def read_marc(path: Path) -> Iterator[ReadRecord]:
    """Yield every record of a MARC file, told by its content.

    Raises FileUnreadable or FormatUnknown before the first record; a table is of unknown format here.
    """
    source_format = format_of(path)
    if source_format is SourceFormat.CSV:
        raise FormatUnknown(file=str(path))
    return iter(RecordFile(path, source_format))


def rejection_of(record: MarcRecord) -> Finding | None:
    """Return why a record does not belong in a catalogue of titles, or None where it does."""
    return _UNWANTED.get(record.kind)


def _judged(read: ReadRecord) -> ReadRecord:
    if read.record is not None:
        read.control_number = read.record.control_number
        unwanted = rejection_of(read.record)
        if unwanted is not None:
            read.findings.append(unwanted)
    return read


def _iso2709(stream: IO[bytes]) -> Iterator[ReadRecord]:
    decoder = RecordDecoder()
    mark = stream.read(3)
    if mark != _UTF8_MARK:
        stream.seek(0)
    for frame in frames(stream):
        if any(one.severity is Severity.ERROR for one in frame.findings):
            yield ReadRecord(0, None, frame.findings)
        elif not frame.raw:
            yield ReadRecord(None, None, frame.findings)
        else:
            yield ReadRecord(0, decoder.decode(frame.raw, frame.findings), frame.findings)


def _marcxml(stream: IO[bytes]) -> Iterator[ReadRecord]:
    parser = XmlRecordParser()
    for element in elements(_text(stream)):
        findings: list[Finding] = []
        if element.closed:
            yield ReadRecord(0, parser.parse(element.text, findings), findings)
        else:
            code = "record.unclosed" if element.text else "record.too_large"
            yield ReadRecord(0, None, [error(code)])


def _json(stream: IO[bytes]) -> Iterator[ReadRecord]:
    for found in json_objects(_text(stream)):
        findings: list[Finding] = []
        if found is None:
            yield ReadRecord(0, None, [error("record.json")])
        else:
            yield ReadRecord(0, from_json(found, findings), findings)


def _text(stream: IO[bytes]) -> Iterator[str]:
    encoding = shown_encoding(stream.read(4096)) or "utf-8"
    stream.seek(0)
    return text_blocks(stream, encoding)


_READERS = {SourceFormat.ISO2709: _iso2709, SourceFormat.MARCXML: _marcxml, SourceFormat.JSON: _json}
