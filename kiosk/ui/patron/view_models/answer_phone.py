"""The view model of the answer's code for a phone."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.shared.qt_property import Property

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class AnswerPhoneState:
    """The code's path and modules a side, empty for no dialog, and whether it holds all, and an account."""

    qr: str = ""
    qr_size: int = 0
    cut: bool = False
    own: bool = False


@QmlElement
@QmlUncreatable("made by the answer's view model")
class AnswerPhoneViewModel(QObject):  # type: ignore[operator]
    """Show an AnswerPhoneState and say what the patron wants."""

    changed = Signal()
    codeRequested = Signal()
    codeDismissed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = AnswerPhoneState()

    def show(self, state: AnswerPhoneState) -> None:
        """Show another state."""
        if state != self._state:
            self._state = state
            self.changed.emit()

    @Slot()
    def take(self) -> None:
        """Have the answer as a code."""
        self.codeRequested.emit()

    @Slot()
    def dismiss(self) -> None:
        """Go on."""
        self.codeDismissed.emit()

    @Property(str, notify=changed)
    def qr(self) -> str:
        """The code's path, empty for none."""
        return self._state.qr

    @Property(int, notify=changed)
    def qrSize(self) -> int:
        """How many modules a side it has."""
        return self._state.qr_size

    @Property(bool, notify=changed)
    def cut(self) -> bool:
        """Whether the answer goes on where the code ends."""
        return self._state.cut

    @Property(bool, notify=changed)
    def own(self) -> bool:
        """Whether it tells of an account."""
        return self._state.own
