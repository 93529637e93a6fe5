"""How the workspace says things: a toast for what was done, a bar that stays for what went wrong."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kiosk.ui.staff.widgets.buttons import button, icon_button
from kiosk.ui.staff.widgets.panel import label
from kiosk.words import Wording

_STAYS_MS = 6000


class Toast(QFrame):
    """A line above the foot of the page, for six seconds, longer while the pointer or keyboard is on it."""

    def __init__(self, words: Wording, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("toast")
        self._over = over
        self._undo: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 10, 8)
        self._text = label("", wrap=False, name="toastText")
        self._button = button(words("staff.undo"), self._undone, name="toastUndo", kind="plain")
        row.addWidget(self._text)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._over_now)
        over.installEventFilter(self)
        self.hide()

    def tell(self, text: str, undo: Callable[[], object] | None) -> None:
        """Show the text, instead of an earlier one."""
        self._undo = undo
        self._text.setText(text)
        self.setAccessibleName(text)
        self._button.setVisible(undo is not None)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start(_STAYS_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the foot when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        most = self._over.width() - 40
        if self.width() > most:
            self.resize(most, self.height())
        self.move((self._over.width() - self.width()) // 2, self._over.height() - self.height() - 18)

    def _over_now(self) -> None:
        if self.underMouse() or self._button.hasFocus():
            self._timer.start(_STAYS_MS)
        else:
            self.hide()

    def _undone(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()


class WrongBar(QFrame):
    """What failed and what to do, until it is closed or something goes well."""

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self.setObjectName("wrongNotice")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        self._text = label("", wrap=True, name="wrongText")
        row.addWidget(self._text, 1)
        row.addWidget(
            icon_button("close", words("staff.close"), self.hide, name="wrongClose"),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        self.hide()

    @property
    def text(self) -> str:
        """Give what is said."""
        return self._text.text()

    def tell(self, text: str) -> None:
        """Show a sentence; an empty one says that what was told is over."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
