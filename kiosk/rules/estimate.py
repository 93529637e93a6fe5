"""Estimates how long a hold will wait, from how long the last ones did."""

from collections.abc import Sequence
from datetime import timedelta

from kiosk.model.decision import RecordFacts
from kiosk.model.hold import Hold
from kiosk.rules.holds import holdable_copies, waiting
from kiosk.rules.resolution import RuleBook

FEWEST_CASES = 5
_WEEK = timedelta(weeks=1)


def weeks_to_wait(waits: Sequence[timedelta], place: int, copies: int) -> int | None:
    """Return the median wait × place ÷ copies in weeks, rounded up; None from fewer than five cases."""
    if len(waits) < FEWEST_CASES or place < 1 or copies < 1:
        return None
    ordered, middle = sorted(waits), len(waits) // 2
    # Twice the median, so that the mean of the two middle ones is exact too.
    doubled = ordered[middle] + ordered[middle if len(waits) % 2 else middle - 1]
    return -((-doubled * place) // (2 * copies * _WEEK))


def copies_for(book: RuleBook, record: RecordFacts, hold: Hold) -> int:
    """Return how many copies of the record could fill the hold one day."""
    could = holdable_copies(book, record.copies, hold.patron_category, hold.pickup_branch)
    return sum(hold.item_id in (None, copy.item.id) for copy in could)


def place_if_joined(record: RecordFacts, priority: int) -> int:
    """Return the place in the queue that a hold of that priority would get if it were placed now."""
    return sum(hold.priority >= priority for hold in waiting(record)) + 1
