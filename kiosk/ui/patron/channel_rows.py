"""What pages say of how else the library is reached: each way with its hours; free of Qt."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.model.calendar import Calendar
from kiosk.model.library import Channel, Library
from kiosk.policies.live.opening import channel_shown
from kiosk.rules.calendar import is_always_open, local_day, open_state
from kiosk.ui.patron.answer_blocks import channel_icon
from kiosk.words import Wording
from kiosk.words.reaching import ways_of

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """A way to reach the library; `brief` and `state` say when, shortly and whole, `told` is to be heard."""

    kind: str
    name: str
    value: str
    brief: str
    state: str
    told: str
    open: bool
    icon: str


def channel_rows(library: Library, branch: str, words: Wording, now: datetime) -> tuple[ChannelRow, ...]:
    """Return the ways to reach the library from a branch, those first where somebody is there now."""
    found = (_channel(way, words, now) for way in ways_of(library, branch))
    return tuple(sorted(found, key=lambda channel: not channel.open))


def _channel(way: Channel, words: Wording, now: datetime) -> ChannelRow:
    shown = channel_shown(way, now, words)
    return ChannelRow(
        kind=way.kind,
        name=shown.name,
        value=way.value,
        brief=hours_in_brief(way.calendar, now, words),
        state=shown.hours,
        told=f"{shown.name}: {way.value}, {shown.hours}",
        open=shown.open,
        icon=channel_icon(way.kind),
    )


def hours_in_brief(calendar: Calendar, now: datetime, words: Wording) -> str:
    """Return "now until 19:00", "back Wed 10:00" or "any time", short enough for a strip."""
    state = open_state(calendar, now)
    if state.open and (state.until is None or is_always_open(calendar)):
        return words("reach.any_time")
    if state.open:
        return words("reach.until", time=words.clock(state.until or now))
    if state.opens_at is None:
        return words("reach.closed")
    ahead = local_day(calendar, state.opens_at) - local_day(calendar, now)
    time = words.clock(state.opens_at)
    if not ahead:
        return words("reach.from_today", time=time)
    pattern = "weekday" if ahead < _WEEK else "short"
    return words("reach.from", day=words.dated(state.opens_at, pattern), time=time)
