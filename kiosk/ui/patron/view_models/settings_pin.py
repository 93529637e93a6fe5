"""The view model of the page for a new PIN."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.settings_pin_state import PinPageState
from kiosk.ui.shared.qt_property import Property

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class SettingsPinViewModel(QObject):  # type: ignore[operator]
    """Show a PinPageState; tell what is typed. `cleared` tells the page to wipe its field."""

    changed = Signal()
    cleared = Signal()
    typed = Signal(str)
    leaveRequested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = PinPageState()

    def show(self, state: PinPageState) -> None:
        """Show another state."""
        if state == self._state:
            return
        moved = state.turn != self._state.turn
        self._state = state
        self.changed.emit()
        if moved:
            self.cleared.emit()

    @Slot(str)
    def give(self, digits: str) -> None:
        """Take the digits typed."""
        self.typed.emit(digits)

    @Slot()
    def leave(self) -> None:
        """Change nothing, and end the visit."""
        self.leaveRequested.emit()

    @Property(str, notify=changed)
    def order(self) -> str:
        """What to do now."""
        return self._state.order

    @Property(str, notify=changed)
    def why(self) -> str:
        """What it is good for."""
        return self._state.why

    @Property(str, notify=changed)
    def label(self) -> str:
        """What the field is called."""
        return self._state.label

    @Property(str, notify=changed)
    def busy(self) -> str:
        """What is waited for; empty: nothing."""
        return self._state.busy

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Why it does not go on and what to do."""
        return self._state.trouble

    @Property(bool, notify=changed)
    def must(self) -> bool:
        """Whether nothing else can be done before."""
        return self._state.must
