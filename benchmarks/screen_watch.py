"""Watches the kiosk's real window frame by frame: what a patron does to it, and when that is on the glass."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QInputDevice
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from scripts.eyes import shown_items

_PATIENCE_S = 60.0
_BEAT_MS = 2


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened, and what the GUI thread had worked till then; both in seconds."""

    at: float
    worked: float

    @classmethod
    def now(cls) -> "Moment":
        """Look at both clocks; for the GUI thread."""
        return cls(time.perf_counter(), time.thread_time())

    def since(self, earlier: "Moment") -> "Moment":
        """Return how long it took from another moment, and how much work."""
        return Moment(self.at - earlier.at, self.worked - earlier.worked)


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame on the glass: when, and where the list stood."""

    when: Moment
    depth: float


class Watch(QObject):
    """Note every frame of a window, and how long its thread ever left an event waiting."""

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__()
        self.window = window
        self.frames: list[Frame] = []
        self.stalls: list[float] = []
        self.depth: Callable[[], float] = lambda: 0.0
        self._finger = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
        self._conditions: list[tuple[Callable[[], bool], list[Moment]]] = []
        self._beaten = time.perf_counter()
        self._beat = QTimer(self)
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.setInterval(_BEAT_MS)
        self._beat.timeout.connect(self._beats)
        window.frameSwapped.connect(self._swapped)

    def measure(self) -> None:
        """Begin anew."""
        self.frames.clear()
        self.stalls.clear()
        self._beaten = time.perf_counter()
        self._beat.start()

    def until_drawn(self, condition: Callable[[], bool], what: str) -> Moment:
        """Let the app go on until a frame is on the glass at which it is so; return when that was."""
        drawn = self.noted(condition)
        self.window.update()
        return self.when(drawn, what)

    def when(self, drawn: list[Moment], what: str) -> Moment:
        """Let the app go on until what is noted has been drawn; return when that was."""
        give_up = time.perf_counter() + _PATIENCE_S
        while not drawn:
            _go_on()
            if time.perf_counter() > give_up:
                raise SystemExit(f"in vain: {what}")
        return drawn[0]

    def noted(self, condition: Callable[[], bool]) -> list[Moment]:
        """Give a list that gets the time of the first frame at which it is so."""
        drawn: list[Moment] = []
        self._conditions.append((condition, drawn))
        return drawn

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Let the app go on until it is so."""
        give_up = time.perf_counter() + _PATIENCE_S
        while not condition():
            _go_on(20)
            if time.perf_counter() > give_up:
                raise SystemExit(f"in vain: {what}")

    def rest(self, seconds: float) -> None:
        """Let the app go on for so long."""
        loop, timer = QEventLoop(), QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setSingleShot(True)
        timer.timeout.connect(loop.quit)
        timer.start(round(seconds * 1000))
        loop.exec()

    def item(self, name: str) -> QQuickItem:
        """Find what is shown by its object name."""
        for one in shown_items(self.window.contentItem()):
            if one.objectName() == name:
                return one
        raise SystemExit(f"{name} is not on the screen")

    def press(self, letter: str) -> Moment:
        """Press a key of a real keyboard; return when."""
        begun = Moment.now()
        QTest.keyClick(self.window, Qt.Key.Key_Return if letter == "\n" else Qt.Key(ord(letter.upper())))
        return begun

    def touch(self, at: QPoint) -> Moment:
        """Touch a place for as long as a finger does; return when it was lifted."""
        QTest.touchEvent(self.window, self._finger).press(0, at, self.window).commit()
        self.rest(0.05)
        begun = Moment.now()
        QTest.touchEvent(self.window, self._finger).release(0, at, self.window).commit()
        return begun

    def flick(self, start: QPoint, up: int, seconds: float = 0.09) -> None:
        """Flick a finger upwards so far within so long, a move every 8 ms as screens report them."""
        QTest.touchEvent(self.window, self._finger).press(0, start, self.window).commit()
        begun, at = time.perf_counter(), start
        while (passed := time.perf_counter() - begun) < seconds:
            at = start - QPoint(0, round(up * passed / seconds))
            QTest.touchEvent(self.window, self._finger).move(0, at, self.window).commit()
            self.rest(0.008)
        QTest.touchEvent(self.window, self._finger).release(0, at, self.window).commit()

    @Slot()
    def _swapped(self) -> None:
        now = Moment.now()
        self.frames.append(Frame(now, self.depth()))
        still = []
        for condition, drawn in self._conditions:
            if condition():
                drawn.append(now)
            else:
                still.append((condition, drawn))
        self._conditions = still

    @Slot()
    def _beats(self) -> None:
        now = time.perf_counter()
        self.stalls.append(now - self._beaten - _BEAT_MS / 1000)
        self._beaten = now


def _go_on(at_most_ms: int | None = None) -> None:
    """Let the app do what waits, and delete what it is done with: that it does only in a loop of its own."""
    flag = QEventLoop.ProcessEventsFlag
    if at_most_ms is None:
        QCoreApplication.processEvents(flag.WaitForMoreEvents)
    else:
        QCoreApplication.processEvents(flag.WaitForMoreEvents, at_most_ms)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
