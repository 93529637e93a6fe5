"""Answers when a branch is open: days, openings and closings as moments in UTC.

Moments are compared in UTC throughout, because Python compares two times of one zone by the clock
on the wall and would mistake the repeated hour in autumn.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kiosk.model.calendar import Calendar, Closure
from kiosk.model.library import Library

HORIZON_DAYS = 366
_DAY = timedelta(days=1)
_LAST_SECOND = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class OpenState:
    """Whether a branch is open at a moment.

    ``until`` is the closing of the present span (None when it does not close), ``opens_at`` the
    next opening of a closed branch (None when there is none within a year), ``closure`` the one
    that closes it that day.
    """

    open: bool
    until: datetime | None = None
    opens_at: datetime | None = None
    closure: Closure | None = None


def calendar_of(library: Library, branch: str | None) -> Calendar:
    """Return the branch's calendar; for an unknown branch one that is always open, in the library's zone."""
    known = library.branch(branch) if branch is not None else None
    return known.calendar if known is not None else Calendar(library.time_zone)


def local_day(calendar: Calendar, at: datetime) -> date:
    """Return the date on the branch's wall at that moment."""
    return at.astimezone(ZoneInfo(calendar.time_zone)).date()


def end_of_day(calendar: Calendar, day: date) -> datetime:
    """Return 23:59:59 of the local day, the later one where the hour is repeated."""
    return _last_moment(calendar, day, _LAST_SECOND)


def start_of_day(calendar: Calendar, day: date) -> datetime:
    """Return the beginning of the local day."""
    return _moment(calendar, day, time())


def is_always_open(calendar: Calendar) -> bool:
    """Return whether the branch has no opening hours, so that only closures close it."""
    return calendar.week is None or not any(calendar.week)


def closure_on(calendar: Calendar, day: date) -> Closure | None:
    """Return the closure that covers the day, or None."""
    return next((c for c in calendar.closures if c.first <= day <= c.last), None)


def next_closure(calendar: Calendar, day: date) -> Closure | None:
    """Return the earliest closure that is not over before the day, or None."""
    ahead = [c for c in calendar.closures if c.last >= day]
    return min(ahead, key=lambda c: (c.first, c.last), default=None)


def is_open_day(calendar: Calendar, day: date) -> bool:
    """Return whether the branch opens at all on the day."""
    if calendar.week is not None and not calendar.week[day.weekday()] and any(calendar.week):
        return False
    return closure_on(calendar, day) is None


def first_open_day(calendar: Calendar, day: date) -> date | None:
    """Return the first open day from the day on, or None when there is none within 366 days."""
    return next((d for d in _days(day, HORIZON_DAYS) if is_open_day(calendar, d)), None)


def last_open_day(calendar: Calendar, day: date, not_before: date) -> date | None:
    """Return the last open day up to the day, or None when there is none from ``not_before`` on."""
    while day >= not_before:
        if is_open_day(calendar, day):
            return day
        day -= _DAY
    return None


def nth_open_day(calendar: Calendar, day: date, count: int) -> date | None:
    """Return the ``count``-th open day after the day, or None when 366 days pass without one."""
    for _ in range(count):
        following = first_open_day(calendar, day + _DAY)
        if following is None:
            return None
        day = following
    return day


def spans_on(calendar: Calendar, day: date) -> tuple[tuple[datetime, datetime], ...]:
    """Return the day's openings and closings in order, none for a closed day."""
    if not is_open_day(calendar, day):
        return ()
    if calendar.week is None or is_always_open(calendar):
        return ((start_of_day(calendar, day), end_of_day(calendar, day)),)
    spans = sorted(calendar.week[day.weekday()], key=lambda span: span.opens)
    return tuple((_moment(calendar, day, s.opens), _last_moment(calendar, day, s.closes)) for s in spans)


def service_hours(calendar: Calendar, day: date) -> tuple[datetime, datetime] | None:
    """Return the day's first opening and last closing, gaps between left aside; None for a closed day."""
    spans = spans_on(calendar, day)
    return (spans[0][0], max(closes for _, closes in spans)) if spans else None


def next_opening(calendar: Calendar, at: datetime) -> datetime | None:
    """Return the first opening of a span at or after the moment, or None within 366 days."""
    for day in _days(local_day(calendar, at), HORIZON_DAYS):
        for opens, _ in spans_on(calendar, day):
            if opens >= at:
                return opens
    return None


def last_closing(calendar: Calendar, at: datetime) -> datetime | None:
    """Return the latest last-closing-of-a-day at or before the moment, or None within 366 days."""
    day = local_day(calendar, at)
    for _ in range(HORIZON_DAYS + 1):
        hours = service_hours(calendar, day)
        if hours is not None and hours[1] <= at:
            return hours[1]
        day -= _DAY
    return None


def open_state(calendar: Calendar, at: datetime) -> OpenState:
    """Say whether the branch is open at the moment, until when, or from when again."""
    today = local_day(calendar, at)
    closure = closure_on(calendar, today)
    if is_always_open(calendar) and closure is None:
        return OpenState(open=True, until=_before_next_closure(calendar, today))
    for opens, closes in spans_on(calendar, today):
        if opens <= at < closes:
            return OpenState(open=True, until=closes)
    return OpenState(open=False, opens_at=next_opening(calendar, at), closure=closure)


def _before_next_closure(calendar: Calendar, day: date) -> datetime | None:
    closure = next_closure(calendar, day)
    return start_of_day(calendar, closure.first) if closure is not None else None


def _days(first: date, count: int) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range(count + 1))


def _moment(calendar: Calendar, day: date, wall: time) -> datetime:
    return datetime.combine(day, wall, ZoneInfo(calendar.time_zone)).astimezone(UTC)


def _last_moment(calendar: Calendar, day: date, wall: time) -> datetime:
    """Return the later moment that shows the wall time; in spring's gap, the one after the gap."""
    zone = ZoneInfo(calendar.time_zone)
    moment = datetime.combine(day, wall.replace(fold=1), zone).astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) == datetime.combine(day, wall):
        return moment
    return _moment(calendar, day, wall)
