"""The view model of holds in My account."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.account_holding import AccountHold, AccountHoldsState, HoldChoice
from kiosk.ui.shared.qt_property import Property
from kiosk.ui.shared.row_list import RowList

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the account's view model")
class AccountHoldsViewModel(QObject):  # type: ignore[operator]
    """Show an AccountHoldsState and tell what its owner wants."""

    changed = Signal()
    changeRequested = Signal(int)
    restRequested = Signal()
    weeksRequested = Signal(int)
    dayMoved = Signal(int)
    restAgreed = Signal()
    againRequested = Signal()
    elsewhereRequested = Signal()
    branchRequested = Signal(str)
    cancelRequested = Signal(int)
    cancelAgreed = Signal()
    questionLeft = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = AccountHoldsState()
        self._rows = RowList(AccountHold, "hold", lambda row: row.number, self)
        self._weeks = RowList(HoldChoice, "choice", lambda row: row.key, self)
        self._branches = RowList(HoldChoice, "choice", lambda row: row.key, self)

    def show(self, state: AccountHoldsState) -> None:
        """Show another state."""
        if state == self._state:
            return
        self._state = state
        self._rows.show(state.rows)
        self._weeks.show(state.weeks)
        self._branches.show(state.branches)
        self.changed.emit()

    # What the owner wants.

    @Slot(int)
    def change(self, hold: int) -> None:
        """Change a hold: it is asked how."""
        self.changeRequested.emit(hold)

    @Slot()
    def letRest(self) -> None:
        """Let others go first: it is asked until when."""
        self.restRequested.emit()

    @Slot(int)
    def chooseWeeks(self, weeks: int) -> None:
        """For so many weeks; 0 for until it is resumed."""
        self.weeksRequested.emit(weeks)

    @Slot(int)
    def moveDay(self, days: int) -> None:
        """For so many days more or less."""
        self.dayMoved.emit(days)

    @Slot()
    def agreeToRest(self) -> None:
        """Until the day that is shown."""
        self.restAgreed.emit()

    @Slot()
    def waitAgain(self) -> None:
        """Wait again now."""
        self.againRequested.emit()

    @Slot()
    def fetchElsewhere(self) -> None:
        """Collect it elsewhere: it is asked where."""
        self.elsewhereRequested.emit()

    @Slot(str)
    def chooseBranch(self, code: str) -> None:
        """Collect it there."""
        self.branchRequested.emit(code)

    @Slot(int)
    def cancel(self, hold: int) -> None:
        """Cancel a hold, 0 for the one asked about: that is asked first."""
        self.cancelRequested.emit(hold)

    @Slot()
    def agreeToCancel(self) -> None:
        """Mean it."""
        self.cancelAgreed.emit()

    @Slot()
    def leave(self) -> None:
        """Leave the question unanswered."""
        self.questionLeft.emit()

    # What QML reads.

    @Property(QObject, constant=True)
    def rows(self) -> QObject:
        """Rows of an AccountHold's fields, prefixed `hold`."""
        return self._rows

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many holds there are."""
        return len(self._state.rows)

    @Property(str, notify=changed)
    def question(self) -> str:
        """What is asked: change, rest, elsewhere, cancel; or told: refused; or nothing."""
        return self._state.question

    @Property(str, notify=changed)
    def heading(self) -> str:
        """The question's heading."""
        return self._state.heading

    @Property(str, notify=changed)
    def words(self) -> str:
        """What it means, or how the hold stands."""
        return self._state.words

    @Property(bool, notify=changed)
    def resting(self) -> bool:
        """Whether others go first."""
        return self._state.resting

    @Property(bool, notify=changed)
    def movable(self) -> bool:
        """Whether there is another branch."""
        return self._state.movable

    @Property(str, notify=changed)
    def day(self) -> str:
        """The day until which it would rest; empty: until it is resumed."""
        return self._state.day

    @Property(str, notify=changed)
    def rest(self) -> str:
        """What agreeing to it says."""
        return self._state.rest

    @Property(QObject, constant=True)
    def weeks(self) -> QObject:
        """Rows of choiceKey, choiceText, choiceChosen."""
        return self._weeks

    @Property(QObject, constant=True)
    def branches(self) -> QObject:
        """Rows of choiceKey, choiceText, choiceChosen."""
        return self._branches
