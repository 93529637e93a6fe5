"""The slip that a patron takes to the shelf: what to look for and where it stands."""

import io
from dataclasses import dataclass
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kiosk.paper.typeface import runs, width, wrapped
from kiosk.words import Wording

_PAPER_WIDTH = 80 * mm  # the paper roll of receipt printers
_MARGIN = 5 * mm
_LABEL_SIZE, _LABEL_HEIGHT = 18, 30


@dataclass(frozen=True, slots=True)
class ShelfSlip:
    """What a slip says; `place` is branch, floor and shelf, line by line, `state` whether it is there."""

    library: str
    at: datetime
    title: str
    author: str = ""
    meta: str = ""
    call_number: str = ""
    place: tuple[str, ...] = ()
    state: str = ""
    qr: tuple[tuple[bool, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    face: str
    size: float
    lead: float
    label: bool = False


def slip_pdf(slip: ShelfSlip, words: Wording) -> bytes:
    """Return the slip as a PDF of one page, 80 mm wide and as long as it needs to be."""
    lines = _laid_out(slip, words)
    square = 26 * mm if slip.qr else 0
    height = sum(line.lead for line in lines) + square + 2 * _MARGIN
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(_PAPER_WIDTH, height), pageCompression=1, lang=words.language)
    canvas.setTitle(slip.title)
    canvas.setAuthor(slip.library)
    y = height - _MARGIN
    for line in lines:
        y -= line.lead
        if line.label:
            _draw_label(canvas, y, line)
        else:
            _draw(canvas, _MARGIN, y, line)
    if slip.qr:
        _draw_qr(canvas, slip.qr, y - square, square - 2 * mm)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _laid_out(slip: ShelfSlip, words: Wording) -> list[_Line]:
    lines = [
        *_block(slip.library, "bold", 10, 13),
        *_block(f"{words.dated(slip.at, 'year')}, {words.clock(slip.at)}", "regular", 9, 20),
        *_block(slip.title, "bold", 14, 17),
        *_block(slip.author, "regular", 11, 14),
        *_block(slip.meta, "regular", 9, 14),
    ]
    if slip.call_number:
        lines.append(_Line(slip.call_number, "mono", _LABEL_SIZE, _LABEL_HEIGHT + 8, label=True))
    for place in slip.place:
        lines += _block(place, "bold", 12, 16)
    return lines + _block(slip.state, "regular", 10, 15)


def _draw(canvas: Canvas, x: float, y: float, line: _Line) -> None:
    for font, part in runs(line.text, line.face):
        canvas.setFont(font, line.size)
        canvas.drawString(x, y, part)
        x += canvas.stringWidth(part, font, line.size)


def _draw_label(canvas: Canvas, y: float, line: _Line) -> None:
    """Draw the call number in its frame, as on the book; a long one in smaller letters."""
    room = _PAPER_WIDTH - 2 * _MARGIN
    size = line.size
    while size > 8 and width(line.text, line.face, size) + 16 > room:
        size -= 1
    canvas.setLineWidth(1.4)
    box = min(room, width(line.text, line.face, size) + 16)
    canvas.roundRect(_MARGIN, y + 4, box, _LABEL_HEIGHT, 3)
    _draw(canvas, _MARGIN + 8, y + 4 + (_LABEL_HEIGHT - size * 0.7) / 2, _Line(line.text, line.face, size, 0))


def _draw_qr(canvas: Canvas, modules: tuple[tuple[bool, ...], ...], y: float, side: float) -> None:
    one = side / len(modules)
    for row, line in enumerate(modules):
        for column, dark in enumerate(line):
            if dark:
                # A hair wider than a module, so that no light line stands between two.
                left, bottom = _MARGIN + column * one, y + side - (row + 1) * one
                canvas.rect(left, bottom, one * 1.02, one * 1.02, stroke=0, fill=1)


def _block(text: str, face: str, size: float, lead: float) -> list[_Line]:
    return [_Line(part, face, size, lead) for part in wrapped(text, face, size, _PAPER_WIDTH - 2 * _MARGIN)]
