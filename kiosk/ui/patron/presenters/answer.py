"""Shows what a question gets, one answer above the other, so that Back leads to the one before."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.policies.answer import Answered, ArticleAnswer, Band
from kiosk.policies.noting import How
from kiosk.services import Services
from kiosk.ui.patron.answer_reading import AnswerAsker, AnswerReader, Reading, at_once, spoken_in
from kiosk.ui.patron.answer_state import (
    AnswerInputs,
    AnswerState,
    Paper,
    Surroundings,
    Verdict,
    answer_state,
    pinned,
)
from kiosk.ui.patron.flows.joining import joins_here
from kiosk.ui.patron.presenters.answer_printing import AnswerPrinting
from kiosk.ui.patron.presenters.question_notes import QuestionNotes
from kiosk.ui.patron.shell_state import Route
from kiosk.ui.patron.view_models.answer import AnswerViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.trouble import Trouble, trouble_behind

_SLOW_MS = 1000
_DEEPEST = 8  # pages kept for Back; past them the newest takes the place of the one before


@dataclass(frozen=True, slots=True)
class _Page:
    """One question's page; `screen` is the language of the screen on which it was read."""

    inputs: AnswerInputs
    reading: Reading = field(default_factory=Reading)
    screen: str = ""


class AnswerPresenter(QObject):
    """Join the Answer page to the articles; the signals lead to the catalogue and back to asking."""

    findRequested = Signal(str)
    editRequested = Signal(str)
    topicRequested = Signal(str)

    def __init__(
        self,
        view_model: AnswerViewModel,
        shell: ShellViewModel,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._shell = shell
        self._reader = AnswerReader(services)
        self._jobs = jobs
        self._visit = visit
        self._notes = QuestionNotes(services, jobs, visit, self)
        self._printing = AnswerPrinting(services, jobs, visit, self)
        self._printing.came.connect(self._take_paper)
        self._pages: list[_Page] = []
        self._turn = 0
        self._seen_by = self._who()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_SLOW_MS)
        self._patience.timeout.connect(lambda: self._change(slow=True))
        view_model.editRequested.connect(self._edit)
        view_model.refineRequested.connect(self._refine)
        view_model.questionRequested.connect(self._open_beside)
        view_model.topicRequested.connect(self.topicRequested)
        view_model.verdictRequested.connect(self._judge)
        view_model.searchRequested.connect(self._search)
        view_model.printRequested.connect(self._print)
        shell.routeChanged.connect(self._route_changed)
        visit.changed.connect(self._visit_changed)

    # What leads here.

    def ask(self, text: str) -> None:
        """Show what a question in own words gets."""
        asker = self._asker()
        self._enter(AnswerInputs(question=text))
        self._read(lambda: self._reader.ask(text, asker), self._take_answered)

    def open_article(self, key: str, chosen: Mapping[str, str] | None = None, typed: str = "") -> None:
        """Show the answer of an article, for the values chosen before; ``typed`` was begun to be asked."""
        asker, wanted = self._asker(), dict(chosen or {})
        self._enter(AnswerInputs(chosen=wanted))
        self._read(
            lambda: self._reader.article(key, asker, wanted), lambda answer: self._take_article(answer, typed)
        )

    def forget(self) -> None:
        """Forget every answer."""
        self._jobs.forget("answer.read")
        self._patience.stop()
        self._pages.clear()
        self._notes.forget()
        self._turn += 1
        self._view_model.show(AnswerState(turn=self._turn))

    # What the patron does.

    def _edit(self, empty: bool) -> None:
        if self._pages:
            self.editRequested.emit("" if empty else self._top.inputs.question)

    def _refine(self, key: str, value: str) -> None:
        shown = self._shown()
        if shown is None:
            return
        current = next((one.chosen for one in shown.refine if one.key == key), None)
        chosen = {name: code for name, code in self._top.inputs.chosen.items() if name != key}
        if value != current:
            chosen[key] = value
        self._change(chosen=chosen, paper=Paper.NONE)
        self._read_again()

    def _open_beside(self, key: str) -> None:
        """Open one of the questions in sight: another answer to this question, or a question of its own."""
        if not self._pages:
            return
        before = self._top
        answered = before.reading.answered
        found = next((one for one in answered.answers if one.key == key), None) if answered else None
        if found is None:
            self.open_article(key, before.inputs.chosen)
            return
        self._enter(AnswerInputs(question=before.inputs.question, chosen=self._pinned(found)))
        self._notes.share(self._top.inputs.turn, before.inputs.turn)
        self._notes.led_to(self._top.inputs.turn, key)
        self._take_reading(replace(before.reading, shown=found))

    def _judge(self, helped: bool) -> None:
        if not self._pages or self._top.inputs.verdict is not Verdict.OPEN:
            return
        self._change(verdict=Verdict.YES if helped else Verdict.NO)
        self._notes.judge(self._top.inputs.turn, helped)

    def _search(self) -> None:
        answered = self._top.reading.answered if self._pages else None
        if answered is not None and answered.catalog_query:
            self.findRequested.emit(answered.catalog_query)

    def _print(self) -> None:
        shown = self._shown()
        if shown is None or self._top.inputs.paper in (Paper.PRINTING, Paper.PRINTED):
            return
        self._printing.print(shown, self._top.inputs.turn)

    # Reading, and what comes back.

    def _enter(self, inputs: AnswerInputs) -> None:
        """Lay a page above the others and go there."""
        self._turn += 1
        page = _Page(replace(inputs, turn=self._turn), screen=self._visit.language)
        if self._pages and len(self._pages) >= _DEEPEST:
            self._pages[-1] = page
        else:
            self._pages.append(page)
            self._shell.go(Route((*self._shell.route.pages, "answer")), "push")
        self._show()

    def _read(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        turn = self._top.inputs.turn
        self._patience.start()
        self._jobs.latest(
            "answer.read",
            work,
            lambda result: done(result) if self._is_on_top(turn) else None,
            lambda error: self._take_trouble(error, turn),
        )

    def _read_again(self) -> None:
        page = self._top
        language = self._visit.language if page.screen != self._visit.language else ""
        asker = replace(self._asker(), language=language or spoken_in(page.reading) or page.screen)
        chosen = dict(page.inputs.chosen)
        self._read(lambda: self._reader.again(page.reading, asker, chosen), self._take_reading)

    def _take_answered(self, reading: Reading) -> None:
        answered = reading.answered
        shown = at_once(answered)
        if shown is not None:
            self._change(chosen=self._pinned(shown))
        self._take_reading(replace(reading, shown=shown))
        if answered is not None:
            self._notes.keep(self._top.inputs.turn, answered)

    def _take_article(self, answer: ArticleAnswer | None, typed: str) -> None:
        self._take_reading(Reading(shown=answer))
        if answer is None:
            self._change(trouble=Trouble("answer.trouble.gone"))
            return
        turn = self._top.inputs.turn
        if typed:
            self._notes.keep(turn, Answered(typed, answer.language, Band.CHOOSE), How.SUGGESTED, answer.key)
        else:
            touched = Answered(answer.title, answer.language, Band.ANSWER, (answer,))
            self._notes.keep(turn, touched, How.TOUCHED)

    def _take_reading(self, reading: Reading) -> None:
        self._patience.stop()
        inputs = replace(self._top.inputs, slow=False, trouble=None)
        if reading.answered is None and reading.shown is not None:
            inputs = replace(inputs, question=reading.shown.title)
        self._pages[-1] = _Page(inputs, reading, self._visit.language)
        self._show()

    def _take_trouble(self, error: Exception, turn: int) -> None:
        if not self._is_on_top(turn):
            return
        self._patience.stop()
        self._change(trouble=trouble_behind(error), slow=False)

    @Slot(int, object, str)
    def _take_paper(self, turn: int, paper: Paper, code: str) -> None:
        for place, page in enumerate(self._pages):
            if page.inputs.turn == turn:
                self._pages[place] = replace(page, inputs=replace(page.inputs, paper=paper, paper_code=code))
                self._show()

    # The visit and the way.

    def _route_changed(self) -> None:
        depth = self._shell.route.pages.count("answer")
        if depth < len(self._pages):
            del self._pages[depth:]
            self._jobs.forget("answer.read")
            self._patience.stop()
            if self._pages:
                self._show()
                self._read_again()

    def _visit_changed(self) -> None:
        """Answer in another language, or for another card."""
        who = self._who()
        if who != self._seen_by and self._pages:
            self._change(paper=Paper.NONE)
            self._read_again()
        self._seen_by = who

    @property
    def article(self) -> str:
        """Give the key of the article in sight, empty for none."""
        shown = self._shown()
        return shown.key if shown is not None else ""

    def _shown(self) -> ArticleAnswer | None:
        return self._top.reading.shown if self._pages else None

    @property
    def _top(self) -> _Page:
        return self._pages[-1]

    def _who(self) -> tuple[str, str | None]:
        return self._visit.language, self._visit.card

    def _asker(self) -> AnswerAsker:
        visit = self._visit
        return AnswerAsker(visit.language, visit.profile.branch, visit.card, visit.now())

    def _pinned(self, answer: ArticleAnswer) -> dict[str, str]:
        visit = self._visit
        ordinary = next((one.code for one in visit.library.patron_categories if one.configured), None)
        category = visit.signed_in.category if visit.signed_in is not None else ordinary
        return pinned(answer.refine, visit.profile.branch, category)

    def _is_on_top(self, turn: int) -> bool:
        return bool(self._pages) and self._top.inputs.turn == turn

    def _change(self, **values: object) -> None:
        if self._pages:
            inputs = replace(self._top.inputs, **values)  # type: ignore[arg-type]
            self._pages[-1] = replace(self._top, inputs=inputs)
            self._show()

    def _show(self) -> None:
        visit, page = self._visit, self._top
        joining = joins_here(visit.library, visit.profile.functions)
        asked_by = Surroundings(visit.library, visit.words, visit.now(), visit.card is not None, joining)
        self._view_model.show(answer_state(page.inputs, page.reading, asked_by))
