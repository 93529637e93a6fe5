"""Reads what an SRU server answers: how many were found, the records, and its diagnostics."""

from dataclasses import dataclass, field
from xml.parsers import expat

from kiosk.catalog.marc.record import MarcRecord
from kiosk.catalog.marc.text_stream import shown_encoding
from kiosk.catalog.marc.xml_elements import elements
from kiosk.catalog.marc.xml_records import XmlRecordParser
from kiosk.catalog.problems import Finding, error
from kiosk.model.staff_errors import SourceAnswerUnreadable, SourceRefused

_DEEPEST = 200
_MOST_RECORDS = 1000
_LONGEST_NUMBER = 15
# SRU 2.0 servers answer older questions, too, and call their elements the same.
_ROOTS = ("searchRetrieveResponse",)
_FIRST_OUT_OF_RANGE = "info:srw/diagnostic/1/61"
_OF_RECORD = "diagnostic"


@dataclass(frozen=True, slots=True)
class SruRecord:
    """One record of an answer, or None where an error among the findings says why it cannot be used."""

    record: MarcRecord | None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class SruAnswer:
    """One page of what was found: ``total`` in all, ``following`` the number that the next page begins at."""

    total: int
    records: tuple[SruRecord, ...]
    following: int | None = None


@dataclass(slots=True)
class _Diagnostic:
    uri: str = ""
    message: str = ""
    details: str = ""

    def told(self) -> str:
        return ": ".join(part for part in (self.message, self.details) if part) or self.uri


@dataclass(slots=True)
class _Part:
    """One record as it stands in the answer: its XML, or what was told instead."""

    schema: str = ""
    content: str = ""
    diagnostic: _Diagnostic | None = None


class _Hostile(Exception):
    """Raised within the parser for what no catalogue needs to say."""


def read_answer(body: bytes, charset: str | None, source: str) -> SruAnswer:
    """Read a response document.

    Raises SourceRefused where the server says why it does not answer, and SourceAnswerUnreadable
    where this is no such document, is torn, or declares entities.
    """
    reader = _Reader()
    try:
        reader.read(_decoded(body, charset))
    except (expat.ExpatError, _Hostile) as trouble:
        raise SourceAnswerUnreadable(source=source) from trouble
    if reader.root not in _ROOTS:
        raise SourceAnswerUnreadable(source=source)
    refusal = next((one for one in reader.diagnostics if one.uri != _FIRST_OUT_OF_RANGE), None)
    if refusal is not None and not reader.parts:
        raise SourceRefused(source=source, message=refusal.told()[:300])
    total = _number(reader.total) or 0
    parser = XmlRecordParser()
    records = tuple(_record(parser, part) for part in reader.parts)
    return SruAnswer(max(total, len(records)), records, _number(reader.following))


def _decoded(body: bytes, charset: str | None) -> bytes:
    """Return the document in UTF-8, whatever it came in."""
    try:
        return body.decode(shown_encoding(body[:4096]) or charset or "utf-8", "replace").encode("utf-8")
    except LookupError:
        return body.decode("utf-8", "replace").encode("utf-8")


def _number(text: str) -> int | None:
    bare = text.strip()
    return int(bare) if bare.isascii() and bare.isdecimal() and len(bare) <= _LONGEST_NUMBER else None


def _record(parser: XmlRecordParser, part: _Part) -> SruRecord:
    findings: list[Finding] = []
    if part.diagnostic is not None:
        return SruRecord(None, (error("record.withheld", message=part.diagnostic.told()[:300]),))
    element = next(elements([part.content]), None)
    if element is None or not element.closed:
        return SruRecord(None, (error("record.not_marcxml", schema=part.schema[:80]),))
    record = parser.parse(element.text, findings)
    return SruRecord(record, tuple(findings))


@dataclass(slots=True)
class _Reader:
    """Follows the parser's events; names are compared without their prefixes, which servers choose."""

    root: str = ""
    total: str = ""
    following: str = ""
    parts: list[_Part] = field(default_factory=list)
    diagnostics: list[_Diagnostic] = field(default_factory=list)
    _document: bytes = b""
    _path: list[str] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    # Where within a record's data its own XML begins; -1 outside of any, 0 before the first element.
    _begun: int = -1
    _depth: int = 0
    _diagnostic: _Diagnostic | None = None
    _parser: expat.XMLParserType | None = None

    def read(self, document: bytes) -> None:
        self._document = document
        parser = self._parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse
        parser.EntityDeclHandler = _refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text.append
        parser.Parse(document, True)

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        self._path.append(local)
        if len(self._path) > _DEEPEST:
            raise _Hostile
        if self._begun == 0:
            self._begun = self._position()
        if self._begun < 0:
            self._text.clear()
            self._enter(local)
        elif local == _OF_RECORD and self.parts:
            self._diagnostic = self.parts[-1].diagnostic = _Diagnostic()

    def _enter(self, local: str) -> None:
        if len(self._path) == 1:
            self.root = local
        elif self._path[1:] == ["records", "record"]:
            if len(self.parts) >= _MOST_RECORDS:
                raise _Hostile
            self.parts.append(_Part())
        elif self._path[1:] == ["records", "record", "recordData"]:
            self._begun, self._depth = 0, len(self._path)
        elif local == _OF_RECORD and self._path[1:2] == ["diagnostics"]:
            self._diagnostic = _Diagnostic()
            self.diagnostics.append(self._diagnostic)

    def _end(self, name: str) -> None:
        local, text = name.rpartition(":")[2], "".join(self._text).strip()
        if self._begun >= 0 and len(self._path) == self._depth:
            # Packed as a string, a record is text within text, where the parser met no element.
            inner = self._document[self._begun : self._position()].decode("utf-8") if self._begun else text
            self.parts[-1].content = inner
            self._begun = -1
        elif self._diagnostic is not None and local in ("uri", "message", "details"):
            setattr(self._diagnostic, local, text)
        elif self._begun < 0:
            self._leave(text)
        self._text.clear()
        self._path.pop()

    def _leave(self, text: str) -> None:
        match self._path[1:]:
            case ["numberOfRecords"]:
                self.total = text
            case ["nextRecordPosition"]:
                self.following = text
            case ["records", "record", "recordSchema"]:
                self.parts[-1].schema = text

    def _position(self) -> int:
        assert self._parser is not None
        return self._parser.CurrentByteIndex


def _refuse(*_declaration: object) -> None:
    raise _Hostile
