"""Keeps no more waits of filled holds than an estimate is made from."""

from kiosk.circulation.nightly.batches import in_batches
from kiosk.circulation.nightly.step import Night


def forget_waits(night: Night) -> int:
    """Delete all but the last waits of each item type; return how many."""
    return in_batches(
        night.database,
        lambda view, most: view.hold_waits.beyond()[:most],
        lambda work, some: work.hold_waits.forget(some),
    )
