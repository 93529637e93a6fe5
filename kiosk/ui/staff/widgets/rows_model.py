"""A table model over frozen rows, which can be given more of them as one scrolls."""

from collections.abc import Callable, Sequence
from typing import Any, Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kiosk.ui.staff.widgets.columns import Column, RowT

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_ROLES = Qt.ItemDataRole
_TOLD = (_ROLES.DisplayRole, _ROLES.AccessibleTextRole, _ROLES.ToolTipRole)
ROW_ROLE = Qt.ItemDataRole.UserRole


class RowsModel(QAbstractTableModel, Generic[RowT]):
    """Show rows in columns; `more` is called when the end comes near and there may be more."""

    def __init__(self, columns: Sequence[Column[RowT]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[RowT] = []
        self.more: Callable[[], None] | None = None

    @property
    def rows(self) -> tuple[RowT, ...]:
        """Give the rows that are here."""
        return tuple(self._rows)

    def first(self, count: int) -> list[RowT]:
        """Return the first so many of them."""
        return self._rows[:count]

    def show(self, rows: Sequence[RowT]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def append(self, rows: Sequence[RowT]) -> None:
        """Add rows at the end."""
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def replace(self, place: int, row: RowT) -> None:
        """Show another content of one row."""
        self._rows[place] = row
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Count the rows that are here."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = 0) -> Any:
        """Give a cell's text, alignment, or its row."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        match role:
            case (
                Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole
            ):
                return column.text(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.kind == "number" else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case _ if role == ROW_ROLE:
                return row
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Give a column's title."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            number = self.columns[section].kind == "number"
            side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def canFetchMore(self, parent: _Index) -> bool:
        """Tell whether there may be more rows behind the last."""
        return not parent.isValid() and self.more is not None

    def fetchMore(self, parent: _Index) -> None:
        """Have more rows asked for."""
        if self.more is not None:
            self.more()
