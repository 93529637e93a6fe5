"""Joins a scanner at a serial line to the pages, and says what to do instead while it is away."""

from PySide6.QtCore import QObject

from kiosk.devices.serial_scanner import SerialScanner
from kiosk.ui.patron.presenters.scans import ScanDesk
from kiosk.ui.patron.serial_scanning import SerialScanning
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit

_SCANNING = frozenset({"borrow", "sign_in", "return"})


class ScannerLine(QObject):
    """Hand scans on; on every page that asks for one, tell that the scanner does not answer."""

    def __init__(
        self,
        scanner: SerialScanner,
        scans: ScanDesk,
        shell: ShellViewModel,
        visit: Visit,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shell, self._visit = shell, visit
        self._away = False
        self._line = SerialScanning(scanner, self)
        self._line.scanned.connect(scans.scanned)
        self._line.garbled.connect(scans.garbled)
        self._line.stateChanged.connect(self._changed)
        shell.routeChanged.connect(self._tell)

    def begin(self) -> None:
        """Listen from now on."""
        self._line.begin()

    def close(self) -> None:
        """Hear no more."""
        self._line.close()

    def _changed(self, away: bool) -> None:
        self._away = away
        self._tell()

    def _tell(self) -> None:
        if self._away and self._shell.route.page in _SCANNING:
            self._shell.showToast(self._visit.words("trouble.scanner_away"), icon="alert")
