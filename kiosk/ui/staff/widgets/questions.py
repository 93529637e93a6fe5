"""Dialogs that ask before something that cannot be undone, or for the reason of an exception."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.words import Wording


class Question(QDialog):
    """Ask something; the button that does it says what it does, Esc and the other leave all as it is.

    With `wants` a text has to be given first, which `text` returns.
    """

    def __init__(
        self,
        words: Wording,
        subject: str,
        told: str,
        doing: str,
        *,
        wants: str = "",
        dangerous: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(subject)
        self.setMinimumWidth(460)
        self.setMaximumWidth(720)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 4)
        column.addWidget(label(subject, "heading"))
        if told:
            column.addWidget(label(told, wrap=True))
        self._field = QLineEdit(self)
        self._field.setObjectName("reason")
        if wants:  # a reason belongs to what it was asked about
            self._field.setProperty("asked", told)
        self._field.setMaxLength(500)
        self._field.setPlaceholderText(wants)
        self._field.setAccessibleName(wants)
        self._field.setVisible(bool(wants))
        column.addWidget(self._field)
        self._do = button(doing, self.accept, kind="danger" if dangerous else "primary", name="do")
        leave = button(words("staff.cancel"), self.reject, name="leave")
        column.addWidget(across(self._do, leave))
        self._do.setDefault(not dangerous)
        self._do.setAutoDefault(not dangerous)
        leave.setDefault(dangerous)
        if wants:
            self._field.textChanged.connect(self._look)
            self._look()
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            (leave if dangerous else self._do).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def text(self) -> str:
        """Give what was written."""
        return self._field.text().strip()

    def _look(self) -> None:
        self._do.setEnabled(bool(self.text))


def ask(
    words: Wording, parent: QWidget, subject: str, told: str, doing: str, *, dangerous: bool = False
) -> bool:
    """Ask and wait; return whether it shall be done."""
    question = Question(words, subject, told, doing, dangerous=dangerous, parent=parent)
    return question.exec() == QDialog.DialogCode.Accepted


def ask_reason(words: Wording, parent: QWidget, subject: str, told: str, doing: str, wants: str) -> str:
    """Ask for a reason and wait; return it, empty where nothing shall be done."""
    question = Question(words, subject, told, doing, wants=wants, parent=parent)
    return question.text if question.exec() == QDialog.DialogCode.Accepted else ""
