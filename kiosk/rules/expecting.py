"""Says when staff are next there to read a message: now until, or from when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from kiosk.model.calendar import Calendar
from kiosk.model.library import Library
from kiosk.rules.calendar import OpenState, calendar_of, is_always_open, next_opening, open_state

_TOO_LATE = timedelta(minutes=15)  # before they leave nothing is promised for today


@dataclass(frozen=True, slots=True)
class Expectation:
    """Staff answer ``until`` then, or from ``starts`` on; neither where no hours tell."""

    until: datetime | None = None
    starts: datetime | None = None


def expected(calendar: Calendar, channel_hours: Sequence[Calendar], at: datetime) -> Expectation:
    """Return when staff can answer: while the branch is open, or a channel with hours of its own.

    A closure of the branch closes its channels too; hours without an end tell nothing.
    """
    known = [one for one in (calendar, *channel_hours) if not is_always_open(one)]
    whole = [replace(one, closures=(*one.closures, *calendar.closures)) for one in known]
    states = [_lasting(one, at) for one in whole]
    if open_until := [state.until for state in states if state.open and state.until is not None]:
        return Expectation(until=max(open_until))
    starts = [state.opens_at for state in states if state.opens_at is not None]
    return Expectation(starts=min(starts, default=None))


def expected_at(library: Library, branch: str | None, at: datetime) -> Expectation:
    """Return when staff of a branch can answer what was written at that moment."""
    return expected(calendar_of(library, branch), list(_written_to(library)), at)


def staff_are_in(library: Library, branch: str | None, at: datetime) -> bool:
    """Tell whether somebody may be in the branch to come and help."""
    return open_state(calendar_of(library, branch), at).open


def _written_to(library: Library) -> Iterable[Calendar]:
    return (channel.calendar for channel in library.channels if channel.kind in {"email", "chat"})


def _lasting(calendar: Calendar, at: datetime) -> OpenState:
    """Return the state, that after the next opening where what is open closes in a moment."""
    state = open_state(calendar, at)
    if state.open and state.until is not None and state.until - at < _TOO_LATE:
        return OpenState(open=False, opens_at=next_opening(calendar, state.until))
    return state
