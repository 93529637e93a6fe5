"""Tells whoever supervises the process that the kiosk can be used."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtQuick import QQuickWindow

from kiosk.ui.shared.supervisor import tell_supervisor


class Readiness(QObject):
    """Send READY=1 once, after the window's first frame."""

    def __init__(self, window: QQuickWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        window.frameSwapped.connect(self._first_frame, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _first_frame(self) -> None:
        self._window.frameSwapped.disconnect(self._first_frame)
        tell_supervisor("READY=1")
