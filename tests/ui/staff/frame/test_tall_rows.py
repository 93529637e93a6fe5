"""Rows are as high as their words: no word is cut, and none stands in more room than it needs."""

from math import ceil

from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from kiosk.ui.staff.style import ROW
from kiosk.ui.staff.widgets.cell_painting import BESIDE
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.rows_model import RowsModel
from kiosk.ui.staff.widgets.table_view import TableView
from kiosk.ui.staff.widgets.tall_rows import TallRows

TITLE = "Not the End of the World"


def test_words_in_a_column_just_as_wide_as_they_are_stand_in_one_line(qtbot: QtBot) -> None:
    view = TableView()
    qtbot.addWidget(view)
    column: Column[str] = Column("title", "Title", lambda row: row)
    model: RowsModel[str] = RowsModel((column,), view)
    view.setModel(model)
    TallRows(view, model, ("title",))
    wide = ceil(QFontMetricsF(view.font()).horizontalAdvance(TITLE)) + BESIDE
    view.setColumnWidth(0, wide // 2)
    model.show((TITLE,))
    qtbot.waitUntil(lambda: view.rowHeight(0) > ROW)
    view.setColumnWidth(0, wide)
    qtbot.waitUntil(lambda: view.rowHeight(0) == ROW)
