"""A dialog to write a restriction or a note in; what is typed survives a crash."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.ui.staff.workplace import Workplace

_KEEP_MS = 500
_ROOM = 130


class WritingDialog(QDialog):
    """Ask for a text; Ctrl+Enter or the button keeps it, Esc leaves it as a draft."""

    def __init__(self, workplace: Workplace, parent: QWidget, act: str, draft: str) -> None:
        super().__init__(parent)
        self._workplace, self._draft = workplace, draft
        words = workplace.words
        self.setWindowTitle(words(f"staff.patrons.{act}.title"))
        self.setMinimumWidth(540)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 4)
        column.addWidget(label(words(f"staff.patrons.{act}.title"), "heading"))
        column.addWidget(label(words(f"staff.patrons.{act}.told"), "caption", wrap=True))
        self._field = QPlainTextEdit(self)
        self._field.setObjectName("writing")
        self._field.setAccessibleName(words(f"staff.patrons.{act}.title"))
        self._field.setTabChangesFocus(True)
        self._field.setFixedHeight(_ROOM)
        column.addWidget(self._field)
        self._wrong = label("", "wrong", wrap=True, name="writingWrong")
        self._wrong.hide()
        column.addWidget(self._wrong)
        self._do = button(words(f"staff.patrons.{act}.do"), self._keep, kind="primary", name="do")
        column.addWidget(across(self._do, button(words("staff.cancel"), self.reject, name="leave")))
        QShortcut(QKeySequence("Ctrl+Return"), self, self._keep)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._keep_draft)

    def begin(self, write: Callable[[str], object], done: Callable[[], None]) -> None:
        """Show the dialog; what is written goes to `write`, off the GUI thread."""
        self._write, self._done = write, done
        self._workplace.read(lambda: self._workplace.drafts.of(self._draft), self._restore)
        self._field.textChanged.connect(lambda: self._later.start(_KEEP_MS))
        self._field.setFocus()
        self.open()

    def _restore(self, draft: object) -> None:
        values = getattr(draft, "values", None)
        if values and not self._field.toPlainText():
            self._field.setPlainText(str(values.get("text", "")))
            self._field.selectAll()

    def _keep(self) -> None:
        text = self._field.toPlainText()
        self._do.setEnabled(False)
        self._workplace.change(lambda: self._write(text), lambda _: self._kept(), self._refused)

    def _kept(self) -> None:
        self._later.stop()
        self._workplace.forget_draft(self._draft)
        self.accept()
        self._done()

    def _refused(self, error: Exception) -> None:
        self._do.setEnabled(True)
        self._wrong.setText(self._workplace.sentence(error))
        self._wrong.show()
        self._field.setFocus()

    def _keep_draft(self) -> None:
        text = self._field.toPlainText()
        if text.strip():
            self._workplace.keep_draft(self._draft, self.windowTitle(), {"text": text})
