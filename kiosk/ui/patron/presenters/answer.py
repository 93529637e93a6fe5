"""Shows what a question gets, one answer above the other, so that Back leads to the one before."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.policies.answer import Answered, ArticleAnswer, Band
from kiosk.policies.noting import How
from kiosk.services import Services
from kiosk.ui.patron.answer_reading import AnswerReader, Reading, at_once, spoken_in
from kiosk.ui.patron.answer_state import AnswerInputs, AnswerState, Paper, Verdict, answer_state
from kiosk.ui.patron.answer_taps import AnswerPage, came, for_another, printed, tapped, undone
from kiosk.ui.patron.answer_visit import asker_of, pinned_in, surroundings_of
from kiosk.ui.patron.presenters.answer_printing import AnswerPrinting
from kiosk.ui.patron.presenters.answer_speaking import AnswerSpeaking
from kiosk.ui.patron.presenters.patient_reading import PatientReading
from kiosk.ui.patron.presenters.question_notes import QuestionNotes
from kiosk.ui.patron.shell_state import Route
from kiosk.ui.patron.view_models.answer import AnswerViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.trouble import Trouble, trouble_behind

DEEPEST = 8  # pages kept for Back; past them the newest takes the place of the one before


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
        self._visit = visit
        self._notes = QuestionNotes(services, jobs, visit, self)
        self._printing = AnswerPrinting(services, jobs, visit, self)
        self._printing.came.connect(self._take_paper)
        self.speaking = AnswerSpeaking(view_model.speech, shell, visit, self)
        self._pages: list[AnswerPage] = []
        self._turn = 0
        self._begin: Callable[[], None] = _nothing_yet
        self._seen_by = self._who()
        self._reading = PatientReading(jobs, "answer.read", self)
        self._reading.slow.connect(lambda: self._change(lambda inputs: replace(inputs, slow=True)))
        view_model.editRequested.connect(self._edit)
        view_model.refineRequested.connect(self._refine)
        view_model.questionRequested.connect(self._open_beside)
        view_model.topicRequested.connect(self.topicRequested)
        view_model.verdictRequested.connect(self._judge)
        view_model.searchRequested.connect(self._search)
        view_model.printRequested.connect(self._print)
        shell.routeChanged.connect(self._route_changed)
        shell.undo_before_back("answer", self._undo)
        visit.changed.connect(self._visit_changed)

    # What leads here.

    def ask(self, text: str) -> None:
        """Show what a question in own words gets."""

        def begin() -> None:
            asker = asker_of(self._visit)
            self._read(lambda: self._reader.ask(text, asker), self._take_answered)

        self._enter(AnswerInputs(question=text), begin)

    def open_article(
        self, key: str, chosen: Mapping[str, str] | None = None, typed: str = "", guided: str = ""
    ) -> None:
        """Show the answer of an article, for the values chosen before.

        ``typed`` was begun to be asked, ``guided`` was asked by the choices of a flow.
        """
        wanted = dict(chosen or {})

        def begin() -> None:
            asker = asker_of(self._visit)
            self._read(
                lambda: self._reader.article(key, asker, wanted),
                lambda answer: self._take_article(answer, typed, guided),
            )

        self._enter(AnswerInputs(chosen=wanted), begin)

    def forget(self) -> None:
        """Forget every answer."""
        self._reading.stop()
        self._pages.clear()
        self._begin = _nothing_yet
        self._notes.forget()
        self._turn += 1
        self._view_model.show(AnswerState(turn=self._turn))

    # What the patron does.

    def _edit(self, empty: bool) -> None:
        if self._pages:
            self.editRequested.emit("" if empty else self._top.inputs.question)

    def _refine(self, key: str, value: str) -> None:
        page = tapped(self._top, key, value) if self._pages else None
        if page is not None and page != self._top:
            self._ask_otherwise(page)

    def _undo(self) -> bool:
        """Take the last chip touched back, as long as there is one: then Back stays on the page."""
        page = undone(self._top) if self._pages else None
        if page is None:
            return False
        self._ask_otherwise(page)
        return True

    def _ask_otherwise(self, page: AnswerPage) -> None:
        self._pages[-1] = page
        self._reading.stop()
        self._show()
        if page.awaited:
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
        inputs = AnswerInputs(question=before.inputs.question, chosen=pinned_in(found, self._visit))
        self._enter(inputs, lambda: self._take_reading(replace(before.reading, shown=found)))
        self._notes.share(self._top.inputs.turn, before.inputs.turn)
        self._notes.led_to(self._top.inputs.turn, key)

    def _judge(self, helped: bool) -> None:
        if self.shown() is not None and self._top.inputs.verdict is Verdict.OPEN:
            self._change(lambda inputs: replace(inputs, verdict=Verdict.YES if helped else Verdict.NO))
            self._notes.judge(self._top.inputs.turn, helped)

    def _search(self) -> None:
        answered = self._top.reading.answered if self._pages else None
        if answered is not None and answered.catalog_query:
            self.findRequested.emit(answered.catalog_query)

    def _print(self) -> None:
        shown = self.shown()
        if shown is not None and self._top.inputs.paper not in (Paper.PRINTING, Paper.PRINTED):
            self._printing.print(shown, self._top.inputs.turn, self._top.inputs.step)

    # Reading, and what comes back.

    def _enter(self, inputs: AnswerInputs, begin: Callable[[], None]) -> None:
        """Lay a page above the others, go there, and begin to read what stands on it."""
        self._turn += 1
        turn = self._turn
        self._begin = lambda: begin() if self._is_on_top(turn) else None
        page = AnswerPage(replace(inputs, turn=self._turn), screen=self._visit.language)
        if len(self._pages) >= DEEPEST and self._shell.route.page == "answer":
            self._pages[-1] = page
        else:
            self._pages.append(page)
            self._shell.go(Route((*self._shell.route.pages, "answer")), "push")
        self._show()
        self._reading.stop()
        begin()

    def _read(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        turn = self._top.inputs.turn
        self._reading.read(
            work,
            lambda result: done(result) if self._is_on_top(turn) else None,
            lambda error: self._take_trouble(error, turn),
        )

    def _read_again(self) -> None:
        page = self._top
        if page.reading == Reading():
            self._begin()
            return
        language = self._visit.language if page.screen != self._visit.language else ""
        asker = replace(asker_of(self._visit), language=language or spoken_in(page.reading) or page.screen)
        chosen = dict(page.inputs.chosen)
        self._read(lambda: self._reader.again(page.reading, asker, chosen), self._take_reading)

    def _take_answered(self, reading: Reading) -> None:
        answered = reading.answered
        shown = at_once(answered)
        if shown is not None:
            pinned = pinned_in(shown, self._visit)
            self._change(lambda inputs: replace(inputs, chosen=pinned))
        self._take_reading(replace(reading, shown=shown))
        if answered is not None:
            self._notes.keep(self._top.inputs.turn, answered)

    def _take_article(self, answer: ArticleAnswer | None, typed: str, guided: str) -> None:
        self._take_reading(Reading(shown=answer))
        if answer is None:
            self._change(lambda inputs: replace(inputs, trouble=Trouble("answer.trouble.gone")))
            return
        turn = self._top.inputs.turn
        if typed:
            self._notes.keep(turn, Answered(typed, answer.language, Band.CHOOSE), How.SUGGESTED, answer.key)
        else:
            touched = Answered(guided or answer.title, answer.language, Band.ANSWER, (answer,))
            self._notes.keep(turn, touched, How.TOUCHED)

    def _take_reading(self, reading: Reading) -> None:
        self._begin = _nothing_yet
        inputs = replace(self._top.inputs, slow=False, trouble=None)
        if reading.answered is None and reading.shown is not None:
            inputs = replace(inputs, question=reading.shown.title)
        self._pages[-1] = came(self._top, inputs, reading, self._visit.language)
        self._show()

    def _take_trouble(self, error: Exception, turn: int) -> None:
        if self._is_on_top(turn):
            trouble = trouble_behind(error)
            self._change(lambda inputs: replace(inputs, trouble=trouble, slow=False))

    @Slot(int, int, object, str)
    def _take_paper(self, turn: int, step: int, paper: Paper, code: str) -> None:
        for place, page in enumerate(self._pages):
            if page.inputs.turn == turn:
                self._pages[place] = printed(page, step, paper, code)
                self._show()

    # The visit and the way.

    def _route_changed(self) -> None:
        depth = self._shell.route.pages.count("answer")
        if depth < len(self._pages):
            del self._pages[depth:]
            self._reading.stop()
            self._begin = _nothing_yet
            if self._pages:
                self._show()
                self._read_again()

    def _visit_changed(self) -> None:
        """Answer in another language, or for another card."""
        who = self._who()
        if who != self._seen_by and self._pages:
            self._pages = [for_another(page) for page in self._pages]
            self._show()
            self._read_again()
        self._seen_by = who

    @property
    def article(self) -> str:
        """Give the key of the article in sight, empty for none."""
        return self._top.article if self._pages else ""

    def shown(self) -> ArticleAnswer | None:
        """Return the answer in sight, None while another is awaited in its place."""
        return self._top.reading.shown if self._pages and not self._top.awaited else None

    def anew(self) -> Callable[[], None]:
        """Return what asks anew for what stands here, once everything else is forgotten."""
        own, article, inputs = self._top.of_oneself, self._top.article, self._top.inputs
        return lambda: self.ask(inputs.question) if own else self.open_article(article, inputs.chosen)

    @property
    def _top(self) -> AnswerPage:
        return self._pages[-1]

    def _who(self) -> tuple[str, str | None]:
        return self._visit.language, self._visit.card

    def _is_on_top(self, turn: int) -> bool:
        return bool(self._pages) and self._top.inputs.turn == turn

    def _change(self, changed: Callable[[AnswerInputs], AnswerInputs]) -> None:
        if self._pages:
            self._pages[-1] = replace(self._top, inputs=changed(self._top.inputs))
            self._show()

    def _show(self) -> None:
        page = self._top
        self._view_model.show(answer_state(page.inputs, page.reading, surroundings_of(self._visit)))
        self.speaking.take(page.reading.shown if page.inputs.trouble is None else None)


def _nothing_yet() -> None:
    """Nothing is waited for that could be asked again."""
