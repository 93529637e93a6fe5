"""The card with all MARC fields of the record: typed into, added, taken out."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from kiosk.catalog.marc.record import MarcRecord, data_field
from kiosk.staff.records.problems import RecordProblem
from kiosk.ui.shared.fonts import MONO
from kiosk.ui.staff.records.marc_model import CONTENT, TAG, MarcModel
from kiosk.ui.staff.records.told import by_place
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.panel import Panel, across
from kiosk.ui.staff.widgets.table_head import TableHead
from kiosk.words import Wording

_ROW = 29
_NARROWEST = 300
_WITH_HINT = 400
_WIDTHS = (62, 40, 40)
_PADDING = 8
_NEW = data_field("500", "  ", ("a", ""))


class MarcPanel(Panel):
    """Show the table; `typed` tells a row, `added` and `removed` a field, `undo_wanted` Ctrl+Z in it."""

    typed = Signal(object, object)
    added = Signal(object)
    removed = Signal(int)
    undo_wanted = Signal()

    def __init__(self, words: Wording) -> None:
        super().__init__(words("staff.records.marc"), words("staff.records.marc.hint"))
        self._words = words
        self.model = MarcModel(words, self)
        self.model.typed.connect(self.typed)
        self.view = MarcView(self)
        self.view.setModel(self.model)
        self.view.setObjectName("marc")
        self.view.setAccessibleName(words("staff.records.marc"))
        self.view.dress()
        self.view.wants_new.connect(lambda: self.added.emit(_NEW))
        self.view.wants_gone.connect(self._remove)
        self.view.wants_undo.connect(self.undo_wanted)
        self.add = button(
            words("staff.records.marc.add"),
            lambda: self.added.emit(_NEW),
            kind="quiet",
            picture="plus",
            name="marcAdd",
        )
        self.take = button(
            words("staff.records.marc.remove"),
            self._remove_here,
            kind="quiet",
            picture="minus",
            name="marcRemove",
        )
        self.put(self.view, stretch=1)
        self.put(across(self.add, self.take))
        self.setMinimumWidth(_NARROWEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what the card is for where there is room for it."""
        super().resizeEvent(event)
        wide = event.size().width() >= _WITH_HINT
        self.head(self._words("staff.records.marc"), self._words("staff.records.marc.hint") if wide else "")

    def show_record(
        self, record: MarcRecord, problems: tuple[RecordProblem, ...], *, changeable: bool
    ) -> None:
        """Show the record as it is now; where one is in the table stays where it is."""
        here = self.view.currentIndex()
        row, column = here.row(), here.column()
        self.model.show_record(record, by_place(problems), changeable=changeable)
        self.add.setEnabled(changeable)
        self.take.setEnabled(changeable)
        if row >= 0 and not self.view.currentIndex().isValid():
            self._stand_at(min(row, self.model.rowCount() - 1), column)

    def edit_tag_of(self, place: int) -> None:
        """Put the keyboard into the tag of a field that was just added."""
        self._stand_at(place + 1, TAG)
        self.view.edit(self.model.index(place + 1, TAG))

    def stand_at(self, place: int | None) -> None:
        """Mark the row of a field, None for the leader."""
        self._stand_at(0 if place is None else place + 1, CONTENT)

    def take_keyboard(self) -> None:
        """Put the keyboard into the table."""
        if not self.view.currentIndex().isValid():
            self._stand_at(0, CONTENT)
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _stand_at(self, row: int, column: int) -> None:
        index = self.model.index(row, column)
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.view.selectionModel().setCurrentIndex(index, how)
        self.view.scrollTo(index)

    def _remove_here(self) -> None:
        self._remove(self.view.currentIndex().row())

    def _remove(self, row: int) -> None:
        place = self.model.place_of(row)
        if place is not None and row >= 0:
            self.removed.emit(place)


class MarcView(QTableView):
    """The table itself: typing begins to edit, Insert adds a field, Ctrl+Delete takes one out."""

    wants_new = Signal()
    wants_gone = Signal(int)
    wants_undo = Signal()

    def dress(self) -> None:
        """Look as the tables of the workspace, with closer rows."""
        self.setItemDelegate(_CellEditor(self))
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setStyleSheet(f"QTableView::item {{ padding: 0 {_PADDING}px; }}")
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(_ROW)
        rows.setDefaultSectionSize(_ROW)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.hide()
        head = TableHead(self)
        self.setHorizontalHeader(head)
        head.setMinimumSectionSize(30)
        for place, width in enumerate(_WIDTHS):
            head.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(place, width)
        head.setSectionResizeMode(CONTENT, QHeaderView.ResizeMode.Stretch)

    def finish(self) -> None:
        """Take over what stands in a cell that is still open."""
        for line in self.findChildren(QLineEdit, "marcCell"):
            if line.isVisible():
                self.commitData(line)
                self.closeEditor(line, QAbstractItemDelegate.EndEditHint.NoHint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer to Insert, Ctrl+Delete, Enter and Ctrl+Z."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Insert:
            self.wants_new.emit()
        elif event.key() == Qt.Key.Key_Delete and control:
            self.wants_gone.emit(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Enter in an open cell comes here too, once the cell has taken it.
            if self.state() != QAbstractItemView.State.EditingState and self.currentIndex().isValid():
                self.edit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Z and control:
            self.wants_undo.emit()
        elif control:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _CellEditor(QStyledItemDelegate):
    """Types in the typeface of the table, and never beyond what a cell holds."""

    def createEditor(self, parent: QWidget, option: object, index: QModelIndex) -> QWidget:  # type: ignore[override]
        """Make the line to type in."""
        line = QLineEdit(parent)
        font = QFont(MONO)
        font.setPixelSize(14)
        line.setFont(font)
        line.setStyleSheet("padding: 0 4px; min-height: 20px; border-radius: 0;")
        line.setObjectName("marcCell")
        line.setProperty("asked", f"{index.row()}.{index.column()}")
        line.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        longest = {TAG: 3, CONTENT: 100_000}.get(index.column(), 1)
        line.setMaxLength(longest)
        return line
