"""A receipt printer behind the print service of the system: CUPS takes its bytes and tells how it is."""

import os
import subprocess
from threading import Lock

from kiosk.devices.printer import Printable, PrinterState, refuse
from kiosk.model.errors import PrinterUnavailable
from kiosk.paper.escpos import RollPaper, escpos_bytes

_ASKING_S = 5.0
# The reasons of RFC 8011, 5.4.12, as lpstat writes them; the first that is named counts.
_REASONS = (
    ("cover-open", PrinterState.COVER_OPEN),
    ("door-open", PrinterState.COVER_OPEN),
    ("media-empty", PrinterState.PAPER_OUT),
    ("media-needed", PrinterState.PAPER_OUT),
    ("media-jam", PrinterState.TROUBLE),
    ("offline", PrinterState.AWAY),
    ("connecting-to-device", PrinterState.AWAY),
    ("disabled since", PrinterState.TROUBLE),
    ("media-low", PrinterState.PAPER_LOW),
)


class CupsPrinter:
    """Print to a queue, raw: the queue is to have no driver that would draw what is already drawn."""

    def __init__(self, queue: str, paper: RollPaper, seconds: float) -> None:
        self._queue, self._paper, self._seconds = queue, paper, seconds
        self._one_at_a_time = Lock()

    def state(self) -> PrinterState:
        """Ask the print service; a queue that it does not know, or a service that is not there, is away."""
        try:
            told = self._run("lpstat", "-l", "-p", self._queue, seconds=_ASKING_S)
        except PrinterUnavailable:
            return PrinterState.AWAY
        text = told.decode("utf-8", "replace").casefold()
        return next((state for sign, state in _REASONS if sign in text), PrinterState.READY)

    def print(self, paper: Printable) -> None:
        """Hand it to the queue; raises PrinterUnavailable where it cannot print or takes nothing."""
        data = escpos_bytes(paper.roll(), self._paper)
        with self._one_at_a_time:
            refuse(self.state())
            self._run("lp", "-d", self._queue, "-o", "raw", "-s", data=data, seconds=self._seconds)

    def _run(self, *command: str, data: bytes = b"", seconds: float) -> bytes:
        try:
            done = subprocess.run(
                command,
                input=data,
                capture_output=True,
                timeout=seconds,
                check=True,
                env={**os.environ, "LC_ALL": "C"},  # what is read is written in English
            )
        except subprocess.CalledProcessError as error:
            told = error.stderr.decode("utf-8", "replace")
            raise PrinterUnavailable(problem=" ".join(told.split())) from error
        except (OSError, subprocess.SubprocessError) as error:
            raise PrinterUnavailable(problem=type(error).__name__) from error
        return done.stdout
