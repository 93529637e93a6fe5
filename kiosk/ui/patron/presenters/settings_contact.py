"""Asks staff for other contact details: what is typed changes nothing before they confirm it."""

from uuid import uuid4

from PySide6.QtCore import QObject

from kiosk.model.request import RequestKind
from kiosk.model.request_number import shown_request_number
from kiosk.services import Services
from kiosk.storage import PatronRequest
from kiosk.ui.patron.flows import account_contact as flow
from kiosk.ui.patron.presenters.own_work import OwnWork
from kiosk.ui.patron.settings_contact_state import ContactState, contact_state, known_details
from kiosk.ui.patron.settings_loading import OwnCard, read_own_card
from kiosk.ui.patron.view_models.settings_contact import SettingsContactViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs

PAGE = "settings_contact"


class SettingsContactPresenter(QObject):
    """Show what is known in fields, and make a request of what is typed otherwise."""

    def __init__(
        self,
        view_model: SettingsContactViewModel,
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
        self._flow = flow.ChangingContact()
        self._pending = ""  # the number of an earlier change
        view_model.typed.connect(lambda name, text: self._advance(flow.FieldTyped(name, text)))
        view_model.sendRequested.connect(lambda: self._advance(flow.ChangeWanted(str(uuid4()))))
        view_model.againRequested.connect(self._read)
        shell.routeChanged.connect(self._page_changed)
        visit.ended.connect(self._forget)
        visit.changed.connect(self._show)

    def open(self) -> None:
        """Show the page, filled with what the library has."""
        self._forget()
        self._shell.open(PAGE)
        self._read()

    def _page_changed(self) -> None:
        if PAGE not in self._shell.route.pages:
            self._forget()

    def _forget(self) -> None:
        self._flow = flow.ChangingContact(turn=self._flow.turn + 1)
        self._pending = ""
        self._show()

    def _read(self) -> None:
        card = self._visit.card
        if card is not None:
            work = self._work
            work.read("contact.read", lambda: read_own_card(self._services, card), self._take, self._fail)

    def _take(self, own: OwnCard) -> None:
        if PAGE in self._shell.route.pages:
            self._pending = own.contact.number if own.contact else ""
            self._advance(flow.DetailsRead(known_details(own.patron)))

    def _fail(self, error: Exception) -> None:
        self._flow = flow.ChangingContact(error=error, turn=self._flow.turn)
        self._show()

    def _advance(self, event: flow.ContactEvent) -> None:
        self._flow, effects = flow.advance(self._flow, event)
        self._show()
        for effect in effects:
            match effect:
                case flow.MakeRequest():
                    self._make(effect)
                case flow.SayAsked(number):
                    self._say_asked(number)

    def _make(self, wanted: flow.MakeRequest) -> None:
        visit, requests, turn = self._visit, self._services, wanted.turn
        card, at, branch, language = visit.card, visit.now(), visit.profile.branch, visit.language

        def make() -> PatronRequest:
            return requests.requests.make(
                RequestKind.CONTACT,
                wanted.changes,
                at=at,
                card=card,
                branch=branch,
                language=language,
                act_id=wanted.act,
            )

        self._work.change(
            "contact",
            make,
            lambda made: self._advance(flow.RequestMade(turn, made.number)),
            lambda error: self._advance(flow.RequestFailed(turn, error)),
            act_id=wanted.act,
        )

    def _say_asked(self, number: str) -> None:
        if self._shell.route.page == PAGE:
            self._shell.back()
        self._shell.showToast(self._visit.words("contact.asked", number=shown_request_number(number)))

    def _show(self) -> None:
        self._view_model.show(self._state())
        unfinished = self._visit.words("contact.unfinished") if self._flow.changes else ""
        self._visit.leave_open(PAGE, unfinished)

    def _state(self) -> ContactState:
        words = self._visit.words
        if self._visit.card is None:
            return ContactState()
        number = shown_request_number(self._pending) if self._pending else ""
        return contact_state(self._flow, words("contact.pending", number=number) if number else "", words)
