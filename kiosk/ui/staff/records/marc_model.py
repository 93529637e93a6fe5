"""The record as a table of MARC fields that can be typed into; the leader is its first row."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from kiosk.catalog.marc.record import Field, MarcRecord
from kiosk.staff.records.marc_text import LEADER, content_text, field_of, retagged
from kiosk.staff.records.problems import Degree, RecordProblem
from kiosk.ui.shared.fonts import MONO
from kiosk.ui.staff.records.told import problem_text
from kiosk.ui.staff.style import COLOURS
from kiosk.words import Wording

TAG, FIRST, SECOND, CONTENT = range(4)
_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_SIZE = 14


class MarcModel(QAbstractTableModel):
    """Show a record; `typed` tells how a row shall read: its place, None for the leader, and field."""

    typed = Signal(object, object)

    def __init__(self, words: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._record: MarcRecord | None = None
        self._rows: list[Field] = []
        self._problems: Mapping[int | None, tuple[RecordProblem, ...]] = {}
        self._changeable = False
        self._plain, self._bold = QFont(MONO), QFont(MONO)
        for font in (self._plain, self._bold):
            font.setPixelSize(_SIZE)
        self._bold.setWeight(QFont.Weight.Bold)

    def show_record(
        self,
        record: MarcRecord,
        problems: Mapping[int | None, tuple[RecordProblem, ...]],
        *,
        changeable: bool,
    ) -> None:
        """Show a record as it is now; rows that stay are left in peace, so that one may type on."""
        rows = [Field(LEADER, record.leader), *record.fields]
        same = len(rows) == len(self._rows)
        if not same:
            self.beginResetModel()
        self._record, self._rows, self._problems, self._changeable = record, rows, problems, changeable
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, CONTENT))

    def place_of(self, row: int) -> int | None:
        """Return the place of a row's field in the record, None for the leader."""
        return row - 1 if row > 0 else None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Count the leader and the fields."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else 4

    def data(self, index: _Index, role: int = 0) -> Any:
        """Give a cell's text, colours, and what is wrong with its row."""
        if not 0 <= index.row() < len(self._rows):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._text(self._rows[index.row()], index.column())
            case Qt.ItemDataRole.FontRole:
                return self._bold if index.column() == TAG else self._plain
            case Qt.ItemDataRole.ForegroundRole:
                wrong = self._worst(index)
                if wrong is not None:
                    return QColor(COLOURS.stop if wrong is Degree.ERROR else COLOURS.wait)
                return QColor(COLOURS.askText) if index.column() == TAG else None
            case Qt.ItemDataRole.BackgroundRole:
                wrong = self._worst(index)
                return QColor(COLOURS.stopTint) if wrong is Degree.ERROR else None
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._told(index)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Say which cells can be typed into."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self._changeable or not 0 <= index.row() < len(self._rows):
            return flags
        field = self._rows[index.row()]
        has_no = index.column() in (FIRST, SECOND) and field.is_control
        return (
            flags
            if has_no or (field.tag == LEADER and index.column() == TAG)
            else (flags | Qt.ItemFlag.ItemIsEditable)
        )

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what a row reads now; what cannot be a tag is not taken."""
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        before = self._rows[index.row()]
        after = _changed(before, index.column(), str(value))
        if after is None:
            return False
        if after != before:
            self.typed.emit(self.place_of(index.row()), after)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Give a column's title."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._words(f"staff.records.marc.column{section}")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, field: Field, column: int) -> str:
        if column == TAG:
            return field.tag
        if column == CONTENT:
            return content_text(field)
        return "" if field.is_control else field.indicators[column - 1].strip()

    def _of_cell(self, index: _Index) -> tuple[RecordProblem, ...]:
        found = self._problems.get(self.place_of(index.row()), ())
        if index.row() == 0:
            found = tuple(one for one in found if one.tag == LEADER)
        column = index.column()
        return tuple(one for one in found if _column_of(one) == column)

    def _worst(self, index: _Index) -> Degree | None:
        degrees = {one.degree for one in self._of_cell(index)}
        return Degree.ERROR if Degree.ERROR in degrees else next(iter(degrees), None)

    def _told(self, index: _Index) -> str:
        found = [problem_text(one, self._words) for one in self._of_cell(index)]
        if found:
            return "\n".join(found)
        return self._text(self._rows[index.row()], CONTENT) if index.column() == CONTENT else ""


def _column_of(problem: RecordProblem) -> int:
    if problem.key == "indicator":
        return FIRST if problem.position == 0 else SECOND
    return TAG if problem.key in ("tag", "once", "two_main_entries") else CONTENT


def _changed(field: Field, column: int, text: str) -> Field | None:
    if column == TAG:
        tag = text.strip()
        return retagged(field, tag) if len(tag) == 3 and tag.isascii() and tag.isalnum() else None
    if column == CONTENT:
        if field.tag == LEADER:
            return field._replace(data=text)
        return field_of(field.tag, field.indicators, text)
    mark = " " if text.strip() in ("", "#", "_", "\\") else text.strip()[:1]
    first, second = field.indicators[0], field.indicators[1]
    return field._replace(indicators=mark + second if column == FIRST else first + mark)
