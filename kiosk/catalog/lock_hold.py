"""How many records an import stores at once: as many as the time allows for which it may hold the lock."""

from collections import deque

# Seconds that the lock is held for a batch, as the house allows bulk to hold it.
_HELD = 0.05
FIRST_BATCH = 40
_SMALLEST, _LARGEST = 40, 600
_REMEMBERED = 4


class LockHold:
    """Sizes batches by what the last ones took.

    SQLite now and then copies its log into the file at the end of a commit, when the lock is let go
    already. That takes as long as a batch and is nothing that anybody waits for, so a commit is taken
    to need what the quicker ones of late did. A record of a large batch costs less than one of a small:
    it shares pages of indexes, and what each transaction costs, with more others.
    """

    def __init__(self) -> None:
        self._size = FIRST_BATCH
        self._commits: deque[float] = deque(maxlen=_REMEMBERED)

    def next_batch(self, size: int, writing: float, committing: float) -> int:
        """Return how many records the next batch should have, half-way from this one.

        This one had ``size`` records, whose rows were written and then committed in so many seconds.
        """
        self._commits.append(committing / size)
        quick = sorted(self._commits)[(len(self._commits) - 1) // 2]
        fitting = _HELD / max(writing / size + quick, 1e-6)
        self._size = int(max(_SMALLEST, min(_LARGEST, (self._size + fitting) / 2)))
        return self._size
