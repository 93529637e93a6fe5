"""Headings of columns stay whole: however narrow the table, whatever stands in it and orders its rows."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from kiosk.staff.rights import Right
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.pages import PageKind
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.widgets.table_head import TableHead, heading_width
from kiosk.ui.staff.workplace import Workplace
from tests.ui.staff.conftest import OpenDesk

TITLES = ("Benutzergruppe", "Höchstens", "Verlängerungen", "Opłata dzienna")
LONG = "what is so long that no table has room for it, in all columns but the last"


def _said(place: int) -> Callable[[int], str]:
    return lambda row: LONG if place < 3 else str(row)


class Heads(StaffPage):
    """A page with a table of long rows."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Heads")
        columns = [
            Column(str(place), title, _said(place), kind="number" if place == 3 else "text")
            for place, title in enumerate(TITLES)
        ]
        self.table: DataTable[int] = DataTable(workplace, columns, name="heads", parent=self)
        self.column.addWidget(self.table)


KINDS = (PageKind("today", Right.REPORTS, Heads, "home"),)


@pytest.fixture
def table(open_desk: OpenDesk) -> DataTable[int]:
    desk = open_desk(kinds=KINDS)
    page = desk.page
    assert isinstance(page, Heads)
    page.table.show_rows(range(5))
    desk.settle()
    return page.table


def _ink(head: TableHead, place: int) -> int:
    """Count the pixels of a heading that are not its ground; those of the line below are left out."""
    image: QImage = head.grab().toImage()
    left, wide = head.sectionViewportPosition(place), head.sectionSize(place)
    ground = image.pixel(left + 2, 4)
    return sum(
        image.pixel(x, y) != ground
        for x in range(left, min(left + wide, image.width()))
        for y in range(4, image.height() - 4)
    )


@pytest.mark.parametrize("ordered", [None, 0, 1])
def test_a_heading_is_whole_in_the_width_it_says_and_not_in_less(
    table: DataTable[int], ordered: int | None
) -> None:
    head = table.view.head
    if ordered is not None:
        head.setSortIndicator(ordered, Qt.SortOrder.DescendingOrder)
    for place, title in enumerate(TITLES[:2]):
        found = []
        for wide in (200, heading_width(title), heading_width(title) - 3):
            head.resizeSection(place, wide)
            found.append(_ink(head, place))
        assert found[0] == found[1] != found[2], title


@pytest.mark.parametrize("wide", [120, 400, 900])
def test_no_column_is_narrower_than_its_heading(table: DataTable[int], wide: int) -> None:
    table.view.setFixedWidth(wide)
    sizes = [table.view.head.sectionSize(place) for place in range(len(TITLES))]
    assert all(size >= heading_width(title) for size, title in zip(sizes, TITLES, strict=True))
    room = table.view.viewport().width()
    assert sum(sizes) == max(room, sum(map(heading_width, TITLES)))


def test_a_hidden_column_leaves_its_room_to_the_others(table: DataTable[int]) -> None:
    table.view.setColumnHidden(2, True)
    table.view.setFixedWidth(700)
    assert sum(table.view.head.sectionSize(place) for place in (0, 1, 3)) == table.view.viewport().width()


def test_a_least_width_of_all_columns_is_no_drag(table: DataTable[int]) -> None:
    head = table.view.head
    table.view.setFixedWidth(120)
    head.setMinimumSectionSize(150)
    assert head.sectionSize(0) == 150
    table.view.setFixedWidth(1000)
    assert sum(head.sectionSize(place) for place in range(len(TITLES))) == table.view.viewport().width()


def test_a_column_that_was_dragged_stays_as_wide(table: DataTable[int]) -> None:
    head = table.view.head
    table.view.setFixedWidth(900)
    edge = QPoint(head.sectionViewportPosition(1) - 1, head.height() // 2)
    QTest.mousePress(head.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    for step in (10, 20, 40):
        QTest.mouseMove(head.viewport(), edge + QPoint(step, 0))
    QTest.mouseRelease(head.viewport(), Qt.MouseButton.LeftButton, pos=edge + QPoint(40, 0))
    dragged = head.sectionSize(0)
    assert dragged > edge.x() + 20
    table.view.setFixedWidth(700)
    table.show_rows(range(2))
    assert head.sectionSize(0) == dragged


CELLS = (("text", "30.06.2027"), ("mono", "Wir 34.1 Öst"), ("number", "1 048,20"), ("text", "Warszawska 7"))


class Cells(StaffPage):
    """A page with a table of short rows, none of whose columns gets more than it wants, but for the last."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Cells")
        columns = [
            Column(str(place), "x", partial(_second, cell), kind=cell[0], width=1)
            for place, cell in enumerate(CELLS)
        ]
        last: Column[int] = Column("last", "x", str)
        self.table: DataTable[int] = DataTable(workplace, [*columns, last], name="cells", parent=self)
        self.column.addWidget(self.table)


def _second(cell: tuple[str, str], _row: int) -> str:
    return cell[1]


def test_a_cell_is_whole_where_there_is_room(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=(PageKind("today", Right.REPORTS, Cells, "home"),))
    page = desk.page
    assert isinstance(page, Cells)
    page.table.show_rows(range(3))
    desk.settle()
    view = page.table.view
    desk.wait(lambda: view.head.sectionSize(0) > 60)  # once the rows are measured

    def ink(place: int) -> int:
        image = view.viewport().grab().toImage()
        left, wide = view.head.sectionViewportPosition(place), view.head.sectionSize(place)
        ground = image.pixel(left + 1, 3)
        return sum(image.pixel(x, y) != ground for x in range(left, left + wide) for y in range(3, 33))

    for place, (_kind, text) in enumerate(CELLS):
        fitted, drawn = view.head.sectionSize(place), ink(place)
        for wide, whole in ((fitted + 60, True), (fitted - 3, False)):
            view.head.resizeSection(place, wide)
            assert (ink(place) == drawn) is whole, (text, wide)


@pytest.mark.parametrize("wide", [260, 500])
def test_no_code_and_no_number_is_cut_however_narrow_the_table(open_desk: OpenDesk, wide: int) -> None:
    desk = open_desk(kinds=(PageKind("today", Right.REPORTS, Cells, "home"),))
    page = desk.page
    assert isinstance(page, Cells)
    view = page.table.view
    page.table.show_rows(range(3))
    desk.settle()
    desk.wait(lambda: view.head.sectionSize(0) > 60)
    wanted = [view.head.sectionSize(place) for place in range(len(CELLS))]
    view.setFixedWidth(wide)
    found = [view.head.sectionSize(place) for place in range(len(CELLS))]
    assert [found[1], found[2]] == [wanted[1], wanted[2]]
    assert found[3] <= wanted[3]
