"""Draws what goes on a paper roll as a PDF, 80 mm wide and as long as it needs to be."""

import io
from collections.abc import Callable

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kiosk.paper.barcodes import Bars
from kiosk.paper.drawing import Printing, draw_bars, draw_line, line_height
from kiosk.paper.roll import Roll, RollCode, RollGap, RollPart, RollPicture, RollRule, RollText, Style
from kiosk.paper.sheets import Box
from kiosk.paper.typeface import width, wrapped

_WIDTH, _EDGE = 80.0, 5.0
_ROOM = _WIDTH - 2 * _EDGE
_FACES = {
    Style.SMALL: ("regular", 9.0),
    Style.NORMAL: ("regular", 10.0),
    Style.BOLD: ("bold", 11.0),
    Style.LARGE: ("bold", 24.0),
}
_GAP, _BARS, _SQUARES, _LEAD = 3.0, 14.0, 26.0, 0.8
_INDENT = 1.6  # mm a column

# A strip is so high and draws itself from its lower edge.
_Strip = tuple[float, Callable[[Canvas, float], None]]


def roll_pdf(roll: Roll, language: str) -> bytes:
    """Return the roll as a PDF of one page; raises LabelTooSmall where a barcode is too wide for it."""
    strips = [strip for part in roll.parts for strip in _strips(part)]
    height = sum(high for high, _draw in strips) + 2 * _EDGE
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(_WIDTH * mm, height * mm), pageCompression=1, lang=language)
    canvas.setTitle(roll.title)
    canvas.setAuthor(roll.library)
    y = height - _EDGE
    for high, draw in strips:
        y -= high
        draw(canvas, y)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _strips(part: RollPart) -> list[_Strip]:
    match part:
        case RollText():
            return _text(part)
        case RollRule():
            return [(_GAP, lambda canvas, y: _rule(canvas, y + _GAP / 2))]
        case RollGap():
            return [(_GAP, lambda canvas, y: None)]
        case RollPicture():
            return [(_SQUARES, lambda canvas, y: _squares(canvas, y, part.rows))]
        case RollCode():
            number = RollText(part.bars.text, middle=True)
            return [(_BARS + 1, lambda canvas, y: _bars(canvas, y, part.bars)), *_text(number)]


def _text(part: RollText) -> list[_Strip]:
    face, size = _FACES[part.style]
    indent = part.indent * _INDENT
    lines = wrapped(part.text, face, size, (_ROOM - indent) * mm) or [""]
    strips = [_line(line, face, size, _EDGE + indent, middle=part.middle) for line in lines]
    if not part.right:
        return strips
    taken = width(lines[-1], face, size) + width(part.right, "bold", size)
    if taken + 2 * mm > (_ROOM - indent) * mm:
        return [*strips, _at_right(part.right, size)]
    high, draw = strips[-1]
    beside = _at_right(part.right, size)[1]

    def both(canvas: Canvas, y: float) -> None:
        draw(canvas, y)
        beside(canvas, y)

    return [*strips[:-1], (high, both)]


def _line(text: str, face: str, size: float, left: float, *, middle: bool) -> _Strip:
    def draw(canvas: Canvas, y: float) -> None:
        box = Box(left, y, _WIDTH - _EDGE - left, line_height(size))
        draw_line(canvas, text, box, face, size, middle=middle)

    return line_height(size) + _LEAD, draw


def _at_right(text: str, size: float) -> _Strip:
    across = min(width(text, "bold", size) / mm, _ROOM)
    return _line(text, "bold", size, _WIDTH - _EDGE - across - 0.01, middle=False)


def _rule(canvas: Canvas, y: float) -> None:
    canvas.setLineWidth(0.6)
    canvas.line(_EDGE * mm, y * mm, (_WIDTH - _EDGE) * mm, y * mm)


def _bars(canvas: Canvas, y: float, bars: Bars) -> None:
    draw_bars(canvas, bars, Box(_EDGE, y, _ROOM, _BARS), Printing())


def _squares(canvas: Canvas, y: float, rows: tuple[tuple[bool, ...], ...]) -> None:
    one = (_SQUARES - 2) / len(rows)
    for down, row in enumerate(rows):
        for across, dark in enumerate(row):
            if dark:
                # A hair wider than a module, so that no light line stands between two.
                left, bottom = _EDGE + across * one, y + _SQUARES - 2 - (down + 1) * one
                canvas.rect(left * mm, bottom * mm, one * 1.02 * mm, one * 1.02 * mm, stroke=0, fill=1)
