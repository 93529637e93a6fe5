"""Keeps a table's columns as wide as what stands in them, until somebody drags one."""

from dataclasses import replace
from math import ceil

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHeaderView

from kiosk.ui.staff.widgets.cell_painting import BESIDE, typeface
from kiosk.ui.staff.widgets.chips import chip_width
from kiosk.ui.staff.widgets.column_widths import LEAST, WantedWidth, shared_widths
from kiosk.ui.staff.widgets.columns import RowT
from kiosk.ui.staff.widgets.rows_model import RowsModel
from kiosk.ui.staff.widgets.table_head import heading_width
from kiosk.ui.staff.widgets.table_view import TableView

_LOOKED_AT = 40  # rows: what a screen shows
_CHIP = 16
_WHOLE, _WIDEST = ("mono", "number", "date"), 240  # what says something else when it is cut, up to that width


class ColumnFit(QObject):
    """Measure the first rows whenever others are shown; share the width anew where the table has another.

    No column is narrower than its heading, and none of codes, numbers or dates than these: where there is
    no room for that, the table is scrolled.
    Widths stay once somebody has dragged one. Only what happens while a mouse button is down on the
    headings is a drag: other sizes also come of a table's own least width for its columns.
    """

    def __init__(self, view: TableView, model: RowsModel[RowT]) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._wanted: tuple[WantedWidth, ...] = ()
        self._dragged = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._measure)
        self._head = view.head
        self._head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._head.sectionResized.connect(self._resized)
        view.viewport().installEventFilter(self)
        model.modelReset.connect(lambda: self._soon.start())
        self._measure()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share another width, which the table may have got before it has any rows."""
        if event.type() == QEvent.Type.Resize:
            self._share()
        return False

    def _resized(self, *_: object) -> None:
        if self._head.held:
            self._dragged = True  # somebody knows better

    def _measure(self) -> None:
        font, rows = self._view.font(), self._model.first(_LOOKED_AT)
        wanted = []
        for column in self._model.columns:
            letters = QFontMetricsF(typeface(column.kind, font))
            widest = 0
            for row in rows:
                chip = column.chip(row) if column.chip is not None else None
                if chip is not None:
                    widest = max(widest, ceil(chip_width(chip, font)) + _CHIP)
                else:
                    widest = max(widest, ceil(letters.horizontalAdvance(column.text(row))) + BESIDE)
            least = heading_width(column.title)
            if column.kind in _WHOLE:
                least = max(least, min(widest, _WIDEST))
            wanted.append(WantedWidth(widest, column.width, least, 2 if column.leading else 1))
        self._wanted = tuple(wanted)
        self._share()

    def _share(self) -> None:
        if self._dragged or not self._wanted:
            return
        narrowest = max(LEAST, self._head.minimumSectionSize())
        seen = {n: one for n, one in enumerate(self._wanted) if not self._head.isSectionHidden(n)}
        wanted = [replace(one, least=max(one.least, narrowest)) for one in seen.values()]
        for place, width in zip(seen, shared_widths(self._view.viewport().width(), wanted), strict=True):
            self._head.resizeSection(place, width)
