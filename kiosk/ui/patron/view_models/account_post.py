"""The view model of the requests and messages of an account."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.account_post_state import AccountLetter, AccountRequest, PostState
from kiosk.ui.shared.qt_property import Property
from kiosk.ui.shared.row_list import RowList

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class AccountPostViewModel(QObject):  # type: ignore[operator]
    """Show a PostState and tell what its owner wants."""

    changed = Signal()
    lettersRequested = Signal()
    withdrawRequested = Signal(str)
    withdrawAnswered = Signal(bool)
    againRequested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = PostState()
        self._requests = RowList(AccountRequest, "request", lambda row: row.number, self)
        self._letters = RowList(AccountLetter, "letter", lambda row: row.key, self)

    def show(self, state: PostState) -> None:
        """Show another state."""
        if state != self._state:
            self._state = state
            self._requests.show(state.requests)
            self._letters.show(state.letters)
            self.changed.emit()

    @Slot()
    def openLetters(self) -> None:
        """Read all messages."""
        self.lettersRequested.emit()

    @Slot(str)
    def withdraw(self, number: str) -> None:
        """Take a request back: it is asked first."""
        self.withdrawRequested.emit(number)

    @Slot(bool)
    def answerWithdraw(self, agreed: bool) -> None:
        """Mean it, or not."""
        self.withdrawAnswered.emit(agreed)

    @Slot()
    def readAgain(self) -> None:
        """Read it once more."""
        self.againRequested.emit()

    @Property(QObject, constant=True)
    def requests(self) -> QObject:
        """Rows of an AccountRequest's fields, prefixed `request`."""
        return self._requests

    @Property(QObject, constant=True)
    def letters(self) -> QObject:
        """Rows of an AccountLetter's fields, prefixed `letter`."""
        return self._letters

    @Property(int, notify=changed)
    def requestCount(self) -> int:
        """How many requests there are."""
        return len(self._state.requests)

    @Property(int, notify=changed)
    def letterCount(self) -> int:
        """How many messages there are."""
        return len(self._state.letters)

    @Property(str, notify=changed)
    def news(self) -> str:
        """How many messages are new; empty: none."""
        return self._state.news

    @Property(str, notify=changed)
    def question(self) -> str:
        """What is asked before a request is taken back; empty: nothing."""
        return self._state.question

    @Property(str, notify=changed)
    def failure(self) -> str:
        """Why it could not be read."""
        return self._state.failure
