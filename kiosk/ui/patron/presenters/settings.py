"""Joins the page of details and settings to what patrons settle themselves, and to the pages below it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kiosk.services import Services
from kiosk.ui.patron.flows import account_settings as flow
from kiosk.ui.patron.presenters.own_work import OwnWork
from kiosk.ui.patron.presenters.sign_in import SignInPresenter
from kiosk.ui.patron.settings_loading import OwnCard, read_own_card, settle
from kiosk.ui.patron.settings_state import SettingsState, failed_settings, settings_state
from kiosk.ui.patron.sign_in_state import failure_sentence
from kiosk.ui.patron.view_models.settings import SettingsViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import DETAILS, Visit
from kiosk.ui.shared.jobs import Jobs

PAGE = "settings"
LOST = "card_lost"


class SettingsPresenter(QObject):
    """Show what is kept about the visit's patron, read anew whenever the page is come to.

    `pageWanted` names what is looked after on a page of its own.
    """

    pageWanted = Signal(str)

    def __init__(
        self,
        view_model: SettingsViewModel,
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
        self._visit = visit
        self._sign_in = sign_in
        self._work = OwnWork(jobs, visit, self)
        self._settling = flow.Settling()
        self._own: OwnCard | None = None
        self._error: Exception | None = None
        self._listen()

    def _listen(self) -> None:
        page = self._view_model
        page.pageRequested.connect(self.pageWanted)
        page.lostRequested.connect(lambda: self._want(flow.OwnAct.REPORT_LOST))
        page.historyToggled.connect(self._toggle_history)
        page.emailsToggled.connect(self._toggle_emails)
        page.languageRequested.connect(self._choose_language)
        page.answered.connect(lambda agreed: self._advance(flow.ActAnswered(agreed)))
        page.againRequested.connect(self._read)
        page.homeRequested.connect(self._shell.signOut)
        self._shell.routeChanged.connect(self._page_changed)
        self._visit.ended.connect(self._forget)
        self._visit.changed.connect(self._show)

    def open(self) -> None:
        """Show the page above the account, after the PIN of whoever has one and did not give it yet."""
        self._sign_in.require(DETAILS, lambda: self._shell.open(PAGE))

    def _page_changed(self) -> None:
        if self._shell.route.page == PAGE:
            self._read()
        elif PAGE not in self._shell.route.pages:
            self._forget()

    def _forget(self) -> None:
        self._settling, self._own, self._error = flow.Settling(), None, None
        self._show()

    # What the owner wants.

    def _want(self, act: flow.OwnAct) -> None:
        self._advance(flow.ActWanted(act))

    def _toggle_history(self) -> None:
        if self._own is not None:
            kept = self._own.patron.keeps_history
            self._want(flow.OwnAct.FORGET_HISTORY if kept else flow.OwnAct.KEEP_HISTORY)

    def _toggle_emails(self) -> None:
        if self._own is not None:
            wanted = self._own.patron.notices_by != "none"
            self._want(flow.OwnAct.NO_EMAILS if wanted else flow.OwnAct.WANT_EMAILS)

    def _choose_language(self, index: int) -> None:
        self._advance(flow.LanguageWanted(self._visit.profile.languages[index]))

    # What follows.

    def _advance(self, event: flow.SettlingEvent) -> None:
        self._settling, effects = flow.advance(self._settling, event)
        self._show()
        for effect in effects:
            self._carry_out(effect)

    def _carry_out(self, effect: flow.SettlingEffect) -> None:
        card, at = self._visit.card or "", self._visit.now()
        match effect:
            case flow.DoAct(act):
                self._do(act, lambda: settle(self._services, card, act, at))
            case flow.SaveLanguage(language):
                self._do(None, lambda: self._services.self_service.speak(card, language), language)
            case flow.ReadAgain():
                self._read()
            case flow.SaySettled(error):
                words = self._visit.words
                said = failure_sentence(error, words) if error else words("settings.saved")
                self._shell.showToast(said, icon="alert" if error else "check")
            case flow.EndVisit():
                self._end_visit()

    def _do(self, act: flow.OwnAct | None, work: Callable[[], None], language: str = "") -> None:
        def done(_nothing: None) -> None:
            if language:
                self._visit.speak(language)
            self._advance(flow.ActEnded(act))

        name = str(act) if act is not None else "language"
        self._work.change(name, work, done, lambda error: self._advance(flow.ActEnded(act, error)))

    def _end_visit(self) -> None:
        """Forget everything of the card, and say in the language spoken so far what comes next."""
        language = self._visit.language
        self._visit.end()
        self._visit.speak(language)
        self._shell.openSection(LOST)

    def _read(self) -> None:
        card = self._visit.card
        if card is not None:
            self._work.read(
                "settings.read", lambda: read_own_card(self._services, card), self._take, self._fail
            )

    def _take(self, own: OwnCard) -> None:
        self._own, self._error = own, None
        self._show()

    def _fail(self, error: Exception) -> None:
        self._own, self._error = None, error
        self._show()

    def _show(self) -> None:
        self._view_model.show(self._state())

    def _state(self) -> SettingsState:
        visit = self._visit
        if self._own is not None and visit.card is not None:
            first = visit.library.languages[0]
            return settings_state(self._own, self._settling, visit.profile.languages, first, visit.words)
        return failed_settings(self._error, visit.words) if self._error else SettingsState()
