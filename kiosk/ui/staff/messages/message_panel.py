"""One message whole: who left it where, what was done with it, and the form for what comes next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from kiosk.model.request import RequestKind
from kiosk.model.request_number import shown_request_number
from kiosk.model.staff_errors import RequestChangedMeanwhile
from kiosk.staff.inbox.messages import OpenMessage
from kiosk.staff.inbox.states import UNFINISHED
from kiosk.staff.rights import Right
from kiosk.ui.staff.messages import message_lines
from kiosk.ui.staff.messages.answer_form import AnswerForm
from kiosk.ui.staff.messages.decision_form import DecisionForm
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.chips import Chip, ChipLabel
from kiosk.ui.staff.widgets.panel import Panel, label
from kiosk.ui.staff.workplace import Workplace


class MessagePanel(Panel):
    """Show a message and decide it; `decided` tells that it is done with, `outdated` that it changed."""

    decided = Signal(object)
    outdated = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(" ")
        self._workplace = workplace
        self._number = ""
        self._opened: OpenMessage | None = None
        self._chip = ChipLabel()
        words = workplace.words
        self._person = button(words("staff.messages.person"), self._open_person, kind="quiet", name="person")
        self.act(self._person, self._chip)
        self._told = QWidget()
        self._lines = QVBoxLayout(self._told)
        self.answer = AnswerForm(workplace)
        self.decision = DecisionForm(workplace)
        self._build()
        for form in (self.answer, self.decision):
            form.done.connect(self._done)
            form.moved.connect(self._moved)
            form.failed.connect(self._failed)
        self.clear()

    @property
    def opened(self) -> OpenMessage | None:
        """Give the message that is shown."""
        return self._opened

    @property
    def is_begun(self) -> bool:
        """Whether something is written and not sent."""
        return self._opened is not None and (self.answer.is_begun or self.decision.is_begun)

    def clear(self) -> None:
        """Show that nothing is chosen."""
        self.keep_now()
        self._number, self._opened = "", None
        self.head(self._workplace.words("staff.messages.choose"))
        self._chip.show_chip(None)
        self._person.hide()
        self._empty_lines()
        self.answer.hide()
        self.decision.hide()

    def show_number(self, number: str, *, again: bool = False) -> None:
        """Read a message and show it; the one that is shown already is read anew only `again`."""
        if number == self._number and not again:
            return
        self.keep_now()
        self._number = number
        place = self._workplace
        inbox, by, language = place.services.inbox, place.by, place.words.language
        place.jobs.latest("messages.open", lambda: inbox.open(by, number, language), self._show, self._failed)

    def show_again(self) -> None:
        """Read the message that is shown anew."""
        if self._number:
            self.show_number(self._number, again=True)

    def begin(self) -> None:
        """Put the keyboard where one writes."""
        form = self.answer if self.answer.isVisible() else self.decision
        form.begin()

    def keep_now(self) -> None:
        """Keep what is begun as a draft."""
        self.answer.keep_now()
        self.decision.keep_now()

    def read_templates(self) -> None:
        """Look for templates that changed."""
        self.answer.read_templates()

    def _build(self) -> None:
        self._lines.setContentsMargins(0, 0, 6, 0)
        self._lines.setSpacing(GAP)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self._told)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._told.setObjectName("messageTold")
        self._told.setStyleSheet("QWidget#messageTold { background: transparent; }")
        self.put(area, stretch=1)
        self.put(self.answer, self.decision)

    def _show(self, opened: OpenMessage) -> None:
        if opened.file.request.number != self._number:
            return  # meanwhile another was chosen, or none
        self._opened = opened
        words, request = self._workplace.words, opened.file.request
        number = words("staff.messages.number", number=shown_request_number(request.number))
        self.head(words(f"request.kind.{request.kind}"), number)
        tones = {"new": "ask", "taken": "wait", "waiting": "warn", "answered": "good"}
        state = words(f"staff.messages.state.{opened.state}")
        self._chip.show_chip(Chip(state, tones.get(opened.state.value, "plain")))
        self._person.setVisible(opened.file.patron is not None and self._workplace.by.may(Right.PATRONS_SEE))
        self._empty_lines()
        self._tell(opened)
        unfinished = opened.state in UNFINISHED
        question = request.kind in {RequestKind.QUESTION.value, RequestKind.INCOMPLETE.value}
        self.answer.setVisible(unfinished and question)
        self.decision.setVisible(unfinished and not question)
        (self.answer if question else self.decision).show_message(opened)

    def _tell(self, opened: OpenMessage) -> None:
        words, request = self._workplace.words, opened.file.request
        if text := str(request.details.get("text", "")):
            said = label(text, wrap=True, name="messageText")
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._lines.addWidget(said)
        where = message_lines.where(request, self._workplace.library, words)
        lines = [*message_lines.said(request, words), *message_lines.contacts(opened.file, words)]
        lines.append((words("staff.messages.asked_at"), words.moment(request.at)))
        lines += [(words("staff.messages.where"), where)] if where else []
        for key, told in (("question", request.details.get("question")), ("article", opened.article)):
            if told:
                lines.append((words(f"staff.messages.{key}"), str(told)))
        self._lines.addWidget(_pairs(lines))
        if opened.file.steps:
            self._lines.addWidget(label(words("staff.messages.done_so_far"), "label"))
        for step in opened.file.steps:
            key = "staff.messages.step_told" if step.note else "staff.messages.step"
            state = words(f"request.state.{step.state}")
            told = words(key, at=words.moment(step.at), by=step.by, state=state, note=step.note or "")
            self._lines.addWidget(label(told, "caption", wrap=True))
        self._lines.addStretch(1)

    def _empty_lines(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()

    def _open_person(self) -> None:
        if self._opened is not None and self._opened.file.patron is not None:
            self._workplace.go(f"patrons/{self._opened.file.patron.card}")

    def _done(self) -> None:
        opened, self._number = self._opened, ""
        if opened is not None:
            self.decided.emit(opened)

    def _moved(self) -> None:
        self.show_number(self._number, again=True)
        self.outdated.emit()

    def _failed(self, error: Exception) -> None:
        self._workplace.fail(error)
        if isinstance(error, RequestChangedMeanwhile):
            self._moved()


def _pairs(lines: list[tuple[str, str]]) -> QWidget:
    """Return names and what they say, below one another in two columns."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for row, (name, said) in enumerate(lines):
        text = label(said, wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(label(name, "caption"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(text, row, 1)
    return made
