"""Forgets the change feed's entries that every index has long followed."""

from collections.abc import Sequence
from datetime import timedelta

from kiosk.circulation.nightly.batches import in_batches
from kiosk.circulation.nightly.step import Night
from kiosk.storage import Act, View

_KEPT = timedelta(days=30)  # how long a kiosk may be away before its index is built anew


def forget_changes(night: Night) -> int:
    """Prune what was there at the latest mark of long ago, and mark this day; return how many entries."""
    long_ago = night.day - _KEPT
    with night.database.read() as view:
        last = view.feed.there_before(long_ago)
    gone = 0 if last is None else _prune(night, last)
    with night.database.act() as work:
        work.feed.forget_marks(long_ago)
        work.feed.mark(night.day)
        work.commit()
    return gone


def _prune(night: Night, last: int) -> int:
    """Forget the entries up to ``last``, the oldest first: what is left has no gap at any moment."""

    def find(view: View, most: int) -> Sequence[int]:
        return [change.seq for change in view.feed.after(0, most) if change.seq <= last]

    def change(work: Act, some: Sequence[int]) -> int:
        return work.feed.prune(some[-1] + 1)

    return in_batches(night.database, find, change)
