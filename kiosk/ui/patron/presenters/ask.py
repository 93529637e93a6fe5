"""Leads from a question typed or touched to its answer; runs no question before it is asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from kiosk.policies.answer import RelatedQuestion, Topic
from kiosk.policies.flows import FlowOffer
from kiosk.policies.understanding.letters import LONGEST_QUESTION
from kiosk.services import Services
from kiosk.ui.patron.ask_state import AskInputs, ask_state
from kiosk.ui.patron.presenters.answer import AnswerPresenter
from kiosk.ui.patron.presenters.answer_phone import AnswerPhone
from kiosk.ui.patron.view_models.answer import AnswerViewModel
from kiosk.ui.patron.view_models.ask import AskViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.trouble import trouble_behind
from kiosk.ui.shared.voice import Voice

_OF_ASKING = frozenset({"ask", "answer", "flow"})
_COMMONEST = 6


@dataclass(frozen=True, slots=True)
class _Lists:
    commonest: tuple[RelatedQuestion, ...]
    topics: tuple[Topic, ...]
    flows: tuple[FlowOffer, ...]


class AskPresenter(QObject):
    """Join the Ask and Answer pages to the library's articles; `findRequested` leads to the catalogue."""

    findRequested = Signal(str)

    def __init__(
        self,
        view_model: AskViewModel,
        answer: AnswerViewModel,
        shell: ShellViewModel,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._shell = shell
        self._services = services
        self._jobs = jobs
        self._visit = visit
        self._inputs = AskInputs()
        self._language = visit.language
        self._answers = AnswerPresenter(answer, shell, services, jobs, visit, self)
        self._phone = AnswerPhone(answer.phone, shell, jobs, visit, self._answers.shown, self)
        self._answers.findRequested.connect(self.findRequested)
        self._answers.editRequested.connect(self._edit)
        self._answers.topicRequested.connect(self._open_topic)
        view_model.textRequested.connect(self._type)
        view_model.submitRequested.connect(lambda: self.ask(self._inputs.text))
        view_model.clearRequested.connect(lambda: self._type(""))
        view_model.questionRequested.connect(self._choose_question)
        view_model.topicRequested.connect(self._choose_topic)
        shell.routeChanged.connect(self._route_changed)
        visit.ended.connect(self.forget)
        visit.changed.connect(self._visit_changed)
        self._show()

    # What others lead to.

    @property
    def article(self) -> str:
        """Give the key of the answer in sight, empty for none."""
        return self._answers.article

    def anew(self) -> Callable[[], None]:
        """Return what asks anew for the answer in sight, above this page, once all else is forgotten."""
        ask = self._answers.anew()

        def again() -> None:
            self._shell.openSection("ask")
            ask()

        return again

    def speak_with(self, voice: Voice, *, headphones: bool) -> None:
        """Have answers read aloud by this voice; `headphones`: nobody else in the room hears it."""
        self._answers.speaking.speak_with(voice, headphones=headphones)

    def hear_alone(self, headphones: bool) -> None:
        """Read also what is somebody's own from now on, or never any more: headphones came or went."""
        self._answers.speaking.hear_alone(headphones)

    def open(self, text: str = "", *, typing: bool = False) -> None:
        """Show the page with these words, the keyboard ready where one is to type."""
        self._inputs = replace(self._inputs, text=text, typing=typing, meant=(), topic="")
        self._suggest()
        self._show()
        self._shell.openSection("ask")

    def open_question(self, article: str) -> None:
        """Show the answer of an article, as for a question touched at home."""
        self._answers.open_article(article)

    def open_guided(self, article: str, chosen: Mapping[str, str], asked: str) -> None:
        """Show the article that a guided flow led to, its chips set, for what was asked by the choices."""
        self._answers.open_article(article, chosen, guided=asked)

    def ask(self, text: str) -> None:
        """Show what a question in the patron's own words gets; blanks ask nothing."""
        asked = " ".join(text.split())
        if asked:
            self._answers.ask(asked)

    def scanned(self, code: str) -> bool:
        """Leave every scan to the kiosk: an item opens its record, a card begins its visit."""
        return False

    def garbled(self) -> bool:
        """Leave it to the kiosk to say that a scan could not be read."""
        return False

    def forget(self) -> None:
        """Forget what was typed, asked and answered."""
        self._jobs.forget("ask.suggest")
        self._inputs = AskInputs(
            commonest=self._inputs.commonest, topics=self._inputs.topics, flows=self._inputs.flows
        )
        self._answers.forget()
        self._show()

    # What the patron does.

    def _type(self, text: str) -> None:
        if text == self._inputs.text:
            return
        self._inputs = replace(self._inputs, text=text[:LONGEST_QUESTION], typing=True)
        self._suggest()
        self._show()

    def _choose_question(self, article: str) -> None:
        """Open one of the questions in sight: of those meant, what was typed is what was asked."""
        meant = any(one.key == article for one in self._inputs.meant)
        self._answers.open_article(article, typed=self._inputs.text.strip() if meant else "")

    def _choose_topic(self, key: str) -> None:
        self._inputs = replace(self._inputs, topic="" if key == self._inputs.topic else key)
        self._show()

    def _edit(self, text: str) -> None:
        self.open(text, typing=True)

    def _open_topic(self, key: str) -> None:
        self.open()
        self._choose_topic(key)

    def _route_changed(self) -> None:
        pages = set(self._shell.route.pages)
        if not pages & _OF_ASKING:
            self._inputs = replace(self._inputs, text="", typing=False, meant=(), topic="")
            self._show()
        elif self._shell.page == "ask":
            self._load()

    # Reading, and what comes back.

    def _load(self) -> None:
        language = self._visit.language
        self._jobs.latest("ask.lists", lambda: self._lists(language), self._take_lists, self._take_trouble)

    def _lists(self, language: str) -> _Lists:
        asking = self._services.asking
        commonest, topics = asking.commonest(language, _COMMONEST), asking.topics(language)
        return _Lists(commonest, topics, asking.flows.all(language))

    def _take_lists(self, lists: _Lists) -> None:
        self._inputs = replace(
            self._inputs, commonest=lists.commonest, topics=lists.topics, flows=lists.flows, trouble=None
        )
        self._show()

    def _take_trouble(self, error: Exception) -> None:
        self._inputs = replace(self._inputs, trouble=trouble_behind(error))
        self._show()

    def _suggest(self) -> None:
        text, language, branch = self._inputs.text, self._visit.language, self._visit.profile.branch
        if not text.strip():
            self._jobs.forget("ask.suggest")
            self._inputs = replace(self._inputs, meant=())
            return
        self._jobs.latest(
            "ask.suggest",
            lambda: self._meant(text, language, branch),
            self._take_meant,
            self._take_trouble,
        )

    def _meant(self, text: str, language: str, branch: str) -> tuple[RelatedQuestion, ...]:
        answered = self._services.asking.ask(text, language, branch=branch)
        return tuple(RelatedQuestion(answer.key, answer.title) for answer in answered.answers)

    def _take_meant(self, meant: tuple[RelatedQuestion, ...]) -> None:
        if self._inputs.trouble is not None:
            # It is over: what could not be read before can be read now.
            self._load()
        self._inputs = replace(self._inputs, meant=meant, trouble=None)
        self._show()

    def _visit_changed(self) -> None:
        """Say everything in another language."""
        if self._visit.language != self._language:
            self._language = self._visit.language
            self._load()
            self._suggest()
        self._show()

    def _show(self) -> None:
        self._view_model.show(ask_state(self._inputs, self._visit.words))
