"""Keeps a short list's rows as high as their words, so that none of them is cut."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView

from kiosk.ui.staff.style import ROW
from kiosk.ui.staff.widgets.cell_painting import BESIDE
from kiosk.ui.staff.widgets.columns import RowT
from kiosk.ui.staff.widgets.rows_model import RowsModel

_ABOVE = 14  # px that a cell keeps free above and below its words, together
_HIGHEST = 4000


class TallRows(QObject):
    """Wrap the words of some columns; heights follow whenever rows or widths become others.

    Every row is measured: for lists that grow by hand, not for those that are read page by page.
    """

    def __init__(self, view: QTableView, model: RowsModel[RowT], columns: Sequence[str]) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._wrapped = [
            (place, column) for place, column in enumerate(model.columns) if column.key in columns
        ]
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._measure)
        view.setWordWrap(True)
        model.modelReset.connect(lambda: self._soon.start())
        view.horizontalHeader().sectionResized.connect(lambda *_: self._soon.start())

    def _measure(self) -> None:
        letters = QFontMetrics(self._view.font())
        for row, shown in enumerate(self._model.rows):
            high = max(
                letters.boundingRect(
                    QRect(0, 0, max(1, self._view.columnWidth(place) - BESIDE), _HIGHEST),
                    int(Qt.TextFlag.TextWordWrap),
                    column.text(shown),
                ).height()
                for place, column in self._wrapped
            )
            wanted = max(ROW, high + _ABOVE)
            if self._view.rowHeight(row) != wanted:
                self._view.setRowHeight(row, wanted)
