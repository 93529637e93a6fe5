"""MARC-8 to Unicode with pymarc's tables, telling what it could not read (MARC 21 Specifications, part 2)."""

import re
import unicodedata
from dataclasses import dataclass

_ESCAPE = 0x1B
_BASIC_LATIN = 0x42
_EXTENDED_LATIN = 0x45
_EAST_ASIAN = 0x31
# Single-character escapes to Greek symbols, subscripts, superscripts and back to ASCII.
_SHORT = {0x67: 0x67, 0x62: 0x62, 0x70: 0x70, 0x73: _BASIC_LATIN}
# What MARC-8 has no sign for is written as a reference to Unicode.
_REFERENCE = re.compile(rb"&#x([0-9A-Fa-f]{4,6});")
_MOST_MARKS = 2
_TO_G0 = frozenset(b"(,")
_TO_G1 = frozenset(b")-")

Codeset = dict[int, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text read and how many characters of it made no sense."""

    text: str
    unreadable: int


class Marc8Decoder:
    """Reads subfields one by one; each begins with the default sets, as the specification asks."""

    def __init__(self) -> None:
        # 16,000 lines of tables: only those who meet MARC-8 pay for them.
        from pymarc.marc8_mapping import CODESETS, ODD_MAP

        self._codesets: dict[int, Codeset] = CODESETS
        self._odd: dict[int, int] = ODD_MAP

    def decode(self, raw: bytes) -> Decoded:
        """Return the text in NFC; what cannot be read becomes U+FFFD and is counted."""
        g0, g1 = _BASIC_LATIN, _EXTENDED_LATIN
        out: list[str] = []
        waiting: list[str] = []
        unreadable = position = 0
        while position < len(raw):
            if raw[position] == _ESCAPE:
                width, g0, g1 = self._escape(raw, position, g0, g1)
                unreadable += width == 1
                position += width
                continue
            width, char, combining = self._character(raw, position, g0, g1)
            position += width
            if combining:
                waiting.append(char)
                continue
            unreadable += char == "\ufffd"
            if len(waiting) > _MOST_MARKS or (waiting and not _carries_mark(char)):
                unreadable += len(waiting)
            out.append(char)
            out.extend(waiting)
            waiting.clear()
        unreadable += len(waiting)
        return Decoded(unicodedata.normalize("NFC", "".join(out + waiting)), unreadable)

    def _escape(self, raw: bytes, position: int, g0: int, g1: int) -> tuple[int, int, int]:
        rest = raw[position + 1 : position + 4]
        if rest and rest[0] in _SHORT:
            return 2, _SHORT[rest[0]], g1
        multibyte = 1 if rest[:1] == b"$" else 0
        marker = rest[multibyte : multibyte + 1]
        final = rest[multibyte + 1 : multibyte + 2]
        if marker and marker[0] in _TO_G0 and final and self._known(final[0]):
            return 3 + multibyte, final[0], g1
        if marker and marker[0] in _TO_G1 and final and self._known(final[0]):
            return 3 + multibyte, g0, final[0]
        if multibyte and marker and self._known(marker[0]):
            return 3, marker[0], g1
        return 1, g0, g1

    def _known(self, final: int) -> bool:
        return final in self._codesets

    def _character(self, raw: bytes, position: int, g0: int, g1: int) -> tuple[int, str, bool]:
        byte = raw[position]
        if byte <= 0x20:
            return 1, chr(byte), False
        if byte == 0x26 and (reference := _REFERENCE.match(raw, position)) is not None:
            char = chr(min(int(reference[1], 16), 0x10FFFF))
            return reference.end() - position, char, unicodedata.combining(char) > 0
        codeset = g1 if byte > 0x80 else g0
        width = 3 if codeset == _EAST_ASIAN else 1
        code = int.from_bytes(raw[position : position + width], "big")
        # In the second half the tables of sets that are usually in the first lie seven bits lower.
        for candidate in (code, code ^ 0x80 if width == 1 else code & 0x7F7F7F):
            found = self._codesets[codeset].get(candidate)
            if found is not None:
                return width, chr(found[0]), bool(found[1])
        if code in self._odd:
            return width, chr(self._odd[code]), False
        return (width if width == 1 or len(raw) - position >= width else 1), "\ufffd", False


def _carries_mark(char: str) -> bool:
    # A mark over a space or a comma is what text in another encoding looks like when read as MARC-8.
    return unicodedata.category(char)[0] == "L"
