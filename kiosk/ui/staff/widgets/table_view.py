"""How every table of the workspace looks and answers to keys."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from kiosk.ui.staff.style import COLOURS, MARGIN, ROW
from kiosk.ui.staff.widgets.cell_painting import CellPainter
from kiosk.ui.staff.widgets.table_head import TableHead


class TableView(QTableView):
    """The table itself: whole rows, Enter opens, Ctrl+C copies what is marked.

    What `tell_nothing` was given stands in its middle as long as it has no rows.
    """

    head: TableHead
    _nothing = ""

    def dress(self) -> None:
        """Look and behave as all tables of the workspace."""
        self.setItemDelegate(CellPainter(self))
        self.head = TableHead(self)
        self.setHorizontalHeader(self.head)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(ROW)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.hide()
        self.head.setSortIndicatorClearable(True)
        self.head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def tell_nothing(self, text: str) -> None:
        """Say this where rows would be, also to a screen reader; an empty text says nothing."""
        if text != self._nothing:
            self._nothing = text
            self.setAccessibleDescription(text)
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, or what stands in their place."""
        super().paintEvent(event)
        if self._nothing and not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(QColor(COLOURS.ink2))
            room = self.viewport().rect().adjusted(MARGIN, 0, -MARGIN, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._nothing)
            painter.end()

    def selectRow(self, row: int) -> None:
        """Mark a row and no other, and put the keyboard on it.

        Qt's own does what a click would do with the keys that are held: whoever still holds Ctrl after
        Ctrl+Enter would find the row unmarked when the list is read again.
        """
        self.setCurrentIndex(self.model().index(row, 0))

    def setCurrentIndex(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Put the keyboard on a cell and mark what it belongs to, whatever keys are held."""
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect
        if self.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows:
            how |= QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, how)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter also where the platform would edit, and copy."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def _copy(self) -> None:
        model = self.model()
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        lines = (
            "\t".join(str(model.index(place, column).data()) for column in range(model.columnCount()))
            for place in places
        )
        QGuiApplication.clipboard().setText("\n".join(lines))
