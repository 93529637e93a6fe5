"""What the calendar shows of a day, and how months lie beside one another; free of Qt."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kiosk.model.calendar import Calendar
from kiosk.rules.calendar import closure_on, is_open_day
from kiosk.words import Wording


class DayKind(StrEnum):
    """Whether there is service on a day, and if not why."""

    OPEN = "open"
    CLOSED = "closed"
    CLOSURE = "closure"


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day of a month, where it lies in its month's grid, and what is on it."""

    day: date
    row: int
    column: int
    kind: DayKind


def kind_of(calendar: Calendar, day: date) -> DayKind:
    """Return what is on a day."""
    if closure_on(calendar, day) is not None:
        return DayKind.CLOSURE
    return DayKind.OPEN if is_open_day(calendar, day) else DayKind.CLOSED


def month_cells(calendar: Calendar, month: date) -> tuple[DayCell, ...]:
    """Return the days of a month, Monday first."""
    first = month.replace(day=1)
    days = (later(first, 1) - first).days
    return tuple(
        DayCell(day, (number + first.weekday()) // 7, day.weekday(), kind_of(calendar, day))
        for number in range(days)
        for day in (first + timedelta(days=number),)
    )


def later(month: date, months: int) -> date:
    """Return the first day of the month so many months later."""
    number = month.year * 12 + month.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def day_told(calendar: Calendar, day: date, words: Wording) -> str:
    """Return what is on a day: its hours, or why it is closed."""
    told = words.dated(day, "year")
    closure = closure_on(calendar, day)
    if closure is not None:
        reason = words.name(closure.reason)
        return f"{told}: {words('staff.calendar.closed')}" + (f" – {reason}" if reason else "")
    if kind_of(calendar, day) is DayKind.CLOSED:
        return f"{told}: {words('staff.calendar.closed')}"
    spans = calendar.week[day.weekday()] if calendar.week is not None else ()
    hours = ", ".join(f"{words.clock(span.opens)}–{words.clock(span.closes)}" for span in spans)
    return f"{told}: {hours or words('staff.calendar.always')}"


def read_spans(text: str) -> tuple[str, ...]:
    """Return the hours of a day as the library file writes them; whether they can be is judged there."""
    parts = (part.strip().replace("–", "-").replace(" ", "") for part in text.replace(";", ",").split(","))
    return tuple(_full(part) for part in parts if part)


def _full(span: str) -> str:
    """Return a span with hours and minutes on both sides: "9-18" is "09:00-18:00"."""
    sides = span.replace(".", ":").split("-")
    return "-".join(f"{int(side):02d}:00" if side.isdecimal() and len(side) < 3 else side for side in sides)
