"""Changes a PIN: by its owner's wish, or before a card is let in whose PIN staff made up."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from kiosk.model.decision import PinState
from kiosk.services import Services
from kiosk.ui.patron.flows import account_pin as flow
from kiosk.ui.patron.presenters.own_work import OwnWork
from kiosk.ui.patron.settings_pin_state import PinPageState, pin_page_state
from kiosk.ui.patron.shell_state import Route
from kiosk.ui.patron.view_models.settings_pin import SettingsPinViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs

PAGE = "settings_pin"
_SIGN_IN = "sign_in"


class SettingsPinPresenter(QObject):
    """Ask for old and new PIN; what was typed is forgotten as soon as the page is left."""

    def __init__(
        self,
        view_model: SettingsPinViewModel,
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
        self._work = OwnWork(jobs, visit, self)
        self._flow = flow.ChangingPin()
        self._card = ""
        self._first: flow.NewPinFirst | None = None
        view_model.typed.connect(lambda digits: self._advance(flow.Typed(digits)))
        view_model.leaveRequested.connect(shell.signOut)
        shell.routeChanged.connect(self._page_changed)
        visit.ended.connect(self._forget)
        visit.changed.connect(self._show)

    def open(self) -> None:
        """Let the visit's patron change the PIN."""
        self._begin(self._visit.card or "", flow.begin(self._flow.turn))
        self._shell.open(PAGE)

    def insist(self, first: flow.NewPinFirst) -> None:
        """Have the PIN changed that staff made up, and only then let the card in."""
        self._begin(first.card, flow.begin(self._flow.turn, first.pin))
        self._first = first
        route = self._shell.route
        if route.page == _SIGN_IN:
            self._shell.go(Route((*route.pages[:-1], PAGE)), "swap")
        else:
            self._shell.open(PAGE)

    def _begin(self, card: str, begun: flow.ChangingPin) -> None:
        self._card, self._first, self._flow = card, None, begun
        self._show()

    def _page_changed(self) -> None:
        if self._card and PAGE not in self._shell.route.pages:
            first = self._first
            self._forget()
            if first is not None:
                first.left()

    def _forget(self) -> None:
        self._begin("", flow.ChangingPin(turn=self._flow.turn + 1))

    def _advance(self, event: flow.PinEvent) -> None:
        if not self._card:
            return
        self._flow, effects = flow.advance(self._flow, event)
        self._show()
        for effect in effects:
            self._carry_out(effect)

    def _carry_out(self, effect: flow.PinEffect) -> None:
        card, at, services = self._card, self._visit.now(), self._services
        kiosk = services.settings.kiosk_name
        match effect:
            case flow.CheckOld(turn, old):
                self._ask(turn, lambda: services.pins.check(card, old, at, kiosk))
            case flow.ChangePin(turn, old, new):
                self._ask(turn, lambda: services.pins.change_pin(card, old, new, at, kiosk))
            case flow.SayChanged():
                self._go_on()

    def _ask(self, turn: int, work: Callable[[], tuple[PinState, datetime | None]]) -> None:
        def done(answer: tuple[PinState, datetime | None]) -> None:
            self._advance(flow.OldAnswered(turn, *answer))

        self._work.change("pin", work, done, lambda error: self._advance(flow.ChangeFailed(turn, error)))

    def _go_on(self) -> None:
        first = self._first
        self._forget()
        if first is not None:
            first.then()
        elif self._shell.route.page == PAGE:
            self._shell.back()
        self._shell.showToast(self._visit.words("pin.changed"))

    def _show(self) -> None:
        state = pin_page_state(self._flow, self._visit.words) if self._card else PinPageState()
        self._view_model.show(state)
