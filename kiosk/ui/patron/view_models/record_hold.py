"""The view model of holds on the Record page."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.record_copies import CopyRow
from kiosk.ui.patron.record_holding import HeldRow, HoldingState, PickupRow
from kiosk.ui.shared.qt_property import Property
from kiosk.ui.shared.row_list import RowList

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the record's view model")
class RecordHoldViewModel(QObject):  # type: ignore[operator]
    """Show a HoldingState and say what the patron wants."""

    changed = Signal()
    holdRequested = Signal()
    copiesRequested = Signal()
    copyRequested = Signal(str)
    pickupRequested = Signal(str)
    dialogDismissed = Signal()
    accountRequested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = HoldingState()
        self._copies = RowList(CopyRow, "copy", lambda row: row.barcode, self)
        self._pickups = RowList(PickupRow, "pickup", lambda row: row.code, self)
        self._held = RowList(HeldRow, "held", lambda row: row.key, self)

    def show(self, state: HoldingState) -> None:
        """Show another state."""
        if state == self._state:
            return
        self._state = state
        self._copies.show(state.copies)
        self._pickups.show(state.pickups)
        self._held.show(state.held)
        self.changed.emit()

    # What the patron wants.

    @Slot()
    def hold(self) -> None:
        """Have it kept."""
        self.holdRequested.emit()

    @Slot()
    def chooseOne(self) -> None:
        """Wait for a certain copy."""
        self.copiesRequested.emit()

    @Slot(str)
    def chooseCopy(self, barcode: str) -> None:
        """Wait for that copy alone; without a barcode for any."""
        self.copyRequested.emit(barcode)

    @Slot(str)
    def choosePickup(self, code: str) -> None:
        """Have it kept at this branch."""
        self.pickupRequested.emit(code)

    @Slot()
    def dismiss(self) -> None:
        """Go back a step."""
        self.dialogDismissed.emit()

    @Slot()
    def openAccount(self) -> None:
        """See all holds, and change them."""
        self.accountRequested.emit()

    # What QML reads.

    @Property(str, notify=changed)
    def dialog(self) -> str:
        """Which dialog is open: hold, copies, refused or none."""
        return self._state.dialog

    @Property(str, notify=changed)
    def prospect(self) -> str:
        """Which place a hold would have and how long it would take; empty: not known."""
        return self._state.prospect

    @Property(bool, notify=changed)
    def selectable(self) -> bool:
        """Whether one copy of several may be waited for."""
        return self._state.selectable

    @Property(str, notify=changed)
    def one(self) -> str:
        """The copy that alone is wanted; empty: any."""
        return self._state.one

    @Property(QObject, constant=True)
    def copies(self) -> QObject:
        """The copies that can be waited for; rows as those of the record's copies."""
        return self._copies

    @Property(QObject, constant=True)
    def pickups(self) -> QObject:
        """Rows of pickupCode, pickupName."""
        return self._pickups

    @Property(QObject, constant=True)
    def held(self) -> QObject:
        """The patron's own holds on it: rows of heldKey, heldChip, heldWhere."""
        return self._held

    @Property(str, notify=changed)
    def whyNot(self) -> str:
        """Why a hold was refused."""
        return self._state.why_not

    @Property(str, notify=changed)
    def whatToDo(self) -> str:
        """And what to do."""
        return self._state.what_to_do
