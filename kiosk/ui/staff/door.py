"""The way in: signing in, or making the first account of a library."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kiosk.model.library import Library
from kiosk.services_of_staff import StaffServices
from kiosk.staff.passwords import SHORTEST
from kiosk.staff.signed_in import SignedIn
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.staff.busy import BusySign
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.form import Form
from kiosk.ui.staff.widgets.panel import label
from kiosk.words import Wording, wording
from kiosk.words.languages import language_name


@dataclass(frozen=True, slots=True)
class Doorway:
    """What the door needs: whether there is an account yet, and at which branch the desk stands."""

    founded: bool
    branch: str


class Door(QWidget):
    """Ask who works here; `came` tells the signed-in account, `spoke` that another language is wanted.

    At first start it asks for the account that manages all others: no password comes with the product.
    """

    came = Signal(object)
    spoke = Signal(str)

    def __init__(
        self,
        services: StaffServices,
        jobs: Jobs,
        library: Library,
        words: Wording,
        doorway: Doorway,
        sentence: Callable[[Exception], str],
    ) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._services, self._jobs, self._words = services, jobs, words
        self._doorway, self._sentence = doorway, sentence
        self._busy = False
        self.name = _line("accountName", 100)
        self.shown = _line("accountShown", 100)
        self.password = _line("password", 300, secret=True)
        self.again = _line("passwordAgain", 300, secret=True)
        self.branch = self._branches(library, doorway.branch)
        self.wrong = label("", "wrong", wrap=True, name="wrong")
        self._build(library)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field."""
        super().showEvent(event)
        QTimer.singleShot(0, self.name, lambda: self.name.setFocus(Qt.FocusReason.OtherFocusReason))

    def _build(self, library: Library) -> None:
        words, founded = self._words, self._doorway.founded
        card = QFrame(self)
        card.setObjectName("panel")
        card.setFixedWidth(520)
        column = QVBoxLayout(card)
        column.setContentsMargins(36, 30, 36, 30)
        column.setSpacing(GAP + 4)
        column.addWidget(label(words.name(library.name), "title", wrap=True))
        told = "staff.door.sign_in" if founded else "staff.door.first"
        column.addWidget(label(words(told), wrap=True, name="doorTold"))
        form = Form(card)
        form.add(words("staff.door.name"), self.name)
        if not founded:
            form.add(words("staff.door.shown"), self.shown)
        form.add(words("staff.door.password"), self.password)
        if not founded:
            form.add(words("staff.door.again"), self.again)
            form.row(label(words("staff.door.password_hint", letters=SHORTEST), "caption", wrap=True))
        if self.branch.count() > 1:
            form.add(words("staff.door.branch"), self.branch)
        column.addWidget(form)
        self.wrong.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.wrong.hide()
        column.addWidget(self.wrong)
        doing = "staff.door.enter" if founded else "staff.door.found"
        self._enter = button(words(doing), self._try, kind="primary", name="enter")
        foot = QHBoxLayout()
        foot.addWidget(self._enter)
        foot.addStretch(1)
        for one in self._languages(library):
            foot.addWidget(one)
        column.addLayout(foot)
        for field in (self.name, self.shown, self.password, self.again):
            field.returnPressed.connect(self._try)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(BusySign(self._jobs, words))
        # Held by stretches and not by an alignment, which would not ask how high wrapped words are.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        whole.addStretch(2)
        whole.addLayout(middle)
        whole.addStretch(3)

    def _languages(self, library: Library) -> list[QWidget]:
        made: list[QWidget] = []
        for code in library.languages:
            one = button(_own_name(code), partial(self.spoke.emit, code), kind="chip")
            one.setObjectName(f"speak-{code}")
            one.setCheckable(True)
            one.setChecked(code == self._words.language)
            made.append(one)
        return made

    def _branches(self, library: Library, here: str) -> QComboBox:
        field = QComboBox(self)
        field.setObjectName("branch")
        for branch in library.branches:
            field.addItem(self._words.name(branch.name), branch.code)
        field.setCurrentIndex(max(0, field.findData(here)))
        return field

    def _try(self) -> None:
        if self._busy:
            return
        missing = next((field for field in self._wanted() if not field.text().strip()), None)
        if missing is not None:
            missing.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self._doorway.founded and self.password.text() != self.again.text():
            self.say(self._words("staff.door.not_alike"))
            return
        self._set_busy(True)
        self._jobs.serial(self._way_in(), self._came, self._failed)

    def _way_in(self) -> Callable[[], SignedIn]:
        services, at = self._services, self._services.base.clock.now()
        name, shown, password = self.name.text(), self.shown.text(), self.password.text()
        branch = str(self.branch.currentData())
        if self._doorway.founded:
            return lambda: services.signing_in.sign_in(name, password, at=at, branch=branch)
        return lambda: services.signing_in.found(name, shown, password, at=at, branch=branch)

    def _wanted(self) -> tuple[QLineEdit, ...]:
        both = (self.name, self.password)
        return both if self._doorway.founded else (self.name, self.shown, self.password, self.again)

    def _came(self, signed: SignedIn) -> None:
        self._forget()
        self._set_busy(False)
        self.came.emit(signed)

    def _failed(self, error: Exception) -> None:
        self._forget()
        self._set_busy(False)
        self.say(self._sentence(error))
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self) -> None:
        """Leave no password in a field that nobody looks at any more."""
        self.password.clear()
        self.again.clear()

    def say(self, text: str) -> None:
        """Say what went wrong, or why whoever was here has to come in anew."""
        self.wrong.setText(text)
        self.wrong.setAccessibleName(text)
        self.wrong.show()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._enter.setEnabled(not busy)


def _line(name: str, most: int, *, secret: bool = False) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setMaxLength(most)
    if secret:
        field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


def _own_name(code: str) -> str:
    """Return what a language calls itself."""
    named = language_name(code, wording(code))
    return named[:1].upper() + named[1:]
