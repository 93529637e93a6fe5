"""Does much in units of work so short that a patron at a kiosk does not wait for them."""

from collections.abc import Callable, Sequence
from time import perf_counter, sleep
from typing import TypeVar

from kiosk.storage import Act, Database, View

T = TypeVar("T")

FIRST = 100
MOST = 5000
# Half of what may be: the next batch may meet a slower moment of the disk.
_LONG_SECONDS = 0.025
_SHORT_SECONDS = 0.008
# Who waits for SQLite's write lock looks for it every 2 ms.
_GAP_SECONDS = 0.005


def in_batches(
    database: Database,
    find: Callable[[View, int], Sequence[T]],
    change: Callable[[Act, Sequence[T]], int],
) -> int:
    """Change all that is found, in batches found without any lock; return how many were changed.

    ``find`` returns at most so many and none that was changed or passed before: what it goes by must
    move on. ``change`` looks again whether each may still be changed.
    """
    total, size = 0, FIRST
    while True:
        with database.read() as view:
            found = find(view, size)
        if not found:
            return total
        done, seconds = _changed(database, found, change)
        total += done
        if len(found) < size:
            return total
        size = next_size(size, seconds)
        sleep(_GAP_SECONDS)


def next_size(size: int, seconds: float) -> int:
    """Return how many to change next where so many took so long."""
    if seconds > _LONG_SECONDS:
        return max(1, size // 2)
    return min(MOST, size * 2) if seconds < _SHORT_SECONDS else size


def _changed(
    database: Database, found: Sequence[T], change: Callable[[Act, Sequence[T]], int]
) -> tuple[int, float]:
    with database.act() as work:
        began = perf_counter()
        done = change(work, found)
        work.commit()
        return done, perf_counter() - began
