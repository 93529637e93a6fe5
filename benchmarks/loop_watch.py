"""Watches how long the GUI thread of the workspace leaves an event waiting, and how much of that it works."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer

_BEAT_MS = 1
_QUIET_BEATS = 200
_PATIENCE_S = 120.0


@dataclass(frozen=True, slots=True)
class Piece:
    """One turn of the event loop: how long it was, and how long the thread worked in it; in seconds."""

    took: float
    worked: float


class LoopWatch(QObject):
    """A timer that beats every millisecond: what lies between two beats is one piece of work."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[Piece] = []
        self._seen = (time.perf_counter(), time.thread_time())
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT_MS)
        self._beat.timeout.connect(self._beats)

    def during(self, act: Callable[[], object], ended: Callable[[], bool]) -> list[Piece]:
        """Do something from within the loop, and go on until it has ended and all is quiet."""
        self.pieces = []
        done: list[bool] = []

        def begin() -> None:
            act()
            done.append(True)

        self._seen = (time.perf_counter(), time.thread_time())
        self._beat.start()
        QTimer.singleShot(0, self, begin)
        give_up = time.perf_counter() + _PATIENCE_S
        quiet = 0
        while quiet < _QUIET_BEATS:
            beats = len(self.pieces)
            _turn()
            quiet = quiet + len(self.pieces) - beats if done and ended() else 0
            if time.perf_counter() > give_up:
                raise SystemExit("in vain: the workspace does not come to rest")
        self._beat.stop()
        return self.pieces

    def _beats(self) -> None:
        now = (time.perf_counter(), time.thread_time())
        self.pieces.append(Piece(now[0] - self._seen[0], now[1] - self._seen[1]))
        self._seen = now


def _turn() -> None:
    """Let the loop turn once, and delete what it is done with: that Qt does only in a loop of its own."""
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
