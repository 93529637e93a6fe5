"""The one field of the desk: whatever is typed or scanned comes here, and the focus comes back to it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

_MOST_SHOWN = 6


class ScanField(QLineEdit):
    """Tell `scanned` what was typed up to Enter; an empty Enter is `confirmed`, Esc is `left`."""

    scanned = Signal(str)
    confirmed = Signal()
    left = Signal()
    moved = Signal(int)

    def __init__(self, name: str, told: str, hint: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(told)
        self.setPlaceholderText(hint)
        self.setMaxLength(400)
        self.returnPressed.connect(self._give)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc, and let the arrows walk through what is offered."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        """Hand over what stands there and be empty at once: the next scan may already be coming."""
        text = self.text()
        self.clear()
        if text.strip():
            self.scanned.emit(text)
        else:
            self.confirmed.emit()


class Choices(QListWidget):
    """Offer a few things to choose from by the arrows of the field; `picked` tells the place of one."""

    picked = Signal(int)

    def __init__(self, name: str, told: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(told)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.itemClicked.connect(lambda item: self.picked.emit(self.row(item)))
        self.hide()

    def offer(self, texts: tuple[str, ...]) -> None:
        """Offer these, the first of them marked; nothing hides the list."""
        if not texts and not self.count():
            return
        self.clear()
        for text in texts:
            self.addItem(QListWidgetItem(text))
        self.setVisible(bool(texts))
        if texts:
            self.setCurrentRow(0)
            shown = min(len(texts), _MOST_SHOWN)
            self.setFixedHeight(shown * max(self.sizeHintForRow(0), 34) + 2 * self.frameWidth() + 2)

    def move_by(self, step: int) -> None:
        """Mark the next one, or the one before."""
        if self.count():
            self.setCurrentRow(max(0, min(self.count() - 1, self.currentRow() + step)))


class TypingGoesTo(QObject):
    """Send letters and digits that are typed on a list or a button to the field instead."""

    def __init__(self, field: QLineEdit, give: Callable[[], object]) -> None:
        super().__init__(field)
        self._field = field
        self._give = give

    def watch(self, *widgets: QWidget) -> None:
        """Watch these widgets, too."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what begins a scan or a name; keys that mean something to the widget stay with it."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if event.key() == Qt.Key.Key_Escape:
            self._give()
            return True
        if not plain or not event.text().strip() or not event.text().isprintable():
            return False
        self._give()
        self._field.insert(event.text())
        return True
