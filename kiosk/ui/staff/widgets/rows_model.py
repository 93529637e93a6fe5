"""A table model over frozen rows, which can be given more of them as one scrolls."""

from collections.abc import Callable, Sequence
from typing import Any, Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kiosk.ui.staff.widgets.columns import Column, RowT

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_ROLES = Qt.ItemDataRole
# Whole numbers, as Qt hands roles over: it asks seven for every cell it paints.
_TOLD = frozenset(role.value for role in (_ROLES.DisplayRole, _ROLES.AccessibleTextRole, _ROLES.ToolTipRole))
_ALIGNMENT = _ROLES.TextAlignmentRole.value
_NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ROW_ROLE = _ROLES.UserRole.value
_GIVEN = _TOLD | {_ALIGNMENT, ROW_ROLE}


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
        if role not in _GIVEN or not 0 <= (place := index.row()) < len(self._rows):
            return None
        if role == ROW_ROLE:
            return self._rows[place]
        column = self.columns[index.column()]
        return _side(column) if role == _ALIGNMENT else column.text(self._rows[place])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Give a column's title."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return _side(self.columns[section]) if role == _ALIGNMENT else None

    def canFetchMore(self, parent: _Index) -> bool:
        """Tell whether there may be more rows behind the last."""
        return not parent.isValid() and self.more is not None

    def fetchMore(self, parent: _Index) -> None:
        """Have more rows asked for."""
        if self.more is not None:
            self.more()


def _side(column: Column[RowT]) -> Qt.AlignmentFlag:
    return _NUMBERS if column.kind == "number" else _WORDS
