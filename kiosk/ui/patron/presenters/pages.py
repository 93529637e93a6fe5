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
from kiosk.ui.patron.presenters.ask import AskPresenter
from kiosk.ui.patron.presenters.borrow import BorrowPresenter
from kiosk.ui.patron.presenters.browse import BrowsePresenter
from kiosk.ui.patron.presenters.camera import CameraPresenter
from kiosk.ui.patron.presenters.checkin import CheckinPresenter
from kiosk.ui.patron.presenters.find import FindPresenter
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
from kiosk.ui.patron.visit import Visit
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
        self.borrow = BorrowPresenter(model(BorrowViewModel), *with_card)
        self.account = AccountPresenter(model(AccountViewModel), *with_card)
        self.account_post = AccountPostPresenter(model(AccountPostViewModel), *given, self.sign_in, self)
        self.checkin = CheckinPresenter(model(CheckinViewModel), *with_card)
        self.record = RecordPresenter(model(RecordViewModel), *with_card)
        self._found_nothing = model(FindViewModel)
        self.find = FindPresenter(model(FindViewModel), *given, covers, self)
        self.browse = BrowsePresenter(model(BrowseViewModel), *given, covers, self)
        self.ask = AskPresenter(model(AskViewModel), model(AnswerViewModel), *given, self)
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
        self._lead_from_answer(model(AnswerViewModel))
        self._lead_on()

    def in_sight(self) -> TakesScans | None:
        """Return the presenter of the page in sight, if it may want a scan."""
        return self._by_name.get(self._shell.route.page)

    @property
    def hides_cards(self) -> bool:
        """Tell whether a card shown is asked for its PIN, known or not."""
        return self.sign_in.asks_pin_at_once

    def show_card(self, card: str, known: Recognised) -> None:
        """Begin the visit of a card."""
        self.sign_in.begin_with_card(card, known)

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
