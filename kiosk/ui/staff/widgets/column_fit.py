"""Keeps a table's columns as wide as what stands in them, until somebody drags one."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHeaderView, QTableView

from kiosk.ui.staff.widgets.chips import chip_width
from kiosk.ui.staff.widgets.column_widths import WantedWidth, shared_widths
from kiosk.ui.staff.widgets.columns import RowT
from kiosk.ui.staff.widgets.rows_model import RowsModel

_LOOKED_AT = 40  # rows: what a screen shows
_PADDING, _ARROW, _CHIP = 22, 16, 16


class ColumnFit(QObject):
    """Measure the first rows whenever others are shown; share the width anew where the table has another."""

    def __init__(self, view: QTableView, model: RowsModel[RowT]) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._wanted: tuple[WantedWidth, ...] = ()
        self._fitting = self._dragged = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._measure)
        head = view.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.sectionResized.connect(self._resized)
        view.viewport().installEventFilter(self)
        model.modelReset.connect(lambda: self._soon.start())
        self._measure()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share another width, which the table may have got before it has any rows."""
        if event.type() == QEvent.Type.Resize:
            self._share()
        return False

    def _resized(self, *_: object) -> None:
        if not self._fitting:
            self._dragged = True  # somebody knows better

    def _measure(self) -> None:
        letters = QFontMetricsF(self._view.font())
        mono = 1.1  # of what these letters take
        wanted = []
        for column in self._model.columns:
            widest = letters.horizontalAdvance(column.title) + _PADDING + (_ARROW if column.sortable else 0)
            for row in self._model.first(_LOOKED_AT):
                chip = column.chip(row) if column.chip is not None else None
                if chip is not None:
                    widest = max(widest, chip_width(chip, self._view.font()) + _CHIP)
                else:
                    told = letters.horizontalAdvance(column.text(row)) * (
                        mono if column.kind == "mono" else 1
                    )
                    widest = max(widest, told + _PADDING)
            wanted.append(WantedWidth(round(widest), column.width))
        self._wanted = tuple(wanted)
        self._share()

    def _share(self) -> None:
        if self._dragged or not self._wanted:
            return
        self._fitting = True
        head = self._view.horizontalHeader()
        for place, width in enumerate(shared_widths(self._view.viewport().width(), self._wanted)):
            head.resizeSection(place, width)
        self._fitting = False
