"""Everything that is kept about a patron, cut into pieces to read on a screen and laid out for paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.membership.own_data_text import own_data_text
from kiosk.paper.roll import Roll, RollGap, RollPart, RollRule, RollText, Style, head_of
from kiosk.services import Services
from kiosk.ui.patron.sign_in_state import failure_sentence
from kiosk.words import Wording

_MOST_LINES = 10  # of a piece: all of it is in sight at once, in large text on a small screen too
_STEP = 2  # blanks by which the text is indented


class DataPaper(StrEnum):
    """How far the paper is."""

    NONE = "none"
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class DataPiece:
    """Some lines; the first of a part has its `heading`."""

    key: int
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class DataState:
    """All texts ready; `paper` tells how far printing is, with what went wrong if it failed."""

    loaded: bool = False
    failure: str = ""
    pieces: tuple[DataPiece, ...] = ()
    printing: bool = False
    paper: str = ""
    paper_failed: bool = False


def read_own_data(services: Services, card: str, words: Wording) -> str:
    """Return everything in words, as staff may hand it over too; CardUnknown."""
    return own_data_text(services.self_service.file(card), services.library(), words)


def data_state(text: str, paper: DataPaper, error: Exception | None, words: Wording) -> DataState:
    """Return what to show of it."""
    failed = paper is DataPaper.FAILED
    told = failure_sentence(error, words) if failed else "" if paper is DataPaper.NONE else None
    return DataState(
        loaded=True,
        pieces=tuple(_pieces(text)),
        printing=paper is DataPaper.PRINTING,
        paper=words(f"mydata.{paper}") if told is None else told,
        paper_failed=failed,
    )


def data_roll(text: str, library: str, branch: str, at: datetime, words: Wording) -> Roll:
    """Return it for paper; whose it is stands in it, and nowhere above."""
    title = words("mydata.title")
    return Roll(title, library, tuple(_on_paper(text, title, head_of(library, branch, at, words))))


def _on_paper(text: str, title: str, head: Iterator[RollPart]) -> Iterator[RollPart]:
    yield from head
    yield RollText(title, Style.BOLD)
    for heading, lines in _parts(text):
        yield RollRule()
        yield RollText(heading, Style.BOLD)
        for line in lines:
            yield RollText(line.strip(), indent=_depth(line))
    yield RollGap()


def _parts(text: str) -> Iterator[tuple[str, Sequence[str]]]:
    for part in text.rstrip("\n").split("\n\n"):
        heading, *lines = part.split("\n")
        yield heading, lines


def _pieces(text: str) -> Iterator[DataPiece]:
    key = 0
    for heading, lines in _parts(text):
        for number, some in enumerate(_cut(lines)):
            yield DataPiece(key, heading if number == 0 else "", "\n".join(map(_shown, some)))
            key += 1


def _cut(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield lines in pieces: each entry of a list begins one, unless the piece before has room for it."""
    piece: list[str] = []
    for entry in _entries(lines):
        for start in range(0, len(entry), _MOST_LINES):
            some = entry[start : start + _MOST_LINES]
            if piece and len(piece) + len(some) > _MOST_LINES:
                yield piece
                piece = []
            piece += some
    if piece:
        yield piece


def _entries(lines: Sequence[str]) -> Iterator[list[str]]:
    entry: list[str] = []
    for line in lines:
        if entry and _depth(line) == 0:
            yield entry
            entry = []
        entry.append(line)
    if entry:
        yield entry


def _depth(line: str) -> int:
    """Count how deep a line is indented below its heading."""
    return (len(line) - len(line.lstrip(" "))) // _STEP - 1


def _shown(line: str) -> str:
    return "\u00a0" * (4 * _depth(line)) + line.strip()
