"""Leads through the library's guided flows, step by step, to what each of them comes to."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kiosk.policies.flows import FlowOutcome, Lead
from kiosk.services import Services
from kiosk.ui.patron.channel_rows import channel_rows
from kiosk.ui.patron.flow_route import flow_onto
from kiosk.ui.patron.flow_state import FlowInputs, FlowState, asked_by, flow_state
from kiosk.ui.patron.flow_walking import Seen, Walked, walked
from kiosk.ui.patron.presenters.answer import DEEPEST
from kiosk.ui.patron.presenters.patient_reading import PatientReading
from kiosk.ui.patron.view_models.flow import FlowViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.trouble import Trouble, trouble_behind

PAGE = "flow"


class FlowPresenter(QObject):
    """Join the page of guided flows to the library's; the signals lead to what a flow ends in.

    `articleWanted` tells an article, what its chips are set to, and what was asked by the choices;
    `staffWanted` the latter alone. A flow may lead to an answer that offers another: Back leads to each.
    """

    articleWanted = Signal(str, object, str)
    staffWanted = Signal(str)
    searchWanted = Signal()
    cardWanted = Signal()
    ownWordsWanted = Signal()

    def __init__(
        self,
        view_model: FlowViewModel,
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
        self._visit = visit
        self._flows: list[FlowInputs] = []
        self._turn = 0
        self._reading = PatientReading(jobs, "flow.walk", self)
        self._reading.slow.connect(self._take_time)
        view_model.choiceRequested.connect(self._choose)
        view_model.stepRequested.connect(self._go_back_to)
        view_model.ownWordsRequested.connect(self.ownWordsWanted)
        view_model.staffRequested.connect(lambda: self.staffWanted.emit(""))
        shell.routeChanged.connect(self._route_changed)
        shell.undo_before_back(PAGE, self._undo)
        visit.ended.connect(self._forget)
        visit.changed.connect(self._visit_changed)

    def begin(self, flow: str) -> None:
        """Show a flow's first step above the page in sight; of very many, the newest takes its place."""
        route = self._shell.route
        if route.page == PAGE:
            return
        self._turn += 1
        onward, how = flow_onto(route, DEEPEST)
        del self._flows[onward.pages.count(PAGE) - 1 :]
        self._flows.append(FlowInputs(flow, turn=self._turn))
        self._show()
        self._shell.go(onward, how)
        self._walk(())

    # What the patron does.

    def _choose(self, number: int) -> None:
        if self._flows and self._top.pages:
            self._walk((*self._top.trail, number))

    def _go_back_to(self, place: int) -> None:
        if self._flows and 0 <= place < len(self._top.pages):
            self._stop()
            self._put(replace(self._top, pages=self._top.pages[: place + 1], note=None))

    def _undo(self) -> bool:
        """Go one step back, as long as there is one: then Back stays on the page."""
        steps = len(self._top.pages) if self._flows else 0
        if steps > 1:
            self._go_back_to(steps - 2)
        return steps > 1

    # Walking, and where it leads.

    def _walk(self, trail: tuple[int, ...]) -> None:
        turn, language, flow = self._top.turn, self._visit.language, self._top.flow
        seen, services = Seen(self._top.pages, self._top.language), self._services
        self._reading.read(
            lambda: walked(services.asking.flows.at, flow, trail, language, seen),
            lambda found: self._take(found, turn, language),
            lambda error: self._take_trouble(trouble_behind(error), turn),
        )

    def _take(self, found: Walked | None, turn: int, language: str) -> None:
        if not self._is_on_top(turn):
            return
        self._stop()
        if found is None:
            self._put(replace(self._top, pages=(), note=Trouble("guide.trouble.gone")))
            return
        note = Trouble("guide.trouble.changed") if found.changed else None
        self._put(replace(self._top, pages=found.pages, language=language, note=note))
        if found.outcome is not None and self._shell.route.page == PAGE:
            self._come_to(found.outcome)

    def _take_trouble(self, trouble: Trouble, turn: int) -> None:
        if self._is_on_top(turn):
            self._stop()
            self._put(replace(self._top, note=trouble))

    def _come_to(self, outcome: FlowOutcome) -> None:
        asked = asked_by(self._top.pages, outcome.trail[-1], self._visit.words)
        match outcome.lead:
            case Lead.ARTICLE:
                self.articleWanted.emit(outcome.article, dict(outcome.chosen), asked)
            case Lead.MESSAGE:
                self.staffWanted.emit(asked)
            case Lead.SEARCH:
                self.searchWanted.emit()
            case Lead.CARD:
                self.cardWanted.emit()

    # The visit and the way.

    def _route_changed(self) -> None:
        depth = self._shell.route.pages.count(PAGE)
        if depth < len(self._flows):
            del self._flows[depth:]
            self._stop()
            self._walk_again()

    def _visit_changed(self) -> None:
        """Say everything in another language; what was chosen stays chosen."""
        self._walk_again()

    def _walk_again(self) -> None:
        """Show the flow in sight as it now is, in the language spoken by now."""
        if not self._flows:
            self._view_model.show(FlowState())
            return
        self._show()
        if self._top.language != self._visit.language:
            self._walk(self._top.trail)

    def _forget(self) -> None:
        self._stop()
        self._flows.clear()
        self._turn += 1
        self._view_model.show(FlowState())

    def _stop(self) -> None:
        self._reading.stop()
        if self._flows:
            self._put(replace(self._top, slow=False))

    def _take_time(self) -> None:
        self._put(replace(self._top, slow=True))

    @property
    def _top(self) -> FlowInputs:
        return self._flows[-1]

    def _is_on_top(self, turn: int) -> bool:
        return bool(self._flows) and self._top.turn == turn

    def _put(self, inputs: FlowInputs) -> None:
        self._flows[-1] = inputs
        self._show()

    def _show(self) -> None:
        visit = self._visit
        channels = channel_rows(visit.library, visit.profile.branch, visit.words, visit.now())
        self._view_model.show(flow_state(self._top, visit.words, channels))
