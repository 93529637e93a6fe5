"""A list of rows that sorts, filters, grows as one scrolls, and goes to a file."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Generic

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.typed_places import seeks
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.column_fit import ColumnFit
from kiosk.ui.staff.widgets.columns import Asked, Column, RowT, arranged
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.ui.staff.widgets.rows_model import RowsModel
from kiosk.ui.staff.widgets.saving_csv import CsvSaving
from kiosk.ui.staff.widgets.table_view import TableView
from kiosk.ui.staff.workplace import Workplace

_PAGE, _AHEAD = 200, 3  # rows, and screens of them
Load = Callable[[Asked[RowT]], Sequence[RowT]]


class DataTable(QWidget, Generic[RowT]):
    """Show rows: all of them by `show`, or page by page by `follow`, from a source that sorts and filters.

    `activated` tells the row on which Enter or a double click fell, `chosen` that others are marked.
    `key` tells which rows are the same thing, so that marks stay when rows are shown anew. The file
    gets all rows of the filter, also those that were not loaded yet. `nothing` is what stands in the
    middle of a list without rows.
    """

    activated = Signal(object)
    chosen = Signal()
    loaded = Signal()

    def __init__(
        self,
        workplace: Workplace,
        columns: Sequence[Column[RowT]],
        *,
        name: str,
        key: Callable[[RowT], object] = lambda row: row,
        filtered: bool = True,
        csv: bool = True,
        counted: bool = True,
        nothing: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._key = key
        self._nothing = nothing or workplace.words("staff.table.nothing")
        self._all: tuple[RowT, ...] = ()
        self._load: Load[RowT] | None = None
        self._asked: Asked[RowT] = Asked()
        self._turn = 0
        self._waiting = False
        self._wanted_key: object = None
        self.model: RowsModel[RowT] = RowsModel(columns, self)
        self.view = TableView(self)
        self.view.setObjectName(name)
        self._build(csv=csv, filtered=filtered)
        self._count.setVisible(counted)

    # --- what is shown

    def show_rows(self, rows: Sequence[RowT]) -> None:
        """Show these rows, sorted and filtered here; for lists of some thousand rows at most."""
        self._load, self._all = None, tuple(rows)
        self._arrange()

    def follow(self, load: Load[RowT]) -> None:
        """Show what a source gives: `load` runs off the GUI thread, page by page, sorts and filters."""
        self._load = load
        self.reload()

    def reload(self) -> None:
        """Read the rows again from the source; marks stay where their rows do."""
        if self._load is None:
            self._arrange()
            return
        self._turn += 1
        turn, load = self._turn, self._load
        asked = replace(self._asked, after=None, offset=0, limit=_PAGE)
        self._waiting = True
        self._workplace.read(
            lambda: tuple(load(asked)), lambda rows: self._first(turn, rows), lambda e: self._failed(turn, e)
        )

    def filter(self, words: str) -> None:
        """Show only rows with all these words."""
        if words != self._asked.words:
            self._asked = replace(self._asked, words=words)
            self.reload()

    def hide_columns(self, columns: Collection[str]) -> None:
        """Hide these columns and show all others; a file and paper have them all the same."""
        for place, one in enumerate(self.model.columns):
            self.view.setColumnHidden(place, one.key in columns)

    def sort(self, column: str, descending: bool = False) -> None:
        """Sort by a column, as a click on its head does."""
        place = [one.key for one in self.model.columns].index(column)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.view.horizontalHeader().setSortIndicator(place, order)

    # --- what is marked

    @property
    def rows(self) -> tuple[RowT, ...]:
        """Give the rows that are loaded, in order."""
        return self.model.rows

    @property
    def current(self) -> RowT | None:
        """Give the row the keyboard is on."""
        return self._row_at(self.view.currentIndex())

    @property
    def marked(self) -> tuple[RowT, ...]:
        """Give the marked rows, in order."""
        places = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        rows = self.model.rows  # copied once, however many are marked
        return tuple(rows[place] for place in places)

    def mark(self, key: object) -> None:
        """Put the keyboard on the row with that key, now or when it comes."""
        self._wanted_key = key
        self._mark_wanted()

    def mark_all(self) -> None:
        """Mark all loaded rows."""
        self.view.selectAll()

    # --- building

    def _build(self, *, csv: bool, filtered: bool) -> None:
        words = self._workplace.words
        self.field = QLineEdit(self)
        self.field.setObjectName(f"{self.view.objectName()}Filter")
        seeks(self.field)
        self.field.setPlaceholderText(words("staff.table.filter"))
        self.field.setAccessibleName(words("staff.table.filter"))
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(280)
        self.field.setMaxLength(200)
        self.field.textChanged.connect(self.filter)
        self._count = label("", "caption")
        self._csv = button(words("staff.table.csv"), self._save, kind="quiet", picture="arrow", name="csv")
        gap = label("")
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.bar = across(self.field, self._count, gap, self._csv, stretch=False)
        self.field.setVisible(filtered)
        self._csv.setVisible(csv)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP - 2)
        column.addWidget(self.bar)
        self.bar.setVisible(filtered or csv)  # only now: without a parent it would be a window
        column.addWidget(self.view, 1)
        self.view.setModel(self.model)
        self.view.dress()
        ColumnFit(self.view, self.model)
        self.view.activated.connect(lambda index: self._tell(self._row_at(index)))
        self.view.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        self.view.horizontalHeader().sortIndicatorChanged.connect(self._sorted)
        self.view.verticalScrollBar().valueChanged.connect(self._scrolled)

    # --- loading

    def _arrange(self) -> None:
        marked = self._marked_keys()
        self.model.more = None
        self.model.show(arranged(self._all, self.model.columns, self._asked))
        self._remark(marked)
        self._tell_count(len(self.model.rows), whole=True)
        self.loaded.emit()

    def _first(self, turn: int, rows: tuple[RowT, ...]) -> None:
        if turn != self._turn:
            return
        self._waiting = False
        marked = self._marked_keys()
        self.model.more = self._more if len(rows) == _PAGE else None
        self.model.show(rows)
        self._remark(marked)
        self._tell_count(len(rows), whole=self.model.more is None)
        self.loaded.emit()

    def _scrolled(self, place: int) -> None:
        """Ask for more before the end is reached, so that nobody waits there."""
        bar = self.view.verticalScrollBar()
        if self.model.more is not None and place + _AHEAD * bar.pageStep() >= bar.maximum():
            self._more()

    def _more(self) -> None:
        if self._waiting or self._load is None or not self.model.rows:
            return
        self._waiting = True
        turn, load = self._turn, self._load
        asked = replace(self._asked, after=self.model.rows[-1], offset=len(self.model.rows), limit=_PAGE)
        self._workplace.read(
            lambda: tuple(load(asked)), lambda rows: self._next(turn, rows), lambda e: self._failed(turn, e)
        )

    def _next(self, turn: int, rows: tuple[RowT, ...]) -> None:
        if turn != self._turn:
            return
        self._waiting = False
        if len(rows) < _PAGE:
            self.model.more = None
        self.model.append(rows)
        self._tell_count(len(self.model.rows), whole=self.model.more is None)
        self._mark_wanted()

    def _failed(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self._waiting = False
            self._workplace.fail(error)

    def _sorted(self, place: int, order: Qt.SortOrder) -> None:
        if place < 0 or not self.model.columns[place].sortable:
            return
        descending = order == Qt.SortOrder.DescendingOrder
        self._asked = replace(self._asked, sort=self.model.columns[place].key, descending=descending)
        self.reload()

    # --- marks, and what is told

    def _marked_keys(self) -> set[object]:
        return {self._key(row) for row in self.marked}

    def _remark(self, keys: set[object]) -> None:
        selection = self.view.selectionModel()
        how = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for place, row in enumerate(self.model.rows if keys else ()):
            if self._key(row) in keys:
                selection.select(self.model.index(place, 0), how)
        self._mark_wanted()

    def _mark_wanted(self) -> None:
        if self._wanted_key is None:
            return
        for place, row in enumerate(self.model.rows):
            if self._key(row) == self._wanted_key:
                self._wanted_key = None
                self.view.selectRow(place)
                self.view.scrollTo(self.model.index(place, 0))
                return

    def _row_at(self, index: QModelIndex) -> RowT | None:
        return self.model.rows[index.row()] if index.isValid() else None

    def _tell(self, row: RowT | None) -> None:
        if row is not None:
            self.activated.emit(row)

    def _tell_count(self, count: int, *, whole: bool) -> None:
        key = "staff.table.count" if whole else "staff.table.count_so_far"
        words = self._workplace.words
        self._count.setText(words.count(key, count))
        nothing = words("staff.table.nothing_like_it") if self._asked.words else self._nothing
        self.view.tell_nothing("" if count else nothing)

    def _save(self) -> None:
        rows = None if self._load is not None else self.model.rows
        CsvSaving(self._workplace, self.view, self.model.columns, rows, self._load, self._asked).begin()
