"""The view model of the Return page."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.return_state import ReturnLine, ReturnState
from kiosk.ui.shared.qt_property import Property
from kiosk.ui.shared.row_list import RowList

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class CheckinViewModel(QObject):  # type: ignore[operator]
    """Show a ReturnState and tell what is handed in."""

    changed = Signal()
    itemTyped = Signal(str)
    againRequested = Signal(int)
    doneRequested = Signal()
    printRequested = Signal()
    partsDoubted = Signal(int)
    partsAnswered = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = ReturnState()
        self._rows = RowList(ReturnLine, "line", lambda row: row.ticket, self)

    def show(self, state: ReturnState) -> None:
        """Show another state."""
        if state != self._state:
            self._state = state
            self._rows.show(state.rows)
            self.changed.emit()

    @Slot(str)
    def giveItem(self, code: str) -> None:
        """Take an item number typed on the keyboard."""
        self.itemTyped.emit(code)

    @Slot(int)
    def tryAgain(self, ticket: int) -> None:
        """Try a failed item once more."""
        self.againRequested.emit(ticket)

    @Slot(int)
    def doubtParts(self, ticket: int) -> None:
        """Something that belongs to an item may be missing."""
        self.partsDoubted.emit(ticket)

    @Slot(bool)
    def answerParts(self, missing: bool) -> None:
        """Say whether something is missing indeed."""
        self.partsAnswered.emit(missing)

    @Slot()
    def finish(self) -> None:
        """Everything is handed in."""
        self.doneRequested.emit()

    @Slot()
    def finishWithReceipt(self) -> None:
        """Everything is handed in, and a receipt is wanted."""
        self.printRequested.emit()

    @Property(QObject, constant=True)
    def rows(self) -> QObject:
        """Rows of a ReturnLine's fields, prefixed `line`, the newest first."""
        return self._rows

    @Property(bool, notify=changed)
    def begun(self) -> bool:
        """Whether anything was laid down."""
        return bool(self._state.rows)

    @Property(str, notify=changed)
    def headline(self) -> str:
        """Thanks, or what to do."""
        return self._state.headline

    @Property(str, notify=changed)
    def title(self) -> str:
        """The last item's title."""
        return self._state.now.title

    @Property(str, notify=changed)
    def language(self) -> str:
        """The language of that title in two letters; empty where nobody knows."""
        return self._state.now.language

    @Property(str, notify=changed)
    def about(self) -> str:
        """Its author and form."""
        return self._state.now.about

    @Property(str, notify=changed)
    def cover(self) -> str:
        """The file URL of its cover."""
        return self._state.now.cover

    @Property(bool, notify=changed)
    def square(self) -> bool:
        """Whether its cover is square."""
        return self._state.now.square

    @Property(str, notify=changed)
    def chip(self) -> str:
        """What became of it."""
        return self._state.now.chip

    @Property(int, notify=changed)
    def tone(self) -> int:
        """0 good, 1 wait, 2 stop."""
        return self._state.now.tone

    @Property(str, notify=changed)
    def note(self) -> str:
        """What else there is to say of it."""
        return self._state.now.note

    @Property(str, notify=changed)
    def left(self) -> str:
        """What is left on the card, or what to do."""
        return self._state.now.left

    @Property(str, notify=changed)
    def lay(self) -> str:
        """Where to lay it, as a sentence with the place in bold."""
        return self._state.now.lay

    @Property(int, notify=changed)
    def place(self) -> int:
        """Which of the places it is; negative: none."""
        return self._state.now.place

    @Property(str, notify=changed)
    def parts(self) -> str:
        """What should have come back with it; empty: nothing to be said of that."""
        return self._state.now.parts

    @Property(int, notify=changed)
    def partsTicket(self) -> int:
        """The row that it is."""
        return self._state.now.parts_ticket

    @Property(str, notify=changed)
    def partsQuestion(self) -> str:
        """What belongs to the item of which something may be missing; empty: nothing is asked."""
        return self._state.parts_question

    @Property("QStringList", notify=changed)
    def places(self) -> list[str]:
        """The labels of the shelves and bins beside the kiosk."""
        return list(self._state.places)

    @Property(str, notify=changed)
    def count(self) -> str:
        """How many were taken back."""
        return self._state.count

    @Property(str, notify=changed)
    def notice(self) -> str:
        """What is to be said of the last scan."""
        return self._state.notice

    @Property(str, notify=changed)
    def waiting(self) -> str:
        """What Done waits for; empty: nothing."""
        return self._state.waiting

    @Property(bool, notify=changed)
    def receiptOffered(self) -> bool:
        """Whether there is anything to print."""
        return self._state.receipt_offered
