"""The view model of the page of details and settings."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.settings_state import SettingsDetail, SettingsState
from kiosk.ui.shared.qt_property import Property
from kiosk.ui.shared.row_list import RowList

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class SettingsViewModel(QObject):  # type: ignore[operator]
    """Show a SettingsState and tell what its owner wants; `wanted` names a page or an act."""

    changed = Signal()
    pageRequested = Signal(str)
    lostRequested = Signal()
    historyToggled = Signal()
    emailsToggled = Signal()
    languageRequested = Signal(int)
    answered = Signal(bool)
    againRequested = Signal()
    homeRequested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = SettingsState()
        self._details = RowList(SettingsDetail, "detail", lambda row: row.key, self)

    def show(self, state: SettingsState) -> None:
        """Show another state."""
        if state != self._state:
            self._state = state
            self._details.show(state.details)
            self.changed.emit()

    @Slot(str)
    def openPage(self, page: str) -> None:
        """Look after pin, contact, history, data or erase."""
        self.pageRequested.emit(page)

    @Slot()
    def reportLost(self) -> None:
        """Report the card as lost: it is asked first."""
        self.lostRequested.emit()

    @Slot()
    def toggleHistory(self) -> None:
        """Keep past loans, or forget them: that is asked first."""
        self.historyToggled.emit()

    @Slot()
    def toggleEmails(self) -> None:
        """Want e-mails, or none."""
        self.emailsToggled.emit()

    @Slot(int)
    def chooseLanguage(self, index: int) -> None:
        """Be spoken to in the language of that place."""
        self.languageRequested.emit(index)

    @Slot(bool)
    def answer(self, agreed: bool) -> None:
        """Mean it, or not."""
        self.answered.emit(agreed)

    @Slot()
    def readAgain(self) -> None:
        """Read it once more."""
        self.againRequested.emit()

    @Slot()
    def goHome(self) -> None:
        """Leave the words about a lost card."""
        self.homeRequested.emit()

    @Property(QObject, constant=True)
    def details(self) -> QObject:
        """Rows of detailKey, detailLabel, detailText."""
        return self._details

    @Property(bool, notify=changed)
    def loaded(self) -> bool:
        """Whether it is read."""
        return self._state.loaded

    @Property(str, notify=changed)
    def failure(self) -> str:
        """Why it could not be read."""
        return self._state.failure

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether something is being saved."""
        return self._state.busy

    @Property(str, notify=changed)
    def pending(self) -> str:
        """Which change of contact details waits for staff; empty: none."""
        return self._state.pending

    @Property("QStringList", notify=changed)
    def languages(self) -> list[str]:
        """The kiosk's languages, each named in itself."""
        return list(self._state.languages)

    @Property(int, notify=changed)
    def language(self) -> int:
        """The place of the patron's own; -1: none of them."""
        return self._state.language

    @Property(bool, notify=changed)
    def hasEmail(self) -> bool:
        """Whether an e-mail address is known."""
        return self._state.has_email

    @Property(bool, notify=changed)
    def emails(self) -> bool:
        """Whether e-mails are wanted."""
        return self._state.emails

    @Property(bool, notify=changed)
    def keepsHistory(self) -> bool:
        """Whether past loans are kept."""
        return self._state.keeps_history

    @Property(bool, notify=changed)
    def hasPin(self) -> bool:
        """Whether the card has a PIN."""
        return self._state.has_pin

    @Property(str, notify=changed)
    def question(self) -> str:
        """What is asked: lost, forget, or nothing."""
        return self._state.question
