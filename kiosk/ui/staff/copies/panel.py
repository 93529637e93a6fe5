"""The copies of one title in a table, with all that can be done with them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QCheckBox, QMenu, QPushButton, QVBoxLayout, QWidget

from kiosk.model.errors import RecordUnknown
from kiosk.model.item import Condition, Item
from kiosk.staff.copies.deleting import Deletion
from kiosk.staff.copies.editing import Changed
from kiosk.staff.copies.fields import fields_of
from kiosk.staff.copies.listing import CopiesOfRecord
from kiosk.staff.rights import Right
from kiosk.storage import CopyRow
from kiosk.ui.staff.copies.add_dialog import AddCopiesDialog
from kiosk.ui.staff.copies.batch_dialog import BatchDialog
from kiosk.ui.staff.copies.copy_columns import copy_columns
from kiosk.ui.staff.copies.edit_dialog import EditCopyDialog
from kiosk.ui.staff.copies.giving_up import give_up
from kiosk.ui.staff.copies.labels_dialog import LabelsDialog
from kiosk.ui.staff.copies.setting_states import choose_state
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.columns import Asked
from kiosk.ui.staff.widgets.panel import Panel, label
from kiosk.ui.staff.widgets.saving_csv import CsvSaving
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace

# So wide the heading's line has room for what is told beside its buttons.
_WIDE = 1_000


class CopiesPanel(QWidget):
    """Show and change the copies of a title; `changed` tells that some were added, changed or deleted.

    On the table Insert adds, Enter changes, Delete gives up. Without a title it is empty; `titled` names
    the title, where that does not stand above it anyway.
    """

    changed = Signal()

    def __init__(self, workplace: Workplace, record_id: int | None = None, *, titled: bool = False) -> None:
        super().__init__()
        self.workplace, self._titled = workplace, titled
        self._record_id = record_id
        self._about: CopiesOfRecord | None = None
        words = workplace.words
        self.panel = Panel(words("staff.copies.heading"))
        columns = copy_columns(words, workplace.library, workplace.now())
        self.table = DataTable(
            workplace, columns, name="copies", key=lambda row: row.copy.item.id, filtered=False, csv=False
        )
        self.table.view.setMinimumHeight(150)
        self.table.view.setAccessibleName(words("staff.copies.heading"))
        self._withdrawn = QCheckBox(words("staff.copies.withdrawn_too"))
        self._withdrawn.setObjectName("withdrawnToo")
        self._withdrawn.hide()
        self._needing_marks: list[QPushButton] = []
        self._needing_copies: list[QPushButton] = []
        self._build()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panel)
        self.refresh()

    @property
    def record_id(self) -> int | None:
        """Give the number of the title whose copies are shown."""
        return self._record_id

    def show_record(self, record_id: int | None) -> None:
        """Show the copies of another title, or none."""
        if record_id != self._record_id:
            self.expect(record_id)
        self.refresh()

    def expect(self, record_id: int | None) -> None:
        """Do nothing any more with the copies shown: those of another title are soon asked for."""
        if record_id != self._record_id:
            self._record_id, self._about = record_id, None
            self._look()

    def refresh(self) -> None:
        """Read the copies again."""
        if self._record_id is None:
            self._about = None
            self.table.show_rows(())
            self.panel.head(self.workplace.words("staff.copies.heading"))
            self._named.setText("")
            self._look()
            return
        listing, by, record_id = self.workplace.services.copies.listing, self.workplace.by, self._record_id
        self.workplace.read(lambda: listing.of_record(by, record_id), self._show, self._failed)

    def add(self) -> None:
        """Add copies."""
        if self._about is not None:
            AddCopiesDialog(self.workplace, self, self._about, self._added).open()

    def edit(self) -> None:
        """Change the marked copy, or all marked at once."""
        marked, about = self.table.marked, self._about
        if about is None or not marked or not self._may(Right.CATALOGUE_EDIT):
            return
        if len(marked) == 1:
            EditCopyDialog(self.workplace, self, about, marked[0].copy.item, self._saved).open()
        elif self._may(Right.CATALOGUE_BULK):
            ids = [row.copy.item.id for row in marked]
            BatchDialog(self.workplace, self, about.library, about.locations, ids, self._told).open()

    def give_up(self) -> None:
        """Delete the marked copies, or withdraw them."""
        if self._about is not None and self.table.marked and self._may(Right.CATALOGUE_EDIT):
            give_up(self.workplace, self, [row.copy.item for row in self.table.marked], self._told)

    def labels(self) -> None:
        """Print labels of the marked copies, of all where none is marked."""
        rows = self.table.marked or self.table.rows
        if rows and self._about is not None:
            LabelsDialog(self.workplace, self, [row.copy.item.barcode for row in rows]).open()

    def _build(self) -> None:
        words = self.workplace.words
        add = button(words("staff.copies.add"), self.add, picture="plus", name="addCopy")
        change = button(
            words("staff.copies.change"), self.edit, kind="quiet", picture="renew", name="changeCopies"
        )
        state = button(
            words("staff.copies.set_state"), self._states, kind="quiet", picture="alert", name="copyState"
        )
        labels = button(
            words("staff.copies.labels"), self.labels, kind="quiet", picture="print", name="copyLabels"
        )
        csv = button(words("staff.table.csv"), self._csv, kind="quiet", picture="arrow", name="copiesCsv")
        self._state_button = state
        self._needing_copies = [add, labels, csv]
        self._needing_marks = [change, state]
        self.panel.act(self._withdrawn, add, change, state, labels, csv)
        # Shown before they stood anywhere, they would be windows of their own for a moment.
        for one in (add, change, state):
            one.setVisible(self._may(Right.CATALOGUE_EDIT))
        self._named = label("", "caption", name="copiesOf")
        self._named.setVisible(self._titled)
        self.panel.put(self._named)
        self.panel.put(self.table, stretch=1)
        self._withdrawn.toggled.connect(lambda _: self._arrange())
        self.table.chosen.connect(self._look)
        self.table.activated.connect(lambda _: self.edit())
        for keys, act in (("Ins", self.add), ("F2", self.edit), ("Del", self.give_up)):
            shortcut = QShortcut(QKeySequence(keys), self.table.view, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._look()

    def _states(self) -> None:
        menu = QMenu(self)
        for condition in Condition:
            said = self.workplace.words(f"copies.state.{condition.value}")
            menu.addAction(said, partial(self._set_state, condition))
        menu.addSeparator()
        menu.addAction(self.workplace.words("staff.copies.delete"), self.give_up)
        below = self._state_button.mapToGlobal(QPoint(0, self._state_button.height()))
        menu.popup(below)

    def _set_state(self, condition: Condition) -> None:
        if self.table.marked:
            choose_state(self.workplace, self, self.table.marked, condition, self._told)

    def _csv(self) -> None:
        columns, rows = self.table.model.columns, self.table.rows
        CsvSaving[CopyRow](self.workplace, self.table.view, columns, rows, None, Asked()).begin()

    def _show(self, about: CopiesOfRecord) -> None:
        if about.record_id == self._record_id:
            self._about = about
            self._arrange()

    def _failed(self, error: Exception) -> None:
        """Show nothing of a title that is gone: whoever deleted it knows."""
        if isinstance(error, RecordUnknown):
            self.show_record(None)
        else:
            self.workplace.fail(error)

    def _arrange(self) -> None:
        about = self._about
        if about is None:
            return
        there = [row for row in about.rows if row.copy.item.condition is not Condition.WITHDRAWN]
        self._withdrawn.setVisible(len(there) < len(about.rows))
        shown = about.rows if self._withdrawn.isChecked() else there
        self.table.show_rows(shown)
        heading, hint = self.workplace.words("staff.copies.heading"), self._hint(about, len(shown))
        self.panel.head(heading, "" if self._below else hint)
        self._named.setText(f"{about.title} · {hint}" if self._titled else hint)
        self._named.setVisible(self._below)
        self._look()

    @property
    def _below(self) -> bool:
        """Whether what is told stands on a line of its own: beside the buttons there is no room for it."""
        return self._titled or self.width() < _WIDE

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell it where there is room."""
        super().resizeEvent(event)
        if self._named.isVisibleTo(self) != self._below:
            self._arrange()

    def _hint(self, about: CopiesOfRecord, count: int) -> str:
        words = self.workplace.words
        told = words("staff.copies.tally", count=words.number(count), shelf=words.number(about.on_shelf))
        if about.waiting:
            told += f" · {words.count('staff.copies.waiting', about.waiting)}"
        return told

    def _look(self) -> None:
        marked = len(self.table.marked)
        for one in self._needing_copies:
            one.setEnabled(self._about is not None)
        for one in self._needing_marks:
            one.setEnabled(marked > 0 and self._about is not None)
        if marked > 1 and not self._may(Right.CATALOGUE_BULK):
            self._needing_marks[0].setEnabled(False)

    def _may(self, right: Right) -> bool:
        return self.workplace.by.may(right)

    def _told(self) -> None:
        self.refresh()
        self.changed.emit()
        self.workplace.changed.emit("record")

    def _added(self, items: Sequence[Item]) -> None:
        deleting, by = self.workplace.services.copies.deleting, self.workplace.by
        numbers = [item.id for item in items]

        def undone(result: Sequence[Deletion]) -> None:
            kept = [self.workplace.words.show(one.why_not) for one in result if one.why_not is not None]
            if kept:
                self.workplace.wrong.emit(kept[0])
            self._told()

        def undo() -> None:
            self.workplace.change(lambda: deleting.delete(by, numbers), undone)

        self.workplace.say(self.workplace.words.count("staff.copies.added", len(items)), undo)
        self.table.mark(items[0].id)
        self._told()

    def _saved(self, changed: Changed | None) -> None:
        if changed is None:
            self.workplace.say(self.workplace.words("staff.copies.unchanged"))
            return
        editing, by, after, before = (
            self.workplace.services.copies.editing,
            self.workplace.by,
            changed.after,
            fields_of(changed.before),
        )

        def undo() -> None:
            self.workplace.change(lambda: editing.update(by, after, before), lambda _: self._told())

        self.workplace.say(self.workplace.words("staff.copies.saved", barcode=after.barcode), undo)
        self._told()
