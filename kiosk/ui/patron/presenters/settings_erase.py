"""Asks staff to forget a patron, and tells what stands in the way."""

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import QObject

from kiosk.membership.account import Statement
from kiosk.model.request import RequestKind
from kiosk.services import Services
from kiosk.ui.patron.flows import account_erase as flow
from kiosk.ui.patron.presenters.own_work import OwnWork
from kiosk.ui.patron.settings_erase_state import EraseState, erase_state, read_erasure, wish_in
from kiosk.ui.patron.sign_in_state import failure_sentence
from kiosk.ui.patron.view_models.settings_erase import SettingsEraseViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs

PAGE = "settings_erase"


class SettingsErasePresenter(QObject):
    """Read what is open on the card whenever the page is come to."""

    def __init__(
        self,
        view_model: SettingsEraseViewModel,
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
        self._flow = flow.AskingToErase()
        self._read: Statement | None = None
        self._error: Exception | None = None
        view_model.eraseRequested.connect(lambda: self._advance(flow.EraseWanted(str(uuid4()))))
        view_model.answered.connect(lambda agreed: self._advance(flow.EraseAnswered(agreed)))
        view_model.takeBackRequested.connect(lambda: self._advance(flow.TakeBackWanted()))
        view_model.againRequested.connect(self._read_again)
        shell.routeChanged.connect(self._page_changed)
        visit.ended.connect(self._forget)
        visit.changed.connect(self._show)

    def open(self) -> None:
        """Show the page."""
        self._shell.open(PAGE)

    def _page_changed(self) -> None:
        if self._shell.route.page == PAGE:
            self._read_again()
        elif PAGE not in self._shell.route.pages:
            self._forget()

    def _forget(self) -> None:
        self._flow, self._read, self._error = flow.AskingToErase(), None, None
        self._show()

    def _advance(self, event: flow.EraseEvent) -> None:
        if self._read is None:
            return
        self._flow, effects = flow.advance(self._flow, event)
        self._show()
        for effect in effects:
            match effect:
                case flow.AskToErase(act):
                    self._ask(act)
                case flow.TakeBack():
                    self._take_back()
                case flow.ReadErasure():
                    self._read_again()

    def _ask(self, act: str) -> None:
        visit, services = self._visit, self._services
        card, at, branch, language = visit.card, visit.now(), visit.profile.branch, visit.language

        def ask() -> None:
            services.requests.make(
                RequestKind.ERASE, {}, at=at, card=card, branch=branch, language=language, act_id=act
            )

        self._change(ask, act)

    def _take_back(self) -> None:
        services, card, at = self._services, self._visit.card or "", self._visit.now()
        wish = wish_in(self._read) if self._read else None
        number, act = wish.number if wish else "", str(uuid4())

        def take_back() -> None:
            services.requests.withdraw(card, number, at=at, act_id=act)

        self._change(take_back, act)

    def _change(self, work: Callable[[], None], act: str) -> None:
        self._work.change(
            "erase",
            work,
            lambda _nothing: self._advance(flow.EraseEnded()),
            lambda error: self._advance(flow.EraseEnded(error)),
            act_id=act,
        )

    def _read_again(self) -> None:
        card, by = self._visit.card, self._visit.by()
        if card is not None:
            self._work.read(
                "erase.read", lambda: read_erasure(self._services, card, by), self._take, self._fail
            )

    def _take(self, read: Statement) -> None:
        if PAGE in self._shell.route.pages:
            self._read, self._error = read, None
            self._show()

    def _fail(self, error: Exception) -> None:
        self._read, self._error = None, error
        self._show()

    def _show(self) -> None:
        self._view_model.show(self._state())

    def _state(self) -> EraseState:
        words = self._visit.words
        if self._visit.card is None:
            return EraseState()
        if self._read is None:
            return EraseState(failure=failure_sentence(self._error, words))
        return erase_state(self._read, self._flow, words)
