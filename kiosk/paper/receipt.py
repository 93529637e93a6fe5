"""The slip that a patron takes along: what was borrowed, renewed or returned, and until when."""

import io
from dataclasses import dataclass
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kiosk.model.money import Money
from kiosk.paper.own_words import NONE, OwnWords
from kiosk.paper.reach import NOT_TOLD, Reach, draw_reach, reach_height
from kiosk.paper.typeface import runs, width, wrapped
from kiosk.words import Wording

_PAPER_WIDTH = 80 * mm  # the paper roll of receipt printers
_MARGIN = 5 * mm


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One item; ``refused`` is the sentence why not, where it was not done."""

    title: str
    barcode: str
    due_at: datetime | None = None
    charge: Money | None = None
    refused: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a receipt says; ``kind`` is checkout, renew or return. No name: paper is left lying about.

    The library's ``own`` words stand for the ``closing`` too, and for how it is to be reached.
    """

    kind: str
    library: str
    branch: str
    at: datetime
    lines: tuple[ReceiptLine, ...]
    closing: str | None = None
    own: OwnWords = NONE
    reach: Reach = NOT_TOLD

    def heading(self, words: Wording) -> str:
        """Return what the receipt is called."""
        return self.own.heading or words(f"receipt.{self.kind}")

    @property
    def below(self) -> str:
        """What stands at the end."""
        return self.own.below if self.own else self.closing or ""

    @property
    def told(self) -> Reach:
        """How the library is reached, where it does not say something of its own."""
        return NOT_TOLD if self.own else self.reach


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    face: str
    size: float
    lead: float
    right: str = ""
    rule: bool = False


def receipt_pdf(receipt: Receipt, words: Wording) -> bytes:
    """Return the receipt as a PDF of one page, 80 mm wide and as long as it needs to be."""
    lines = _laid_out(receipt, words)
    height = sum(line.lead for line in lines) + reach_height(receipt.told) + 2 * _MARGIN
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(_PAPER_WIDTH, height), pageCompression=1, lang=words.language)
    canvas.setTitle(receipt.heading(words))
    canvas.setAuthor(receipt.library)
    y = height - _MARGIN
    for line in lines:
        y -= line.lead
        if line.rule:
            canvas.setLineWidth(0.6)
            canvas.line(_MARGIN, y + line.lead / 2, _PAPER_WIDTH - _MARGIN, y + line.lead / 2)
        _draw(canvas, _MARGIN, y, line.text, line.face, line.size)
        right = _PAPER_WIDTH - _MARGIN - width(line.right, "bold", line.size)
        _draw(canvas, right, y, line.right, "bold", line.size)
    draw_reach(canvas, receipt.told, y)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def due_text(due_at: datetime, words: Wording) -> str:
    """Return the day something is due, with the hour unless it is the end of that day."""
    day = words.dated(due_at, "weekday_short_day_month")
    if due_at.astimezone(words.zone).strftime("%H:%M") == "23:59":
        return day
    return f"{day}, {words.clock(due_at)}"


def _draw(canvas: Canvas, x: float, y: float, text: str, face: str, size: float) -> None:
    for font, part in runs(text, face):
        canvas.setFont(font, size)
        canvas.drawString(x, y, part)
        x += canvas.stringWidth(part, font, size)


def _laid_out(receipt: Receipt, words: Wording) -> list[_Line]:
    lines = [
        *_block(receipt.library, "bold", 13, 16),
        *_block(receipt.branch, "regular", 10, 13),
        *_block(f"{words.dated(receipt.at, 'year')}, {words.clock(receipt.at)}", "regular", 10, 16),
        *_block(receipt.heading(words), "bold", 12, 16),
        *_paragraphs(receipt.own.above),
    ]
    for line in receipt.lines:
        lines += [_Line("", "regular", 6, 8, rule=True), *_item(line, words)]
    lines.append(_Line("", "regular", 6, 8, rule=True))
    done = sum(1 for line in receipt.lines if line.refused is None)
    lines += _block(words.count(f"receipt.{receipt.kind}.count", done), "bold", 11, 15)
    return lines + _paragraphs(receipt.below)


def _item(line: ReceiptLine, words: Wording) -> list[_Line]:
    lines = _block(line.title, "bold", 11, 14)
    lines += _block(line.barcode, "mono", 9, 12)
    if line.refused is not None:
        return lines + _block(line.refused, "regular", 10, 13)
    if line.due_at is not None:
        lines.append(_Line(words("receipt.due"), "regular", 11, 16, right=due_text(line.due_at, words)))
    if line.note:
        lines += _block(line.note, "regular", 10, 13)
    if line.charge:
        lines.append(_Line(words("receipt.charge"), "regular", 10, 14, right=words.money(line.charge)))
    return lines


def _paragraphs(text: str) -> list[_Line]:
    gap = [_Line("", "regular", 6, 7)]
    return [part for line in text.splitlines() for part in _block(line, "regular", 10, 14) or gap]


def _block(text: str, face: str, size: float, lead: float) -> list[_Line]:
    return [_Line(part, face, size, lead) for part in wrapped(text, face, size, _PAPER_WIDTH - 2 * _MARGIN)]
