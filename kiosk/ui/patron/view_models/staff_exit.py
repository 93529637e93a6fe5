"""The view model of the dialog by which staff leave the kiosk."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.staff_exit_state import StaffExitState
from kiosk.ui.shared.qt_property import Property

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class StaffExitViewModel(QObject):  # type: ignore[operator]
    """Show a StaffExitState; tell what staff want."""

    changed = Signal()
    typed = Signal(str)
    erased = Signal()
    checkRequested = Signal()
    stayRequested = Signal()
    leaveRequested = Signal()
    restartRequested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = StaffExitState()

    def show(self, state: StaffExitState) -> None:
        """Show another state."""
        if state != self._state:
            self._state = state
            self.changed.emit()

    # What somebody does.

    @Slot(str)
    def type(self, digit: str) -> None:
        """Type a digit."""
        self.typed.emit(digit)

    @Slot()
    def erase(self) -> None:
        """Take the last digit away."""
        self.erased.emit()

    @Slot()
    def check(self) -> None:
        """Have the PIN checked."""
        self.checkRequested.emit()

    @Slot()
    def stay(self) -> None:
        """Go back to the kiosk."""
        self.stayRequested.emit()

    @Slot()
    def leave(self) -> None:
        """Close the kiosk."""
        self.leaveRequested.emit()

    @Slot()
    def restart(self) -> None:
        """Start the kiosk anew."""
        self.restartRequested.emit()

    # What QML reads.

    @Property(str, notify=changed)
    def step(self) -> str:
        """How far it is: pin, checking, ways; empty for no dialog."""
        return str(self._state.step)

    @Property(int, notify=changed)
    def digits(self) -> int:
        """How many digits are typed."""
        return self._state.digits

    @Property(str, notify=changed)
    def remark(self) -> str:
        """What became of the PIN."""
        return self._state.remark
