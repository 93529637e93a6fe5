"""How long what lies in a book drop may have lain there before staff come to it."""

from datetime import datetime, timedelta

from kiosk.model.calendar import Calendar
from kiosk.rules.calendar import HORIZON_DAYS, last_open_day, local_day, start_of_day

# The day before which it was emptied, and one on which nobody came to it.
_OPEN_DAYS = 2
_NEVER_OPEN = timedelta(days=7)
_DAY = timedelta(days=1)


def filled_since(calendar: Calendar, at: datetime) -> datetime:
    """Return since when a branch's book drop may hold something: the beginning of the last open day but one.

    Today does not count. After a closure that is the days before it; where the branch was not open for a
    year it is a week.
    """
    day = today = local_day(calendar, at)
    for _ in range(_OPEN_DAYS):
        before = last_open_day(calendar, day - _DAY, today - _DAY * HORIZON_DAYS)
        if before is None:
            return at - _NEVER_OPEN
        day = before
    return start_of_day(calendar, day)
