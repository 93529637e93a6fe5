"""Work that goes on while somebody does other things: told of as it goes, stopped when nobody wants it."""

import time
from collections.abc import Callable
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kiosk.ui.staff.workplace import Workplace

T = TypeVar("T")


class Background(QObject):
    """One piece of work at a time, on a thread beside the changes of the desk, which do not wait for it.

    `told` gives what the work tells of itself, on the thread of the window. A page that is gone is told
    nothing any more, and leaving the workspace stops the work at the next place where nothing is half done.
    """

    told = Signal(object)
    _so_far = Signal(object)

    def __init__(self, workplace: Workplace, owner: QWidget) -> None:
        super().__init__()
        self._workplace = workplace
        self._owner = owner
        self._stop = Event()
        self.running = False
        self.began = 0.0
        self._so_far.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        owner.destroyed.connect(self._stop.set)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._stop.set)

    @property
    def stopped(self) -> bool:
        """Tell whether the work shall end."""
        return self._stop.is_set()

    @property
    def elapsed(self) -> float:
        """Give the seconds since the work, or its present part, began."""
        return time.monotonic() - self.began

    def tell(self, step: object) -> None:
        """Tell something of the work, from whatever thread it runs on."""
        self._so_far.emit(step)

    def begin_part(self) -> None:
        """Count the time from now on: another part of the work has begun."""
        self.began = time.monotonic()

    def stop(self) -> None:
        """Have the work end where nothing is half done."""
        self._stop.set()

    def begin(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run the work; `done` gets what it returns, also when it was stopped."""
        self._stop.clear()
        self.running = True
        self.begin_part()

        def ended(result: T) -> None:
            if isValid(self._owner):
                self.running = False
                done(result)

        def broken(error: Exception) -> None:
            if isValid(self._owner):
                self.running = False
                (failed or self._workplace.fail)(error)

        self._workplace.read(work, ended, broken)

    @Slot(object)
    def _pass_on(self, step: object) -> None:
        if self.running and isValid(self._owner):
            self.told.emit(step)
