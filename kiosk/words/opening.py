"""Says whether a branch is open, and until or from when, and its hours through the week."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from kiosk.model.calendar import Calendar, OpenSpan
from kiosk.rules.calendar import OpenState, is_always_open, local_day, open_state
from kiosk.words.wording import Wording

_MONDAY = date(2024, 1, 1)


def opening_sentence(calendar: Calendar, at: datetime, words: Wording, *, today: bool = False) -> str:
    """Return "open until 19:00" or "closed until Tuesday, 10:00"; ``today`` begins it with "Today"."""
    state = open_state(calendar, at)
    if not state.open:
        return _closed(state, calendar, at, words)
    if state.until is None:
        return words("open.always")
    return words("open.today" if today else "open.now", time=words.clock(state.until))


def week_sentence(calendar: Calendar, words: Wording) -> str:
    """Return "Mon 10:00–16:00, Tue–Fri 10:00–19:00", or that it is at any time; closures are left out."""
    if calendar.week is None or is_always_open(calendar):
        return words("reach.any_time")
    told: list[tuple[list[int], str]] = []
    for day, spans in enumerate(calendar.week):
        hours = _hours(spans, words)
        if told and told[-1][1] == hours and told[-1][0][-1] == day - 1:
            told[-1][0].append(day)
        elif hours:
            told.append(([day], hours))
    return ", ".join(f"{_days(days, words)} {hours}" for days, hours in told)


def _hours(spans: Sequence[OpenSpan], words: Wording) -> str:
    ordered = sorted(spans, key=lambda span: span.opens)
    return " + ".join(f"{words.clock(span.opens)}–{words.clock(span.closes)}" for span in ordered)


def _days(days: Sequence[int], words: Wording) -> str:
    names = [words.dated(_MONDAY + timedelta(days=day), "weekday") for day in (days[0], days[-1])]
    return names[0] if len(days) == 1 else ("–" if len(days) > 2 else ", ").join(names)


def _closed(state: OpenState, calendar: Calendar, at: datetime, words: Wording) -> str:
    if state.opens_at is None:
        return words("open.closed")
    time = words.clock(state.opens_at)
    if local_day(calendar, state.opens_at) == local_day(calendar, at):
        return words("open.closed_until_today", time=time)
    return words("open.closed_until_day", day=words.dated(state.opens_at, "weekday_full"), time=time)
