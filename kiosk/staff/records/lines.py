"""A line as people write it (Place : publisher, year) over the subfields of one MARC field.

A line shows some subfields without the punctuation that stands between them as data; a changed line
changes only those subfields in which letters were changed, and keeps all others as they are.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from kiosk.catalog.description.fields import trimmed
from kiosk.catalog.marc.record import Field

_ENDS = " :;,/=+"
_SPACED = (":", ";", "=", "/", "+")
_CLOSE = (",", ".")


class Stops(Enum):
    """Whose full stop is punctuation, and so not shown: nobody's, the last subfield's, each one's."""

    NONE = "none"
    LAST = "last"
    EACH = "each"


@dataclass(frozen=True, slots=True)
class Mark:
    """What begins a further subfield when it is typed, and how it closes the one before as data."""

    pattern: re.Pattern[str]
    code: str
    closing: str


@dataclass(frozen=True, slots=True)
class Line:
    """Which subfields a line shows, how it joins them, and what it takes apart again.

    ``joints`` stand before a code where the data has no punctuation; ``starts`` give the code of a line
    that begins otherwise than with the first code; subfields of the codes ``dependent`` say nothing by
    themselves; ``opening`` closes what stands before the whole line.
    """

    codes: str
    joints: tuple[tuple[str, str], ...] = ()
    marks: tuple[Mark, ...] = ()
    starts: tuple[tuple[re.Pattern[str], str], ...] = ()
    dependent: str = "01234568"
    opening: str = ""
    stops: Stops = Stops.NONE

    def joint(self, code: str) -> str:
        """Return what stands before a subfield of that code."""
        return dict(self.joints).get(code, " ")

    def first_code(self, text: str) -> str:
        """Return the code of what a new line begins with."""
        return next((code for pattern, code in self.starts if pattern.match(text)), self.codes[0])


class Segment(NamedTuple):
    """A subfield as a part of the line; ``joint`` stands before it, ``lead`` and ``tail`` are not shown."""

    place: int
    code: str
    text: str
    lead: str
    tail: str
    joint: str
    start: int

    @property
    def end(self) -> int:
        """Return where it ends within the line."""
        return self.start + len(self.text)


class _Piece(NamedTuple):
    code: str
    text: str
    closing: str  # what the mark behind it says as data; empty at the end


class _Affected(NamedTuple):
    """The first and last segment that a change touches, what they are now, and what of that was typed."""

    first: int
    last: int
    text: str
    begun: int
    until: int


def shown(line: Line, field: Field) -> str:
    """Return the line that a field makes."""
    return _joined(segments(line, field))


def segments(line: Line, field: Field) -> list[Segment]:
    """Return the parts of the line in the order of the field."""
    found: list[Segment] = []
    closing = ""
    for place, (code, value) in enumerate(field.subfields):
        text, lead, tail = cut(value, stop=_has_stop(line, place == len(field.subfields) - 1))
        if code in line.codes and text:
            joint = (_spoken(closing) or line.joint(code)) if found else ""
            start = found[-1].end + len(joint) if found else 0
            found.append(Segment(place, code, text, lead, tail, joint, start))
        closing = tail
    return found


def cut(value: str, *, stop: bool) -> tuple[str, str, str]:
    """Cut a value into its text and what stands before and behind it; ``stop``: a full stop is no text."""
    bare = value.strip(_ENDS)
    start = value.find(bare) if bare else len(value)
    if stop and bare.endswith(".") and trimmed(bare) and not trimmed(bare).endswith("."):
        bare = bare[:-1].rstrip(_ENDS)
    return bare, value[:start], value[start + len(bare) :]


def rewritten(line: Line, field: Field, text: str, *, punctuated: bool) -> Field | None:
    """Return the field with the line changed to ``text``; None where nothing of it is left.

    ``punctuated`` says whether this record writes punctuation into its subfields.
    """
    found = segments(line, field)
    if text == _joined(found):
        return field
    change = _affected(found, text)
    code = found[change.first].code if found else line.first_code(change.text)
    pieces = _pieces(line, change, code)
    changed = _placed(line, field, found[change.first : change.last + 1], pieces, punctuated)
    left = [code for code, value in changed.subfields if code not in line.dependent and value.strip()]
    return changed if left else None


def _has_stop(line: Line, last: bool) -> bool:
    return line.stops is Stops.EACH or (last and line.stops is Stops.LAST)


def _joined(found: Sequence[Segment]) -> str:
    return "".join(f"{one.joint}{one.text}" for one in found)


def _spoken(closing: str) -> str:
    bare = closing.strip()
    if bare in _SPACED:
        return f" {bare} "
    return f"{bare} " if bare in _CLOSE else ""


def _affected(found: Sequence[Segment], text: str) -> _Affected:
    if not found:
        return _Affected(0, -1, text, 0, len(text))
    old = _joined(found)
    most = min(len(old), len(text))
    before = next((n for n in range(most) if old[n] != text[n]), most)
    behind = next((n for n in range(most - before) if old[-1 - n] != text[-1 - n]), most - before)
    until = len(old) - behind
    first = max((n for n, one in enumerate(found) if one.start <= before), default=0)
    last = min((n for n, one in enumerate(found) if one.end >= until), default=len(found) - 1)
    last = max(first, last)
    start = found[first].start
    fresh = text[start : len(text) - (len(old) - found[last].end)]
    if last > first:
        return _Affected(first, last, fresh, 0, len(fresh))
    return _Affected(first, last, fresh, before - start, len(text) - behind - start)


def _pieces(line: Line, change: _Affected, code: str) -> list[_Piece]:
    """Take a text apart at the marks that were typed now; what is empty between two is left out."""
    text = change.text
    hits = [(hit, mark) for mark in line.marks for hit in mark.pattern.finditer(text)]
    hits = [pair for pair in hits if pair[0].start() < change.until and pair[0].end() > change.begun]
    pieces: list[_Piece] = []
    at = 0
    for hit, mark in sorted(hits, key=lambda pair: pair[0].start()):
        if bare := text[at : hit.start()].strip(_ENDS):
            pieces.append(_Piece(code, bare, mark.closing))
        at, code = hit.end(), mark.code
    if bare := text[at:].strip(_ENDS):
        pieces.append(_Piece(code, bare, ""))
    return pieces


def _placed(
    line: Line, field: Field, old: Sequence[Segment], pieces: Sequence[_Piece], punctuated: bool
) -> Field:
    """Put pieces where the old segments stood, each over one of its own code where there is one."""
    subfields = list(field.subfields)
    final = old[-1].tail if old else ""
    spare = list(old)
    placed: list[tuple[int, int, str, str]] = []
    at = old[0].place if old else _entrance(line, field)
    for number, piece in enumerate(pieces):
        own = next((one for one in spare if one.code == piece.code), None)
        if own is not None:
            spare.remove(own)
            at = own.place
        tail = final if number == len(pieces) - 1 else _tail(own, piece, punctuated)
        lead = own.lead if own is not None else ""
        placed.append((at, number, piece.code, f"{lead}{piece.text}{_without_second_stop(piece, tail)}"))
    gone = {one.place for one in old}
    kept = [(n, -1, code, value) for n, (code, value) in enumerate(subfields) if n not in gone]
    if not pieces and old:
        kept = _closed(kept, old[0].place, final)
    if pieces and not old and line.opening and punctuated:
        kept = _closed(kept, len(subfields), line.opening)
    ordered = sorted([*kept, *placed])
    return field._replace(subfields=tuple((code, value) for _, _, code, value in ordered))


def _entrance(line: Line, field: Field) -> int:
    """Return where a line goes into a field that has nothing of it: behind its links, or at its end."""
    if line.codes[0] != "a":
        return len(field.subfields)
    return sum(code in "368" for code, _ in field.subfields) - 1


def _tail(own: Segment | None, piece: _Piece, punctuated: bool) -> str:
    if own is not None and own.tail.strip() == piece.closing.strip():
        return own.tail
    return piece.closing if punctuated else ""


def _without_second_stop(piece: _Piece, tail: str) -> str:
    return tail[1:] if piece.text.endswith(".") and tail.startswith(".") else tail


def _closed(kept: list[tuple[int, int, str, str]], place: int, tail: str) -> list[tuple[int, int, str, str]]:
    """Let what stood before a line that came or went end as it now must, where it ends in a mark at all."""
    before = max((n for n, one in enumerate(kept) if one[0] < place), default=None)
    if before is None:
        return kept
    number, order, code, value = kept[before]
    text, lead, old = cut(value, stop=True)
    if not text or (old.strip() not in (*_SPACED, *_CLOSE) and tail.strip() != "/"):
        return kept
    return [*kept[:before], (number, order, code, f"{lead}{text}{tail}"), *kept[before + 1 :]]
