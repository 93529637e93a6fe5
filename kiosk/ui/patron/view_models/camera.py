"""The view model of the camera beside the question for a card."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.camera_state import CameraState
from kiosk.ui.shared.qt_property import Property

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class CameraViewModel(QObject):  # type: ignore[operator]
    """Show a CameraState."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = CameraState()

    def show(self, state: CameraState) -> None:
        """Show another state."""
        if state != self._state:
            self._state = state
            self.changed.emit()

    @Property(bool, notify=changed)
    def on(self) -> bool:
        """Whether it looks."""
        return self._state.on

    @Property(str, notify=changed)
    def picture(self) -> str:
        """What it sees, as the URL that is the picture itself."""
        return self._state.picture

    @Property(str, notify=changed)
    def hint(self) -> str:
        """What to do differently; empty: nothing."""
        return self._state.hint

    @Property(bool, notify=changed)
    def gone(self) -> bool:
        """Whether it does not answer."""
        return self._state.gone
