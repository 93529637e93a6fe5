"""Labels for items on standard sheets: the barcode for the book's cover and the call number for its back."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kiosk.paper.barcodes import Bars
from kiosk.paper.drawing import Printing, draw_bars, draw_line, line_height
from kiosk.paper.sheets import Box, Sheet
from kiosk.paper.typeface import width, wrapped

_MARGIN = 1.2  # mm: sheets are never fed quite straight
_NUMBER_SIZES = (8.0, 7.0, 6.0)
_TEXT_SIZE = 6.5
_BARS_WITH_TEXT = 7.0  # mm: bars as high as this come before the texts
_SPINE_SIZES = (16, 14, 12, 11, 10, 9, 8, 7, 6)
_SPINE_LEAD = 1.05

Drawing = Callable[[Canvas, Box], None]


@dataclass(frozen=True, slots=True)
class ItemLabel:
    """What a barcode label says."""

    bars: Bars
    library: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class SpineLabel:
    """What stands on a book's back."""

    call_number: str


def labels_pdf(
    labels: Sequence[ItemLabel | SpineLabel], sheet: Sheet, *, start: int = 1, dpi: int = 203
) -> bytes:
    """Return the labels on as many sheets as they take, the first at the place `start` (from 1).

    Raises StartNotOnSheet and LabelTooSmall, which names the code that does not fit.
    """
    printing = Printing(dpi)
    drawings: list[Drawing] = [
        _item(label, printing) if isinstance(label, ItemLabel) else _spine(label) for label in labels
    ]
    return sheets_pdf(drawings, sheet, start)


def fits(label: ItemLabel, sheet: Sheet, dpi: int = 203) -> None:
    """Raise LabelTooSmall unless the label's code fits on that sheet."""
    Printing(dpi).module(label.bars, sheet.width)


def sheets_pdf(drawings: Sequence[Drawing], sheet: Sheet, start: int) -> bytes:
    """Return a PDF of the sheets with each drawing in its own label."""
    stream = io.BytesIO()
    size = (sheet.page[0] * mm, sheet.page[1] * mm)
    # Always the same file for the same labels: nothing of the time is in it.
    canvas = Canvas(stream, pagesize=size, pageCompression=1, invariant=True)
    canvas.setTitle(sheet.number)
    last = 0
    for drawing, (page, box) in zip(drawings, sheet.places(len(drawings), start), strict=True):
        if page != last:
            canvas.showPage()
            last = page
        drawing(canvas, box)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _within(box: Box) -> Box:
    return Box(box.left + _MARGIN, box.bottom + _MARGIN, box.width - 2 * _MARGIN, box.height - 2 * _MARGIN)


def _item(label: ItemLabel, printing: Printing) -> Drawing:
    def draw(canvas: Canvas, whole: Box) -> None:
        box = _within(whole)
        size = _number_size(label.bars.text, box)
        foot = line_height(size)
        draw_line(canvas, label.bars.text, Box(box.left, box.bottom, box.width, foot), "mono", size)
        top, lead = box.bottom + box.height, line_height(_TEXT_SIZE)
        for text, face in ((label.library, "bold"), (label.title, "regular")):
            if text and top - lead - box.bottom - foot >= _BARS_WITH_TEXT:
                top -= lead
                draw_line(canvas, text, Box(box.left, top, box.width, lead), face, _TEXT_SIZE)
        gap = 0.4
        bottom = box.bottom + foot + gap
        # The white beside the bars may reach into the label's margin.
        draw_bars(canvas, label.bars, Box(whole.left, bottom, whole.width, top - bottom - gap), printing)

    return draw


def _number_size(text: str, box: Box) -> float:
    """Return the largest size in which the number is whole; a low label has a small one."""
    largest = _NUMBER_SIZES[0] if box.height >= 12 else _NUMBER_SIZES[-1]
    fitting = (
        size for size in _NUMBER_SIZES if size <= largest and width(text, "mono", size) <= box.width * mm
    )
    return next(fitting, _NUMBER_SIZES[-1])


def _spine(label: SpineLabel) -> Drawing:
    def draw(canvas: Canvas, whole: Box) -> None:
        box = _within(whole)
        size, lines = _spine_lines(label.call_number, box)
        lead = size * _SPINE_LEAD / mm
        y = box.bottom + (box.height + len(lines) * lead) / 2
        for line in lines:
            y -= lead
            draw_line(canvas, line, Box(box.left, y, box.width, lead), "bold", size)

    return draw


def _spine_lines(call_number: str, box: Box) -> tuple[int, list[str]]:
    """Return the size and the lines: a part a line as large as fits, else the parts run on and are cut."""
    parts = call_number.split()
    for size in _SPINE_SIZES:
        high = len(parts) * size * _SPINE_LEAD <= box.height * mm
        if high and all(width(part, "bold", size) <= box.width * mm for part in parts):
            return size, parts
    size = _SPINE_SIZES[-1]
    lines = wrapped(call_number, "bold", size, box.width * mm)
    most = max(1, int(box.height * mm / (size * _SPINE_LEAD)))
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return size, lines
