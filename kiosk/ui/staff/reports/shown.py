"""How a report's cells are written and sorted, and what of it is drawn; free of Qt's widgets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from babel.numbers import format_decimal

from kiosk.model.money import Money
from kiosk.staff.reports.report import Column as ReportColumn
from kiosk.staff.reports.report import ColumnKind, Report
from kiosk.storage import LateLoan, UsedItem
from kiosk.ui.staff.charts.scales import written
from kiosk.ui.staff.widgets.columns import Column
from kiosk.words import Wording

_NUMBERS = (ColumnKind.COUNT, ColumnKind.SHARE, ColumnKind.MONEY, ColumnKind.YEAR)
_WIDTHS = {
    ColumnKind.COUNT: 84,
    ColumnKind.SHARE: 110,
    ColumnKind.MONEY: 112,
    ColumnKind.YEAR: 64,
    ColumnKind.CODE: 146,
    ColumnKind.DAY: 118,
    ColumnKind.MOMENT: 190,
}
# Texts that are short in every language leave their room to titles.
_SHORT = {"branch": 152, "location": 140, "item_type": 120, "category": 150, "language": 96, "authors": 160}
_TITLE, _PADDING, _LETTER = 260, 28, 7.4
MOST_BARS = 12
MOST_HOURS = 24
_MANY = 7  # columns, among which a title would get what is left: nothing


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A row of a table: its cells, the record it is about, and where the next page goes on."""

    cells: tuple[object, ...]
    record: int | None = None
    behind: UsedItem | LateLoan | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """What of a report is drawn: names, series with their headings, what is compared, all of it in words."""

    names: tuple[str, ...]
    series: tuple[tuple[float, ...], ...]
    headings: tuple[str, ...]
    compared: tuple[float | None, ...] = ()
    compared_heading: str = ""
    line: bool = False
    language: str = "en"
    told: str = ""


def rows_of(report: Report) -> tuple[ReportRow, ...]:
    """Return a report's rows for a table; the last bears where the next page goes on."""
    marks: Sequence[int | None] = report.marks or [None] * len(report.rows)
    rows = [ReportRow(cells, mark) for cells, mark in zip(report.rows, marks, strict=True)]
    if rows and report.more is not None:
        rows[-1] = ReportRow(rows[-1].cells, rows[-1].record, report.more)
    return tuple(rows)


def columns_of(
    words: Wording, columns: Sequence[ReportColumn], order: frozenset[str] | None = None
) -> tuple[Column[ReportRow], ...]:
    """Return a table's columns; with `order` only those named can be sorted by."""
    single = sum(column.kind is ColumnKind.TEXT and column.key not in _SHORT for column in columns) == 0
    return tuple(
        Column(
            column.key,
            words(f"staff.reports.column.{column.key}"),
            _writer(words, place, column.kind),
            kind=_kind(column.kind),
            width=0 if single and place == 0 else _width(words, column, many=len(columns) > _MANY),
            sort=_sorter(words, place, column.kind),
            sortable=order is None or column.key in order,
            leading=column.key == "title",
        )
        for place, column in enumerate(columns)
    )


def told(words: Wording, cell: object, kind: ColumnKind) -> str:
    """Return a cell as the language writes it."""
    if cell is None:
        return ""
    match kind:
        case ColumnKind.DAY if isinstance(cell, date):
            return words.dated(cell, "numeric")
        case ColumnKind.MOMENT if isinstance(cell, datetime):
            local = cell.astimezone(words.zone)
            return f"{words.dated(local.date(), 'numeric')} {words.clock(cell)}"
        case ColumnKind.SHARE if isinstance(cell, float):
            return _share(cell, words.language)
        case ColumnKind.YEAR:
            return str(cell)
        case _:
            return words.show(cell)


def drawn_of(words: Wording, report: Report) -> Drawn | None:
    """Return what is drawn of a report; None where nothing is, or nothing would be seen."""
    chart = report.chart
    if chart is None or not report.rows:
        return None
    kind = report.columns[chart.labels].kind
    most = chart.most or (MOST_HOURS if report.columns[chart.labels].key == "hour" else MOST_BARS)
    rows = report.rows if chart.line else report.rows[:most]
    compared = chart.compared
    heading = tuple(words(f"staff.reports.column.{report.columns[place].key}") for place in chart.series)
    drawn = Drawn(
        tuple(_label(words, row[chart.labels], kind) for row in rows),
        tuple(tuple(_number(row[place]) for row in rows) for place in chart.series),
        heading,
        () if compared is None else tuple(_maybe(row[compared]) for row in rows),
        "" if compared is None else words(f"staff.reports.column.{report.columns[compared].key}"),
        chart.line,
        words.language,
    )
    return replace(drawn, told=told_of(drawn))


@lru_cache(maxsize=4096)
def _share(value: float, language: str) -> str:
    return str(format_decimal(value, format="0.00", locale=language))


def told_of(drawn: Drawn) -> str:
    """Return the chart in words: every name with its values."""
    parts = []
    for place, name in enumerate(drawn.names):
        values = ", ".join(written(series[place], drawn.language) for series in drawn.series)
        parts.append(f"{name}: {values}")
    return "; ".join(parts)


def _label(words: Wording, cell: object, kind: ColumnKind) -> str:
    """Return what stands below a bar: a day without its year, all else as in the table."""
    if kind is ColumnKind.DAY:
        return words.dated(cell, "short") if isinstance(cell, date) else ""
    return told(words, cell, kind)


def _number(cell: object) -> float:
    return _maybe(cell) or 0.0


def _maybe(cell: object) -> float | None:
    match cell:
        case Money():
            return float(cell.decimal())
        case int() | float():
            return float(cell)
        case _:
            return None


def _kind(kind: ColumnKind) -> str:
    if kind in _NUMBERS:
        return "number"
    return {ColumnKind.CODE: "mono", ColumnKind.DAY: "date", ColumnKind.MOMENT: "date"}.get(kind, "text")


def _width(words: Wording, column: ReportColumn, *, many: bool) -> int:
    """Return a column's width in pixels: its heading is never cut; 0 shares what is left."""
    width = _WIDTHS.get(column.kind, _SHORT.get(column.key, _TITLE if many else 0))
    heading = words(f"staff.reports.column.{column.key}")
    return max(width, round(_PADDING + _LETTER * len(heading))) if width else 0


def _writer(words: Wording, place: int, kind: ColumnKind) -> Callable[[ReportRow], str]:
    return lambda row: told(words, row.cells[place], kind)


def _sorter(words: Wording, place: int, kind: ColumnKind) -> Callable[[ReportRow], Any]:
    """Return what a row is sorted by: numbers and days by themselves, all else as it is written."""

    def by(row: ReportRow) -> Any:
        cell = row.cells[place]
        match cell:
            case Money():
                return cell.minor
            case datetime():
                return cell.timestamp()
            case date():
                return cell.toordinal()
            case int() | float() | None:
                return cell
            case _:
                return told(words, cell, kind).casefold()

    return by
