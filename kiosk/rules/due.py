"""Computes when a loan is due, in days or in hours, by the calendar of the item's home branch."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from kiosk.model.calendar import Calendar
from kiosk.model.rule import ClosedDays, Period, PeriodUnit
from kiosk.rules.calendar import (
    end_of_day,
    first_open_day,
    is_open_day,
    last_closing,
    last_open_day,
    local_day,
    next_opening,
    service_hours,
)

FIXED_DUE_DATE_PAST = "warning.fixed_due_date_past"
NO_OPEN_DAY = "warning.no_open_day"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Due:
    """When a loan is due, in UTC, with the keys of what staff should be told about it."""

    at: datetime
    warnings: tuple[str, ...] = ()


def due(
    calendar: Calendar,
    at: datetime,
    period: Period,
    fixed_due_date: date | None = None,
    closed_days: ClosedDays = ClosedDays.NEXT_OPEN_DAY,
) -> Due:
    """Return when a loan made at the moment is due."""
    today = local_day(calendar, at)
    warnings: tuple[str, ...] = ()
    if fixed_due_date is not None and fixed_due_date < today:
        fixed_due_date, warnings = None, (FIXED_DUE_DATE_PAST,)
    if period.unit is PeriodUnit.HOURS:
        found = _due_in_hours(calendar, at, period.count, fixed_due_date)
    else:
        found = _due_in_days(calendar, today, period.count, fixed_due_date, closed_days)
    return Due(found.at, warnings + found.warnings)


def _due_in_days(
    calendar: Calendar, today: date, count: int, fixed: date | None, closed_days: ClosedDays
) -> Due:
    tomorrow = today + _DAY
    wanted = today + timedelta(days=count)
    if fixed is not None:
        wanted = min(wanted, fixed)
    if wanted >= tomorrow and (closed_days is ClosedDays.KEEP or is_open_day(calendar, wanted)):
        return Due(end_of_day(calendar, wanted))
    earlier = last_open_day(calendar, wanted, tomorrow)
    later = first_open_day(calendar, max(wanted, tomorrow))
    if closed_days is ClosedDays.PREVIOUS_OPEN_DAY or (
        fixed is not None and (later is None or later > fixed)
    ):
        day = earlier or later
    else:
        day = later
    if day is None:
        return Due(end_of_day(calendar, max(wanted, tomorrow)), (NO_OPEN_DAY,))
    return Due(end_of_day(calendar, day))


def _due_in_hours(calendar: Calendar, at: datetime, count: int, fixed: date | None) -> Due:
    start = _counted_from(calendar, at)
    if start is None:
        return Due(at.astimezone(UTC) + timedelta(hours=count), (NO_OPEN_DAY,))
    end = _moved_to_a_closing(calendar, start, start + timedelta(hours=count))
    if fixed is not None and local_day(calendar, end) > fixed >= local_day(calendar, start):
        limit = end_of_day(calendar, fixed)
        closing = last_closing(calendar, limit)
        end = closing if closing is not None and closing > start else limit
    return Due(end)


def _counted_from(calendar: Calendar, at: datetime) -> datetime | None:
    """Return the moment from which hours count: now, or the next opening of a closed branch.

    Gaps within a day do not count as closed.
    """
    hours = service_hours(calendar, local_day(calendar, at))
    if hours is not None and hours[0] <= at < hours[1]:
        return at.astimezone(UTC)
    return next_opening(calendar, at)


def _moved_to_a_closing(calendar: Calendar, start: datetime, end: datetime) -> datetime:
    hours = service_hours(calendar, local_day(calendar, end))
    if hours is not None and end <= hours[1]:
        return end
    # Hours begin while the branch serves, so its last closing before the end is after the start.
    return last_closing(calendar, end) or end
