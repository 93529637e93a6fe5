"""Forgets nights of long ago."""

from datetime import timedelta

from kiosk.circulation.nightly.step import Night

_KEPT = timedelta(days=60)


def forget_nights(night: Night) -> int:
    """Delete what is remembered of nights of long ago, some steps a day; return how many."""
    with night.database.act() as work:
        gone = work.nightly_runs.forget_before(night.day - _KEPT)
        work.commit()
    return gone
