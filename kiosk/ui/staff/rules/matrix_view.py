"""The matrix of rules: rows for scopes, a group of values beside them, edited cell by cell."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QSizePolicy,
    QStackedWidget,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kiosk.model.library import Library
from kiosk.model.staff_errors import RuleValueUnreadable
from kiosk.staff.rules.matrix import Row
from kiosk.staff.rules.values import choices, shown, typed
from kiosk.staff.settings.leaves import Plain
from kiosk.ui.staff.rules.cell_editor import CellEditor
from kiosk.ui.staff.rules.columns import GROUPS, matrix_columns
from kiosk.ui.staff.rules.telling import PARTS
from kiosk.ui.staff.style import COLOURS
from kiosk.ui.staff.widgets.cell_painting import CellPainter
from kiosk.ui.staff.widgets.rows_model import ROW_ROLE
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace

_NARROWEST = 98


class MatrixPainter(CellPainter):
    """Draw what a row sets itself in bold, and what it takes over from others in a lighter ink."""

    def __init__(self, names: Sequence[str], parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._names = names

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell own from taken over by weight and ink."""
        super().initStyleOption(option, index)
        place = index.column() - len(PARTS)
        row = index.data(ROW_ROLE)
        if place < 0 or row is None:
            return
        own = row.cell(self._names[place]).own is not None
        font = QFont(option.font)
        font.setWeight(QFont.Weight.Bold if own else QFont.Weight.Normal)
        option.font = font
        ink = QColor(COLOURS.ink if own else COLOURS.ink2)
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            option.palette.setColor(role, ink)


class MatrixView(QWidget):
    """Show one group of values at a time; `changed` tells a row's label, the value and what it shall be.

    `moved` tells that the keyboard is on another cell; `wrong` that a text is no such value.
    """

    changed = Signal(str, str, object)
    moved = Signal()
    wrong = Signal(object)

    def __init__(self, workplace: Workplace, may: Callable[[], bool]) -> None:
        super().__init__()
        self._workplace, self._may = workplace, may
        self._library = workplace.library
        self._rows: tuple[Row, ...] = ()
        self._tables: dict[str, DataTable[Row]] = {}
        self._group = next(iter(GROUPS))
        self._stack = QStackedWidget(self)
        self.bars = QStackedWidget()
        self.bars.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    @property
    def table(self) -> DataTable[Row]:
        """Give the table in front."""
        return self._tables[self._group]

    @property
    def cell(self) -> tuple[Row, str] | None:
        """Give the row and the value the keyboard is on; None where there is none."""
        if self._group not in self._tables:
            return None
        row, place = self.table.current, self.table.view.currentIndex().column() - len(PARTS)
        return None if row is None or place < 0 else (row, GROUPS[self._group][place])

    @property
    def row(self) -> Row | None:
        """Give the row the keyboard is on."""
        return self.table.current if self._group in self._tables else None

    def ahead(self) -> Iterator[None]:
        """Make the table that is seen first, before there are rules to show in it."""
        if self._group not in self._tables:
            self._made(self._group)
            yield

    def show_rules(self, library: Library, rows: tuple[Row, ...]) -> None:
        """Show the rules of a library; the keyboard stays on its cell."""
        fresh = library.currency != self._library.currency or _names(library) != _names(self._library)
        self._library, self._rows = library, rows
        if fresh:
            self._forget_tables()
        self.show_group(self._group)

    def show_group(self, group: str) -> None:
        """Show another group of values."""
        at = self.table.view.currentIndex().column() if self._group in self._tables else len(PARTS)
        label = self.row.label if self.row is not None else ""
        self._group = group
        table = self._tables.get(group) or self._made(group)
        table.show_rows(self._rows)
        self._stack.setCurrentWidget(table)
        self.bars.setCurrentWidget(table.bar)
        self.go_to(label, min(at, len(table.model.columns) - 1))

    def go_to(self, label: str, place: int = len(PARTS)) -> None:
        """Put the keyboard on a cell, the first row where there is no such label."""
        rows = self.table.rows
        at = next((n for n, row in enumerate(rows) if row.label == label), 0 if rows else -1)
        if at >= 0:
            self.table.view.setCurrentIndex(self.table.model.index(at, max(place, 0)))

    def _made(self, group: str) -> DataTable[Row]:
        words, names = self._workplace.words, GROUPS[group]
        columns = matrix_columns(group, self._library, words)
        table: DataTable[Row] = DataTable(
            self._workplace, columns, name=f"matrix-{group}", key=lambda row: row.label
        )
        view = table.view
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setItemDelegate(MatrixPainter(names, view))
        view.horizontalHeader().setMinimumSectionSize(_NARROWEST)
        view.setAccessibleName(words("staff.rules.matrix"))
        view.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())
        CellEditor(view, self._choices, self._text, self._keep)
        self._tables[group] = table
        self._stack.addWidget(table)
        self.bars.addWidget(table.bar)
        return table

    def _choices(self, row: int, column: int) -> Sequence[str] | None:
        if column < len(PARTS) or not self._may():
            return None
        name = GROUPS[self._group][column - len(PARTS)]
        return [label for _value, label in choices(name, self._workplace.words)]

    def _text(self, row: int, column: int) -> str:
        name = GROUPS[self._group][column - len(PARTS)]
        own = self.table.rows[row].cell(name).own
        return shown(name, own, self._workplace.words, self._library.currency)

    def _keep(self, row: int, column: int, text: str) -> bool:
        name = GROUPS[self._group][column - len(PARTS)]
        label, own = self.table.rows[row].label, self.table.rows[row].cell(name).own
        if text == self._text(row, column):
            return True
        try:
            value: Plain | None = typed(name, text, self._workplace.words, self._library.currency)
        except RuleValueUnreadable as error:
            self.wrong.emit(error)
            return False
        if value != own:
            self.changed.emit(label, name, value)
        return True

    def _forget_tables(self) -> None:
        for table in self._tables.values():
            for stack, widget in ((self._stack, table), (self.bars, table.bar)):
                stack.removeWidget(widget)
                widget.deleteLater()
        self._tables.clear()


def _names(library: Library) -> tuple[object, ...]:
    return library.branches, library.patron_categories, library.item_types
