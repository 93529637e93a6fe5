"""One record in ISO 2709: from its bytes to a MARC record, as far as it can be read."""

import re
import unicodedata

from kiosk.catalog.marc.characters import CONTROL_CHARACTERS, clean, clean_leader, note
from kiosk.catalog.marc.directory import paired, tags_in_order
from kiosk.catalog.marc.encodings import TextDecoder
from kiosk.catalog.marc.parts import checked_code, checked_indicators, is_tag
from kiosk.catalog.marc.record import Field, MarcRecord
from kiosk.catalog.problems import Finding, error, warning

LEADER = 24
_FIELD = b"\x1e"
_CONTROLS = re.compile(
    rb"[\x00-\x1a\x1c\x1d\x7f]|\xc2\x85|\xe2\x80[\xa8\xa9]|\xef\xbf[\xbe\xbf]|\xed[\xa0-\xbf]"
)


class RecordDecoder:
    """Decodes records one after another; see TextDecoder for what it keeps in between."""

    def __init__(self) -> None:
        self._texts = TextDecoder()

    def decode(self, raw: bytes, findings: list[Finding]) -> MarcRecord | None:
        """Return the record without its terminator, or None where an error among the findings says why.

        ``raw`` ends before the record terminator.
        """
        leader = raw[:LEADER].decode("latin-1")
        layout = _layout(raw, findings)
        if layout is None:
            return None
        directory, parts = layout
        if not parts:
            findings.append(error("record.empty"))
            return None
        tags = tags_in_order(directory, parts)
        if tags is None:
            mended = paired(directory, parts)
            if mended is None:
                findings.append(error("record.directory_lost"))
                return None
            note(findings, warning("record.directory"))
            tags = [tag for tag, _ in mended]
            parts = [part for _, part in mended]
        texts = self._texts.decode(parts, leader[9:10] == "a", findings)
        if _CONTROLS.search(raw) is not None:
            texts = ["\x1f".join([clean(piece, findings) for piece in text.split("\x1f")]) for text in texts]
        fields = _fields(tags, texts, findings)
        if not fields:
            findings.append(error("record.empty"))
            return None
        return MarcRecord(clean_leader(leader, findings), tuple(fields))


def _layout(raw: bytes, findings: list[Finding]) -> tuple[bytes, list[bytes]] | None:
    base_digits = raw[12:17]
    base = int(base_digits) if base_digits.isdigit() else 0
    end = raw.find(_FIELD, LEADER)
    if end < 0:
        findings.append(error("record.undecodable"))
        return None
    if base != end + 1:
        note(findings, warning("leader.base_address"))
    parts = raw[end + 1 :].split(_FIELD)
    if parts[-1].strip(b"\r\n \x00") == b"":
        parts.pop()
    else:
        note(findings, warning("record.field_terminator"))
    return raw[LEADER:end], parts


def _fields(tags: list[str], texts: list[str], findings: list[Finding]) -> list[Field]:
    fields = []
    for tag, text in zip(tags, texts, strict=True):
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        if not is_tag(tag, findings):
            continue
        if tag < "010" or (not tag.isdigit() and "\x1f" not in text):
            if "\x1f" in text:
                note(findings, CONTROL_CHARACTERS)
                text = text.replace("\x1f", "")
            if text:
                fields.append(Field(tag, text))
        else:
            field = _data_field(tag, text, findings)
            if field is not None:
                fields.append(field)
    return fields


def _data_field(tag: str, text: str, findings: list[Finding]) -> Field | None:
    pieces = text.split("\x1f")
    indicators = pieces[0]
    if len(pieces) == 1:
        # Without any subfield sign: what follows the indicators is at least a text.
        indicators = checked_indicators(text[:2], tag, findings)
        rest = text[2:].strip()
        pieces = ["", "a" + rest] if rest else [""]
        note(findings, warning("field.subfields", tag=tag))
    elif len(indicators) != 2 or not (indicators.isascii() and indicators.isalnum()):
        indicators = checked_indicators(indicators, tag, findings)
    subfields = [
        (piece[0] if "!" <= piece[0] <= "~" else checked_code(piece[0], tag, findings), piece[1:])
        for piece in pieces[1:]
        if piece
    ]
    known = tuple([(code, value) for code, value in subfields if code])
    return Field(tag, "", indicators, known) if known else None
