"""What becomes of a request that is no message: its next state, what is told of it, its next step."""

from uuid import uuid4

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from kiosk.model.request import RequestKind
from kiosk.model.request_number import shown_request_number
from kiosk.model.request_state import OPEN_REQUEST_STATES, RequestState
from kiosk.staff.inbox.messages import OpenMessage
from kiosk.ui.staff.drafts import Draft
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.typed_places import typed_about
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.form import Form
from kiosk.ui.staff.widgets.panel import across
from kiosk.ui.staff.widgets.questions import ask
from kiosk.ui.staff.workplace import Workplace

_KEPT_AFTER_MS = 700


class DecisionForm(QWidget):
    """Bring a request a step on; `done` tells that it is over, `moved` that it goes on."""

    done = Signal()
    moved = Signal()
    failed = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._opened: OpenMessage | None = None
        self._act = ""
        words = workplace.words
        self.states = QComboBox(self)
        self.note = QPlainTextEdit(self)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(76)
        self.next_step = QLineEdit(self)
        self.next_step.setMaxLength(300)
        form = Form(self)
        form.add(words("staff.messages.becomes"), self.states, "becomes")
        form.add(words("staff.messages.note"), self.note, "note")
        hint = words("staff.messages.next_step.hint")
        form.add(words("staff.messages.next_step"), self.next_step, "nextStep", hint)
        self._decide = button(
            words("staff.messages.decide"),
            self._ask_first,
            kind="primary",
            picture="check",
            name="decide",
            keys="Ctrl+Return",
            parent=self,
        )
        form.row(across(self._decide))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(form)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.keep_now)
        self.note.textChanged.connect(lambda: self._later.start(_KEPT_AFTER_MS))
        self.next_step.textChanged.connect(lambda _: self._later.start(_KEPT_AFTER_MS))

    def begin(self) -> None:
        """Put the keyboard on the next state."""
        self.states.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_message(self, opened: OpenMessage) -> None:
        """Decide this request."""
        before = self._opened.file.request.number if self._opened is not None else ""
        self._opened = opened
        self._act = str(uuid4())
        typed_about(self, self._draft)
        if before != opened.file.request.number:
            self._write("", "")
            place, route = self._workplace, self._draft
            place.jobs.latest("messages.draft", lambda: place.drafts.of(route), self._come_back, place.fail)
        self.states.clear()
        for state in opened.file.next_states:
            self.states.addItem(self._workplace.words(f"request.state.{state}"), state)
        self._decide.setEnabled(bool(opened.file.next_states))

    def keep_now(self) -> None:
        """Keep what is written as a draft, or forget it where nothing is."""
        self._later.stop()
        if self._opened is None or not self.isVisible():
            return
        if self.is_begun:
            words, number = self._workplace.words, self._opened.file.request.number
            about = (
                f"{words(f'request.kind.{self._opened.file.request.kind}')} {shown_request_number(number)}"
            )
            values = {"note": self.note.toPlainText(), "next_step": self.next_step.text()}
            self._workplace.keep_draft(self._draft, about, values)
        else:
            self._workplace.forget_draft(self._draft)

    @property
    def is_begun(self) -> bool:
        """Whether something is written."""
        return bool(self.note.toPlainText().strip() or self.next_step.text().strip())

    @property
    def _draft(self) -> str:
        assert self._opened is not None
        return f"messages/{self._opened.file.request.number}"

    def _write(self, note: str, next_step: str) -> None:
        for field, text in ((self.note, note), (self.next_step, next_step)):
            field.blockSignals(True)
            field.setPlainText(text) if isinstance(field, QPlainTextEdit) else field.setText(text)
            field.blockSignals(False)

    def _come_back(self, draft: Draft | None) -> None:
        if draft is not None and not self.is_begun:
            self._write(str(draft.values.get("note", "")), str(draft.values.get("next_step", "")))
            if self.is_begun:
                self._workplace.say(self._workplace.words("staff.messages.draft_back"))

    def _ask_first(self) -> None:
        """Ask before what cannot be taken back; steps on the way can be followed by others."""
        if self._opened is None or self.states.currentData() is None:
            return
        words, state = self._workplace.words, RequestState(self.states.currentData())
        kind = self._opened.file.request.kind
        subject = words(f"request.kind.{kind}")
        told = words("staff.messages.decide.ask", kind=subject, state=words(f"request.state.{state}"))
        erasing = kind == RequestKind.ERASE.value and state is RequestState.DONE
        if erasing:
            told = words("staff.messages.decide.erase")
        over = state not in OPEN_REQUEST_STATES
        if not over or ask(words, self, subject, told, words("staff.messages.decide.yes"), dangerous=erasing):
            self._go(state)

    def _go(self, state: RequestState) -> None:
        assert self._opened is not None
        place, number, seen = self._workplace, self._opened.file.request.number, self._opened.seen
        note, following = self.note.toPlainText(), self.next_step.text()
        act, at, kind = self._act, place.now(), self._opened.file.request.kind
        self._decide.setEnabled(False)
        place.change(
            lambda: place.services.inbox.decide(
                place.by, number, state, note=note, next_step=following, seen=seen, at=at, act_id=act
            ),
            lambda _: self._decided(kind, state),
            self._refused,
        )

    def _decided(self, kind: str, state: RequestState) -> None:
        words = self._workplace.words
        said = words(
            "staff.messages.decided",
            kind=words(f"request.kind.{kind}"),
            state=words(f"request.state.{state}"),
        )
        self._workplace.say(said)
        if self._opened is not None:
            self._workplace.forget_draft(self._draft)
        self._later.stop()
        self._write("", "")
        (self.moved if state in OPEN_REQUEST_STATES else self.done).emit()

    def _refused(self, error: Exception) -> None:
        self._decide.setEnabled(True)
        self.failed.emit(error)
