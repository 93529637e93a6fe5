"""The model's calendar: due dates, open days and overdue days, found by walking day by day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from tests.machine_of_loans.plain import Branch

DAY = timedelta(days=1)
YEAR = 366


def today(branch: Branch, at: datetime) -> date:
    return at.astimezone(ZoneInfo(branch.zone)).date()


def _moments(branch: Branch, wall: datetime) -> list[datetime]:
    """Return every moment at which the branch's clock shows that time: none, one or two."""
    zone = ZoneInfo(branch.zone)
    guesses = (wall.replace(tzinfo=UTC) - timedelta(minutes=offset) for offset in _offsets(zone, wall))
    return sorted({g for g in guesses if g.astimezone(zone).replace(tzinfo=None) == wall})


def _offsets(zone: ZoneInfo, wall: datetime) -> set[int]:
    near = (wall.replace(tzinfo=UTC) + timedelta(hours=hours) for hours in (-30, 30))
    shifts = [moment.astimezone(zone).utcoffset() for moment in near]
    return {int(shift.total_seconds()) // 60 for shift in shifts if shift is not None}


def end_of(branch: Branch, day: date) -> datetime:
    """Return 23:59:59 of the day."""
    return _moments(branch, datetime.combine(day, time(23, 59, 59)))[-1]


# A branch is made once a world, and the same days are asked for in every step.
@lru_cache(maxsize=4096)
def is_open(branch: Branch, day: date) -> bool:
    if any(first <= day <= last for first, last in branch.closures):
        return False
    return branch.week is None or bool(branch.week[day.weekday()])


@lru_cache(maxsize=4096)
def hours(branch: Branch, day: date) -> tuple[datetime, datetime] | None:
    """Return the day's first opening and last closing."""
    if not is_open(branch, day):
        return None
    if branch.week is None:
        return end_of(branch, day - DAY) + timedelta(seconds=1), end_of(branch, day)
    spans = branch.week[day.weekday()]
    first, last = min(s[0] for s in spans), max(s[1] for s in spans)
    midnight = datetime.combine(day, time())
    opens = _moments(branch, midnight + timedelta(minutes=first))[0]
    return opens, _moments(branch, midnight + timedelta(minutes=last))[-1]


def days_from(first: date, count: int = YEAR) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range(count + 1))


def nth_open_day(branch: Branch, after: date, count: int) -> date:
    """Return the n-th open day after the day; days as they come where a year has none."""
    day = after
    for _ in range(count):
        following = next((d for d in days_from(day + DAY) if is_open(branch, d)), None)
        if following is None:
            return after + timedelta(days=count)
        day = following
    return day


def due(branch: Branch, at: datetime, period: tuple[int, str], values: dict[str, Any]) -> datetime:
    """Return when a loan made at the moment is due."""
    now, fixed = today(branch, at), values["fixed_due_date"]
    if fixed is not None and fixed < now:
        fixed = None
    count, unit = period
    if unit == "hours":
        return _due_in_hours(branch, at, count, fixed)
    return end_of(branch, _due_day(branch, now, count, fixed, values["closed_days"]))


def _due_day(branch: Branch, now: date, count: int, fixed: date | None, closed_days: str) -> date:
    tomorrow, day = now + DAY, now + timedelta(days=count)
    day = day if fixed is None else min(day, fixed)
    if day > now and (closed_days == "keep" or is_open(branch, day)):
        return day
    before = next((d for d in reversed(list(_between(tomorrow, day))) if is_open(branch, d)), None)
    after = next((d for d in days_from(max(day, tomorrow)) if is_open(branch, d)), None)
    back = closed_days == "previous_open_day" or (fixed is not None and (after is None or after > fixed))
    moved = (before or after) if back else after
    return max(day, tomorrow) if moved is None else moved


def _between(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _due_in_hours(branch: Branch, at: datetime, count: int, fixed: date | None) -> datetime:
    start = _begin(branch, at)
    if start is None:
        return at + timedelta(hours=count)
    end = start + timedelta(hours=count)
    opened = hours(branch, today(branch, end))
    if opened is None or end > opened[1]:
        end = _closing_before(branch, end, start) or end
    if fixed is not None and today(branch, start) <= fixed < today(branch, end):
        limit = end_of(branch, fixed)
        end = _closing_before(branch, limit, start) or limit
    return end


def _begin(branch: Branch, at: datetime) -> datetime | None:
    """Return the moment itself while the branch serves, else its next opening."""
    for day in days_from(today(branch, at)):
        opened = hours(branch, day)
        if opened is not None and at < opened[1]:
            return max(at, opened[0])
    return None


def _closing_before(branch: Branch, end: datetime, start: datetime) -> datetime | None:
    """Return the last closing of a day up to ``end`` that is after ``start``."""
    day = today(branch, end)
    while day >= today(branch, start):
        opened = hours(branch, day)
        if opened is not None and start < opened[1] <= end:
            return opened[1]
        day -= DAY
    return None


def overdue_days(branch: Branch, due_at: datetime, at: datetime, terms: dict[str, Any]) -> int:
    """Return for how many days a return at the moment would be late."""
    if at <= due_at:
        return 0
    if terms["unit"] == "hours":
        return -((due_at - at) // DAY)
    late = _between(today(branch, due_at) + DAY, today(branch, at))
    return sum(1 for day in late if terms["fine_closed_days"] or is_open(branch, day))
