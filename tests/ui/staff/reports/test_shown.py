"""How cells are written and sorted, and what is drawn."""

from datetime import UTC, date, datetime

import pytest

from kiosk.model.money import Money
from kiosk.model.problem import Problem
from kiosk.model.texts import LocalText
from kiosk.staff.reports.report import Chart, Column, ColumnKind, Report
from kiosk.ui.staff.reports.shown import MOST_BARS, ReportRow, columns_of, drawn_of, rows_of, told
from kiosk.ui.staff.widgets.columns import Asked, arranged
from kiosk.words import wording

EN, DE = wording("en", "Europe/Berlin"), wording("de", "Europe/Berlin")
COUNT = ColumnKind.COUNT


@pytest.mark.parametrize(
    ("cell", "kind", "english", "german"),
    [
        (None, COUNT, "", ""),
        (1234, COUNT, "1,234", "1.234"),
        (1987, ColumnKind.YEAR, "1987", "1987"),
        (0.5, ColumnKind.SHARE, "0.50", "0,50"),
        (Money(250, "EUR"), ColumnKind.MONEY, "€2.50", "2,50\xa0€"),
        (date(2026, 3, 2), ColumnKind.DAY, "02/03/2026", "02.03.2026"),
        (datetime(2026, 3, 2, 9, 5, tzinfo=UTC), ColumnKind.MOMENT, "02/03/2026 10:05", "02.03.2026 10:05"),
        (LocalText.of({"en": "Main", "de": "Haupt"}), ColumnKind.TEXT, "Main", "Haupt"),
        (Problem("staff.reports.no_location"), ColumnKind.TEXT, "no location", "ohne Standort"),
    ],
)
def test_cells_are_written_as_the_language_does(
    cell: object, kind: ColumnKind, english: str, german: str
) -> None:
    assert (told(EN, cell, kind), told(DE, cell, kind)) == (english, german)


@pytest.mark.parametrize(
    ("kind", "cells"),
    [
        (COUNT, (2, 10, 100)),
        (ColumnKind.MONEY, tuple(Money(minor, "EUR") for minor in (99, 1000, 20000))),
        (ColumnKind.DAY, (date(2025, 12, 31), date(2026, 1, 2), date(2026, 2, 1))),
        (ColumnKind.TEXT, ("Ab", "ac", "Zu")),
    ],
)
def test_columns_sort_by_what_they_mean_and_not_by_how_it_is_written(
    kind: ColumnKind, cells: tuple[object, ...]
) -> None:
    columns = columns_of(EN, [Column("loans", kind)])
    rows = [ReportRow((cell,)) for cell in (cells[1], None, cells[2], cells[0])]
    found = arranged(rows, columns, Asked(sort="loans"))
    assert [row.cells[0] for row in found] == [*cells, None], "nothing comes last"
    found = arranged(rows, columns, Asked(sort="loans", descending=True))
    assert [row.cells[0] for row in found] == [*reversed(cells), None]


def test_titles_lead_and_days_are_never_cut() -> None:
    columns = columns_of(
        EN,
        (Column("title"), Column("branch"), Column("due", ColumnKind.DAY), Column("seen", ColumnKind.MOMENT)),
    )
    assert [(one.leading, one.kind) for one in columns] == [
        (True, "text"),
        (False, "text"),
        (False, "date"),
        (False, "date"),
    ]


def test_a_long_report_is_sorted_only_where_the_source_can() -> None:
    columns = columns_of(EN, [Column("title"), Column("authors")], frozenset({"title"}))
    assert [column.sortable for column in columns] == [True, False]


def test_the_last_row_knows_where_the_next_page_goes_on() -> None:
    report = Report((Column("title"),), (("a",), ("b",)), marks=(7, 8))
    assert [(row.record, row.behind) for row in rows_of(report)] == [(7, None), (8, None)]


def test_a_chart_has_as_many_bars_as_can_be_told_apart() -> None:
    columns = (Column("location"), Column("loans", COUNT), Column("loans_before", COUNT))
    rows = tuple((f"Shelf {n}", n, n + 1) for n in range(40))
    drawn = drawn_of(EN, Report(columns, rows, Chart(0, (1,), 2)))
    assert drawn is not None
    assert (len(drawn.names), drawn.series[0][:2], drawn.compared[:2]) == (MOST_BARS, (0.0, 1.0), (1.0, 2.0))
    assert (drawn.headings, drawn.compared_heading) == (("Loans",), "Period before")
    short = drawn_of(EN, Report(columns, rows, Chart(0, (1,), most=3)))
    assert short is not None
    assert len(short.names) == 3


def test_nothing_is_drawn_of_nothing() -> None:
    assert drawn_of(EN, Report((Column("day"),), (), Chart(0, (0,)))) is None
    assert drawn_of(EN, Report((Column("day"),), (("x",),))) is None
