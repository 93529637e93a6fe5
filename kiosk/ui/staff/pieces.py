"""Work that can wait, done in pieces between events: no key and no click waits for the whole of it."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

_BETWEEN_MS = 4


class InPieces(QObject):
    """Take one piece after another of some work, each in a turn of the event loop of its own.

    What has happened meanwhile comes first: between two pieces events are dealt with, and while `busy`
    tells that somebody waits for something no piece is taken.
    """

    def __init__(self, busy: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._busy = busy
        self._work: Iterator[None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_BETWEEN_MS)
        self._timer.timeout.connect(self._take)

    @property
    def is_done(self) -> bool:
        """Tell whether no work is left."""
        return self._work is None

    def begin(self, work: Iterator[None]) -> None:
        """Do this work from now on, instead of what was not yet done of other."""
        self._work = work
        self._timer.start()

    def _take(self) -> None:
        work = self._work
        if work is None or self._busy():
            return
        # Should a piece fail, what is left is not tried again: whoever needs it makes it then.
        self._work = None
        try:
            next(work)
        except StopIteration:
            self._timer.stop()
        else:
            self._work = work
