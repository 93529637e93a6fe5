"""The home screen's view model."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.channel_rows import ChannelRow
from kiosk.ui.patron.home_state import Arrival, HomeQuestion, HomeState
from kiosk.ui.shared.qt_property import Property
from kiosk.ui.shared.row_list import RowList

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class HomeViewModel(QObject):  # type: ignore[operator]
    """Show a HomeState and say what the patron wants; services listen to its request signals."""

    changed = Signal()
    findRequested = Signal()
    browseRequested = Signal(str)
    questionRequested = Signal(str)
    askRequested = Signal()
    recordRequested = Signal(str)
    borrowRequested = Signal()
    accountRequested = Signal()
    returnRequested = Signal()
    joinRequested = Signal()
    requestRequested = Signal()
    reachRequested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = HomeState()
        self._questions = RowList(HomeQuestion, "question", lambda row: row.article, self)
        self._arrivals = RowList(Arrival, "arrival", lambda row: row.record, self)
        self._channels = RowList(ChannelRow, "channel", lambda row: (row.kind, row.value), self)

    def show(self, state: HomeState) -> None:
        """Show another state."""
        if state == self._state:
            return
        self._state = state
        self._questions.show(state.questions)
        self._arrivals.show(state.arrivals)
        self._channels.show(state.channels)
        self.changed.emit()

    @Property(QObject, constant=True)
    def questions(self) -> QObject:
        """Rows of questionArticle, questionText."""
        return self._questions

    @Property(QObject, constant=True)
    def arrivals(self) -> QObject:
        """Rows of arrivalRecord, arrivalTitle, arrivalAuthor, arrivalCover, arrivalSquare."""
        return self._arrivals

    @Property(QObject, constant=True)
    def channels(self) -> QObject:
        """Rows of a ChannelRow's fields, prefixed `channel`."""
        return self._channels

    @Property(str, notify=changed)
    def channelsTold(self) -> str:
        """All ways to reach the library with their hours, to be heard."""
        return "; ".join(channel.told for channel in self._state.channels)

    @Property(str, notify=changed)
    def counts(self) -> str:
        """How many titles there are, as a sentence."""
        return self._state.counts

    @Property(bool, notify=changed)
    def borrowing(self) -> bool:
        """Whether this kiosk lends."""
        return self._state.borrowing

    @Property(bool, notify=changed)
    def returning(self) -> bool:
        """Whether this kiosk takes things back."""
        return self._state.returning

    @Property(bool, notify=changed)
    def joining(self) -> bool:
        """Whether one can register here."""
        return self._state.joining

    @Slot()
    def find(self) -> None:
        """Go and search."""
        self.findRequested.emit()

    @Slot(str)
    def browse(self, what: str) -> None:
        """Go and browse `new`, `subjects`, `shelf` or `popular`."""
        self.browseRequested.emit(what)

    @Slot(str)
    def askQuestion(self, article: str) -> None:
        """Go and read the answer."""
        self.questionRequested.emit(article)

    @Slot()
    def ask(self) -> None:
        """Go and ask in own words."""
        self.askRequested.emit()

    @Slot(str)
    def openRecord(self, record: str) -> None:
        """Go and look at a new arrival."""
        self.recordRequested.emit(record)

    @Slot()
    def borrow(self) -> None:
        """Go and borrow."""
        self.borrowRequested.emit()

    @Slot()
    def account(self) -> None:
        """Go to the account."""
        self.accountRequested.emit()

    @Slot()
    def giveBack(self) -> None:
        """Go and return things."""
        self.returnRequested.emit()

    @Slot()
    def join(self) -> None:
        """Go and register."""
        self.joinRequested.emit()

    @Slot()
    def request(self) -> None:
        """Go and ask the library for something, or how far that is."""
        self.requestRequested.emit()

    @Slot()
    def reach(self) -> None:
        """Go and see how else the library is reached, with codes for a phone."""
        self.reachRequested.emit()
