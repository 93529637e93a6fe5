"""The jobs of one sign-in: nothing of them reaches a window once its account has left."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from kiosk.model.staff_errors import SignInOver
from kiosk.ui.shared.jobs import Jobs

T = TypeVar("T")


class Errands(QObject):
    """Pass work on to the runner of the process; `over` tells that the sign-in was ended elsewhere,
    `idle` that nothing is under way any more.

    After `leave` what still runs is finished, and neither its result nor its failure is told to anybody.
    """

    over = Signal(object)
    idle = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._left = False
        jobs.idle.connect(self._rest)

    @property
    def running(self) -> int:
        """Count the jobs whose results have not come yet."""
        return self._jobs.running

    @property
    def awaited(self) -> int:
        """Count the jobs that somebody waits for."""
        return self._jobs.awaited

    def leave(self) -> None:
        """Tell nothing more to anybody: whoever asked has gone."""
        self._left = True

    def serial(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run changes one after another, in the order asked for."""
        self._jobs.serial(work, *self._mine(done, failed))

    def parallel(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run reads beside one another, in no order."""
        self._jobs.parallel(work, *self._mine(done, failed))

    def latest(
        self,
        key: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run as-you-type work: of those with one `key` only the newest is delivered."""
        self._jobs.latest(key, work, *self._mine(done, failed))

    def aside(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        awaited: bool = False,
    ) -> None:
        """Run what nobody waits for, unless it is `awaited`, one after another."""
        self._jobs.aside(work, *self._mine(done, failed), awaited=awaited)

    def forget(self, key: str) -> None:
        """Deliver nothing of `key` that has been asked for so far."""
        self._jobs.forget(key)

    def _rest(self) -> None:
        if not self._left:
            self.idle.emit()

    def _mine(
        self, done: Callable[[T], None], failed: Callable[[Exception], None] | None
    ) -> tuple[Callable[[T], None], Callable[[Exception], None]]:
        def tell(result: T) -> None:
            if not self._left:
                done(result)

        def refuse(error: Exception) -> None:
            if self._left:
                return
            if failed is not None:
                failed(error)
            if isinstance(error, SignInOver):
                self.over.emit(error)
            elif failed is None:
                self._jobs.crashed.emit(error)

        return tell, refuse
