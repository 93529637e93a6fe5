"""Fields of the record's form: lines and texts that tell what is typed, and when one has left them."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QFocusEvent, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from kiosk.ui.staff.icon_pictures import icon
from kiosk.ui.staff.style import COLOURS

_LONGEST = 8_000
_TEXT_HEIGHT = 84


class FormLine(QLineEdit):
    """A line; `wrote` is each letter, `left` that one has left, `wants_undo` Ctrl+Z beyond what was typed."""

    wrote = Signal(str)
    left = Signal()
    wants_undo = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(_LONGEST)
        self._mark = QAction(self)
        self._marked = ""
        self.textEdited.connect(self.wrote)

    @staticmethod
    def draw_marks() -> None:
        """Draw the tick and the warning before anybody needs them."""
        for name in ("check", "alert"):
            _mark(name)

    @property
    def mark(self) -> str:
        """Give what stands at the end of the line: check, alert or nothing."""
        return self._marked

    def show_value(self, text: str) -> None:
        """Show what the record says now."""
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def show_mark(self, name: str, told: str = "") -> None:
        """Show a tick or a warning at the end of the line, with words."""
        self._mark.setToolTip(told)
        self._mark.setText(told)
        if name == self._marked:
            return
        if self._marked:
            self.removeAction(self._mark)
        if name:
            self._mark.setIcon(_mark(name))
            self.addAction(self._mark, QLineEdit.ActionPosition.TrailingPosition)
        self._marked = name

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on Ctrl+Z when nothing typed here is left to take back."""
        if event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            self.wants_undo.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that typing here is over."""
        super().focusOutEvent(event)
        self.left.emit()


class FormText(QPlainTextEdit):
    """Some lines of text, with the same signals; Tab leads on to the next field."""

    wrote = Signal(str)
    left = Signal()
    wants_undo = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(_TEXT_HEIGHT)
        self.textChanged.connect(lambda: self.wrote.emit(self.toPlainText()))

    def show_value(self, text: str) -> None:
        """Show what the record says now."""
        if self.toPlainText() != text:
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on Ctrl+Z when nothing typed here is left to take back."""
        if event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable():
            self.wants_undo.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that typing here is over."""
        super().focusOutEvent(event)
        self.left.emit()


class FormChoice(QComboBox):
    """A choice of codes by their names; a code that nobody knows is shown as it is."""

    wrote = Signal(str)
    left = Signal()

    def __init__(self, choices: list[tuple[str, str]]) -> None:
        super().__init__()
        self.setMaxVisibleItems(14)
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for code, name in choices:
            self.addItem(name, code)
        self.activated.connect(lambda place: self.wrote.emit(self.itemData(place)))

    def show_value(self, code: str) -> None:
        """Show what the record says now."""
        place = self.findData(code)
        if place < 0:
            self.addItem(code, code)
            place = self.count() - 1
        if place != self.currentIndex():
            self.setCurrentIndex(place)


def _mark(name: str) -> QIcon:
    return icon(name, COLOURS.good if name == "check" else COLOURS.stop)
