"""Draws text and barcodes at their places on a page, in millimetres, so that nothing leaves its box."""

import math
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kiosk.model.errors import LabelTooSmall
from kiosk.paper.barcodes import Bars
from kiosk.paper.sheets import Box
from kiosk.paper.typeface import runs, shortened, width

_FINEST_MM = 0.19  # what hand scanners still read
_COARSEST_MM = 0.5
_LOWEST_BARS_MM = 4.0
_HAIR = 0.25  # of a dot
_DOTS_AT_LEAST = 2  # a bar of one dot swells or fades with the paper
_MM_PER_INCH = 25.4
_RISE = 0.75  # how far letters and digits stand above their line, of their size
_FALL = 0.25  # and how far some hang below it


@dataclass(frozen=True, slots=True)
class Printing:
    """The printer's resolution: bars are whole numbers of its dots, so that none is wider than another.

    What is laid out for 203 dots an inch is read from finer printers too; a finer one packs tighter.
    """

    dpi: int = 203

    @property
    def dot(self) -> float:
        """The side of a dot in mm."""
        return _MM_PER_INCH / self.dpi

    def module(self, bars: Bars, room: float) -> float:
        """Return the widest module in mm with which the code fits into the room; raises LabelTooSmall."""
        finest = max(_DOTS_AT_LEAST, math.ceil(_FINEST_MM / self.dot))
        dots = min(math.floor(room / bars.room / self.dot), math.floor(_COARSEST_MM / self.dot))
        if dots < finest:
            wanted = math.ceil(bars.room * finest * self.dot * 10) / 10
            raise LabelTooSmall(text=bars.text, wanted=f"{wanted:.1f}", there=f"{room:.1f}")
        return dots * self.dot


def draw_bars(canvas: Canvas, bars: Bars, box: Box, printing: Printing) -> None:
    """Draw the code in the middle of the box and as high; raises LabelTooSmall."""
    module = printing.module(bars, box.width)
    if box.height < _LOWEST_BARS_MM:
        raise LabelTooSmall(text=bars.text, wanted=f"{_LOWEST_BARS_MM:.1f}", there=f"{box.height:.1f}")
    before, _after = bars.quiet
    left = box.left + (box.width - bars.room * module) / 2 + before * module
    left = round(left / printing.dot) * printing.dot
    # Printers blacken every dot that a bar touches: a hair narrower, bars are as wide as they should be.
    hair = printing.dot * _HAIR
    canvas.setFillGray(0)
    for place, across in bars.bars:
        x, wide = left + place * module + hair, across * module - 2 * hair
        canvas.rect(x * mm, box.bottom * mm, wide * mm, box.height * mm, stroke=0, fill=1)


def draw_line(canvas: Canvas, text: str, box: Box, face: str, size: float, *, middle: bool = True) -> None:
    """Write one line at the foot of the box, shortened to its width."""
    shown = shortened(text, face, size, box.width * mm)
    x = box.left * mm
    if middle:
        x += (box.width * mm - width(shown, face, size)) / 2
    for font, part in runs(shown, face):
        canvas.setFont(font, size)
        canvas.drawString(x, box.bottom * mm + size * _FALL, part)
        x += canvas.stringWidth(part, font, size)


def line_height(size: float) -> float:
    """Return how many millimetres a line of that size takes."""
    return size * (_RISE + _FALL) / mm
