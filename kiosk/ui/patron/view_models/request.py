"""The view model of requests: asking the library for something, and asking how far that is."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.channel_rows import ChannelRow
from kiosk.ui.patron.form_fields import FormField
from kiosk.ui.patron.request_state import RequestsState
from kiosk.ui.shared.qt_property import Property
from kiosk.ui.shared.row_list import RowList

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class RequestViewModel(QObject):  # type: ignore[operator]
    """Show a RequestsState; `refilled` tells pages to show in their fields what is kept of them."""

    changed = Signal()
    refilled = Signal()
    kindChosen = Signal(int)
    kindOpened = Signal(int)
    lookupOpened = Signal()
    typed = Signal(str, str)
    sendRequested = Signal()
    cardRequested = Signal()
    printRequested = Signal()
    leaveRequested = Signal()
    numberTyped = Signal(str)
    numberGiven = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = RequestsState()
        self._fields = RowList(FormField, "field", lambda row: row.name, self)
        self._channels = RowList(ChannelRow, "channel", lambda row: (row.kind, row.value), self)
        self._lookup = RowList(FormField, "field", lambda row: row.name, self)

    def show(self, state: RequestsState) -> None:
        """Show another state."""
        if state == self._state:
            return
        self._state = state
        self._fields.show(state.fields)
        self._channels.show(state.channels)
        self._lookup.show(state.lookup)
        self.changed.emit()

    # What somebody does.

    @Slot(int)
    def open(self, kind: int) -> None:
        """Go and ask for that: 0 a purchase, 1 a loan from another library, 2 an answer of staff."""
        self.kindOpened.emit(kind)

    @Slot()
    def openLookup(self) -> None:
        """Go and ask how far a request is."""
        self.lookupOpened.emit()

    @Slot(int)
    def choose(self, kind: int) -> None:
        """Ask for another kind of thing with what is typed already."""
        self.kindChosen.emit(kind)

    @Slot(str, str)
    def type(self, name: str, text: str) -> None:
        """Keep what stands in a field."""
        self.typed.emit(name, text)

    @Slot()
    def send(self) -> None:
        """Send it."""
        self.sendRequested.emit()

    @Slot()
    def useCard(self) -> None:
        """Ask with one's card."""
        self.cardRequested.emit()

    @Slot()
    def printNumber(self) -> None:
        """Print the number."""
        self.printRequested.emit()

    @Slot()
    def leave(self) -> None:
        """Be done."""
        self.leaveRequested.emit()

    @Slot(str)
    def typeNumber(self, text: str) -> None:
        """Keep what stands in the field of the number."""
        self.numberTyped.emit(text)

    @Slot()
    def giveNumber(self) -> None:
        """Ask how far the request of that number is."""
        self.numberGiven.emit()

    # What QML reads.

    @Property(int, notify=changed)
    def kind(self) -> int:
        """The kind asked for: 0, 1, 2 as in `open`."""
        return self._state.kind

    @Property(QObject, constant=True)
    def fields(self) -> QObject:
        """Rows of a FormField's fields, prefixed `field`."""
        return self._fields

    @Property(QObject, constant=True)
    def lookup(self) -> QObject:
        """The row of the number's field."""
        return self._lookup

    @Property(str, notify=changed)
    def title(self) -> str:
        """What is asked for."""
        return self._state.title

    @Property(str, notify=changed)
    def why(self) -> str:
        """What becomes of it."""
        return self._state.why

    @Property(str, notify=changed)
    def card(self) -> str:
        """With whose card it is asked; empty: with none."""
        return self._state.card

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether it is being sent."""
        return self._state.busy

    @Property(str, notify=changed)
    def failure(self) -> str:
        """Why it was not sent and what to do."""
        return self._state.failure

    @Property(QObject, constant=True)
    def channels(self) -> QObject:
        """Rows of a ChannelRow's fields: how else the library is reached where a kiosk takes no more."""
        return self._channels

    @Property(str, notify=changed)
    def expect(self) -> str:
        """When a question will be read."""
        return self._state.expect

    @Property(str, notify=changed)
    def number(self) -> str:
        """The number of what was asked."""
        return self._state.number

    @Property(str, notify=changed)
    def numberKind(self) -> str:
        """What was asked."""
        return self._state.number_kind

    @Property(str, notify=changed)
    def how(self) -> str:
        """How to ask for it later."""
        return self._state.how

    @Property(str, notify=changed)
    def paper(self) -> str:
        """How far the slip is: nothing, printing, printed, failed."""
        return self._state.paper

    @Property(str, notify=changed)
    def paperNote(self) -> str:
        """What is said of the slip."""
        return self._state.paper_note

    @Property(bool, notify=changed)
    def looking(self) -> bool:
        """Whether a number is being asked about."""
        return self._state.looking

    @Property(str, notify=changed)
    def lookupFailure(self) -> str:
        """Why nothing could be found out."""
        return self._state.lookup_failure

    @Property(str, notify=changed)
    def foundKind(self) -> str:
        """What the number's request is; empty: nothing found."""
        return self._state.found.kind

    @Property(str, notify=changed)
    def foundState(self) -> str:
        """How far it is."""
        return self._state.found.state

    @Property(int, notify=changed)
    def foundTone(self) -> int:
        """0 good, 1 waiting, 2 over without."""
        return self._state.found.tone

    @Property(str, notify=changed)
    def foundDates(self) -> str:
        """When it was asked and last changed."""
        return self._state.found.dates

    @Property(str, notify=changed)
    def foundNext(self) -> str:
        """What comes next."""
        return self._state.found.next_step

    @Property(str, notify=changed)
    def foundAnswer(self) -> str:
        """What staff answered, where no card stands behind it."""
        return self._state.found.answer
