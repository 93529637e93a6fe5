"""How every table of the workspace looks and answers to keys."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from kiosk.ui.staff.style import ROW
from kiosk.ui.staff.widgets.cell_painting import CellPainter
from kiosk.ui.staff.widgets.table_head import TableHead


class TableView(QTableView):
    """The table itself: whole rows, Enter opens, Ctrl+C copies what is marked."""

    head: TableHead

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
