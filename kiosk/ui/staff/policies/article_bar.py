"""What can be done with an open article, whether something is not saved, and which part of it is shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kiosk.staff.answers.pages import OpenArticle
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.chips import Chip, ChipLabel
from kiosk.words import Wording


class ArticleBar(QWidget):
    """Show the buttons of an article; each tells by a signal that it was pressed."""

    save = Signal()
    save_draft = Signal()
    discard = Signal()
    retire = Signal()
    history = Signal()
    back = Signal()

    def __init__(self, words: Wording, *, writable: bool) -> None:
        super().__init__()
        self._words = words
        self._writable = writable
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        pictures = {"save": "check", "history": "clock", "back": "back"}
        kinds = {"save": "primary", "back": "quiet", "history": "plain"}
        for name in ("save", "save_draft", "history", "discard", "retire", "back"):
            text, told = words(f"staff.policies.{name}"), getattr(self, name)
            made = button(
                text,
                told.emit,
                kind=kinds.get(name, "plain"),
                picture=pictures.get(name, ""),
                name=f"article-{name}",
                parent=self,
            )
            self._buttons[name] = made
            if name == "back":
                row.addStretch(1)
            row.addWidget(made)
        for name in ("save", "save_draft", "discard", "retire"):
            self._buttons[name].setVisible(writable)

    def show_state(self, opened: OpenArticle) -> None:
        """Offer what can be done with an article as it is."""
        self._buttons["discard"].setVisible(self._writable and any(page.draft for page in opened.pages))
        self._buttons["retire"].setEnabled(not opened.is_new)
        self._buttons["history"].setEnabled(not opened.is_new)

    def hold(self, working: bool) -> None:
        """Take no second save while one is under way."""
        for name in ("save", "save_draft"):
            self._buttons[name].setEnabled(not working)


class PartChips(QWidget):
    """Show the texts, the words that lead to them, or what languages share; `chosen` tells which, from 0."""

    chosen = Signal(int)

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        self._unsaved = ChipLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for number, name in enumerate(("text", "words", "shared")):
            row.addWidget(self._chip(words(f"staff.policies.part.{name}"), number, f"part-{name}"))
        row.addStretch(1)
        row.addWidget(self._unsaved)

    def show_unsaved(self, changed: bool) -> None:
        """Say that something is typed and not saved."""
        self._unsaved.show_chip(Chip(self._words("staff.policies.changes"), "warn") if changed else None)

    def _chip(self, text: str, number: int, name: str) -> QPushButton:
        made = button(text, lambda: self.chosen.emit(number), kind="chip", name=name, parent=self)
        made.setCheckable(True)
        made.setAutoExclusive(True)
        made.setChecked(number == 0)
        return made
