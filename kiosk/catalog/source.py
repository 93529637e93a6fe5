"""Opens a file that records come in and tells by its content what it is."""

import codecs
import gzip
import io
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

from kiosk.catalog.marc.text_stream import shown_encoding
from kiosk.model.errors import FileUnreadable, FormatUnknown

_HEAD = 64 * 1024
_GZIP = b"\x1f\x8b"
# Text rarely packs better than 1:50, a bomb reaches 1:1000.
_SUSPICIOUS_SIZE = 64 * 1024 * 1024
_SUSPICIOUS_RATIO = 200
_LEADER = re.compile(rb"[\s\x00]{0,64}[\d# ]{5}[A-Za-z# ][A-Za-z# ][ -~]{17}")
# A field's end, the next one's indicators, its first subfield: enough where the leader is torn.
_FIELD = re.compile(rb"\x1e[ -~]{0,3}\x1f")
_MARCXML = re.compile(r"<(?:[\w.\-]{1,40}:)?(?:collection|record)[\s/>]|MARC21/slim")
_JSON = re.compile(r"\s*(?:\[\s*)*(?:\{|\[\s*\]|$)")
# MARC's own delimiters and escapes, and what lines and padding are made of; any other control is not text.
_RECORD_CONTROLS = b"\x00\t\n\x0b\x0c\r\x1a\x1b\x1d\x1e\x1f"
_OTHER_CONTROLS = bytes(byte for byte in range(0x20) if byte not in _RECORD_CONTROLS)


class SourceFormat(StrEnum):
    """The serialisations that are told apart."""

    ISO2709 = "iso2709"
    MARCXML = "marcxml"
    JSON = "json"
    CSV = "csv"


class DamagedFile(Exception):
    """The file cannot be read to its end; ``code`` is the problem's."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class _Bounded(io.RawIOBase):
    """Reads through a decompressor and turns its troubles, bombs among them, into DamagedFile.

    A file that breaks off ends once, so that buffers above hand on what came before, and is in
    trouble when asked for more.
    """

    def __init__(self, packed: IO[bytes], size: int) -> None:
        self._unpacked = gzip.GzipFile(fileobj=packed, mode="rb")
        self._size = max(size, 1)
        self._read = 0
        self._broken_off = False

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._read = 0
        self._broken_off = False
        return self._unpacked.seek(offset, whence)

    def readinto(self, buffer: Any) -> int:
        if self._broken_off:
            raise DamagedFile("file.damaged")
        try:
            block = self._unpacked.read1(len(buffer))
        except (EOFError, OSError, zlib.error):
            self._broken_off = True
            return 0
        self._read += len(block)
        if self._read > _SUSPICIOUS_SIZE and self._read > self._size * _SUSPICIOUS_RATIO:
            raise DamagedFile("file.bomb")
        buffer[: len(block)] = block
        return len(block)


class _Watched(io.RawIOBase):
    """Reads a file and tells how far."""

    def __init__(self, raw: IO[bytes], moved: Callable[[int], None]) -> None:
        self._raw = raw
        self._moved = moved

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._raw.seek(offset, whence)

    def readinto(self, buffer: Any) -> int:
        block = self._raw.read(len(buffer))
        buffer[: len(block)] = block
        self._moved(self._raw.tell())
        return len(block)


@contextmanager
def opened(path: Path, moved: Callable[[int], None] | None = None) -> Iterator[IO[bytes]]:
    """Open a file for reading from its beginning, unpacked where it is a gzip file.

    ``moved`` is told how many bytes of the file itself were read. Raises FileUnreadable; reading
    may raise DamagedFile.
    """
    try:
        raw: IO[bytes] = path.open("rb")
    except OSError as trouble:
        raise FileUnreadable(file=str(path), problem=trouble.strerror or "") from trouble
    with raw:
        packed = raw.read(2) == _GZIP
        raw.seek(0)
        watched = io.BufferedReader(_Watched(raw, moved), _HEAD) if moved is not None else raw
        if packed:
            yield io.BufferedReader(_Bounded(watched, path.stat().st_size), _HEAD)
        else:
            yield watched


def format_of(path: Path) -> SourceFormat:
    """Return what the file holds, told by its first bytes.

    Raises FileUnreadable, DamagedFile where it does not even unpack, or FormatUnknown.
    """
    try:
        with opened(path) as stream:
            # The second look tells an empty file from one of which nothing can be unpacked.
            head = stream.read(_HEAD) or stream.read(1)
    except OSError as trouble:
        raise FileUnreadable(file=str(path), problem=trouble.strerror or "") from trouble
    found = _format_of_head(head)
    if found is None:
        raise FormatUnknown(file=str(path))
    return found


def _format_of_head(head: bytes) -> SourceFormat | None:
    bare = head.removeprefix(codecs.BOM_UTF8).lstrip(b"\x00\t\r\n ")
    shaped = _LEADER.match(bare) is not None or (_FIELD.search(head) is not None and not _packed(head))
    if b"\x1e" in head and shaped and not bare.startswith((b"<", b"{", b"[")):
        return SourceFormat.ISO2709
    text = head.decode(shown_encoding(head) or "utf-8", "replace").lstrip("\ufeff \t\r\n")
    if text.startswith("<"):
        return SourceFormat.MARCXML if _MARCXML.search(text) else None
    if text.startswith(("{", "[")):
        return SourceFormat.JSON if _JSON.match(text) else None
    if not text or "\x00" in text or (not text.isprintable() and _binary(text)):
        return None
    return SourceFormat.CSV


def _packed(head: bytes) -> bool:
    """Return whether these are a picture's, a program's or an archive's bytes, delimiters by chance."""
    meant = len(head) - head.count(0)
    odd = len(head) - len(head.translate(None, _OTHER_CONTROLS))
    return odd * 50 > meant or meant * 2 < len(head)


def _binary(text: str) -> bool:
    odd = sum(char < " " and char not in "\t\r\n\x0b\x0c" for char in text)
    return odd > len(text) // 100
