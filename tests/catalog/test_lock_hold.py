"""How many records an import stores at once follows from how long the lock was held for the last ones."""

from kiosk.catalog.lock_hold import FIRST_BATCH, LockHold

_ROW, _COMMIT = 0.0002, 0.00005


def _settled(*, rows: float = _ROW, commits: tuple[float, ...] = (_COMMIT,), batches: int = 40) -> int:
    """Return the size at which batches settle, each record costing so many seconds."""
    hold, size = LockHold(), FIRST_BATCH
    for number in range(batches):
        size = hold.next_batch(size, size * rows, size * commits[number % len(commits)])
    return size


def test_batches_grow_until_the_lock_is_held_for_fifty_milliseconds() -> None:
    assert 195 <= _settled() <= 200


def test_copying_the_log_after_a_commit_makes_no_batch_smaller() -> None:
    assert _settled(commits=(_COMMIT, 20 * _COMMIT)) == _settled()


def test_commits_that_are_all_slow_make_batches_smaller() -> None:
    assert _settled(commits=(20 * _COMMIT,)) < _settled() / 4


def test_a_batch_is_never_tiny_and_never_huge() -> None:
    assert _settled(rows=1.0) == 40
    assert _settled(rows=0.0, commits=(0.0,)) == 600


def test_one_slow_batch_is_forgotten_soon() -> None:
    hold, size = LockHold(), FIRST_BATCH
    for slow in (1, 1, 1, 1, 50, 1, 1, 1, 1, 1, 1):
        size = hold.next_batch(size, size * _ROW * slow, size * _COMMIT)
    assert size >= 180
