"""Asks for the number of another card, or takes the next free one."""

from uuid import uuid4

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from kiosk.model.patron import Patron
from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.form import Form
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.ui.staff.workplace import Workplace


class ReplaceDialog(QDialog):
    """The card before stays lost for good, whoever finds it."""

    def __init__(self, workplace: Workplace, parent: QWidget, patron: Patron) -> None:
        super().__init__(parent)
        self._workplace, self._patron, self._act_id = workplace, patron, str(uuid4())
        words = workplace.words
        subject = words("staff.patrons.card.replace").removesuffix(" …")
        self.setWindowTitle(subject)
        self.setMinimumWidth(480)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 4)
        column.addWidget(label(subject, "heading"))
        column.addWidget(label(words("staff.patrons.card.replace.told", card=patron.card), wrap=True))
        self._form, self._card = Form(), QLineEdit()
        self._card.setProperty("mono", True)
        self._card.setMaxLength(64)
        self._card.setPlaceholderText(words("staff.patrons.next_card"))
        self._form.add(words("staff.patrons.card.new"), self._card, "newCard")
        column.addWidget(self._form)
        self._do = button(words("staff.patrons.card.replace.do"), self._replace, kind="primary", name="do")
        self._do.setDefault(True)
        column.addWidget(across(self._do, button(words("staff.cancel"), self.reject, name="leave")))
        self._card.setFocus()

    def _replace(self) -> None:
        place, patron, new, act_id = self._workplace, self._patron.id, self._card.text(), self._act_id
        cards, now = place.services.patrons.cards, place.now()
        self._do.setEnabled(False)
        place.change(
            lambda: cards.replace(place.by, patron, at=now, new=new, act_id=act_id),
            self._done,
            self._refused,
        )

    def _done(self, card: str) -> None:
        self.accept()
        self._workplace.go(f"patrons/{card}")
        self._workplace.say(self._workplace.words("staff.patrons.card.replaced", card=card))

    def _refused(self, error: Exception) -> None:
        self._do.setEnabled(True)
        self._form.wrong(self._card, self._workplace.sentence(error))
        self._card.setFocus()
