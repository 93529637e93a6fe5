"""Forgets wrong PINs of days past."""

from datetime import timedelta

from kiosk.circulation.nightly.batches import in_batches
from kiosk.circulation.nightly.step import Night

_KEPT = timedelta(days=1)


def forget_pins(night: Night) -> int:
    """Delete counts of wrong PINs whose last was long ago; return how many."""
    before = night.at - _KEPT
    return in_batches(
        night.database,
        lambda view, most: view.attempts.before(before, most),
        lambda work, some: work.attempts.forget(some, before),
    )
