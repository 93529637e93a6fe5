"""A CSV file as rows of cells with their line numbers, its encoding and delimiter found out."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from kiosk.catalog.marc.text_stream import shown_encoding, text_blocks
from kiosk.catalog.source import opened
from kiosk.model.spreadsheet import armed

_BLOCK = 256 * 1024
_SAMPLE = 256 * 1024
_DELIMITERS = ",;\t|"
_CANDIDATES = ["cp1252", "cp1250", "iso8859_2", "cp1251", "cp850", "cp852", "mac_roman"]
# A quotation mark that is never closed must not swallow the rest of the file.
_MOST_LINES = 200
_LONGEST_ROW = 120_000
_LINE = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Cells:
    """One row: the line it begins on, counted from 1, and its cells; None where it cannot be parted."""

    line: int
    cells: list[str] | None


def encoding_of(path: Path) -> str:
    """Return the encoding of a text file: what a mark shows, UTF-8 where it is valid, else the likeliest."""
    telling = b""
    # Decoding in UTF-8 one block after another, which a guess from the beginning alone cannot replace.
    with opened(path) as stream:
        head = stream.read(_BLOCK)
        shown = shown_encoding(head)
        if shown is not None:
            return shown
        block, rest, valid = head, b"", True
        while block:
            valid = valid and _is_utf8(rest + block)
            rest = (rest + block)[-4:] if valid else b""
            rest = rest[_last_start(rest) :]
            if len(telling) < _SAMPLE:
                telling += b"\n".join(line for line in block.split(b"\n") if not line.isascii())
            block = stream.read(_BLOCK)
    if valid and not rest:
        return "utf-8"
    # Loaded only for files that are not UTF-8.
    from charset_normalizer import from_bytes

    best = from_bytes(telling[:_SAMPLE], cp_isolation=_CANDIDATES, threshold=0.6).best()
    return best.encoding if best is not None else _CANDIDATES[0]


def _is_utf8(block: bytes) -> bool:
    try:
        block[: len(block) - len(block[-4:]) + _last_start(block[-4:])].decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _last_start(tail: bytes) -> int:
    """Return where in the last bytes of a block a character begins that the block cuts in two."""
    for back in range(1, min(3, len(tail)) + 1):
        byte = tail[-back]
        if byte >= 0xC0:
            width = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            return len(tail) - back if width > back else len(tail)
        if byte < 0x80:
            break
    return len(tail)


def rows(stream: IO[bytes], encoding: str) -> Iterator[Cells]:
    """Yield the rows that are not blank, the header first."""
    held: list[tuple[int, str]] = []
    delimiter = ""
    for number, line in _lines(stream, encoding):
        if line is None:
            yield Cells(number, None)
            continue
        if not delimiter:
            if not line.strip():
                continue
            delimiter = _delimiter(line)
        held.append((number, line))
        while held:
            text = "\n".join([part for _, part in held])
            if not _is_open(text, delimiter):
                yield from _row(held[0][0], text, delimiter)
                held = []
            elif len(held) > _MOST_LINES or len(text) > _LONGEST_ROW:
                yield Cells(held[0][0], None)
                held = held[1:]
            else:
                break
    yield from _left_open(held, delimiter)


def _row(number: int, text: str, delimiter: str) -> Iterator[Cells]:
    cells = next(csv.reader([text], delimiter=delimiter), [])
    if any(cell.strip() for cell in cells):
        yield Cells(number, [armed(cell) for cell in cells])


def _left_open(held: list[tuple[int, str]], delimiter: str) -> Iterator[Cells]:
    """Yield the rows of the end of a file that an unclosed quotation mark ran into."""
    while held:
        yield Cells(held[0][0], None)
        held = held[1:]
        while held and not _is_open(held[0][1], delimiter):
            yield from _row(*held[0], delimiter)
            held = held[1:]


def _lines(stream: IO[bytes], encoding: str) -> Iterator[tuple[int, str | None]]:
    """Yield lines with their numbers; None for one too long for any row."""
    number = 0
    rest = ""
    too_long = False
    for block in text_blocks(stream, encoding):
        # A carriage return at the very end may be half of a line's end.
        text = rest + block
        cut = len(text) - 1 if text.endswith("\r") else len(text)
        parts = _LINE.split(text[:cut])
        rest = parts.pop() + text[cut:]
        for part in parts:
            number += 1
            yield number, None if too_long or len(part) > _LONGEST_ROW else part
            too_long = False
        if len(rest) > _LONGEST_ROW:
            rest, too_long = "", True
    rest = rest.rstrip("\r")
    if rest or too_long:
        yield number + 1, None if too_long else rest


def _delimiter(header: str) -> str:
    bare = re.sub(r'"[^"]*"', "", header)
    return max(_DELIMITERS, key=bare.count)


def _is_open(text: str, delimiter: str) -> bool:
    """Return whether a quoted cell is not closed yet; marks inside unquoted cells are just text."""
    if '"' not in text:
        return False
    position = 0
    while position < len(text):
        if text[position] == '"':
            end = text.find('"', position + 1)
            while end >= 0 and text[end + 1 : end + 2] == '"':
                end = text.find('"', end + 2)
            if end < 0:
                return True
            position = end
        following = text.find(delimiter, position)
        if following < 0:
            return False
        position = following + 1
    return False
