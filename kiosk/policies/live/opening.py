"""Says when the library is open and reached: now, today, through the week, and when it closes for longer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kiosk.model.calendar import Calendar, Closure
from kiosk.model.library import Branch, Channel, Library
from kiosk.policies.live.situation import Situation
from kiosk.rules.calendar import closure_on, is_always_open, local_day, next_closure, open_state, spans_on
from kiosk.words import Wording
from kiosk.words.reaching import way_name, ways_of


@dataclass(frozen=True, slots=True)
class ChannelShown:
    """Another way to reach the library, with whether somebody is there now or from when."""

    kind: str
    name: str
    value: str
    open: bool
    hours: str


def open_now(calendar: Calendar, at: datetime, words: Wording) -> str:
    """Return "open today until 19:00", or when it opens again."""
    state = open_state(calendar, at)
    if state.open and (state.until is None or is_always_open(calendar)):
        return words("answer.open.always")
    if state.open and state.until is not None:
        return words("answer.open.until", time=words.clock(state.until))
    if state.opens_at is None:
        return words("answer.open.closed")
    when = words.clock(state.opens_at)
    ahead = (local_day(calendar, state.opens_at) - local_day(calendar, at)).days
    if ahead == 0:
        return words("answer.open.closed_until_today", time=when)
    if ahead < 7:
        weekday = words.dated(state.opens_at, "weekday_full")
        return words("answer.open.closed_until", day=weekday, time=when)
    return words("answer.open.closed_until", day=words.day(state.opens_at), time=when)


def hours_today(calendar: Calendar, at: datetime, words: Wording) -> str:
    """Return today's hours, or that it is closed today."""
    if is_always_open(calendar) and spans_on(calendar, local_day(calendar, at)):
        return words("answer.open.always")
    spans = spans_on(calendar, local_day(calendar, at))
    return _spans(spans, words) if spans else words("answer.open.closed_today")


def hours_on(calendar: Calendar, day: date, words: Wording) -> str:
    """Return the hours of a day; where it is closed against the custom of its weekday, why."""
    closure = closure_on(calendar, day)
    if closure is not None and (calendar.week is None or calendar.week[day.weekday()]):
        reason = words.name(closure.reason)
        shown = words.dated(day, "short")
        key = "answer.open.closed_for" if reason else "answer.open.closed_on"
        return words(key, day=shown, reason=reason)
    weekday = day.weekday()
    if calendar.week is None or is_always_open(calendar):
        return words("answer.open.always")
    spans = sorted(calendar.week[weekday], key=lambda span: span.opens)
    if not spans:
        return words("answer.open.closed")
    return ", ".join(f"{words.clock(span.opens)}–{words.clock(span.closes)}" for span in spans)


def next_closed(situation: Situation) -> str:
    """Return reason and days of the branch's next closure, or that none is planned."""
    closure = next_closure(situation.calendar, situation.today)
    if closure is None:
        return situation.words("answer.no_closure")
    reason = situation.words.name(closure.reason)
    days = closed_days(closure, situation.words)
    return f"{reason}: {days}" if reason else days


def closed_days(closure: Closure, words: Wording) -> str:
    """Return the days of a closure, from and to."""
    first, last = words.dated(closure.first, "year"), words.dated(closure.last, "year")
    return first if closure.first == closure.last else f"{first} – {last}"


def closures_ahead(
    branches: Sequence[Branch], at: datetime, months: int = 13
) -> list[tuple[Closure, list[Branch]]]:
    """Return the coming closures in order, each with the branches that it closes."""
    found: dict[Closure, list[Branch]] = {}
    for branch in branches:
        today = local_day(branch.calendar, at)
        for closure in branch.calendar.closures:
            if closure.last >= today and closure.first <= today + timedelta(days=31 * months):
                found.setdefault(closure, []).append(branch)
    return sorted(found.items(), key=lambda one: (one[0].first, one[0].last))


def channels_shown(library: Library, branch: str, at: datetime, words: Wording) -> tuple[ChannelShown, ...]:
    """Return the ways to reach a branch with their state; one without hours is there at any time."""
    return tuple(channel_shown(way, at, words) for way in ways_of(library, branch))


def channel_shown(channel: Channel, at: datetime, words: Wording) -> ChannelShown:
    """Return one way with its state."""
    state = open_state(channel.calendar, at)
    always = is_always_open(channel.calendar)
    hours = words("answer.channel.any_time") if always else open_now(channel.calendar, at, words)
    return ChannelShown(channel.kind, way_name(channel, words), channel.value, state.open, hours)


def _spans(spans: Sequence[tuple[datetime, datetime]], words: Wording) -> str:
    return ", ".join(f"{words.clock(opens)}–{words.clock(closes)}" for opens, closes in spans)
