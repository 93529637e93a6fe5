"""Looks every two seconds, off the GUI thread, whether a kiosk calls for help or a message has come."""

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from kiosk.staff.inbox.calls import Bell
from kiosk.staff.rights import Right
from kiosk.ui.staff.workplace import Workplace

_EVERY_MS = 2000


class MessageBell(QObject):
    """`counted` tells how many messages nobody has looked at, `called` who calls now.

    One look at a time: while the database does not answer nothing piles up, and nothing is said of it
    here, for whatever else is done says it.
    """

    counted = Signal(int)
    called = Signal(object)

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._looking = False
        self._again = False
        self._last = Bell()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        if workplace.by.may(Right.MESSAGES):
            workplace.changed.connect(self._changed)
            self._timer.start(_EVERY_MS)

    def look(self) -> None:
        """Look now, or as soon as the look that is under way has ended."""
        if not self._workplace.by.may(Right.MESSAGES):
            return
        if self._looking:
            self._again = True
            return
        self._looking, self._again = True, False
        place, at = self._workplace, self._workplace.now()
        place.jobs.aside(
            lambda: place.services.calls_for_help.bell(place.by, at=at), self._seen, lambda _: self._rest()
        )

    def _seen(self, bell: Bell) -> None:
        if not isValid(self):
            return  # whoever looked has signed out meanwhile
        before, self._last = self._last, bell
        if bell.messages != before.messages:
            self.counted.emit(bell.messages)
            self._workplace.changed.emit("messages")
        if bell.calls != before.calls:
            self.called.emit(bell.calls)
        self._rest()

    def _rest(self) -> None:
        self._looking = False
        if self._again and isValid(self):
            self.look()

    def _changed(self, what: str) -> None:
        if what == "messages":
            self.look()
