"""Where one ISO 2709 record ends and the next begins, whatever their leaders say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from kiosk.catalog.problems import Finding, error, warning

MAX_RECORD = 8 * 1024 * 1024
_BLOCK = 256 * 1024
_TERMINATOR = b"\x1d"
_FILLERS = b" \t\r\n\x00\x1a"
# Leaders as they are written: length, five codes, "22", base address, three codes, "4500".
_SURE_LEADER = re.compile(rb"\d{5}[ -~]{5}22\d{5}[ -~]{3}4500(?=[0-9A-Za-z]{3}\d{9})")
_LIKELY_LEADER = re.compile(rb"[\d ]{5}[a-z ][ -~]{4}[\d ]{2}[\d ]{5}[ -~]{7}[0-9A-Za-z]{3}\d{4}")


@dataclass(slots=True)
class Frame:
    """The bytes of one record without terminator.

    Without bytes and with an error: a record passed over; without bytes and error: garbage between records.
    """

    raw: bytes
    findings: list[Finding] = field(default_factory=list)


def frames(stream: IO[bytes]) -> Iterator[Frame]:
    """Yield every record found in the stream, holding no more than one of bounded size."""
    torn = b""
    for chunk, terminated, too_large in _chunks(stream):
        if torn:
            joined = torn + _TERMINATOR + chunk
            if int(torn[:5]) == len(joined) + 1:
                torn = b""
                yield Frame(joined)
                continue
            yield from _split(torn, True)
            torn = b""
        if too_large:
            yield Frame(b"", [error("record.too_large", limit=MAX_RECORD)])
        elif terminated and _goes_on(chunk):
            torn = chunk
        else:
            yield from _split(chunk, terminated)
    if torn:
        yield from _split(torn, True)


def _goes_on(chunk: bytes) -> bool:
    """Return whether the leader promises more: then the terminator seen may stand inside a field."""
    return chunk[:5].isdigit() and len(chunk) + 1 < int(chunk[:5]) < 99999


def _chunks(stream: IO[bytes]) -> Iterator[tuple[bytes, bool, bool]]:
    """Yield (bytes up to a terminator, terminator seen, passed over as too large)."""
    held = b""
    skipping = False
    while block := stream.read(_BLOCK):
        pieces = (held + block).split(_TERMINATOR)
        held = pieces.pop()
        for piece in pieces:
            if skipping:
                skipping = False
            else:
                yield piece, True, len(piece) > MAX_RECORD
        if skipping:
            held = b""
        elif len(held) > MAX_RECORD:
            yield b"", False, True
            held, skipping = b"", True
    if held and not skipping:
        yield held, False, False


def _split(chunk: bytes, terminated: bool) -> Iterator[Frame]:
    """Yield the records of one chunk: one as a rule, more where terminators are missing."""
    if terminated and _is_plain(chunk):
        yield Frame(chunk)
        return
    start = _start(chunk)
    if start is None:
        yield from _without_leader(chunk, terminated)
        return
    if chunk[:start].strip(_FILLERS):
        yield Frame(b"", [warning("file.garbage", bytes=start)])
    starts = [start, *(found.start() for found in _SURE_LEADER.finditer(chunk, start + 24))]
    starts = [at for at in starts if at == start or chunk[at - 1 : at] in (b"\x1e", b"\n", b"\r")]
    for at, end in zip(starts, [*starts[1:], None], strict=True):
        yield _framed(chunk[at:end], terminated and end is None)


def _is_plain(chunk: bytes) -> bool:
    return chunk[:5].isdigit() and int(chunk[:5]) == len(chunk) + 1 and chunk[10:12] == b"22"


def _start(chunk: bytes) -> int | None:
    blank = len(chunk) - len(chunk.lstrip(_FILLERS))
    if chunk[blank : blank + 5].isdigit():
        return blank
    found = _SURE_LEADER.search(chunk) or _LIKELY_LEADER.search(chunk)
    if found is not None:
        return found.start()
    # The length may be blank or torn: a record is told by its field terminators.
    return 0 if len(chunk) > 24 and chunk.find(b"\x1e", 24) > 0 and b"\x1f" in chunk else None


def _without_leader(chunk: bytes, terminated: bool) -> Iterator[Frame]:
    if not chunk.strip(_FILLERS):
        return
    if terminated:
        yield Frame(chunk, [error("record.undecodable")])
    else:
        yield Frame(b"", [warning("file.garbage", bytes=len(chunk))])


def _framed(raw: bytes, terminated: bool) -> Frame:
    findings: list[Finding] = []
    trimmed = raw if terminated else raw.rstrip(_FILLERS)
    declared = int(raw[:5]) if raw[:5].isdigit() else 0
    if not terminated:
        if (declared > len(trimmed) + 1 and declared < 99999) or not trimmed.endswith(b"\x1e"):
            return Frame(trimmed, [error("record.truncated")])
        findings.append(warning("record.terminator"))
    elif declared != len(raw) + 1:
        findings.append(warning("record.length", declared=raw[:5].decode("latin-1"), actual=len(raw) + 1))
    return Frame(trimmed, findings)
