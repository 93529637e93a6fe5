"""The slip that a patron takes along from an answer: the question, the answer in short, and what follows."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kiosk.paper.reach import NOT_TOLD, Reach, draw_reach, reach_height
from kiosk.paper.typeface import runs, width, wrapped
from kiosk.words import Wording

_PAPER_WIDTH = 80 * mm  # the paper roll of receipt printers
_MARGIN = 5 * mm
_ROOM = _PAPER_WIDTH - 2 * _MARGIN
_INDENT = 14.0
_GAP = 8.0


class SlipPart(StrEnum):
    """What a part of the text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BULLETS = "bullets"
    STEPS = "steps"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class SlipText:
    """A part of the answer: `lines` are its points or its one text; a table has `heads` and `rows`."""

    part: SlipPart
    lines: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    marked: int = -1


@dataclass(frozen=True, slots=True)
class AnswerSlip:
    """What the slip says; `settings` tell for whom and for what the values hold."""

    library: str
    at: datetime
    as_of: date
    question: str
    figure: str = ""
    lead: str = ""
    settings: tuple[str, ...] = ()
    texts: tuple[SlipText, ...] = ()
    reach: Reach = NOT_TOLD


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    face: str
    size: float
    lead: float
    indent: float = 0
    right: str = ""
    mark: str = ""
    rule: bool = False


def answer_slip_pdf(slip: AnswerSlip, words: Wording) -> bytes:
    """Return the slip as a PDF of one page, 80 mm wide and as long as it needs to be."""
    lines = list(_laid_out(slip, words))
    height = sum(line.lead for line in lines) + reach_height(slip.reach) + 2 * _MARGIN
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(_PAPER_WIDTH, height), pageCompression=1, lang=words.language)
    canvas.setTitle(slip.question)
    canvas.setAuthor(slip.library)
    y = height - _MARGIN
    for line in lines:
        y -= line.lead
        if line.rule:
            canvas.setLineWidth(0.6)
            canvas.line(_MARGIN, y + line.lead / 2, _PAPER_WIDTH - _MARGIN, y + line.lead / 2)
        _draw(canvas, _MARGIN, y, line.mark, line)
        _draw(canvas, _MARGIN + line.indent, y, line.text, line)
        right = _PAPER_WIDTH - _MARGIN - width(line.right, line.face, line.size)
        _draw(canvas, right, y, line.right, line)
    draw_reach(canvas, slip.reach, y)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _draw(canvas: Canvas, x: float, y: float, text: str, line: _Line) -> None:
    for font, part in runs(text, line.face):
        canvas.setFont(font, line.size)
        canvas.drawString(x, y, part)
        x += canvas.stringWidth(part, font, line.size)


def _laid_out(slip: AnswerSlip, words: Wording) -> Iterator[_Line]:
    yield from _block(slip.library, "bold", 10, 13)
    yield from _block(f"{words.dated(slip.at, 'year')}, {words.clock(slip.at)}", "regular", 9, 20)
    yield from _block(slip.question, "bold", 13, 17)
    if slip.figure:
        size = _fitting(slip.figure, 30)
        yield from _block(slip.figure, "bold", size, size * 1.25)
        yield _gap()
    yield from _block(slip.lead, "regular", 11, 14)
    if slip.settings:
        yield _gap()
    for setting in slip.settings:
        yield from _block(setting, "regular", 9, 12)
    for text in slip.texts:
        yield from _part(text)
    yield _Line("", "regular", 6, _GAP, rule=True)
    yield from _block(words("answer.as_of", day=words.dated(slip.as_of, "year")), "regular", 9, 12)


def _part(text: SlipText) -> Iterator[_Line]:
    yield _gap()
    match text.part:
        case SlipPart.HEADING:
            yield from _block(" ".join(text.lines), "bold", 11, 15)
        case SlipPart.BULLETS:
            for line in text.lines:
                yield from _point("–", line)
        case SlipPart.STEPS:
            for number, line in enumerate(text.lines, 1):
                yield from _point(f"{number}.", line)
        case SlipPart.TABLE:
            for place, row in enumerate(text.rows):
                yield from _row(text.heads, row, "bold" if place == text.marked else "regular")
        case SlipPart.PARAGRAPH:
            yield from _block(" ".join(text.lines), "regular", 10, 13)


def _row(heads: Sequence[str], cells: Sequence[str], face: str) -> Iterator[_Line]:
    """Lay a row out: a short value stands at the right, several stand line by line."""
    first, others = (cells[0] if cells else ""), tuple(cells[1:])
    if len(others) == 1 and width(first, face, 10) + width(others[0], face, 10) + 12 <= _ROOM:
        yield _Line(first, face, 10, 14, right=others[0])
        return
    yield from _block(first, "bold", 10, 14)
    for head, cell in zip((*heads[1:], *("" for _ in others)), others, strict=False):
        both = width(head, face, 9) + width(cell, face, 9) + 12
        if head and both <= _ROOM - _INDENT:
            yield _Line(head, face, 9, 12, _INDENT, right=cell)
        else:
            yield from _block(f"{head}: {cell}" if head else cell, face, 9, 12, _INDENT)


def _point(mark: str, text: str) -> Iterator[_Line]:
    for place, part in enumerate(wrapped(text, "regular", 10, _ROOM - _INDENT)):
        yield _Line(part, "regular", 10, 13, _INDENT, mark=mark if place == 0 else "")


def _block(text: str, face: str, size: float, lead: float, indent: float = 0) -> Iterator[_Line]:
    for part in wrapped(text, face, size, _ROOM - indent):
        yield _Line(part, face, size, lead, indent)


def _gap() -> _Line:
    return _Line("", "regular", 6, _GAP)


def _fitting(text: str, largest: int) -> int:
    """Return the largest size in which the text fits on one line, no smaller than a heading."""
    return next((size for size in range(largest, 15, -1) if width(text, "bold", size) <= _ROOM), 16)
