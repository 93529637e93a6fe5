"""Brings what a scanner at a serial line reads to the thread of the screen."""

from PySide6.QtCore import QObject, Signal

from kiosk.devices.serial_scanner import ScannerState, SerialScanner


class SerialScanning(QObject):
    """Tell scans as a keyboard's scanner does: `scanned`, `garbled`; `stateChanged` has True while away."""

    scanned = Signal(str)
    garbled = Signal()
    stateChanged = Signal(bool)
    _heard = Signal(str)

    def __init__(self, scanner: SerialScanner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scanner = scanner
        self._heard.connect(self._take)

    def begin(self) -> None:
        """Listen from now on."""
        # The thread only emits: a signal of this object crosses to its own thread by itself.
        self._scanner.listen(
            self._heard.emit, lambda state: self.stateChanged.emit(state is ScannerState.AWAY)
        )

    def close(self) -> None:
        """Hear no more."""
        self._scanner.close()

    def _take(self, code: str) -> None:
        if code:
            self.scanned.emit(code)
        else:
            self.garbled.emit()
