"""Gives the guard a sign of life from the thread of the screen: where that hangs, it stays away."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from kiosk.guarding.beats import AGAIN, BEAT, EVERY_S, LEAVE, GuardGoneError, LineToGuard


class Heartbeat(QObject):
    """Beat as long as events are handled; `gone` is called where there is no guard any more."""

    def __init__(self, gone: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gone = gone
        self._line = LineToGuard()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        if self._line.guarded:
            self._timer.start(round(EVERY_S * 1000))
            # At once: a guard is patient for a minute with an app it has not heard yet.
            QTimer.singleShot(0, self, self._beat)

    @property
    def guarded(self) -> bool:
        """Tell whether there is a guard that would start the app again."""
        return self._line.guarded

    def leave(self, *, again: bool = False) -> None:
        """Say that the end that follows is wanted: by staff, for good or to begin again."""
        self._say(AGAIN if again else LEAVE)

    def _beat(self) -> None:
        self._say(BEAT)

    def _say(self, what: bytes) -> None:
        try:
            self._line.say(what)
        except GuardGoneError:
            self._timer.stop()
            self._gone()
