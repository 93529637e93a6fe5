"""Completes headings under a line as one types; asks off the GUI thread, and only for the newest letters."""

from functools import partial

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit

from kiosk.staff.records.completing import Completion
from kiosk.staff.records.headings import HeadingKind
from kiosk.ui.staff.style import dress_window
from kiosk.ui.staff.workplace import Workplace

_FEWEST = 2


class HeadingCompleter(QObject):
    """Offer the headings that begin as typed, each with how many records have it; `chosen` is one of them."""

    chosen = Signal(str)

    def __init__(self, workplace: Workplace, line: QLineEdit, kind: HeadingKind) -> None:
        super().__init__(line)
        self._workplace = workplace
        self._line = line
        self._kind = kind
        self._model = QStandardItemModel(self)
        self._list = QCompleter(self._model, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setCompletionRole(Qt.ItemDataRole.UserRole)
        self._list.setWidget(line)
        self._dressed = False
        self._list.activated[QModelIndex].connect(self._choose)  # type: ignore[index]  # the stub forgets it
        line.textEdited.connect(self._ask)

    @property
    def offered(self) -> tuple[str, ...]:
        """Give what is offered now."""
        rows = range(self._model.rowCount())
        return tuple(str(self._model.item(row).data(Qt.ItemDataRole.UserRole)) for row in rows)

    def close(self) -> None:
        """Offer nothing any more of what was typed so far."""
        self._workplace.jobs.forget(self._key)
        if self._dressed:
            self._popup.hide()

    @property
    def is_open(self) -> bool:
        """Tell whether completions are being looked through."""
        return self._dressed and self._popup.isVisible()

    @property
    def marked(self) -> str:
        """Give the one that the arrow keys stand on, empty where they stand on none."""
        if not self.is_open:
            return ""
        index = self._popup.currentIndex()
        return str(index.data(Qt.ItemDataRole.UserRole)) if index.isValid() else ""

    @property
    def _popup(self) -> QAbstractItemView:
        popup = self._list.popup()
        assert popup is not None
        return popup

    def _dress(self) -> None:
        """Make and dress the list when it is first wanted: most lines never complete anything."""
        if not self._dressed:
            self._dressed = True
            dress_window(self._popup)

    @property
    def _key(self) -> str:
        return f"records.complete.{self._kind}"

    def _ask(self, text: str) -> None:
        typed = text.strip()
        if len(typed) < _FEWEST:
            self.close()
            return
        services, by = self._workplace.services, self._workplace.by
        ask = partial(services.records.completion.begin_with, by, self._kind, typed)
        # Whoever types goes on without help where none can be had: saving says what is wrong.
        self._workplace.jobs.latest(self._key, ask, partial(self._offer, typed), lambda _: None)

    def _offer(self, typed: str, found: tuple[Completion, ...]) -> None:
        if not self._line.hasFocus() or self._line.text().strip() != typed:
            return
        self._model.clear()
        for one in found:
            item = QStandardItem(f"{one.text}   {self._workplace.words.number(one.records)}")
            item.setData(one.text, Qt.ItemDataRole.UserRole)
            item.setData(one.text, Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
        if found:
            self._dress()
            self._list.complete()
        elif self._dressed:
            self._popup.hide()

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(str(index.data(Qt.ItemDataRole.UserRole)))
