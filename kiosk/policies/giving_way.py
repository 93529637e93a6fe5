"""Lets questions go before what is made searchable behind them."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

GiveWay = Callable[[], None]
"""Called by long work between two pieces of a few milliseconds; returns when it may go on."""

_PATIENCE_S = 0.1
"""So long an answer goes first; one that takes longer waits for a disk, or for the work that gives way."""


def go_on() -> None:
    """Give way to nobody."""


class Turns:
    """Knows who is being answered; any thread may come first, and one thread at a time gives way.

    Python runs one thread at a time and changes over every 5 ms: a question that reads the database would
    wait so long after each statement while another thread counts words.
    """

    def __init__(self, patience_s: float = _PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._changed = threading.Condition()
        self._begun: list[float] = []

    @contextmanager
    def first(self) -> Iterator[None]:
        """Go before whoever gives way, until this is done."""
        now = time.monotonic()
        with self._changed:
            self._begun.append(now)
        try:
            yield
        finally:
            with self._changed:
                self._begun.remove(now)
                self._changed.notify_all()

    def give_way(self) -> None:
        """Return once nobody who came first is still at it, or patience has run out."""
        if not self._begun:
            return
        until = time.monotonic() + self._patience_s
        with self._changed:
            while self._begun:
                left = min(until, self._begun[-1] + self._patience_s) - time.monotonic()
                if left <= 0:
                    return
                self._changed.wait(left)
