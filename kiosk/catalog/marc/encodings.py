"""From a record's bytes to texts: UTF-8, MARC-8, or what they really are when the leader is wrong."""

from contextlib import suppress
from functools import cached_property
from unicodedata import normalize

from kiosk.catalog.marc.characters import note
from kiosk.catalog.marc.marc8 import Marc8Decoder
from kiosk.catalog.problems import Finding, warning

# Encodings that library systems of Europe are known to have exported in, likeliest first.
_CANDIDATES = ["cp1252", "cp1250", "cp1251", "iso8859_2", "cp850", "cp852", "cp866", "koi8_r"]
_FALLBACK = "cp1252"
# A few bytes prove nothing against a file whose other records were MARC-8.
_TOLERATED = 0.1
_DOUBTFUL = 4
_ESCAPE = b"\x1b"
_SUBFIELD = b"\x1f"
_FIELD = b"\x1e"


class TextDecoder:
    """Decodes the fields of one record after another; keeps the MARC-8 tables once they were needed."""

    def __init__(self) -> None:
        self._marc8_records = 0
        self._last_guess: str | None = None

    @cached_property
    def _marc8(self) -> Marc8Decoder:
        return Marc8Decoder()

    def decode(self, parts: list[bytes], flagged_utf8: bool, findings: list[Finding]) -> list[str]:
        """Return the fields as texts in NFC, telling of everything that the leader did not promise."""
        body = _FIELD.join(parts)
        if body.isascii() and _ESCAPE not in body:
            return body.decode("ascii").split("\x1e")
        try:
            texts = normalize("NFC", body.decode("utf-8")).split("\x1e")
        except UnicodeDecodeError:
            return self._not_utf8(parts, flagged_utf8, findings)
        if _ESCAPE in body and not flagged_utf8:
            return self._from_marc8(parts)[0]
        if not flagged_utf8:
            note(findings, warning("encoding.unflagged_utf8"))
        return texts

    def _not_utf8(self, parts: list[bytes], flagged_utf8: bool, findings: list[Finding]) -> list[str]:
        high = sum(byte > 0x7F for part in parts for byte in part)
        if flagged_utf8:
            replaced = [normalize("NFC", part.decode("utf-8", "replace")) for part in parts]
            if _mostly_utf8(replaced):
                note(findings, warning("encoding.bad_utf8"))
                return replaced
            note(findings, warning("encoding.wrong_flag"))
        texts, unreadable = self._from_marc8(parts)
        if unreadable <= max(1, high) * _TOLERATED:
            self._marc8_records += 1
            if unreadable:
                note(findings, warning("encoding.bad_marc8", characters=unreadable))
            return texts
        encoding = None if self._rather_marc8(unreadable, high) else self._guess(b"\n".join(parts))
        if encoding is None:
            note(findings, warning("encoding.bad_marc8", characters=unreadable))
            return texts
        note(findings, warning("encoding.guessed", encoding=encoding))
        return [normalize("NFC", part.decode(encoding, "replace")) for part in parts]

    def _rather_marc8(self, unreadable: int, high: int) -> bool:
        return unreadable * 2 <= high or (self._marc8_records > 0 and unreadable < _DOUBTFUL)

    def _guess(self, raw: bytes) -> str | None:
        if _ESCAPE in raw:
            return None
        if self._last_guess is not None:
            with suppress(UnicodeDecodeError):
                raw.decode(self._last_guess)
                return self._last_guess
        # Loaded only for records in an encoding that MARC does not know.
        from charset_normalizer import from_bytes

        best = from_bytes(raw, cp_isolation=_CANDIDATES, threshold=0.6).best()
        self._last_guess = best.encoding if best is not None else _FALLBACK
        return self._last_guess

    def _from_marc8(self, parts: list[bytes]) -> tuple[list[str], int]:
        texts = []
        unreadable = 0
        for part in parts:
            if part.isascii() and _ESCAPE not in part:
                texts.append(part.decode("ascii"))
                continue
            pieces = [self._marc8.decode(piece) for piece in part.split(_SUBFIELD)]
            unreadable += sum(piece.unreadable for piece in pieces)
            texts.append("\x1f".join([piece.text for piece in pieces]))
        return texts, unreadable


def _mostly_utf8(texts: list[str]) -> bool:
    bad = sum(text.count("\ufffd") for text in texts)
    good = sum(not char.isascii() for text in texts for char in text) - bad
    return good >= bad
