"""A report of staff on A4: heading, what it is about, and a table over as many pages as it takes."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kiosk.paper.typeface import runs, shortened, width
from kiosk.words import Wording

MOST_LINES = 5000
_MARGIN = 15 * mm
_LINE, _HEAD = 5.6 * mm, 7 * mm
_SIZE, _SMALL, _TITLE = 9.0, 8.0, 16.0
_GAP = 3 * mm
_NARROW = 18 * mm
# So many columns still fit on a page that stands.
_UPRIGHT = 6


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """A column: its heading; numbers stand at the right."""

    heading: str
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """What is printed; ``told`` are lines below the heading, all cells are written already."""

    library: str
    heading: str
    told: tuple[str, ...]
    columns: tuple[ReportColumn, ...]
    rows: tuple[tuple[str, ...], ...]


def report_pdf(report: ReportPaper, words: Wording) -> bytes:
    """Return the report as a PDF file; of a longer one the first lines, which it then says."""
    page = A4 if len(report.columns) <= _UPRIGHT else landscape(A4)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=page, pageCompression=1)
    canvas.setTitle(report.heading)
    canvas.setAuthor(report.library)
    rows = report.rows[:MOST_LINES]
    widths = _widths(report, rows, page[0] - 2 * _MARGIN)
    pages = _pages(report, rows, page[1])
    for number, part in enumerate(pages, start=1):
        y = page[1] - _MARGIN
        if number == 1:
            y = _draw_heading(canvas, report, y, page[0] - 2 * _MARGIN)
        _draw_table(canvas, report, part, widths, y)
        _draw_foot(canvas, report, words, (number, len(pages)), page[0])
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _pages(
    report: ReportPaper, rows: Sequence[tuple[str, ...]], height: float
) -> list[Sequence[tuple[str, ...]]]:
    """Part the rows over pages; a report without rows has one page."""
    room = height - 2 * _MARGIN - _HEAD - 8 * mm
    heading = 12 * mm + len(report.told) * 4.6 * mm
    first = max(1, int((room - heading) // _LINE))
    each = max(1, int(room // _LINE))
    rest = [rows[start : start + each] for start in range(first, len(rows), each)]
    return [rows[:first], *rest]


def _widths(report: ReportPaper, rows: Sequence[tuple[str, ...]], room: float) -> list[float]:
    """Share the room by what stands in the columns: numbers get theirs, texts what is left."""
    wanted = []
    for place, column in enumerate(report.columns):
        cells = [row[place] for row in rows[:200]]
        widest = max((width(cell, "regular", _SIZE) for cell in cells), default=0.0)
        wanted.append(max(widest, width(column.heading, "bold", _SMALL), _NARROW / 2) + _GAP)
    over = sum(wanted) - room
    if over <= 0:
        return [one - over / len(wanted) for one in wanted]
    texts = [place for place, column in enumerate(report.columns) if not column.is_number] or [0]
    whole = sum(wanted[place] for place in texts)
    for place in texts:
        wanted[place] = max(_NARROW, wanted[place] - over * wanted[place] / whole)
    scale = min(1.0, room / sum(wanted))
    return [one * scale for one in wanted]


def _draw_heading(canvas: Canvas, report: ReportPaper, y: float, room: float) -> float:
    _write(canvas, report.heading, _MARGIN, y - _TITLE, "bold", _TITLE, room)
    y -= 12 * mm
    for line in report.told:
        _write(canvas, line, _MARGIN, y, "regular", _SIZE, room)
        y -= 4.6 * mm
    return y


def _draw_table(
    canvas: Canvas, report: ReportPaper, rows: Sequence[tuple[str, ...]], widths: Sequence[float], y: float
) -> None:
    headings = tuple(column.heading for column in report.columns)
    _draw_row(canvas, report, headings, widths, y - 4 * mm, "bold", _SMALL)
    canvas.setLineWidth(1.2)
    canvas.line(_MARGIN, y - 5.6 * mm, _MARGIN + sum(widths), y - 5.6 * mm)
    y -= _HEAD + _LINE * 0.6
    canvas.setLineWidth(0.3)
    canvas.setStrokeGray(0.75)
    for row in rows:
        _draw_row(canvas, report, row, widths, y, "regular", _SIZE)
        canvas.line(_MARGIN, y - 1.7 * mm, _MARGIN + sum(widths), y - 1.7 * mm)
        y -= _LINE
    canvas.setStrokeGray(0)


def _draw_row(
    canvas: Canvas,
    report: ReportPaper,
    cells: Sequence[str],
    widths: Sequence[float],
    y: float,
    face: str,
    size: float,
) -> None:
    x = _MARGIN
    for column, cell, wide in zip(report.columns, cells, widths, strict=True):
        shown = shortened(cell, face, size, wide - _GAP)
        left = x + wide - _GAP - width(shown, face, size) if column.is_number else x
        _write(canvas, shown, left, y, face, size, wide)
        x += wide


def _draw_foot(
    canvas: Canvas, report: ReportPaper, words: Wording, page: tuple[int, int], wide: float
) -> None:
    told = words("staff.reports.pdf_page", page=page[0], pages=page[1])
    _write(canvas, told, wide - _MARGIN - width(told, "regular", _SMALL), 9 * mm, "regular", _SMALL, wide)
    more = len(report.rows) > MOST_LINES
    foot = words("staff.reports.pdf_more", n=MOST_LINES) if more else report.library
    _write(canvas, foot, _MARGIN, 9 * mm, "regular", _SMALL, wide / 2)


def _write(canvas: Canvas, text: str, x: float, y: float, face: str, size: float, room: float) -> None:
    for font, part in runs(shortened(text, face, size, room), face):
        canvas.setFont(font, size)
        canvas.drawString(x, y, part)
        x += canvas.stringWidth(part, font, size)
