"""Tables of the workspace: sorted, filtered, loaded as one scrolls, opened by keys, saved whole."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.staff.rights import Right
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.pages import PageKind
from kiosk.ui.staff.widgets.chips import Chip
from kiosk.ui.staff.widgets.columns import Asked, Column, arranged
from kiosk.ui.staff.widgets.saving_csv import CsvSaving
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace
from tests.ui.staff.conftest import OpenDesk


@dataclass(frozen=True, slots=True)
class Loan:
    """A row."""

    title: str
    days: int | None


COLUMNS: tuple[Column[Loan], ...] = (
    Column("title", "Title", lambda row: row.title),
    Column(
        "days",
        "Days",
        lambda row: "" if row.days is None else str(row.days),
        kind="number",
        width=90,
        sort=lambda row: row.days,
    ),
    Column("state", "State", lambda row: "late", width=120, chip=lambda row: Chip("late", "stop")),
)
LOANS = (Loan("Émile", 9), Loan("Äpfel", 10), Loan("=1+1", None), Loan("zebra", 2))
MANY = tuple(Loan(f"title {number:05}", number) for number in range(2350))


class Lists(StaffPage):
    """A page with a table."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Lists")
        self.table: DataTable[Loan] = DataTable(
            workplace, COLUMNS, name="loans", key=lambda row: row.title, parent=self
        )
        self.column.addWidget(self.table)
        self.opened: list[Loan] = []
        self.table.activated.connect(self.opened.append)


KINDS = (PageKind("today", Right.REPORTS, Lists, "home"),)


def paged(asked: Asked[Loan]) -> Sequence[Loan]:
    """Give pages as a source does."""
    rows = arranged(MANY, COLUMNS, asked)
    return rows[asked.offset : asked.offset + asked.limit]


def lists(page: StaffPage) -> Lists:
    assert isinstance(page, Lists)
    return page


def test_numbers_are_sorted_as_numbers_and_nothing_comes_last() -> None:
    assert [row.days for row in arranged(LOANS, COLUMNS, Asked(sort="days"))] == [2, 9, 10, None]
    assert [row.days for row in arranged(LOANS, COLUMNS, Asked(sort="days", descending=True))] == [
        10,
        9,
        2,
        None,
    ]
    assert arranged(LOANS, COLUMNS, Asked()) == LOANS


def test_every_word_of_the_filter_has_to_stand_in_the_row() -> None:
    assert [row.title for row in arranged(LOANS, COLUMNS, Asked(words="ÄPF 10"))] == ["Äpfel"]
    assert arranged(LOANS, COLUMNS, Asked(words="äpfel 11")) == ()


def test_a_row_is_opened_by_enter_and_copied_by_its_keys(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=KINDS)
    page = lists(desk.page)
    page.table.show_rows(LOANS)
    desk.focus("loansFilter")
    desk.write("zeb")
    assert [row.title for row in page.table.rows] == ["zebra"]
    desk.press("Backspace", "Backspace", "Backspace")
    page.table.sort("days")
    desk.focus("loans")
    page.table.mark("Äpfel")
    desk.press("Return", "Ctrl+C")
    assert page.opened == [LOANS[1]]
    assert QGuiApplication.clipboard().text() == "Äpfel\t10\tlate"


def test_marks_stay_when_the_rows_are_shown_anew(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=KINDS)
    table = lists(desk.page).table
    table.show_rows(LOANS)
    table.mark("zebra")
    table.show_rows((*LOANS[1:], Loan("new", 1)))
    assert [row.title for row in table.marked] == ["zebra"]


def test_a_long_list_is_read_page_by_page_as_one_goes_down(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=KINDS)
    table = lists(desk.page).table
    table.follow(paged)
    desk.settle()
    assert len(table.rows) == 200
    assert "the first 200" in desk.texts()
    desk.focus("loans")
    desk.press("Down", "Ctrl+End")
    desk.settle()
    assert len(table.rows) > 200
    while len(table.rows) < len(MANY):
        before = len(table.rows)
        desk.press("Ctrl+End")
        desk.settle()
        assert len(table.rows) > before
    assert table.rows == MANY
    assert "2,350 rows" in desk.texts()


def test_the_file_has_all_rows_also_those_not_loaded_and_runs_nothing(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    desk = open_desk(kinds=KINDS)
    page = lists(desk.page)
    file = tmp_path / "loans.csv"
    saving = CsvSaving(desk.place, page, COLUMNS, None, paged, Asked(words="title"))
    assert saving.write(file, lambda _: True) == len(MANY)
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream, delimiter=";"))
    assert rows[0] == ["Title", "Days", "State"]
    assert len(rows) == len(MANY) + 1
    CsvSaving(desk.place, page, COLUMNS, LOANS, None, Asked()).write(file, lambda _: True)
    assert "'=1+1;" in file.read_text(encoding="utf-8-sig")


def test_a_file_that_was_stopped_or_failed_is_not_there(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(kinds=KINDS)
    file = tmp_path / "loans.csv"
    file.write_text("as it was", encoding="utf-8")
    saving = CsvSaving(desk.place, lists(desk.page), COLUMNS, None, paged, Asked())
    assert saving.write(file, lambda _: False) == -1
    assert file.read_text(encoding="utf-8") == "as it was"
    assert [path.name for path in tmp_path.iterdir() if path.suffix in (".csv", ".part")] == ["loans.csv"]


def test_rows_stay_marked_while_the_key_of_a_shortcut_is_still_held(open_desk: OpenDesk) -> None:
    """Whoever sends by Ctrl+Enter still holds Ctrl while the list is read again."""
    desk = open_desk(kinds=KINDS)
    page = desk.page
    assert isinstance(page, Lists)
    page.table.show_rows(LOANS)
    page.table.mark("Äpfel")
    desk.focus("loans")
    QTest.keyPress(page.table.view, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    for _ in range(2):
        page.table.show_rows(LOANS)
        page.table.mark("Äpfel")
        assert [row.title for row in page.table.marked] == ["Äpfel"]
    QTest.keyRelease(page.table.view, Qt.Key.Key_Control)


def test_a_list_without_rows_says_so_in_their_place(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=KINDS)
    desk.go("today")
    table: DataTable[Loan] = desk.page.table  # type: ignore[attr-defined]

    def told() -> tuple[str, bool]:
        """Return what a screen reader is told, and whether anything is drawn below the heads."""
        desk.settle()
        picture = table.view.viewport().grab().toImage()
        colours = {picture.pixel(x, picture.height() // 2) for x in range(picture.width())}
        return table.view.accessibleDescription(), len(colours) > 1

    assert told() == ("", False), "nothing has been read yet"
    table.show_rows(())
    assert told() == ("This list is empty.", True)
    table.show_rows(LOANS)
    assert told()[0] == ""
    table.filter("no such title")
    assert told() == ("No row has these words.", True)
    table.filter("")
    assert told()[0] == ""
