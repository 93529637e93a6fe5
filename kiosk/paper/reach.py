"""How the library is reached, at the foot of slips: each way with its hours, and one code of them all."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kiosk.paper.roll import RollPart, RollPicture, RollRule, RollText, Style
from kiosk.paper.squares import Modules, qr_modules
from kiosk.paper.typeface import runs, wrapped

_MARGIN, _WIDTH = 5 * mm, 70 * mm  # of the roll
_SQUARE, _GAP, _ABOVE = 24 * mm, 3 * mm, 6.0


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach the library."""

    name: str
    value: str
    hours: str = ""


@dataclass(frozen=True, slots=True)
class Reach:
    """All of them under a heading, and the card that a code gives to a phone; empty for nothing."""

    heading: str = ""
    ways: tuple[Way, ...] = ()
    card: str = ""


NOT_TOLD = Reach()


def reach_height(reach: Reach) -> float:
    """Return how high it is on an 80 mm roll."""
    if not reach.ways:
        return 0
    words = sum(lead for _text, _face, _size, lead in _lines(reach))
    return _ABOVE + words + (_SQUARE + _GAP if reach.card else 0)


def draw_reach(canvas: Canvas, reach: Reach, y: float) -> None:
    """Draw it below ``y``: a rule, the words, and the code below them."""
    if not reach.ways:
        return
    canvas.setLineWidth(0.6)
    canvas.line(_MARGIN, y - 3, _MARGIN + _WIDTH, y - 3)
    y -= _ABOVE
    for text, face, size, lead in _lines(reach):
        y -= lead
        x = _MARGIN
        for font, part in runs(text, face):
            canvas.setFont(font, size)
            canvas.drawString(x, y + 2, part)
            x += canvas.stringWidth(part, font, size)
    if reach.card:
        _draw_code(canvas, qr_modules(reach.card), y - _GAP - _SQUARE)


def reach_parts(reach: Reach) -> Iterator[RollPart]:
    """Yield it for a roll."""
    if not reach.ways:
        return
    yield RollRule()
    yield RollText(reach.heading, Style.BOLD)
    for way in reach.ways:
        yield RollText(f"{way.name}: {way.value}", Style.SMALL)
        if way.hours:
            yield RollText(way.hours, Style.SMALL, indent=2)
    if reach.card:
        yield RollPicture(qr_modules(reach.card))


def _lines(reach: Reach) -> list[tuple[str, str, float, float]]:
    """Return each line with its face, size and height."""
    told = [(reach.heading, "bold", 10.0, 14.0)]
    for way in reach.ways:
        whose = f"{way.name}, {way.hours}" if way.hours else way.name
        told += [(way.value, "regular", 9.0, 12.0), (whose, "regular", 7.5, 12.0)]
    return [
        (part, face, size, lead)
        for text, face, size, lead in told
        for part in wrapped(text, face, size, _WIDTH)
    ]


def _draw_code(canvas: Canvas, rows: Modules, y: float) -> None:
    one = _SQUARE / len(rows)
    for row, line in enumerate(rows):
        for column, dark in enumerate(line):
            if dark:
                # A hair wider than a module, so that no light line stands between two.
                left, bottom = _MARGIN + column * one, y + _SQUARE - (row + 1) * one
                canvas.rect(left, bottom, one * 1.02, one * 1.02, stroke=0, fill=1)
