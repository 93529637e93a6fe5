"""The view model of the Borrow page."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.borrow_lines import BorrowLine
from kiosk.ui.patron.borrow_state import BorrowCard, BorrowLimit, BorrowState
from kiosk.ui.patron.view_models.borrow_mail import BorrowMailViewModel
from kiosk.ui.shared.qt_property import Property
from kiosk.ui.shared.row_list import RowList

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class BorrowViewModel(QObject):  # type: ignore[operator]
    """Show a BorrowState and tell what the patron does."""

    changed = Signal()
    itemTyped = Signal(str)
    offerRequested = Signal(int, str)
    feeAnswered = Signal(int, bool)
    partsAnswered = Signal(int, bool)
    doneRequested = Signal()
    printRequested = Signal()
    receiptAnswered = Signal(bool)
    receiptDismissed = Signal()
    leaveRequested = Signal()
    accountRequested = Signal()
    cardChosen = Signal(int)
    joinAnswered = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = BorrowState()
        self._mail = BorrowMailViewModel(self)
        self._rows = RowList(BorrowLine, "line", lambda row: row.ticket, self)
        self._cards = RowList(BorrowCard, "card", lambda row: row.place, self)
        self._limits = RowList(BorrowLimit, "limit", lambda row: row.key, self)

    def show(self, state: BorrowState) -> None:
        """Show another state."""
        if state != self._state:
            self._state = state
            self._rows.show(state.rows)
            self._cards.show(state.cards)
            self._limits.show(state.limits)
            self.changed.emit()

    # What the patron does.

    @Slot(str)
    def giveItem(self, code: str) -> None:
        """Take an item number typed on the keyboard."""
        self.itemTyped.emit(code)

    @Slot(int, str)
    def takeOffer(self, ticket: int, offer: str) -> None:
        """Go a way out of a refusal."""
        self.offerRequested.emit(ticket, offer)

    @Slot(int, bool)
    def answerFee(self, ticket: int, agreed: bool) -> None:
        """Agree to a fee, or not."""
        self.feeAnswered.emit(ticket, agreed)

    @Slot(int, bool)
    def answerParts(self, ticket: int, complete: bool) -> None:
        """Say whether everything is there."""
        self.partsAnswered.emit(ticket, complete)

    @Slot()
    def finish(self) -> None:
        """Everything is laid down."""
        self.doneRequested.emit()

    @Slot()
    def finishWithReceipt(self) -> None:
        """Everything is laid down, and a receipt is wanted."""
        self.printRequested.emit()

    @Slot(bool)
    def chooseReceipt(self, wanted: bool) -> None:
        """Want a receipt, or not."""
        self.receiptAnswered.emit(wanted)

    @Slot()
    def goOn(self) -> None:
        """Go back to the items after all."""
        self.receiptDismissed.emit()

    @Slot()
    def leave(self) -> None:
        """The thank-you is read."""
        self.leaveRequested.emit()

    @Slot()
    def openAccount(self) -> None:
        """Go to the account."""
        self.accountRequested.emit()

    @Slot(int)
    def chooseCard(self, place: int) -> None:
        """Make it the turn of another card of the visit."""
        self.cardChosen.emit(place)

    @Slot(bool)
    def answerJoin(self, together: bool) -> None:
        """Say whether both borrow together."""
        self.joinAnswered.emit(together)

    # What QML reads.

    @Property(QObject, constant=True)
    def rows(self) -> QObject:
        """Rows of a BorrowLine's fields, prefixed `line`, the newest first."""
        return self._rows

    @Property(QObject, constant=True)
    def cards(self) -> QObject:
        """Rows of cardPlace, cardName, cardCount, cardChosen; empty while there is one card only."""
        return self._cards

    @Property(QObject, constant=True)
    def limits(self) -> QObject:
        """Rows of limitKey, limitText, limitFull: groups of items with limits of their own."""
        return self._limits

    @Property(BorrowMailViewModel, constant=True)
    def mail(self) -> BorrowMailViewModel:
        """Receipts by e-mail."""
        return self._mail

    @Property(bool, notify=changed)
    def entered(self) -> bool:
        """Whether the card is known, else it is asked for."""
        return self._state.entered

    @Property(str, notify=changed)
    def step(self) -> str:
        """Where the patron is: items, receipt, mail, printing or thanks."""
        return self._state.step

    @Property(str, notify=changed)
    def name(self) -> str:
        """First name and initial."""
        return self._state.name

    @Property(str, notify=changed)
    def order(self) -> str:
        """What to do now."""
        return self._state.order

    @Property(str, notify=changed)
    def count(self) -> str:
        """How many were borrowed today."""
        return self._state.count

    @Property(str, notify=changed)
    def onCard(self) -> str:
        """How many are on the card."""
        return self._state.on_card

    @Property(int, notify=changed)
    def before(self) -> int:
        """Loans from before."""
        return self._state.before

    @Property(int, notify=changed)
    def today(self) -> int:
        """Loans of now."""
        return self._state.today

    @Property(int, notify=changed)
    def limit(self) -> int:
        """Loans allowed; 0: no limit."""
        return self._state.limit

    @Property(str, notify=changed)
    def notice(self) -> str:
        """What is to be said of the last scan."""
        return self._state.notice

    @Property(str, notify=changed)
    def waiting(self) -> str:
        """What Done waits for; empty: nothing."""
        return self._state.waiting

    @Property(int, notify=changed)
    def feeTicket(self) -> int:
        """The row whose fee is asked about; 0: none."""
        return self._state.fee.ticket

    @Property(str, notify=changed)
    def feeQuestion(self) -> str:
        """The question about the fee."""
        return self._state.fee.question

    @Property(str, notify=changed)
    def feeYes(self) -> str:
        """What agreeing means."""
        return self._state.fee.yes

    @Property(str, notify=changed)
    def joinQuestion(self) -> str:
        """Whether the card just shown is borrowed on together with the visit's; empty: nothing is asked."""
        return self._state.join_question

    @Property(int, notify=changed)
    def partsTicket(self) -> int:
        """The row whose parts are asked about; 0: none."""
        return self._state.parts.ticket

    @Property(str, notify=changed)
    def partsWords(self) -> str:
        """What belongs to it, one line each."""
        return self._state.parts.words

    @Property(bool, notify=changed)
    def partsBack(self) -> bool:
        """Whether it was returned: whoever leaves the question open then says that nothing is missing."""
        return self._state.parts.back

    @Property(bool, notify=changed)
    def receiptOffered(self) -> bool:
        """Whether there is anything to print."""
        return self._state.receipt_offered

    @Property(str, notify=changed)
    def thanks(self) -> str:
        """What was borrowed, and until when."""
        return self._state.thanks

    @Property(str, notify=changed)
    def thanksHint(self) -> str:
        """What to take along."""
        return self._state.thanks_hint

    @Property(bool, notify=changed)
    def firstDated(self) -> bool:
        """Whether something is due back on a date."""
        return self._state.first_due is not None

    @Property(str, notify=changed)
    def firstWeekday(self) -> str:
        """The weekday on which the first thing is due back."""
        return self._state.first_due.weekday if self._state.first_due else ""

    @Property(str, notify=changed)
    def firstDay(self) -> str:
        """The day of it."""
        return self._state.first_due.day if self._state.first_due else ""

    @Property(str, notify=changed)
    def firstMonth(self) -> str:
        """The month of it."""
        return self._state.first_due.month if self._state.first_due else ""

    @Property(int, notify=changed)
    def firstTone(self) -> int:
        """How near it is."""
        return self._state.first_due.tone if self._state.first_due else 0
