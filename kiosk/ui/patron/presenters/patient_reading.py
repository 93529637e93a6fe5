"""Reads one thing at a time for a page, the newest alone, and tells when it takes longer than it should."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.ui.shared.jobs import Jobs

_SLOW_MS = 1000


class PatientReading(QObject):
    """Read off the GUI thread under one name; `slow` tells after a second that it is still under way."""

    slow = Signal()

    def __init__(self, jobs: Jobs, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._name = name
        self._patience = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._patience.timeout.connect(self.slow)

    def read(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        """Begin to read; what was begun before is not waited for any more."""

        def came(result: Any) -> None:
            self._patience.stop()
            done(result)

        def broke(error: Exception) -> None:
            self._patience.stop()
            failed(error)

        self._patience.start()
        self._jobs.latest(self._name, work, came, broke)

    def stop(self) -> None:
        """Wait for nothing any more."""
        self._patience.stop()
        self._jobs.forget(self._name)
