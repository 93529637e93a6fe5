"""Edits a cell of a table in place: Enter or a letter begins, Enter keeps, Esc leaves it as it was."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QTableView, QWidget

from kiosk.ui.staff.typed_places import typed_about

Keep = Callable[[int, int, str], bool]
Choices = Callable[[int, int], Sequence[str] | None]


class CellEditor(QObject):
    """Lay a field over the cell the keyboard is on.

    ``choices`` gives what a cell may be set to (empty: a text is typed), None where it cannot be
    changed; ``keep`` takes row, column and text, and returns False where the text cannot be.
    """

    def __init__(
        self, view: QTableView, choices: Choices, text: Callable[[int, int], str], keep: Keep
    ) -> None:
        super().__init__(view)
        self._view, self._choices, self._text, self._keep = view, choices, text, keep
        self._field: QWidget | None = None
        self._at = (-1, -1)
        view.installEventFilter(self)
        view.activated.connect(self.begin)

    def begin(self, index: QModelIndex, typed: str = "") -> None:
        """Begin with what stands in the cell, or with the letter that was typed."""
        found = self._choices(index.row(), index.column()) if index.isValid() else None
        if found is None:
            return
        self._leave()
        self._at = (index.row(), index.column())
        now = self._text(*self._at)
        self._field = self._chooser(found, now) if found else self._writer(typed or now, bool(typed))
        self._field.setObjectName("cell")
        typed_about(self._field, f"rules/matrix/{self._name(*self._at)}")
        head = self._view.model().headerData(index.column(), Qt.Orientation.Horizontal)
        self._field.setAccessibleName(str(head))
        box = self._view.visualRect(index)
        self._field.setGeometry(box.adjusted(0, 0, max(0, 96 - box.width()), 0))
        self._field.installEventFilter(self)
        self._field.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self, row: int, column: int) -> str:
        """Return what a cell is called: its row's first words and its column."""
        model = self._view.model()
        told = [str(model.index(row, place).data()) for place in range(min(3, column))]
        return "/".join((*told, str(model.headerData(column, Qt.Orientation.Horizontal))))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that begin, keep and leave."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._begun(event) if watched is self._view else self._edited(event)
        if watched is self._field and event.type() == QEvent.Type.FocusOut and not self._popped():
            self._commit(back=False)
        return False

    def _begun(self, event: QKeyEvent) -> bool:
        index, text = self._view.currentIndex(), event.text()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and plain:
            if index.isValid() and self._choices(index.row(), index.column()) is not None:
                self._keep(index.row(), index.column(), "")
            return True
        if event.key() == Qt.Key.Key_F2:
            self.begin(index)
            return True
        if plain and text.isprintable() and text.strip():
            self.begin(index, text)
            return self._field is not None
        return False

    def _edited(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._commit(back=True)
        else:
            return False
        return True

    def _writer(self, text: str, begun: bool) -> QLineEdit:
        field = QLineEdit(text, self._view.viewport())
        field.setMaxLength(60)
        if not begun:
            field.selectAll()
        return field

    def _chooser(self, found: Sequence[str], now: str) -> QComboBox:
        box = QComboBox(self._view.viewport())
        box.addItems(["", *found])
        box.setCurrentText(now)
        box.activated.connect(lambda _: self._commit(back=True))
        return box

    def _popped(self) -> bool:
        return isinstance(self._field, QComboBox) and self._field.view().isVisible()

    def _commit(self, *, back: bool) -> None:
        field = self._field
        text = field.currentText() if isinstance(field, QComboBox) else getattr(field, "text", str)()
        if field is not None and self._keep(*self._at, text):
            self._leave(back=back)

    def _leave(self, *, back: bool = True) -> None:
        field, self._field = self._field, None
        if field is not None:
            field.removeEventFilter(self)
            field.hide()
            field.deleteLater()
            if back:
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)
