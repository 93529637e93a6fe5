"""The only door to threads: work off the GUI thread, results back on it."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.ui.shared.receivers import is_there
from kiosk.ui.shared.trouble import is_expected

T = TypeVar("T")
# So many searches that nobody waits for any more may still run before a newer one has to wait.
_NEWEST = 4


class BrokenWorkError(RuntimeError):
    """What native code ended with instead of an error; its one argument is the name of that."""


@dataclass(frozen=True, slots=True)
class _Job:
    """A piece of work with what to do afterwards; `key` and `turn` are set for latest-wins work only."""

    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None] | None
    key: str = ""
    turn: int = 0
    awaited: bool = True


@dataclass(frozen=True, slots=True)
class _Outcome:
    job: _Job
    result: Any = None
    error: Exception | None = None
    skipped: bool = False
    more: bool = False


class Jobs(QObject):
    """Run work in order (`serial`), side by side (`parallel`), only the newest of a kind (`latest`), or by
    the way (`aside`): each on threads of its own, so that none waits for work of another sort.

    `done` and `failed` are called on the thread of this object, which must have an event loop, each in a turn
    of its own: what several threads have found at once would hold up a key for the sum of it. An error
    without `failed`, and every one that is a mistake of the program, is told by the signal `crashed`.
    What belongs to something of Qt that has been deleted meanwhile is called no more, and after `close`
    nothing is.
    """

    crashed = Signal(object)
    idle = Signal()
    _ended = Signal(object)
    _next = Signal()

    def __init__(self, workers: int = 2, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._in_order = ThreadPoolExecutor(1, thread_name_prefix="serial")
        self._side_by_side = ThreadPoolExecutor(workers, thread_name_prefix="parallel")
        self._as_typed = ThreadPoolExecutor(_NEWEST, thread_name_prefix="latest")
        self._by_the_way = ThreadPoolExecutor(1, thread_name_prefix="aside")
        self._newest: dict[str, int] = {}
        self._open = 0
        self._awaited = 0
        self._closed = False
        self._come: deque[_Outcome] = deque()
        self._ended.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._next.connect(self._deliver_first, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> int:
        """Count the jobs whose results have not come yet."""
        return self._open

    @property
    def awaited(self) -> int:
        """Count those of them that somebody waits for: all but what is done by the way."""
        return self._awaited

    def serial(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run changes one after another, in the order asked for."""
        self._start(self._in_order, _Job(work, done, failed))

    def parallel(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run reads beside one another, in no order."""
        self._start(self._side_by_side, _Job(work, done, failed))

    def latest(
        self,
        key: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run as-you-type work: of those with one `key` only the newest is delivered."""
        turn = self._newest.get(key, 0) + 1
        self._newest[key] = turn
        self._start(self._as_typed, _Job(work, done, failed, key, turn))

    def latest_in_parts(
        self,
        key: str,
        work: Callable[[Callable[[T], None]], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run as-you-type work that can tell something before it is finished: `done` gets each part."""
        turn = self._newest.get(key, 0) + 1
        self._newest[key] = turn
        jobs: list[_Job] = []

        def tell(part: T) -> None:
            self._ended.emit(_Outcome(jobs[0], result=part, more=True))

        jobs.append(_Job(lambda: work(tell), done, failed, key, turn))
        self._start(self._as_typed, jobs[0])

    def aside(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        awaited: bool = False,
    ) -> None:
        """Run what nobody waits for, unless it is `awaited`, one after another."""
        self._start(self._by_the_way, _Job(work, done, failed, awaited=awaited))

    def forget(self, key: str) -> None:
        """Deliver nothing of `key` that has been asked for so far."""
        self._newest[key] = self._newest.get(key, 0) + 1

    def close(self) -> None:
        """Finish the changes begun or waiting, drop the reads that wait, and deliver nothing more."""
        self._closed = True
        for reads in (self._by_the_way, self._as_typed, self._side_by_side):
            reads.shutdown(wait=True, cancel_futures=True)
        self._in_order.shutdown(wait=True)

    def _start(self, pool: ThreadPoolExecutor, job: _Job) -> None:
        if self._closed:
            return
        self._open += 1
        self._awaited += job.awaited
        pool.submit(self._run, job)

    def _run(self, job: _Job) -> None:
        if self._is_old(job):
            self._ended.emit(_Outcome(job, skipped=True))
            return
        try:
            outcome = _Outcome(job, result=job.work())
        except Exception as error:  # noqa: BLE001 - handed to whoever asked for the work
            outcome = _Outcome(job, error=error)
        except BaseException as panic:  # noqa: BLE001 - a job that never ends would be waited for
            broken = BrokenWorkError(type(panic).__name__).with_traceback(panic.__traceback__)
            outcome = _Outcome(job, error=broken)
        self._ended.emit(outcome)

    @Slot(object)
    def _take(self, outcome: _Outcome) -> None:
        self._come.append(outcome)
        if len(self._come) == 1:
            self._next.emit()

    @Slot()
    def _deliver_first(self) -> None:
        outcome = self._come.popleft()
        if self._come:
            self._next.emit()  # before: a dialog that opens meanwhile has a loop of its own
        self._deliver(outcome)

    def _deliver(self, outcome: _Outcome) -> None:
        self._open -= not outcome.more
        self._awaited -= outcome.job.awaited and not outcome.more
        if outcome.error is not None and not self._closed:
            self._tell_mistake(outcome.error, outcome.job)
        if not (self._closed or outcome.skipped or self._is_old(outcome.job)):
            self._hand_over(outcome)
        if self._open == 0:
            self.idle.emit()

    def _hand_over(self, outcome: _Outcome) -> None:
        if outcome.error is None and is_there(outcome.job.done):
            outcome.job.done(outcome.result)
        elif outcome.error is not None and outcome.job.failed is not None and is_there(outcome.job.failed):
            outcome.job.failed(outcome.error)

    def _tell_mistake(self, error: Exception, job: _Job) -> None:
        """Say aloud what nobody else does: of a mistake of the program a page says little."""
        if job.failed is None or not is_expected(error):
            self.crashed.emit(error)

    def _is_old(self, job: _Job) -> bool:
        return job.key != "" and self._newest.get(job.key) != job.turn
