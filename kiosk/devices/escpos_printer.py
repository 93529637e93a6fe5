"""A receipt printer that speaks ESC/POS, over whichever line it hangs on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Lock
from typing import Any

from kiosk.devices.printer import Printable, PrinterState, refuse
from kiosk.model.errors import PrinterUnavailable
from kiosk.paper.escpos import RollPaper, escpos_bytes

# DLE EOT n is answered at once, even by a printer that waits for paper.
_WHY_OFFLINE, _PAPER = b"\x10\x04\x02", b"\x10\x04\x04"
_COVER, _STOPPED_FOR_PAPER, _ERROR = 0x04, 0x20, 0x40
_OUT, _LOW = 0x60, 0x0C
_FIXED, _FIXED_AS = 0x93, 0x12  # bits that every status byte has the same


class EscposPrinter:
    """Opens the line for each job: a printer that was switched off and on again is simply there."""

    def __init__(self, connect: Callable[[], Any], paper: RollPaper) -> None:
        self._connect = connect
        self._paper = paper
        self._one_at_a_time = Lock()

    def state(self) -> PrinterState:
        """Ask the printer; one that gives no answer, or has no way to, is taken for ready."""
        try:
            with self._one_at_a_time, self._opened() as device:
                return _state(device) or PrinterState.READY
        except PrinterUnavailable:
            return PrinterState.AWAY

    def print(self, paper: Printable) -> None:
        """Print and cut; raises PrinterUnavailable before it, or when the paper ran out in the middle."""
        data = escpos_bytes(paper.roll(), self._paper)
        with self._one_at_a_time, self._opened() as device:
            before = _state(device)
            refuse(before or PrinterState.READY)
            device._raw(data)
            if before is not None:  # one that told nothing would keep the patron waiting again
                refuse(_state(device) or PrinterState.READY)

    @contextmanager
    def _opened(self) -> Iterator[Any]:
        from escpos.exceptions import Error

        device = None
        try:
            device = self._connect()
            device.open()
            yield device
        # pyserial and pyusb have errors of their own kinds, and one for a library that is missing.
        except (OSError, Error, ValueError, RuntimeError) as error:
            raise PrinterUnavailable(problem=" ".join(str(error).split())) from error
        finally:
            if device is not None:
                with suppress(OSError, Error, ValueError):
                    device.close()


def _state(device: Any) -> PrinterState | None:
    """Return what the printer tells of itself, None where it tells nothing."""
    why = _asked(device, _WHY_OFFLINE)
    if why is None:
        return None
    if why & _COVER:
        return PrinterState.COVER_OPEN
    paper = _asked(device, _PAPER) or 0
    if why & _STOPPED_FOR_PAPER or paper & _OUT == _OUT:
        return PrinterState.PAPER_OUT
    if why & _ERROR:
        return PrinterState.TROUBLE
    return PrinterState.PAPER_LOW if paper & _LOW else PrinterState.READY


def _asked(device: Any, question: bytes) -> int | None:
    """Return the status byte, None from a printer that does not answer."""
    try:
        answer: bytes = bytes(device.query_status(question))
    except NotImplementedError:
        return None
    except OSError as error:
        if isinstance(error, TimeoutError) or type(error).__name__ == "USBTimeoutError":
            return None
        raise
    known = [byte for byte in answer if byte & _FIXED == _FIXED_AS]
    return known[-1] if known else None
