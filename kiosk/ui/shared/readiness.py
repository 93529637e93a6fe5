"""Tells whoever supervises the process that the kiosk can be used."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtQuick import QQuickWindow

from kiosk.supervising import tell_supervisor

_QUEUED, _ONCE = Qt.ConnectionType.QueuedConnection, Qt.ConnectionType.SingleShotConnection


class Readiness(QObject):
    """Send READY=1 once, after the window's first frame."""

    def __init__(self, window: QQuickWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Several frames may be queued before the first is told: the connection counts, not the slot.
        window.frameSwapped.connect(self._first_frame, Qt.ConnectionType(_QUEUED.value | _ONCE.value))

    @Slot()
    def _first_frame(self) -> None:
        tell_supervisor("READY=1")
