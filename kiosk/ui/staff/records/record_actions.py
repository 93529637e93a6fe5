"""The record's tool bar, and the dialogs behind it: history, a colleague's change, as on the kiosk."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kiosk.staff.records.editing import Conflict
from kiosk.staff.records.history import PastRecord
from kiosk.staff.rights import Right
from kiosk.ui.staff.drafts import Draft
from kiosk.ui.staff.records.conflict_dialog import ConflictDialog
from kiosk.ui.staff.records.editor_state import EditorState
from kiosk.ui.staff.records.flow import Flow
from kiosk.ui.staff.records.history_dialog import HistoryDialog
from kiosk.ui.staff.records.kiosk_view import KioskView
from kiosk.ui.staff.records.record_work import RecordWork
from kiosk.ui.staff.widgets.buttons import button, icon_button
from kiosk.ui.staff.widgets.chips import Chip, ChipLabel
from kiosk.ui.staff.widgets.questions import ask

if TYPE_CHECKING:
    from kiosk.ui.staff.records.record_page import RecordPage

_GAP = 10


class RecordActions(QObject):
    """Build the bar over a page and answer to its buttons."""

    def __init__(self, page: "RecordPage", work: RecordWork) -> None:
        super().__init__(page)
        self._page, self._work = page, work
        self._place, self._words = page.workplace, page.workplace.words
        self.chip = ChipLabel()
        self.chip.setObjectName("unsavedChip")
        self._resumed: Draft | None = None
        self._make_buttons()
        self.bar = self._bar()
        work.conflicted.connect(self._conflicted)
        work.resumed.connect(self._taken_up)
        work.moved.connect(lambda route: self._place.go(f"catalogue/{route}"))

    def show_state(self, state: EditorState) -> None:
        """Let the buttons say what can be done now."""
        may, new, count = self._work.may_change, state.opened.is_new, state.unsaved
        self.save.setEnabled(may and not self._work.saving)
        self.undo.setEnabled(may and bool(state.past))
        self.discard.setVisible(may and bool(count) and not new)
        self.duplicate.setEnabled(may and not new)
        self.history.setEnabled(not new)
        self.alike.setEnabled(not new and self._place.by.may(Right.CATALOGUE_BULK))
        self.labels.setEnabled(not new and self._page.copies is not None)
        self.chip.show_chip(
            Chip(self._words.count("staff.records.unsaved", count), "warn") if count else None
        )

    def _make_buttons(self) -> None:
        words = self._words
        self.save = button(words("staff.save"), self._page.save, kind="primary", picture="check", name="save")
        self.undo = button(words("staff.records.undo"), self._page.undo, picture="back", name="undo")
        self.duplicate = button(
            words("staff.records.duplicate"), self._duplicate, picture="plus", name="duplicate"
        )
        self.alike = button(words("staff.records.alike"), self._alike, picture="people", name="alike")
        self.labels = button(words("staff.records.labels"), self._labels, picture="print", name="labels")
        self.discard = icon_button("delete", words("staff.records.discard"), self._discard, name="discard")
        self.history = icon_button("clock", words("staff.records.history"), self._history, name="history")
        self.preview = button(
            words("staff.records.as_kiosk"), self._preview, kind="quiet", picture="search", name="asKiosk"
        )

    def _bar(self) -> QWidget:
        """Lay out what is done at the left and what is looked at at the right; a narrow window wraps."""
        bar = QWidget()
        flow = Flow(_GAP, bar)
        for one in (self.save, self.undo, self.duplicate, self.alike, self.labels):
            flow.addWidget(one)
        right = QWidget()
        row = QHBoxLayout(right)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addStretch(1)
        for shown in (self.chip, self.discard, self.history, self.preview):
            row.addWidget(shown)
        flow.addWidget(right)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        bar.setSizePolicy(policy)
        return bar

    def _duplicate(self) -> None:
        state = self._work.state
        if state is not None:
            self._place.go(f"catalogue/copy/{state.opened.key}")

    def _alike(self) -> None:
        state = self._work.state
        if state is not None:
            self._place.go(f"catalogue/duplicates/{state.opened.key}")

    def _labels(self) -> None:
        if self._page.copies is not None:
            self._page.copies.labels()

    def _discard(self) -> None:
        words = self._words
        told = words.count("staff.records.discard.told", self._work.unsaved)
        if ask(
            words,
            self._page,
            words("staff.records.discard"),
            told,
            words("staff.records.discard.do"),
            dangerous=True,
        ):
            self._work.give_up()

    def _history(self) -> None:
        self._work.history(self._show_history)

    def _show_history(self, versions: tuple[PastRecord, ...]) -> None:
        may = self._work.may_change
        dialog = HistoryDialog(self._place, self._work.title, versions, may=may, parent=self._page)
        if dialog.exec() and dialog.chosen is not None:
            self._work.restore(dialog.chosen)
        dialog.deleteLater()

    def _conflicted(self, conflict: Conflict) -> None:
        dialog = ConflictDialog(self._words, conflict, self._page)
        if dialog.exec():
            self._work.merge(conflict, dialog.choices)
        dialog.deleteLater()

    def _preview(self) -> None:
        state = self._work.state
        if state is not None:
            dialog = KioskView(self._place, state, self._page.cover.pixmap, self._page)
            dialog.exec()
            dialog.deleteLater()

    def _taken_up(self, draft: Draft) -> None:
        at = self._words.moment(draft.at)
        self._place.say(self._words("staff.records.draft", at=at), self._work.give_up)
