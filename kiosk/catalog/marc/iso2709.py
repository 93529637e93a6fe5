"""One record in ISO 2709: from its bytes to a MARC record, as far as it can be read."""

import re
from collections.abc import Callable
from functools import partial

from kiosk.catalog.marc.characters import CONTROL_CHARACTERS, clean, clean_leader, note
from kiosk.catalog.marc.directory import paired, tags_in_order
from kiosk.catalog.marc.encodings import TextDecoder
from kiosk.catalog.marc.parts import checked_code, checked_indicators, is_tag
from kiosk.catalog.marc.record import Field, MarcRecord
from kiosk.catalog.problems import Finding, error, warning

LEADER = 24
_FIELD = b"\x1e"
_CONTROLS = bytes([*range(0x1B), 0x1C, 0x1D, 0x7F])
_RARE_CONTROLS = re.compile("[\x85\u2028\u2029\ufffe\uffff]")
_ODD_CODE = re.compile(r"\x1f(?:[^!-~]|$)", re.M)
_PLAIN_TAGS = frozenset(f"{number:03d}" for number in range(1000))
_PLAIN_INDICATORS = frozenset(first + second for first in " 0123456789" for second in " 0123456789")
_PLAIN_STARTS = frozenset(indicators + "\x1f" for indicators in _PLAIN_INDICATORS)
# Twenty fields a record are made past the constructor, and their subfields without a loop.
_field: Callable[[tuple[str, str, str, tuple[tuple[str, str], ...]]], Field] = partial(tuple.__new__, Field)
_subfields = re.compile(r"\x1f(.)([^\x1f]*)", re.S).findall


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
        if len(raw.translate(None, _CONTROLS)) != len(raw) or _has_rare_controls(raw, texts):
            texts = ["\x1f".join([clean(piece, findings) for piece in text.split("\x1f")]) for text in texts]
        fields = _plain_fields(tags, texts) or _fields(tags, texts, findings)
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


def _has_rare_controls(raw: bytes, texts: list[str]) -> bool:
    return not raw.isascii() and any(_RARE_CONTROLS.search(text) for text in texts if not text.isascii())


def _plain_fields(tags: list[str], texts: list[str]) -> list[Field]:
    """Return the fields of a record in which nothing is odd, or none: nine of ten records take this way."""
    if not _PLAIN_TAGS.issuperset(tags) or _ODD_CODE.search("\x1e".join(texts)) is not None:
        return []
    fields = []
    for tag, text in zip(tags, texts, strict=True):
        if tag < "010":
            if not text or "\x1f" in text:
                return []
            fields.append(_field((tag, text, "", ())))
        elif text[:3] in _PLAIN_STARTS:
            fields.append(_field((tag, "", text[:2], tuple(_subfields(text)))))
        else:
            return []
    return fields


def _fields(tags: list[str], texts: list[str], findings: list[Finding]) -> list[Field]:
    fields = []
    for tag, text in zip(tags, texts, strict=True):
        if not is_tag(tag, findings):
            continue
        if tag < "010" or (not tag.isdigit() and "\x1f" not in text):
            if "\x1f" in text:
                note(findings, CONTROL_CHARACTERS)
                text = text.replace("\x1f", "")
            if text:
                fields.append(Field(tag, text))
            continue
        indicators, *pieces = text.split("\x1f")
        if len(indicators) != 2 or indicators not in _PLAIN_INDICATORS or not pieces:
            indicators, pieces = _mended(tag, text, findings)
        subfields = [
            (piece[0] if "!" <= piece[0] <= "~" else checked_code(piece[0], tag, findings), piece[1:])
            for piece in pieces
            if piece
        ]
        if subfields:
            known = tuple([pair for pair in subfields if pair[0]])
            fields.append(Field(tag, "", indicators, known))
    return [field for field in fields if field.data or field.subfields]


def _mended(tag: str, text: str, findings: list[Finding]) -> tuple[str, list[str]]:
    indicators, *pieces = text.split("\x1f")
    if pieces:
        return checked_indicators(indicators, tag, findings), pieces
    # Without any subfield sign: what follows the indicators is at least a text.
    note(findings, warning("field.subfields", tag=tag))
    rest = text[2:].strip()
    return checked_indicators(text[:2], tag, findings), ["a" + rest] if rest else []
