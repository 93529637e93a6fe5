"""A scanner, or a reader of radio tags, at a serial line: codes come by themselves, and so does the line."""

from collections.abc import Callable
from enum import StrEnum
from threading import Event, Thread
from typing import Any

from kiosk.devices.serial_codes import CodeCutter, characters
from kiosk.settings import ScannerSettings

_WAIT_S = 0.1  # how long a read waits, and the silence that ends a code without a terminator
_AGAIN_S = 2.0


class ScannerState(StrEnum):
    """How a scanner is; one that types like a keyboard cannot tell and is taken for ready."""

    READY = "ready"
    AWAY = "away"


class SerialScanner:
    """Listen on a thread of its own from `listen` to `close`; a line that goes is opened again.

    The callbacks are called on that thread; an empty code is one that could not be read.
    """

    def __init__(self, settings: ScannerSettings) -> None:
        self._settings = settings
        self._cutter = CodeCutter(
            characters(settings.prefix), characters(settings.suffix), characters(settings.terminator)
        )
        self._closed = Event()
        self._state = ScannerState.AWAY
        self._thread: Thread | None = None

    def state(self) -> ScannerState:
        """Return how the line is: while it listens as it found it, else by opening it once."""
        if self._thread is not None:
            return self._state
        try:
            self._opened().close()
        except _line_errors():
            return ScannerState.AWAY
        return ScannerState.READY

    def listen(self, scanned: Callable[[str], None], changed: Callable[[ScannerState], None]) -> None:
        """Begin; `changed` tells each change of state, the first too."""
        self._thread = Thread(target=self._run, args=(scanned, changed), name="scanner", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Hear no more."""
        self._closed.set()
        if self._thread is not None:
            self._thread.join(_AGAIN_S)

    def _run(self, scanned: Callable[[str], None], changed: Callable[[ScannerState], None]) -> None:
        told: ScannerState | None = None

        def tell(state: ScannerState) -> None:
            nonlocal told
            self._state = state
            if state is not told:
                told = state
                changed(state)

        while not self._closed.is_set():
            try:
                with self._opened() as line:
                    tell(ScannerState.READY)
                    self._read(line, scanned)
            except _line_errors():
                self._cutter.forget()
                tell(ScannerState.AWAY)
                self._closed.wait(_AGAIN_S)

    def _read(self, line: Any, scanned: Callable[[str], None]) -> None:
        while not self._closed.is_set():
            data = line.read(1)
            codes = self._cutter.take(data + line.read(line.in_waiting)) if data else []
            if not data and self._cutter.ends_by_silence:
                codes = self._cutter.silence()
            for code in codes:
                scanned(code)

    def _opened(self) -> Any:
        import serial

        return serial.serial_for_url(self._settings.device, baudrate=self._settings.baud, timeout=_WAIT_S)


def _line_errors() -> tuple[type[BaseException], ...]:
    """Name what a line can fail with: pyserial's own, the system's, and a setting that names no port."""
    import serial

    return (serial.SerialException, OSError, ValueError, TypeError)


def scanner_of(settings: ScannerSettings) -> SerialScanner | None:
    """Return the scanner at a line, None for one that types like a keyboard; opens nothing yet."""
    return SerialScanner(settings) if settings.kind == "serial" else None
