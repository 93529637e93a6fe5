"""Forgets holds that were over long enough for everybody to have seen what became of them."""

from kiosk.circulation.nightly.batches import in_batches
from kiosk.circulation.nightly.step import Night


def forget_holds(night: Night) -> int:
    """Delete holds closed longer ago than the library keeps them; return how many."""
    before = night.before(night.library().retention.holds)
    if before is None:
        return 0
    return in_batches(
        night.database,
        lambda view, most: view.holds.closed_before(before, most),
        lambda work, some: work.holds.forget(some),
    )
