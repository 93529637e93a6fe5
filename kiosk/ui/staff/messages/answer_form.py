"""The answer to a message: written or begun from a template, sent by the ways there are, kept as a draft."""

from collections.abc import Callable
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from kiosk.membership.reply_templates import name_of
from kiosk.model.request import AnswerWay
from kiosk.model.request_number import shown_request_number
from kiosk.policies.scrubbing import scrubbed
from kiosk.staff.inbox.messages import OpenMessage
from kiosk.staff.inbox.states import InboxState
from kiosk.staff.rights import Right
from kiosk.storage import Template
from kiosk.ui.staff.messages.new_article_dialog import ArticleBegun, NewArticleDialog
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.typed_places import typed_about
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.choice_box import ChoiceBox
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.ui.staff.widgets.questions import ask
from kiosk.ui.staff.workplace import Workplace

_KEPT_AFTER_MS = 700


class AnswerForm(QWidget):
    """Write and send; `done` tells that nothing is left to do, `moved` that a step was taken."""

    done = Signal()
    moved = Signal()
    failed = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._opened: OpenMessage | None = None
        self._act = ""
        words = workplace.words
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("answer")
        self.text.setPlaceholderText(words("staff.messages.answer.hint"))
        self.text.setAccessibleName(words("staff.messages.answer"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(170)
        self._templates = ChoiceBox(self)
        self._ways = {way: self._way(way) for way in AnswerWay}
        self._no_way = label(words("staff.messages.no_way"), "wrong", wrap=True)
        self._build()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.keep_now)
        self.text.textChanged.connect(partial(self._later.start, _KEPT_AFTER_MS))

    @property
    def is_begun(self) -> bool:
        """Whether something is written."""
        return bool(self.text.toPlainText().strip())

    def begin(self) -> None:
        """Put the keyboard where one writes."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_message(self, opened: OpenMessage) -> None:
        """Answer this message; what was begun of its answer comes back."""
        same = self._opened is not None and self._opened.file.request.number == opened.file.request.number
        self._opened = opened
        typed_about(self, self._form)
        if not same:
            self._act = str(uuid4())
            self._write("")
            place, form = self._workplace, self._form
            place.jobs.latest("messages.draft", lambda: place.drafts.of(form), self._come_back, place.fail)
        for way, box in self._ways.items():
            box.setVisible(way in opened.ways)
            box.setChecked(way in opened.ways)
        self._no_way.setVisible(not opened.ways)
        self._send.setEnabled(bool(opened.ways))
        self._take.setEnabled(opened.state is InboxState.NEW)
        self._aside.setEnabled(opened.state is not InboxState.WAITING)

    def keep_now(self) -> None:
        """Keep what is written as a draft, or forget it where nothing is."""
        self._later.stop()
        if self._opened is None or not self.isVisible():
            return
        if self.is_begun:
            number = shown_request_number(self._opened.file.request.number)
            about = f"{self._workplace.words('staff.messages.answer')} {number}"
            self._workplace.keep_draft(self._form, about, {"text": self.text.toPlainText()})
        else:
            self._workplace.forget_draft(self._form)

    def read_templates(self) -> None:
        """Look for templates that changed."""
        place = self._workplace
        place.read(lambda: place.services.replies.all(place.by), self._offer)

    @property
    def _form(self) -> str:
        assert self._opened is not None
        return f"messages/{self._opened.file.request.number}"

    def _build(self) -> None:
        words = self._workplace.words
        self._templates.setObjectName("template")
        self._templates.setAccessibleName(words("staff.messages.template"))
        self._templates.setMinimumWidth(220)
        self._templates.activated.connect(self._insert)
        self._send = self._button("send", self._answer, "mail", keys="Ctrl+Return", kind="primary")
        self._take = self._button("take", partial(self._move, "take", "taken"))
        self._aside = self._button("put_aside", partial(self._move, "put_aside", "aside"))
        close = self._button("close", self._close, "close", kind="quiet")
        article = self._button("as_article", self._as_article, "ask", kind="quiet")
        article.setVisible(self._workplace.by.may(Right.POLICIES_EDIT))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(across(label(words("staff.messages.answer"), "label"), self._templates))
        column.addWidget(self.text)
        column.addWidget(across(*self._ways.values()))
        column.addWidget(self._no_way)
        column.addWidget(across(self._send, self._take, self._aside, gap=8))
        column.addWidget(across(article, close, gap=8))

    def _button(
        self,
        name: str,
        pressed: Callable[[], object],
        picture: str = "",
        *,
        kind: str = "plain",
        keys: str = "",
    ) -> QPushButton:
        text = self._workplace.words(f"staff.messages.{name}")
        return button(text, pressed, kind=kind, picture=picture, name=name, keys=keys, parent=self)

    def _way(self, way: AnswerWay) -> QCheckBox:
        box = QCheckBox(self._workplace.words(f"staff.messages.way.{way}"), self)
        box.setObjectName(f"way-{way}")
        return box

    def _offer(self, templates: tuple[Template, ...]) -> None:
        self._templates.clear()
        self._templates.addItem(self._workplace.words("staff.messages.template.none"), "")
        for name in dict.fromkeys(map(name_of, templates)):
            self._templates.addItem(name, name)
        self._templates.setEnabled(bool(templates))

    def _insert(self, place: int) -> None:
        name = self._templates.itemData(place)
        self._templates.setCurrentIndex(0)
        if not name or self._opened is None:
            return
        work, number = self._workplace, self._opened.file.request.number
        work.read(lambda: work.services.replies.filled(work.by, name, number), self._put_in)

    def _put_in(self, text: str) -> None:
        self.text.insertPlainText(text)
        self.begin()

    def _write(self, text: str) -> None:
        self.text.blockSignals(True)
        self.text.setPlainText(text)
        self.text.blockSignals(False)

    def _come_back(self, draft: object) -> None:
        text = str(getattr(draft, "values", {}).get("text", ""))
        if text and not self.is_begun:
            self._write(text)
            self._workplace.say(self._workplace.words("staff.messages.draft_back"))

    def _answer(self) -> None:
        if self._opened is None:
            return
        place, text, act, seen = self._workplace, self.text.toPlainText(), self._act, self._opened.seen
        number, at = self._opened.file.request.number, self._workplace.now()
        ways = tuple(way for way, box in self._ways.items() if box.isChecked())
        self._send.setEnabled(False)
        place.change(
            lambda: place.services.inbox.answer(place.by, number, text, ways, seen=seen, at=at, act_id=act),
            lambda _: self._over("sent"),
            self._refused,
        )

    def _close(self) -> None:
        words = self._workplace.words
        subject, told = words("staff.messages.close").replace("&", ""), words("staff.messages.close.ask")
        if ask(words, self, subject, told, words("staff.messages.close.yes")):
            self._move("close", "closed")

    def _move(self, verb: str, told: str) -> None:
        if self._opened is None:
            return
        place, number, seen = self._workplace, self._opened.file.request.number, self._opened.seen
        inbox, at, act = place.services.inbox, place.now(), str(uuid4())
        step = {"take": inbox.take, "put_aside": inbox.put_aside, "close": inbox.close}[verb]
        place.change(
            lambda: step(place.by, number, seen=seen, at=at, act_id=act),
            lambda _: self._over(told) if verb == "close" else self._step(told),
            self._refused,
        )

    def _over(self, told: str) -> None:
        """Say what was done, and forget what was written."""
        if self._opened is not None:
            self._workplace.forget_draft(self._form)
            about = str(self._opened.file.request.details.get("text", ""))
            about = f"{about[:59].rstrip()}…" if len(about) > 60 else about
            self._workplace.say(self._workplace.words(f"staff.messages.{told}", about=about))
        self._later.stop()
        self._write("")
        self._opened = None
        self.done.emit()

    def _step(self, told: str) -> None:
        self._workplace.say(self._workplace.words(f"staff.messages.{told}"))
        self.moved.emit()

    def _refused(self, error: Exception) -> None:
        self._send.setEnabled(True)
        self.failed.emit(error)

    def _as_article(self) -> None:
        if self._opened is None:
            return
        details = self._opened.file.request.details
        asked = " ".join(str(details.get("question") or details.get("text") or "").split())
        begun = ArticleBegun(
            title=scrubbed(asked)[:160],
            body=scrubbed(self.text.toPlainText()),
            language=self._opened.file.request.language or self._workplace.words.language,
        )
        NewArticleDialog(self._workplace, begun, self).exec()
