"""Forgets acts that no kiosk can repeat any more."""

from datetime import timedelta

from kiosk.circulation.nightly.batches import in_batches
from kiosk.circulation.nightly.step import Night

_KEPT = timedelta(days=30)  # how late an act may be repeated by a kiosk that was cut off


def forget_acts(night: Night) -> int:
    """Delete what is remembered of acts of long ago; return how many."""
    before = night.at - _KEPT
    return in_batches(
        night.database,
        lambda view, most: view.acts_done.before(before, most),
        lambda work, some: work.acts_done.forget(some),
    )
