"""One MARCXML <record> element: from its text to a MARC record, as far as it can be read."""

import re
from html.entities import html5
from xml.parsers import expat

from kiosk.catalog.marc.characters import CONTROL_CHARACTERS, clean, clean_leader, note
from kiosk.catalog.marc.parts import checked_code, checked_indicators, is_tag
from kiosk.catalog.marc.record import DEFAULT_LEADER, Field, MarcRecord
from kiosk.catalog.problems import Finding, error, warning

# XML 1.0, production 2: everything else is illegal even as a character reference.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REFERENCE = re.compile(r"&#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,8}));")
_LOOSE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,8}|#x[0-9A-Fa-f]{1,8});)")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30};)")
_XML_ENTITIES = {"amp;", "lt;", "gt;", "quot;", "apos;"}
_OTHER_KINDS = {"authority": "z", "holdings": "x", "classification": "w", "community": "q"}


class XmlRecordParser:
    """Parses record elements one after another; each gets a parser of its own that knows no entities."""

    def parse(self, text: str, findings: list[Finding]) -> MarcRecord | None:
        """Return the record, or None where an error among the findings says why."""
        text = _without_illegal(text, findings)
        try:
            builder = _built(text, findings)
        except expat.ExpatError as first:
            mended = self._second_try(text, findings)
            if mended is None:
                findings.append(error("record.xml", line=first.lineno, column=first.offset + 1))
                return None
            builder = mended
        if not builder.fields:
            findings.append(error("record.empty"))
            return None
        return MarcRecord(builder.finished_leader(), tuple(builder.fields))

    def _second_try(self, text: str, findings: list[Finding]) -> "_Builder | None":
        mended = _LOOSE_AMPERSAND.sub("&amp;", _ENTITY.sub(_known_entity, text))
        if mended == text:
            return None
        try:
            builder = _built(mended, findings)
        except expat.ExpatError:
            return None
        note(findings, warning("characters.entities"))
        return builder


def _built(text: str, findings: list[Finding]) -> "_Builder":
    builder = _Builder(findings)
    builder.feed(text)
    return builder


def _known_entity(found: re.Match[str]) -> str:
    return found[0] if found[1] in _XML_ENTITIES else html5.get(found[1], found[0])


def _without_illegal(text: str, findings: list[Finding]) -> str:
    if _ILLEGAL.search(text) is not None:
        note(findings, CONTROL_CHARACTERS)
        text = _ILLEGAL.sub("", text)
    if "&#" in text:
        legal = _REFERENCE.sub(_legal_reference, text)
        if legal != text:
            note(findings, CONTROL_CHARACTERS)
        text = legal
    if "\ufffd" in text:
        note(findings, warning("encoding.replaced"))
    return text


def _legal_reference(found: re.Match[str]) -> str:
    code = int(found[1], 16) if found[1] else int(found[2])
    return found[0] if code <= 0x10FFFF and _ILLEGAL.fullmatch(chr(code)) is None else ""


class _Builder:
    """Collects fields from the parser's events; names are compared without their prefixes."""

    def __init__(self, findings: list[Finding]) -> None:
        self.fields: list[Field] = []
        self._findings = findings
        self._leader = ""
        self._kind = ""
        self._tag = ""
        self._indicators = ""
        self._code = ""
        self._subfields: list[tuple[str, str]] = []
        self._text: list[str] = []

    def feed(self, text: str) -> None:
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text.append
        parser.Parse(text.encode("utf-8"), True)

    def finished_leader(self) -> str:
        if not self._leader:
            note(self._findings, warning("leader.missing"))
        leader = clean_leader(self._leader or DEFAULT_LEADER, self._findings)
        return leader[:6] + self._kind + leader[7:] if self._kind else leader

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        self._text.clear()
        if local == "subfield":
            self._code = attributes.get("code", "")
        elif local == "datafield":
            self._tag = attributes.get("tag", "")
            found = (attributes.get("ind1") or " ")[:1] + (attributes.get("ind2") or " ")[:1]
            self._indicators = checked_indicators(found, self._tag, self._findings)
            self._subfields = []
        elif local == "controlfield":
            self._tag = attributes.get("tag", "")
        elif local == "record":
            self._kind = _OTHER_KINDS.get(attributes.get("type", "").casefold(), "")

    def _end(self, name: str) -> None:
        local = name.rpartition(":")[2]
        if local == "subfield":
            self._end_subfield()
        elif local == "datafield":
            self._end_datafield()
        elif local == "controlfield":
            self._end_controlfield()
        elif local == "leader":
            self._leader = "".join(self._text).strip("\r\n\t")
        elif self._text and "".join(self._text).strip():
            note(self._findings, warning("xml.element", name=local))

    def _end_subfield(self) -> None:
        value = clean("".join(self._text), self._findings)
        self._text.clear()
        code = checked_code(self._code, self._tag, self._findings)
        if code:
            self._subfields.append((code, value))

    def _end_datafield(self) -> None:
        if is_tag(self._tag, self._findings) and self._subfields:
            self.fields.append(Field(self._tag, "", self._indicators, tuple(self._subfields)))

    def _end_controlfield(self) -> None:
        data = clean("".join(self._text), self._findings)
        if not is_tag(self._tag, self._findings):
            return
        if self._tag.isdigit() and self._tag >= "010":
            note(self._findings, warning("field.indicators", tag=self._tag))
            self.fields.append(Field(self._tag, "", "  ", (("a", data),)))
        elif data:
            self.fields.append(Field(self._tag, data))
