"""All pages' presenters, and the ways that lead from one page to another."""

from typing import Protocol

from PySide6.QtCore import QObject

from kiosk.catalog.search import SearchField
from kiosk.services import Services
from kiosk.ui.patron.code_reading import Recognised
from kiosk.ui.patron.desk import Desk
from kiosk.ui.patron.find_question import FilterKind
from kiosk.ui.patron.presenters.account import AccountPresenter
from kiosk.ui.patron.presenters.account_post import AccountPostPresenter
from kiosk.ui.patron.presenters.after_return import AfterReturn
from kiosk.ui.patron.presenters.ask import AskPresenter
from kiosk.ui.patron.presenters.borrow import BorrowPresenter
from kiosk.ui.patron.presenters.browse import BrowsePresenter
from kiosk.ui.patron.presenters.camera import CameraPresenter
from kiosk.ui.patron.presenters.checkin import CheckinPresenter
from kiosk.ui.patron.presenters.find import FindPresenter
from kiosk.ui.patron.presenters.flow import FlowPresenter
from kiosk.ui.patron.presenters.home import HomePresenter
from kiosk.ui.patron.presenters.join import JoinPresenter
from kiosk.ui.patron.presenters.post_news import PostNews
from kiosk.ui.patron.presenters.record import RecordPresenter
from kiosk.ui.patron.presenters.request import RequestPresenter
from kiosk.ui.patron.presenters.settings import SettingsPresenter
from kiosk.ui.patron.presenters.settings_contact import SettingsContactPresenter
from kiosk.ui.patron.presenters.settings_data import SettingsDataPresenter
from kiosk.ui.patron.presenters.settings_erase import SettingsErasePresenter
from kiosk.ui.patron.presenters.settings_history import SettingsHistoryPresenter
from kiosk.ui.patron.presenters.settings_pin import SettingsPinPresenter
from kiosk.ui.patron.presenters.sign_in import SignInPresenter
from kiosk.ui.patron.view_models.account import AccountViewModel
from kiosk.ui.patron.view_models.account_post import AccountPostViewModel
from kiosk.ui.patron.view_models.answer import AnswerViewModel
from kiosk.ui.patron.view_models.ask import AskViewModel
from kiosk.ui.patron.view_models.borrow import BorrowViewModel
from kiosk.ui.patron.view_models.browse import BrowseViewModel
from kiosk.ui.patron.view_models.checkin import CheckinViewModel
from kiosk.ui.patron.view_models.find import FindViewModel
from kiosk.ui.patron.view_models.flow import FlowViewModel
from kiosk.ui.patron.view_models.home import HomeViewModel
from kiosk.ui.patron.view_models.join import JoinViewModel
from kiosk.ui.patron.view_models.record import RecordViewModel
from kiosk.ui.patron.view_models.request import RequestViewModel
from kiosk.ui.patron.view_models.settings import SettingsViewModel
from kiosk.ui.patron.view_models.settings_contact import SettingsContactViewModel
from kiosk.ui.patron.view_models.settings_data import SettingsDataViewModel
from kiosk.ui.patron.view_models.settings_erase import SettingsEraseViewModel
from kiosk.ui.patron.view_models.settings_history import SettingsHistoryViewModel
from kiosk.ui.patron.view_models.settings_pin import SettingsPinViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.view_models.sign_in import SignInViewModel
from kiosk.ui.patron.visit import SignedIn, Visit
from kiosk.ui.shared.covers import Covers
from kiosk.ui.shared.jobs import Jobs


class TakesScans(Protocol):
    """A presenter whose page does something of its own with a scan."""

    def scanned(self, code: str) -> bool:
        """Take the code, or return False to leave it to the kiosk."""
        ...

    def garbled(self) -> bool:
        """Say that a scan could not be read, or return False to leave that to the kiosk."""
        ...


class Pages(QObject):
    """Make one presenter a page and join what leads from each to the others."""

    def __init__(
        self,
        desk: Desk,
        shell: ShellViewModel,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        covers: Covers,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._visit = visit
        model, given = desk.view_model, (shell, services, jobs, visit)
        self.home = HomePresenter(model(HomeViewModel), services, jobs, visit, covers, self)
        self.sign_in = SignInPresenter(model(SignInViewModel), *given, self)
        self.pin = SettingsPinPresenter(model(SettingsPinViewModel), *given, self)
        self.sign_in.newPinWanted.connect(self.pin.insist)
        self.settings_contact = SettingsContactPresenter(model(SettingsContactViewModel), *given, self)
        self.settings_history = SettingsHistoryPresenter(
            model(SettingsHistoryViewModel), *given, covers, self
        )
        self.settings_data = SettingsDataPresenter(model(SettingsDataViewModel), *given, self)
        self.settings_erase = SettingsErasePresenter(model(SettingsEraseViewModel), *given, self)
        self.settings = SettingsPresenter(model(SettingsViewModel), *given, self.sign_in, self)
        asked = model(SignInViewModel)
        self.camera = CameraPresenter(asked.camera, asked, *given, self.sign_in, self)
        with_card = (*given, covers, self.sign_in, self)
        taking_back = (*given, covers, self.sign_in, AfterReturn(*given, self), self)
        self.borrow = BorrowPresenter(model(BorrowViewModel), *taking_back)
        self.account = AccountPresenter(model(AccountViewModel), *with_card)
        self.account_post = AccountPostPresenter(model(AccountPostViewModel), *given, self.sign_in, self)
        self.checkin = CheckinPresenter(model(CheckinViewModel), *taking_back)
        self.record = RecordPresenter(model(RecordViewModel), *with_card)
        self._found_nothing = model(FindViewModel)
        self.find = FindPresenter(model(FindViewModel), *given, covers, self)
        self.browse = BrowsePresenter(model(BrowseViewModel), *given, covers, self)
        self.ask = AskPresenter(model(AskViewModel), model(AnswerViewModel), *given, self)
        self.flow = FlowPresenter(model(FlowViewModel), *given, self)
        self.join = JoinPresenter(model(JoinViewModel), *given, self.sign_in, self)
        self.request = RequestPresenter(model(RequestViewModel), *given, self.sign_in, self)
        self.post_news = PostNews(*given, self.sign_in, self)
        self._by_name: dict[str, TakesScans] = {
            "find": self.find,
            "browse": self.browse,
            "record": self.record,
            "ask": self.ask,
            "answer": self.ask,
            "borrow": self.borrow,
            "account": self.account,
            "sign_in": self.sign_in,
            "return": self.checkin,
        }
        self._lead_from_home(model(HomeViewModel), model(SignInViewModel))
        self._answer = model(AnswerViewModel)
        self._lead_from_answer(self._answer)
        self._lead_through_flows(model(AskViewModel))
        self._lead_on()

    def in_sight(self) -> TakesScans | None:
        """Return the presenter of the page in sight, if it may want a scan."""
        return self._by_name.get(self._shell.route.page)

    @property
    def hides_cards(self) -> bool:
        """Tell whether a card shown is asked for its PIN, known or not."""
        return self.sign_in.asks_pin_at_once

    def show_card(self, card: str, known: Recognised) -> None:
        """Begin the visit of a card; where an answer waits for one, the answer stays and is the card's.

        Whatever else was done before the card was shown is nobody's any more.
        """
        holder = known.holder
        if not (self._shell.route.page == "answer" and self._answer.cardHint):
            self.sign_in.begin_with_card(card, known)
        elif self.hides_cards:
            self._sign_in_for_answer()
            self.sign_in.scanned(card)
        elif holder is None or holder.lost:
            self.sign_in.begin_with_card(card, known)
        else:
            answer = self.ask.anew()
            self._visit.make_way()
            self.sign_in.begin_visit(SignedIn.of(holder))
            answer()

    def show_record(self, key: str) -> None:
        """Show the title of that public id."""
        self.record.open_record(key)

    def _lead_from_home(self, home: HomeViewModel, sign_in: SignInViewModel) -> None:
        shell = self._shell
        home.findRequested.connect(self.find.open)
        home.browseRequested.connect(self._browse)
        home.askRequested.connect(self._ask)
        home.questionRequested.connect(self.ask.open_question)
        home.recordRequested.connect(self.show_record)
        home.borrowRequested.connect(lambda: shell.openSection("borrow"))
        home.accountRequested.connect(lambda: shell.openSection("account"))
        home.joinRequested.connect(self.join.open)
        home.requestRequested.connect(self.request.open)
        sign_in.offerJoining(self.join.offered)
        sign_in.joinRequested.connect(self.join.open)
        home.returnRequested.connect(lambda: shell.openSection("return"))

    def _lead_from_answer(self, answer: AnswerViewModel) -> None:
        answer.staffRequested.connect(lambda: self.request.ask_staff(answer.question, self.ask.article))
        answer.joinRequested.connect(self.join.open)
        answer.signInRequested.connect(self._sign_in_for_answer)

    def _lead_through_flows(self, ask: AskViewModel) -> None:
        ask.flowRequested.connect(self.flow.begin)
        self._answer.flowRequested.connect(self.flow.begin)
        self.flow.articleWanted.connect(self.ask.open_guided)
        self.flow.staffWanted.connect(self.request.ask_staff)
        self.flow.searchWanted.connect(self.find.open)
        self.flow.cardWanted.connect(lambda: self.sign_in.require("account", self._open_account))
        self.flow.ownWordsWanted.connect(self._ask)

    def _open_account(self) -> None:
        self._shell.openSection("account")

    def _sign_in_for_answer(self) -> None:
        """Ask for a card on a page of its own; behind it the answer becomes the card's by itself."""
        self.sign_in.require("account", lambda: None)

    def _lead_on(self) -> None:
        self.find.recordWanted.connect(self.show_record)
        self.find.browseWanted.connect(self.browse.open)
        self._found_nothing.getRequested.connect(self._ask_to_get)
        self.browse.recordWanted.connect(self.show_record)
        self.browse.headingWanted.connect(lambda kind, name: self._search_heading(FilterKind(kind), name))
        self.browse.callNumberWanted.connect(lambda text: self.find.search(text, SearchField.CALL_NUMBER))
        self.record.authorWanted.connect(lambda name: self._search_heading(FilterKind.AUTHOR, name))
        self.record.subjectWanted.connect(lambda name: self._search_heading(FilterKind.SUBJECT, name))
        self.ask.findRequested.connect(self._search)
        self.account.settingsWanted.connect(self.settings.open)
        self.settings.pageWanted.connect(self._open_own)
        self.settings_history.recordWanted.connect(self.show_record)

    def _open_own(self, what: str) -> None:
        """Open what patrons look after on a page of its own."""
        own = {
            "pin": self.pin.open,
            "contact": self.settings_contact.open,
            "history": self.settings_history.open,
            "erase": self.settings_erase.open,
            "data": self.settings_data.open,
        }
        own[what]()

    def _ask(self) -> None:
        self.ask.open(typing=True)

    def _ask_to_get(self) -> None:
        """Have what was looked for in vain be got, under what it was looked for."""
        find = self._found_nothing
        name = ("title", "title", "author", "title", "isbn")[find.field]
        self.request.ask_to_get(**{name: find.text})

    def _browse(self, what: str) -> None:
        self._shell.openSection("find")
        self.browse.open(what)

    def _search(self, text: str) -> None:
        self._shell.openSection("find")
        self.find.search(text)

    def _search_heading(self, kind: FilterKind, heading: str) -> None:
        self._shell.openSection("find")
        self.find.search_heading(kind, heading)
