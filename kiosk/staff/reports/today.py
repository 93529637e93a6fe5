"""The day at a glance: what was lent and brought back, what waits, what is late, beside what is usual."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.decisions import Decider
from kiosk.model.happened import DaySum, Dimension, Facet, Happening
from kiosk.model.library import Library
from kiosk.rules.calendar import calendar_of, is_always_open, local_day, spans_on, start_of_day
from kiosk.rules.counting import span_of_days, sum_up
from kiosk.staff.reports.counted import count_by
from kiosk.staff.reports.report import Ask
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, Pull, View

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_USUAL_WEEKS = 8
WEEKS = 14
_YEAR = 52 * _WEEK  # so that weekdays fall on weekdays
_LONG_LATE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class HourOfToday:
    """An hour of the day: what was lent and brought back in it, and how many loans it usually has."""

    hour: int
    loans: int
    returns: int
    usual: float


@dataclass(frozen=True, slots=True)
class WeekOfLoans:
    """A week from Monday: loans a day on days that had any, and in the same week a year before."""

    monday: date
    loans_a_day: float | None
    year_before: float | None


@dataclass(frozen=True, slots=True)
class Today:
    """The figures of one branch's day; messages and what is late are the whole library's.

    ``loans_week_before`` were made a week ago up to the same time. ``waiting_since`` is when the oldest
    message came.
    """

    day: date
    hour: int
    loans: int
    loans_week_before: int
    returns: int
    returns_by_patrons: int
    late: int
    late_new: int
    late_long: int
    messages: int
    waiting_since: datetime | None
    hours: tuple[HourOfToday, ...]
    weeks: tuple[WeekOfLoans, ...]


@dataclass(frozen=True, slots=True)
class WaitingHold:
    """A copy to take from the shelf, and for whom: first name and initial, as on the slip."""

    pull: Pull
    for_whom: str


@dataclass(frozen=True, slots=True)
class HoldsToPull:
    """The first of the holds to pull with how many there are, and how many were placed today."""

    total: int
    since_morning: int
    first: tuple[WaitingHold, ...]


class TodayReports:
    """Gathers the day, of the branch where the account works."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    @needs(Right.CATALOGUE_SEE)
    def figures(self, by: SignedIn, *, at: datetime) -> Today:
        """Return the day's figures; holds and kiosks come by themselves."""
        with self._database.read() as view:
            library = self._decider.libraries.current(view)
            calendar = calendar_of(library, by.branch)
            day = local_day(calendar, at)
            begins = start_of_day(calendar, day)
            hours = _hours_of(view, library, by.branch, day)
            lent, back = (
                [one for one in hours if one.kind is kind] for kind in (Happening.LOAN, Happening.RETURN)
            )
            late, messages = view.late_loans, view.messages.inbox(limit=1)
            return Today(
                day=day,
                hour=at.astimezone(ZoneInfo(calendar.time_zone)).hour,
                loans=sum(one.times for one in lent),
                loans_week_before=view.day_sums.loans(begins - _WEEK, at - _WEEK, by.branch),
                returns=sum(one.times for one in back),
                returns_by_patrons=sum(one.by_patrons for one in back),
                late=late.count(at),
                late_new=late.count(at, since=begins - _DAY),
                late_long=late.count(at - _LONG_LATE),
                messages=view.messages.waiting(),
                waiting_since=messages[0].at if messages else None,
                hours=_by_hour(view, library, by.branch, day, hours),
                weeks=_weeks(view, library, by.branch, day, at),
            )

    @needs(Right.DESK)
    def holds_to_pull(self, by: SignedIn, limit: int, *, at: datetime) -> HoldsToPull:
        """Return the holds to pull where the account works, the first of them in shelf order."""
        with self._database.read() as view:
            calendar = calendar_of(self._decider.libraries.current(view), by.branch)
            begins = start_of_day(calendar, local_day(calendar, at))
            pulls = view.holds.to_pull(by.branch)
            first = tuple(WaitingHold(pull, _short_name(view, pull)) for pull in pulls[:limit])
        return HoldsToPull(len(pulls), sum(pull.hold.placed_at >= begins for pull in pulls), first)


def _hours_of(view: View, library: Library, branch: str, day: date) -> list[DaySum]:
    """Return what happened by hour on a day that is not summed up yet."""
    events = view.day_sums.events(*span_of_days(library, day, day))
    sums = sum_up(library, events, day, day)
    return [one for one in sums if one.facet is Facet.HOUR and one.branch == branch]


def _by_hour(
    view: View, library: Library, branch: str, day: date, hours: list[DaySum]
) -> tuple[HourOfToday, ...]:
    """Return the hours in which the branch is open or anything happened or usually does."""
    usual, with_any = _usual(view, library, branch, day)
    times: defaultdict[tuple[Happening, int], int] = defaultdict(int)
    for one in hours:
        times[one.kind, int(one.value)] += one.times
    shown = (
        {hour for _kind, hour in times} | {int(hour) for hour in usual} | _open_hours(library, branch, day)
    )
    return tuple(
        HourOfToday(
            hour,
            times[Happening.LOAN, hour],
            times[Happening.RETURN, hour],
            usual.get(f"{hour:02d}", 0) / with_any if with_any else 0.0,
        )
        for hour in (range(min(shown), max(shown) + 1) if shown else ())
    )


def _usual(view: View, library: Library, branch: str, day: date) -> tuple[Mapping[str, int], int]:
    """Return the loans by hour of the same weekday in the last weeks, and on how many days there were any.

    Days that no night has summed up yet are read loan by loan.
    """
    days = [day - n * _WEEK for n in range(1, _USUAL_WEEKS + 1)]
    summed = view.day_sums.summed_before() or date.min
    done = [one for one in days if one < summed]
    usual = Counter(view.day_sums.by_hour(done, branch) if done else {})
    with_any = view.day_sums.days_with_loans(done, branch) if done else 0
    for other in set(days) - set(done):
        lent = [one for one in _hours_of(view, library, branch, other) if one.kind is Happening.LOAN]
        with_any += bool(lent)
        for one in lent:
            usual[one.value] += one.times
    return usual, with_any


def _open_hours(library: Library, branch: str, day: date) -> set[int]:
    """Return the hours in which the branch is open that day; none for one that never closes."""
    calendar = calendar_of(library, branch)
    if is_always_open(calendar):
        return set()
    zone = ZoneInfo(calendar.time_zone)
    hours = set[int]()
    for opens, closes in spans_on(calendar, day):
        last = (closes - timedelta(seconds=1)).astimezone(zone).hour
        hours.update(range(opens.astimezone(zone).hour, last + 1))
    return hours


def _weeks(view: View, library: Library, branch: str, day: date, at: datetime) -> tuple[WeekOfLoans, ...]:
    """Return the last weeks, this one included; a day that is not over counts only in an empty week."""
    this = day - timedelta(days=day.weekday())
    mondays = [this - n * _WEEK for n in reversed(range(WEEKS))]
    now = _loans_by_day(view, library, branch, mondays[0], day, at)
    before = _loans_by_day(view, library, branch, mondays[0] - _YEAR, this + _WEEK - _YEAR - _DAY, at)
    if any(this <= one < day for one in now):
        now.pop(day, None)
    return tuple(WeekOfLoans(monday, _mean(now, monday), _mean(before, monday - _YEAR)) for monday in mondays)


def _loans_by_day(
    view: View, library: Library, branch: str, first: date, last: date, at: datetime
) -> dict[date, int]:
    found = count_by(view, library, Ask(first, last, branch), Dimension.DAY, at)
    return {
        date.fromisoformat(value): total.times
        for (kind, value), total in found.items()
        if kind is Happening.LOAN
    }


def _mean(loans: Mapping[date, int], monday: date) -> float | None:
    week = [loans[day] for n in range(7) if (day := monday + n * _DAY) in loans]
    return sum(week) / len(week) if week else None


def _short_name(view: View, pull: Pull) -> str:
    patron = view.patrons.get(pull.hold.patron_id)
    if patron is None:
        return ""
    first = (patron.first_name or "").strip()
    return f"{first} {patron.last_name[:1]}." if first else patron.last_name
