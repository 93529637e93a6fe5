"""The view model of the sign-in, on whichever page it stands."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.sign_in_state import SignInState
from kiosk.ui.patron.view_models.camera import CameraViewModel
from kiosk.ui.shared.qt_property import Property

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class SignInViewModel(QObject):  # type: ignore[operator]
    """Show a SignInState; tell what is typed. `cleared` tells the page to wipe what stands in its fields."""

    changed = Signal()
    cleared = Signal()
    cardTyped = Signal(str)
    pinTyped = Signal(str)
    otherCardRequested = Signal()
    joinRequested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = SignInState()
        self._camera = CameraViewModel(self)
        self._joining = False

    def show(self, state: SignInState) -> None:
        """Show another state."""
        if state == self._state:
            return
        moved = (state.asks_pin, state.turn) != (self._state.asks_pin, self._state.turn)
        self._state = state
        self.changed.emit()
        if moved:
            self.cleared.emit()

    def offerJoining(self, offered: bool) -> None:
        """Say whether one can get a card here."""
        self._joining = offered
        self.changed.emit()

    @Slot(str)
    def giveCard(self, code: str) -> None:
        """Take a card number typed on the number pad."""
        self.cardTyped.emit(code)

    @Slot(str)
    def givePin(self, pin: str) -> None:
        """Take a PIN."""
        self.pinTyped.emit(pin)

    @Slot()
    def takeOtherCard(self) -> None:
        """Go back to the card."""
        self.otherCardRequested.emit()

    @Slot()
    def join(self) -> None:
        """Get a card first."""
        self.joinRequested.emit()

    @Property(CameraViewModel, constant=True)
    def camera(self) -> CameraViewModel:
        """What reads cards on phones."""
        return self._camera

    @Property(bool, notify=changed)
    def joining(self) -> bool:
        """Whether one can get a card here."""
        return self._joining and not self._state.asks_pin

    @Property(bool, notify=changed)
    def asksPin(self) -> bool:
        """Whether the PIN is asked for, else the card."""
        return self._state.asks_pin

    @Property(str, notify=changed)
    def order(self) -> str:
        """What to do now."""
        return self._state.order

    @Property(str, notify=changed)
    def why(self) -> str:
        """What that is good for."""
        return self._state.why

    @Property(str, notify=changed)
    def busy(self) -> str:
        """What is waited for; empty: nothing."""
        return self._state.busy

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Why it does not go on and what to do."""
        return self._state.trouble
