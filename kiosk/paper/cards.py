"""Patron cards on sheets of cards, and the slip that is a card until the real one is there."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kiosk.paper.barcodes import Bars
from kiosk.paper.drawing import Printing, draw_bars, draw_line, line_height
from kiosk.paper.labels import Drawing, sheets_pdf
from kiosk.paper.roll import Roll, RollCode, RollGap, RollPart, RollText, Style, head_of
from kiosk.paper.sheets import Box, Sheet
from kiosk.paper.typeface import wrapped
from kiosk.words import Wording

_EDGE = 4.0  # mm: what a card's cutter may take
_BARS_MM = 14.0
_SLIP_WIDTH, _SLIP_EDGE = 80.0, 5.0  # mm: the paper roll of receipt printers


@dataclass(frozen=True, slots=True)
class PatronCard:
    """What a card says; `name` is empty where the library keeps names off its cards."""

    bars: Bars
    library: str
    name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class TemporaryCard:
    """What a temporary card says: its number, how long it holds, what to bring. No name."""

    bars: Bars
    library: str
    branch: str
    until: date | None = None
    bring: str = ""


def cards_pdf(cards: Sequence[PatronCard], sheet: Sheet, *, start: int = 1, dpi: int = 203) -> bytes:
    """Return the cards on sheets, the first at the place `start`; raises as `labels_pdf`."""
    return sheets_pdf([_card(card, Printing(dpi)) for card in cards], sheet, start)


def card_fits(bars: Bars, sheet: Sheet, dpi: int = 203) -> None:
    """Raise LabelTooSmall unless the code fits on a card of that sheet."""
    Printing(dpi).module(bars, sheet.width)


def temporary_card_pdf(card: TemporaryCard, words: Wording, *, dpi: int = 203) -> bytes:
    """Return the slip as a PDF of one page, 80 mm wide and as long as it needs; raises LabelTooSmall."""
    room = _SLIP_WIDTH - 2 * _SLIP_EDGE
    before, after = _slip_texts(card, words), _closing_texts(card, words)
    number = [(card.bars.text, "mono", 12.0)]
    height = sum(line_height(size) + 1 for _text, _face, size in (*before, *number, *after))
    height += _BARS_MM + 4 + 2 * _SLIP_EDGE
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(_SLIP_WIDTH * mm, height * mm), pageCompression=1, lang=words.language)
    canvas.setTitle(words("card.temporary"))
    canvas.setAuthor(card.library)
    y = _column(canvas, before, height - _SLIP_EDGE)
    y -= _BARS_MM + 3
    draw_bars(canvas, card.bars, Box(_SLIP_EDGE, y, room, _BARS_MM), Printing(dpi))
    y = _column(canvas, number, y - 1, middle=True)
    _column(canvas, after, y)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def temporary_card_roll(card: TemporaryCard, at: datetime, words: Wording) -> Roll:
    """Return the same slip for a receipt printer's roll."""
    parts: list[RollPart] = [
        *head_of(card.library, card.branch, at, words),
        RollText(words("card.temporary"), Style.BOLD),
        RollGap(),
        RollCode(card.bars),
    ]
    if card.until is not None:
        parts.append(RollText(words("card.until", day=words.dated(card.until, "year")), Style.BOLD))
    if card.bring:
        parts.append(RollText(card.bring))
    return Roll(words("card.temporary"), card.library, tuple(parts))


_Text = tuple[str, str, float]


def _slip_texts(card: TemporaryCard, words: Wording) -> list[_Text]:
    return [
        *_block(card.library, "bold", 13.0),
        *_block(card.branch, "regular", 10.0),
        *_block(words("card.temporary"), "bold", 12.0),
    ]


def _closing_texts(card: TemporaryCard, words: Wording) -> list[_Text]:
    texts = []
    if card.until is not None:
        texts += _block(words("card.until", day=words.dated(card.until, "year")), "bold", 11.0)
    return texts + _block(card.bring, "regular", 10.0)


def _block(text: str, face: str, size: float) -> list[_Text]:
    room = (_SLIP_WIDTH - 2 * _SLIP_EDGE) * mm
    return [(line, face, size) for line in wrapped(text, face, size, room)]


def _column(canvas: Canvas, texts: Sequence[_Text], y: float, *, middle: bool = False) -> float:
    """Write the lines one below the other from y down; return where they end."""
    for text, face, size in texts:
        y -= line_height(size) + 1
        box = Box(_SLIP_EDGE, y, _SLIP_WIDTH - 2 * _SLIP_EDGE, line_height(size))
        draw_line(canvas, text, box, face, size, middle=middle)
    return y


def _card(card: PatronCard, printing: Printing) -> Drawing:
    def draw(canvas: Canvas, whole: Box) -> None:
        edge = min(_EDGE, whole.height / 10)
        box = Box(whole.left + edge, whole.bottom + edge, whole.width - 2 * edge, whole.height - 2 * edge)
        size = 10.0 if box.height > 25 else 7.0
        foot = line_height(size)
        draw_line(canvas, card.bars.text, Box(box.left, box.bottom, box.width, foot), "mono", size)
        # The white beside the bars may reach into the card's edge.
        bars = min(_BARS_MM, box.height - foot - 1)
        draw_bars(canvas, card.bars, Box(whole.left, box.bottom + foot + 0.5, whole.width, bars), printing)
        least, top = box.bottom + foot + bars + 1, box.bottom + box.height
        for text, face, points in (
            (card.library, "bold", 12.0),
            (card.name, "regular", 11.0),
            (card.note, "regular", 8.0),
        ):
            if text and top - line_height(points) >= least:
                top -= line_height(points) + 0.8
                line = Box(box.left, top, box.width, line_height(points))
                draw_line(canvas, text, line, face, points, middle=False)

    return draw
