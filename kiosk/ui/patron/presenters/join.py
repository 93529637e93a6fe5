"""Leads somebody without a card through joining, and begins the visit with the card that was made."""

from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import QObject

from kiosk.membership.carrying_out import local_day
from kiosk.membership.registering import Registered
from kiosk.services import Services
from kiosk.ui.patron.answer_state import Paper
from kiosk.ui.patron.flows import joining as flow
from kiosk.ui.patron.form_left import FormLeft
from kiosk.ui.patron.join_paper import card_bars, card_paper
from kiosk.ui.patron.join_state import JoinCard, bars_path, grouped, join_state
from kiosk.ui.patron.late_outcomes import note_late, note_late_failure
from kiosk.ui.patron.presenters.sign_in import SignInPresenter
from kiosk.ui.patron.receipt_printing import print_own_paper
from kiosk.ui.patron.shell_state import Route
from kiosk.ui.patron.view_models.join import JoinViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.trouble import trouble_behind

PAGE = "join_"


class JoinPresenter(QObject):
    """Join the steps' pages to the flow; each is a page of its own, so that Back leads to the one before."""

    def __init__(
        self,
        view_model: JoinViewModel,
        shell: ShellViewModel,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        sign_in: SignInPresenter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._shell = shell
        self._services = services
        self._jobs = jobs
        self._visit = visit
        self._sign_in = sign_in
        self._form = flow.JoinForm()
        self._paper = (Paper.NONE, "")
        self._generation = 0
        self._left = FormLeft("join.go_on", shell, self)
        self._left.lapsed.connect(self._forget)
        self._left.wanted.connect(self._come_back)
        view_model.typed.connect(self._typed)
        view_model.languageChosen.connect(self._choose_language)
        view_model.nextRequested.connect(self._go_on)
        view_model.editRequested.connect(self._edit)
        view_model.agreed.connect(self._agree)
        view_model.beginRequested.connect(self._begin_visit)
        view_model.printRequested.connect(self._print)
        view_model.leaveRequested.connect(shell.signOut)
        shell.routeChanged.connect(self._route_changed)
        visit.ended.connect(self._forget)
        visit.changed.connect(self._visit_changed)
        self._show()

    @property
    def offered(self) -> bool:
        """Tell whether one can join here."""
        return flow.joins_here(self._visit.library, self._visit.profile.functions)

    def open(self) -> None:
        """Begin, or go on with what was left a moment ago."""
        if self._form.made is not None:
            self._forget()
        self._left.stop()
        if "language" not in self._form.typed:
            typed = {**self._form.typed, "language": self._visit.language}
            self._form = replace(self._form, typed=typed)
        self._shell.open(PAGE + flow.JoinStep.NAME)

    # What somebody who joins does.

    def _typed(self, name: str, text: str) -> None:
        self._advance(flow.Typed(name, text))
        self._note()

    def _choose_language(self, code: str) -> None:
        self._advance(flow.Typed("language", code))

    def _go_on(self) -> None:
        self._advance(flow.NextWanted())

    def _edit(self, step: str) -> None:
        self._advance(flow.EditWanted(flow.JoinStep(step)))

    def _agree(self) -> None:
        self._advance(flow.Agreed(str(uuid4())))

    def _begin_visit(self) -> None:
        made = self._form.made
        if made is not None:
            self._sign_in.begin_with_card(made.card)

    # What follows.

    def _route_changed(self) -> None:
        page = self._shell.route.page
        if page.startswith(PAGE):
            self._left.stop()
            self._advance(flow.StepShown(flow.JoinStep(page.removeprefix(PAGE))))
            self._view_model.refilled.emit()
        elif self._left_alone():
            words, made = self._visit.words, self._form.made is not None
            left = "join.left.card" if made else "join.left"
            self._left.leave(words(left), words("form.go_back"), "card")

    def _left_alone(self) -> bool:
        """Tell whether what was typed, or the card, stands on no page any more: perhaps by mistake."""
        joining = any(page.startswith(PAGE) for page in self._shell.route.pages)
        return (self._begun or self._form.made is not None) and not joining and not self._left.waiting

    @property
    def _begun(self) -> bool:
        return any(text for name, text in self._form.typed.items() if name != "language")

    def _come_back(self) -> None:
        if self._form.made is not None:
            self._shell.go(Route(("home", PAGE + flow.JoinStep.DONE)), "replace")
        else:
            self._shell.open(PAGE + flow.JoinStep.NAME)

    def _advance(self, event: flow.JoinEvent) -> None:
        self._form, effects = flow.advance(self._form, event, self._terms())
        self._show()
        for effect in effects:
            match effect:
                case flow.ShowStep(flow.JoinStep.DONE):
                    self._note()
                    self._shell.go(Route(("home", PAGE + flow.JoinStep.DONE)), "replace")
                case flow.ShowStep(step):
                    self._shell.open(PAGE + step)
                case flow.Register():
                    self._register(effect)

    def _visit_changed(self) -> None:
        """Say everything in another language."""
        self._note()
        self._show()

    def _note(self) -> None:
        """Tell what the end of the visit would take away, and what it leaves."""
        words, made = self._visit.words, self._form.made is not None
        self._visit.leave_open(PAGE, words("join.unfinished") if self._begun else "")
        self._visit.settle(PAGE, words("join.settled") if made else "")

    def _register(self, effect: flow.Register) -> None:
        generation, at, profile = self._generation, self._visit.now(), self._visit.profile
        registering = self._services

        def done(made: Registered) -> None:
            if generation == self._generation:
                self._advance(flow.CardMade(effect.turn, made.card, made.valid_until))
            else:
                note_late("join", effect.act, "done")

        def failed(error: Exception) -> None:
            if generation == self._generation:
                self._advance(flow.JoiningFailed(effect.turn, error))
            else:
                note_late_failure("join", effect.act, error)

        self._jobs.serial(
            lambda: registering.registering.register(
                effect.person,
                at=at,
                branch=profile.branch,
                functions=profile.functions,
                pin=effect.pin,
                act_id=effect.act,
            ),
            done,
            failed,
        )

    def _print(self) -> None:
        made = self._form.made
        bars = card_bars(made, self._visit) if made is not None else None
        if made is None or bars is None:
            return
        paper, generation, services = card_paper(made, bars, self._visit), self._generation, self._services

        def came(state: Paper, code: str = "") -> None:
            if generation == self._generation:
                self._paper = (state, code)
                self._show()

        came(Paper.PRINTING)
        self._jobs.parallel(
            lambda: print_own_paper(services, paper, made.card),
            lambda _nothing: came(Paper.PRINTED),
            lambda error: came(Paper.FAILED, trouble_behind(error).code),
        )

    def _forget(self) -> None:
        self._generation += 1
        self._left.stop()
        self._form = flow.JoinForm(turn=self._form.turn + 1)
        self._paper = (Paper.NONE, "")
        self._note()
        self._show()
        self._view_model.refilled.emit()

    def _terms(self) -> flow.JoinTerms:
        visit = self._visit
        languages = tuple(code for code in visit.profile.languages if code in visit.library.languages)
        today = local_day(visit.library, visit.now())
        return flow.JoinTerms(visit.library.joining, today, languages, bool(visit.profile.pin_for))

    def _show(self) -> None:
        self._view_model.show(join_state(self._form, self._terms(), self._visit.words, self._card()))

    def _card(self) -> JoinCard | None:
        made, words = self._form.made, self._visit.words
        if made is None:
            return None
        bars, (paper, code) = card_bars(made, self._visit), self._paper
        functions = self._visit.profile.functions
        begin = next((name for name in ("borrow", "account") if name in functions), "")
        return JoinCard(
            number=grouped(made.card),
            name=words("join.welcome", name=made.first_name),
            until=words("join.until", day=made.valid_until) if made.valid_until else "",
            bars=bars_path(bars) if bars else "",
            room=bars.room if bars else 0,
            begin=words(f"join.begin.{begin}") if begin else "",
            paper=paper,
            paper_note=words(f"answer.paper.{paper}", code=code) if paper else "",
        )
