"""Says whether a branch is open, and until or from when."""

from datetime import datetime

from kiosk.model.calendar import Calendar
from kiosk.rules.calendar import OpenState, local_day, open_state
from kiosk.words.wording import Wording


def opening_sentence(calendar: Calendar, at: datetime, words: Wording, *, today: bool = False) -> str:
    """Return "open until 19:00" or "closed until Tuesday, 10:00"; ``today`` begins it with "Today"."""
    state = open_state(calendar, at)
    if not state.open:
        return _closed(state, calendar, at, words)
    if state.until is None:
        return words("open.always")
    return words("open.today" if today else "open.now", time=words.clock(state.until))


def _closed(state: OpenState, calendar: Calendar, at: datetime, words: Wording) -> str:
    if state.opens_at is None:
        return words("open.closed")
    time = words.clock(state.opens_at)
    if local_day(calendar, state.opens_at) == local_day(calendar, at):
        return words("open.closed_until_today", time=time)
    return words("open.closed_until_day", day=words.dated(state.opens_at, "weekday_full"), time=time)
