"""What all dialogs about copies have in common: heading, content, buttons, and drafts of what is typed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.ui.staff.workplace import Workplace

_DRAFT_MS = 400


class WorkDialog(QDialog):
    """A dialog that does one thing; Ctrl+S and its primary button do it, Esc leaves everything as it is.

    `body` is its content.
    """

    def __init__(self, workplace: Workplace, parent: QWidget, heading: str, told: str = "") -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.setWindowTitle(heading)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN - 4)
        whole.setSpacing(GAP + 2)
        whole.addWidget(label(heading, "heading"))
        self.told = label(told, "caption", wrap=True)
        self.told.setVisible(bool(told))
        whole.addWidget(self.told)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        whole.addLayout(self.body, 1)
        self.trouble = label("", "wrong", wrap=True, name="trouble")
        self.trouble.hide()
        whole.addWidget(self.trouble)
        self._foot = whole

    def finish_with(
        self, doing: str, do: Callable[[], None], *others: QPushButton, danger: bool = False
    ) -> QPushButton:
        """Add the buttons at the foot; return the one that does it."""
        primary = button(doing, do, kind="danger" if danger else "primary", name="do")
        leave = button(self.workplace.words("staff.cancel"), self.reject, name="leave")
        primary.setDefault(not danger)
        self._foot.addWidget(across(primary, leave, *others))
        QShortcut(QKeySequence("Ctrl+S"), self, primary.click)
        return primary

    def say(self, text: str, *, good: bool = False) -> None:
        """Say above the buttons what is wrong, or nothing."""
        self.trouble.setProperty("role", "good" if good else "wrong")
        self.trouble.style().unpolish(self.trouble)
        self.trouble.style().polish(self.trouble)
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def fail(self, error: Exception) -> None:
        """Say what failed, and let it be tried again."""
        self.say(self.workplace.sentence(error))


class DraftKeeper:
    """Keeps what is typed in a form a moment after it was, until it is saved or given up."""

    def __init__(self, workplace: Workplace, owner: QWidget, form: str, about: Callable[[], str]) -> None:
        self._workplace, self._form, self._about = workplace, form, about
        self._values: dict[str, object] = {}
        self._over = False
        self._timer = QTimer(owner)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._keep)

    def changed(self, values: dict[str, object]) -> None:
        """Keep these values soon."""
        if not self._over:
            self._values = values
            self._timer.start(_DRAFT_MS)

    def forget(self) -> None:
        """Forget the draft: it was saved, or given up."""
        self._over = True
        self._timer.stop()
        self._workplace.forget_draft(self._form)

    def _keep(self) -> None:
        self._workplace.keep_draft(self._form, self._about(), self._values)
