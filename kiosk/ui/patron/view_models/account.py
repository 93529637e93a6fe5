"""The view model of My account."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.account_lines import AccountLoan
from kiosk.ui.patron.account_state import AccountFee, AccountState
from kiosk.ui.patron.view_models.account_holds import AccountHoldsViewModel
from kiosk.ui.shared.qt_property import Property
from kiosk.ui.shared.row_list import RowList

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class AccountViewModel(QObject):  # type: ignore[operator]
    """Show an AccountState and tell what its owner wants."""

    changed = Signal()
    renewRequested = Signal(str)
    renewAllRequested = Signal()
    choosingRequested = Signal(bool)
    loanTouched = Signal(str)
    renewChosenRequested = Signal()
    readAgainRequested = Signal()
    borrowRequested = Signal()
    settingsRequested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = AccountState()
        self._loans = RowList(AccountLoan, "loan", lambda row: row.barcode, self)
        self._holding = AccountHoldsViewModel(self)
        self._fees = RowList(AccountFee, "fee", lambda row: row.key, self)

    def show(self, state: AccountState) -> None:
        """Show another state."""
        if state == self._state:
            return
        self._state = state
        self._loans.show(state.loans)
        self._fees.show(state.fees)
        self.changed.emit()

    # What the owner wants.

    @Slot(str)
    def renew(self, barcode: str) -> None:
        """Renew one loan."""
        self.renewRequested.emit(barcode)

    @Slot()
    def renewAll(self) -> None:
        """Renew all that can be."""
        self.renewAllRequested.emit()

    @Slot(bool)
    def choose(self, wanted: bool) -> None:
        """Begin to choose loans, or stop."""
        self.choosingRequested.emit(wanted)

    @Slot(str)
    def touchLoan(self, barcode: str) -> None:
        """Choose a loan, or not any more."""
        self.loanTouched.emit(barcode)

    @Slot()
    def renewChosen(self) -> None:
        """Renew the loans chosen."""
        self.renewChosenRequested.emit()

    @Slot()
    def readAgain(self) -> None:
        """Read the account once more."""
        self.readAgainRequested.emit()

    @Slot()
    def openBorrow(self) -> None:
        """Go and borrow."""
        self.borrowRequested.emit()

    @Slot()
    def openSettings(self) -> None:
        """Look after details and settings."""
        self.settingsRequested.emit()

    # What QML reads.

    @Property(QObject, constant=True)
    def loans(self) -> QObject:
        """Rows of an AccountLoan's fields, prefixed `loan`."""
        return self._loans

    @Property(AccountHoldsViewModel, constant=True)
    def holding(self) -> AccountHoldsViewModel:
        """The holds, and what is asked before one is changed."""
        return self._holding

    @Property(QObject, constant=True)
    def fees(self) -> QObject:
        """Rows of feeKey, feeText, feeAmount."""
        return self._fees

    @Property(bool, notify=changed)
    def entered(self) -> bool:
        """Whether the card is known, else it is asked for."""
        return self._state.entered

    @Property(bool, notify=changed)
    def loaded(self) -> bool:
        """Whether the account is read."""
        return self._state.loaded

    @Property(str, notify=changed)
    def failure(self) -> str:
        """Why it could not be read."""
        return self._state.failure

    @Property(str, notify=changed)
    def name(self) -> str:
        """First name and initial."""
        return self._state.name

    @Property(str, notify=changed)
    def initials(self) -> str:
        """The letters in the disc."""
        return self._state.initials

    @Property(str, notify=changed)
    def about(self) -> str:
        """Category and how long the card is valid."""
        return self._state.about

    @Property(int, notify=changed)
    def loanCount(self) -> int:
        """How many loans there are."""
        return len(self._state.loans)

    @Property(int, notify=changed)
    def renewable(self) -> int:
        """How many loans can be renewed."""
        return self._state.renewable

    @Property(bool, notify=changed)
    def choosing(self) -> bool:
        """Whether loans are being chosen."""
        return self._state.choosing

    @Property(int, notify=changed)
    def chosen(self) -> int:
        """How many are chosen."""
        return self._state.chosen

    @Property(str, notify=changed)
    def renewChosenText(self) -> str:
        """What renewing the chosen ones says, with their number."""
        return self._state.renew_chosen

    @Property(str, notify=changed)
    def progress(self) -> str:
        """How far renewing all is; empty: nothing is renewed."""
        return self._state.progress

    @Property(float, notify=changed)
    def done(self) -> float:
        """The share of renewals that are done."""
        return self._state.done

    @Property(str, notify=changed)
    def owes(self) -> str:
        """All that is owed together; empty: nothing."""
        return self._state.owes
