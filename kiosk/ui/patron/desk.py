"""All view models of the patron side, made once and handed to the window."""

from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.view_models.account import AccountViewModel
from kiosk.ui.patron.view_models.account_post import AccountPostViewModel
from kiosk.ui.patron.view_models.answer import AnswerViewModel
from kiosk.ui.patron.view_models.ask import AskViewModel
from kiosk.ui.patron.view_models.borrow import BorrowViewModel
from kiosk.ui.patron.view_models.browse import BrowseViewModel
from kiosk.ui.patron.view_models.checkin import CheckinViewModel
from kiosk.ui.patron.view_models.darkness import DarknessViewModel
from kiosk.ui.patron.view_models.find import FindViewModel
from kiosk.ui.patron.view_models.flow import FlowViewModel
from kiosk.ui.patron.view_models.help import HelpViewModel
from kiosk.ui.patron.view_models.home import HomeViewModel
from kiosk.ui.patron.view_models.idle import IdleViewModel
from kiosk.ui.patron.view_models.join import JoinViewModel
from kiosk.ui.patron.view_models.narration import NarrationViewModel
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
from kiosk.ui.patron.view_models.staff_exit import StaffExitViewModel
from kiosk.ui.shared.qt_property import Property

V = TypeVar("V", bound=QObject)

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the window")
class Desk(QObject):  # type: ignore[operator]
    """Hold one view model a page, as constant properties."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = ShellViewModel(self)
        self._idle = IdleViewModel(self)
        self._help = HelpViewModel(self)
        self._staff_exit = StaffExitViewModel(self)
        self._darkness = DarknessViewModel(self)
        self._narration = NarrationViewModel(self)
        self._home = HomeViewModel(self)
        self._ask = AskViewModel(self)
        self._answer = AnswerViewModel(self)
        self._flow = FlowViewModel(self)
        self._sign_in = SignInViewModel(self)
        self._borrow = BorrowViewModel(self)
        self._account = AccountViewModel(self)
        self._account_post = AccountPostViewModel(self)
        self._settings = SettingsViewModel(self)
        self._settings_contact = SettingsContactViewModel(self)
        self._settings_history = SettingsHistoryViewModel(self)
        self._settings_data = SettingsDataViewModel(self)
        self._settings_erase = SettingsEraseViewModel(self)
        self._settings_pin = SettingsPinViewModel(self)
        self._checkin = CheckinViewModel(self)
        self._find = FindViewModel(self)
        self._record = RecordViewModel(self)
        self._browse = BrowseViewModel(self)
        self._join = JoinViewModel(self)
        self._request = RequestViewModel(self)

    @Property(ShellViewModel, constant=True)
    def shell(self) -> ShellViewModel:
        """The frame."""
        return self._shell

    def view_model(self, kind: type[V]) -> V:
        """Return the one view model of that kind, for the presenter that fills it."""
        return next(child for child in self.children() if isinstance(child, kind))

    @Property(IdleViewModel, constant=True)
    def idle(self) -> IdleViewModel:
        """The countdown."""
        return self._idle

    @Property(HelpViewModel, constant=True)
    def help(self) -> HelpViewModel:
        """The call for staff."""
        return self._help

    @Property(StaffExitViewModel, constant=True)
    def staffExit(self) -> StaffExitViewModel:
        """The way out for staff."""
        return self._staff_exit

    @Property(DarknessViewModel, constant=True)
    def darkness(self) -> DarknessViewModel:
        """The screen outside opening hours."""
        return self._darkness

    @Property(NarrationViewModel, constant=True)
    def narration(self) -> NarrationViewModel:
        """What is told of the screen."""
        return self._narration

    @Property(HomeViewModel, constant=True)
    def home(self) -> HomeViewModel:
        """The home screen."""
        return self._home

    @Property(RecordViewModel, constant=True)
    def record(self) -> RecordViewModel:
        """A title, its copies and its place."""
        return self._record

    @Property(BrowseViewModel, constant=True)
    def browse(self) -> BrowseViewModel:
        """The catalogue's lists."""
        return self._browse

    @Property(FindViewModel, constant=True)
    def find(self) -> FindViewModel:
        """Search and its results."""
        return self._find

    @Property(SignInViewModel, constant=True)
    def signIn(self) -> SignInViewModel:
        """Whose card it is."""
        return self._sign_in

    @Property(BorrowViewModel, constant=True)
    def borrow(self) -> BorrowViewModel:
        """Items borrowed one after another."""
        return self._borrow

    @Property(AccountViewModel, constant=True)
    def account(self) -> AccountViewModel:
        """Loans, holds, charges and messages of a card."""
        return self._account

    @Property(AccountPostViewModel, constant=True)
    def accountPost(self) -> AccountPostViewModel:
        """Requests and messages of a card."""
        return self._account_post

    @Property(SettingsViewModel, constant=True)
    def settings(self) -> SettingsViewModel:
        """What patrons look after themselves."""
        return self._settings

    @Property(SettingsContactViewModel, constant=True)
    def settingsContact(self) -> SettingsContactViewModel:
        """Other contact details."""
        return self._settings_contact

    @Property(SettingsHistoryViewModel, constant=True)
    def settingsHistory(self) -> SettingsHistoryViewModel:
        """Past loans."""
        return self._settings_history

    @Property(SettingsDataViewModel, constant=True)
    def settingsData(self) -> SettingsDataViewModel:
        """Everything that is kept about a patron."""
        return self._settings_data

    @Property(SettingsEraseViewModel, constant=True)
    def settingsErase(self) -> SettingsEraseViewModel:
        """Being forgotten."""
        return self._settings_erase

    @Property(SettingsPinViewModel, constant=True)
    def settingsPin(self) -> SettingsPinViewModel:
        """A new PIN."""
        return self._settings_pin

    @Property(CheckinViewModel, constant=True)
    def checkin(self) -> CheckinViewModel:
        """Items handed in."""
        return self._checkin

    @Property(AskViewModel, constant=True)
    def ask(self) -> AskViewModel:
        """Questions to ask."""
        return self._ask

    @Property(AnswerViewModel, constant=True)
    def answer(self) -> AnswerViewModel:
        """The answer to one."""
        return self._answer

    @Property(FlowViewModel, constant=True)
    def flow(self) -> FlowViewModel:
        """A way to it step by step."""
        return self._flow

    @Property(JoinViewModel, constant=True)
    def join(self) -> JoinViewModel:
        """The way to a card of one's own."""
        return self._join

    @Property(RequestViewModel, constant=True)
    def request(self) -> RequestViewModel:
        """What is asked of the library, and how far it is."""
        return self._request
