"""Works for one patron off the GUI thread; what comes back after their turn reaches only the log."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject

from kiosk.ui.patron.late_outcomes import note_late_failure
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs

T = TypeVar("T")


class OwnWork(QObject):
    """Reads and changes what belongs to one patron, as long as it is that patron's turn."""

    def __init__(self, jobs: Jobs, visit: Visit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._generation = 0
        visit.ended.connect(self.forget)

    def read(
        self, key: str, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Read; of what was asked for under one key only the newest comes back."""
        self._jobs.latest(key, work, self._mine(done), self._mine(failed))

    def change(
        self,
        act: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        *,
        act_id: str = "",
        late: Callable[[T], None] | None = None,
    ) -> None:
        """Change something, one thing after another; it is done even if the visit ends meanwhile.

        What it comes to after that goes to `late`; where it fails, the log says so of the `act` and
        its identity.
        """
        fails_late = partial(note_late_failure, act, act_id)
        self._jobs.serial(work, self._mine(done, late), self._mine(failed, fails_late))

    def beside(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Do something that changes nothing in the library, such as printing."""
        self._jobs.parallel(work, self._mine(done), self._mine(failed))

    def forget(self) -> None:
        """Let nothing come back of what was asked for so far: it is no longer whose turn it was."""
        self._generation += 1

    def _mine(
        self, done: Callable[[T], None], late: Callable[[T], None] | None = None
    ) -> Callable[[T], None]:
        generation = self._generation

        def pass_on(result: T) -> None:
            if generation == self._generation:
                done(result)
            elif late is not None:
                late(result)

        return pass_on
