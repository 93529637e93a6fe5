"""Keeps this machine's search index behind what is changed, here and elsewhere, while somebody searches."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.catalog.search import Refreshed
from kiosk.ui.staff.workplace import Workplace

# What others changed is found so soon.
_EACH_MS = 2_000


class IndexFollowing(QObject):
    """Catch up now and then, by the way; `stands` tells how the index stands: fresh, behind or missing.

    `moved` tells that the index knows more than when it was last asked.
    """

    stands = Signal(str)
    moved = Signal()

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._sequence = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: self.catch_up(None))

    def begin(self) -> None:
        """Catch up every two seconds from now on."""
        self._timer.start(_EACH_MS)

    def rest(self) -> None:
        """Catch up no more."""
        self._timer.stop()

    def catch_up(self, then: Callable[[], None] | None) -> None:
        """Catch up now; `then` is done afterwards, also where it failed: an old index finds, too."""
        search, by = self._workplace.services.copies.search, self._workplace.by

        def done(state: Refreshed) -> None:
            self.stands.emit("missing" if state.rebuild_needed else "behind" if state.behind else "fresh")
            known, self._sequence = self._sequence, state.sequence
            if then is not None:
                then()
            if known not in (0, state.sequence):
                self.moved.emit()

        self._workplace.jobs.aside(
            lambda: search.catch_up(by),
            done,
            lambda _: then() if then is not None else None,
            awaited=then is not None,
        )
