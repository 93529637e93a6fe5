"""Starts the app, listens, and starts it again: the loop of the guard."""

import contextlib
import logging
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import FrameType

from kiosk.guarding.beats import EVERY_S
from kiosk.guarding.life import Life
from kiosk.guarding.rests import Rests

_TO_BEGIN_S = 60.0
_TO_FINISH_S = 20.0


@dataclass(frozen=True, slots=True)
class Guarded:
    """What is guarded: the app's command line, that of the page to show while it cannot be, and patience.

    ``hang_s`` is how long the app may give no sign of life once it has given one.
    """

    app: Sequence[str]
    page: Callable[[int], Sequence[str]]
    hang_s: float = 2.0


class Guard:
    """Run until the app says that staff have closed it, or the guard itself is told to end."""

    def __init__(self, guarded: Guarded, tell: Callable[[str], None]) -> None:
        self._guarded = guarded
        self._tell = tell  # the machine's supervisor, which may watch the guard in turn
        self._told = threading.Event()
        self._page: subprocess.Popen[bytes] | None = None
        self._log = logging.getLogger("kiosk")

    def run(self) -> int:
        """Keep the app alive; return the exit status."""
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, self._end)
        rests, ready = Rests(), False
        try:
            while not self._told.is_set():
                life = Life(self._guarded.app)
                ended = self._watch(life, announce=not ready)
                ready = ready or life.first_beat_at is not None
                if ended is None:
                    return 0
                if life.wants_again:
                    rests = Rests()
                    continue
                rests = rests.died(life.lived_s)
                self._log.error("guard: the app %s; %d in a row", ended, rests.deaths)
                self._rest(rests)
        finally:
            self._take_page_away()
        return 0

    def _watch(self, life: Life, *, announce: bool) -> str | None:
        """Return how the app ended; None for an end that was wanted."""
        most, begun = round(self._guarded.hang_s / EVERY_S), time.monotonic()
        while not self._told.wait(EVERY_S):
            self._tell("WATCHDOG=1")
            if life.over:
                life.kill()  # hears what it has said last
                return None if life.wants_to_leave else _told_of(life.process.returncode)
            if life.first_beat_at is None:
                if time.monotonic() - begun > _TO_BEGIN_S:
                    life.kill()
                    return "did not begin"
                continue
            if announce:
                self._tell("READY=1")
                announce = False
            self._take_page_away()
            if life.silence() > most:
                life.kill()
                return "hung"
        life.end(_TO_FINISH_S)
        return None

    def _rest(self, rests: Rests) -> None:
        """Wait before the next life; where lives are short, with a page that says so."""
        if rests.looping:
            self._tell("READY=1")  # as far as it ever will be: the page tells, and the supervisor need not
        if rests.looping and self._page is None:
            with contextlib.suppress(OSError):
                self._page = subprocess.Popen(
                    self._guarded.page(round(rests.seconds)),
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                )
        until = time.monotonic() + rests.seconds
        while time.monotonic() < until and not self._told.wait(EVERY_S):
            self._tell("WATCHDOG=1")

    def _take_page_away(self) -> None:
        if self._page is not None:
            self._page.kill()
            self._page.wait()
            self._page = None

    def _end(self, _number: int, _frame: FrameType | None) -> None:
        self._told.set()


def _told_of(status: int) -> str:
    """Say how a process ended, by its exit status or the signal that ended it."""
    if status >= 0:
        return f"ended with {status}"
    with contextlib.suppress(ValueError):
        return f"was ended by {signal.Signals(-status).name}"
    return f"was ended by signal {-status}"
