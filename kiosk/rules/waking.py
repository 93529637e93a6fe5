"""Lets a suspended hold wait again on its day, whether or not the nightly job has been there."""

from dataclasses import replace
from datetime import datetime

from kiosk.model.decision import RecordFacts
from kiosk.model.hold import Hold, HoldState
from kiosk.model.library import Library
from kiosk.rules.calendar import calendar_of, local_day


def suspension_is_over(library: Library, hold: Hold, at: datetime) -> bool:
    """Return whether the day has come in the pickup branch on which the hold waits again."""
    if hold.state is not HoldState.SUSPENDED or hold.suspended_until is None:
        return False
    return local_day(calendar_of(library, hold.pickup_branch), at) >= hold.suspended_until


def awake(library: Library, record: RecordFacts, at: datetime) -> RecordFacts:
    """Return the record with those holds queued whose suspension is over at that moment."""
    over = {hold.id for hold in record.holds if suspension_is_over(library, hold, at)}
    if not over:
        return record
    holds = (
        replace(hold, state=HoldState.QUEUED, suspended_until=None) if hold.id in over else hold
        for hold in record.holds
    )
    return replace(record, holds=tuple(holds))
