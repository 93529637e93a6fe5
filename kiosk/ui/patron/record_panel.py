"""The answer on a record: until when one may have it, from when, or why not; as a panel with a date slip."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.model.decision import Say, SayCode
from kiosk.model.library import Library
from kiosk.model.rule import Period, PeriodUnit
from kiosk.ui.patron.date_slips import Slip, slip
from kiosk.ui.patron.title_rows import GOOD, STOP, WAIT, place_of
from kiosk.words import Wording
from kiosk.words.reasons import reason_sentence, way_out
from kiosk.words.saying import say_queue, say_until

_DAY = "weekday_short_day_month"


@dataclass(frozen=True, slots=True)
class Panel:
    """What the panel says; without a slip it shows an icon."""

    tone: int = GOOD
    icon: str = "check"
    headline: str = ""
    first: str = ""
    second: str = ""
    slip: Slip | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """Of what the panel tells, and to whom: how many copies there are and how many are there."""

    say: Say
    form: str
    items: int
    available: int
    branch: str
    now: datetime


def panel(asked: Asked, library: Library, words: Wording) -> Panel:
    """Say the most important thing first: the date, else the reason, then what to do."""
    say = asked.say
    copies = _copies(asked, words)
    match say.code:
        case SayCode.TAKE_NOW if say.reasons:
            reason = say.reasons[0]
            return Panel(
                WAIT,
                "alert",
                words("record.here_but"),
                reason_sentence(reason, words, library),
                way_out(reason, words, library),
            )
        case SayCode.TAKE_NOW if say.due_at is not None:
            return _yours_until(asked, say.due_at, library, words, copies)
        case SayCode.TAKE_NOW:
            return Panel(
                GOOD,
                "check",
                words("record.take_it"),
                place_of(say, None, asked.branch, library, words),
                copies,
            )
        case SayCode.ONLY_HERE:
            return Panel(GOOD, "book", words("record.only_here"), words("record.only_here.how"), copies)
        case SayCode.ONLINE:
            heard = asked.form in ("audiobook", "music")
            headline = words("state.online.heard" if heard else "state.online")
            return Panel(GOOD, "e-book", headline, words("record.online.how"))
        case SayCode.BACK_ON | SayCode.HOLD:
            return _later(asked, words, copies)
        case _:
            return Panel(STOP, "stop", words("record.not_here"), words("record.not_here.how"), copies)


def _yours_until(asked: Asked, due_at: datetime, library: Library, words: Wording, copies: str) -> Panel:
    zone = str(words.zone)
    stamped = slip(due_at, asked.now, zone, words)
    # A slip is only green or red here: a short loan is no warning before it has begun.
    stamped = Slip(stamped.weekday, stamped.day, stamped.month, GOOD, stamped.hour)
    if stamped.hour:
        first = words("record.if_today")
    else:
        days = (due_at.astimezone(words.zone).date() - asked.now.astimezone(words.zone).date()) // timedelta(
            days=1
        )
        first = words("record.if_today_for", period=Period(days, PeriodUnit.DAYS))
    return Panel(GOOD, "check", say_until(due_at, words, _DAY), first, copies, stamped)


def _later(asked: Asked, words: Wording, copies: str) -> Panel:
    say = asked.say
    queue = words("record.nobody_waiting") if say.position is None else say_queue(say, words)
    if say.back_at is None:
        return Panel(WAIT, "clock", words("record.out"), queue, copies)
    stamped = slip(say.back_at, asked.now, str(words.zone), words)
    stamped = Slip(stamped.weekday, stamped.day, stamped.month, WAIT, stamped.hour)
    return Panel(
        WAIT, "clock", words("record.back_on", day=words.dated(say.back_at, _DAY)), queue, copies, stamped
    )


def _copies(asked: Asked, words: Wording) -> str:
    if not asked.items:
        return ""
    if not asked.available:
        return words.count("record.copies.none", asked.items)
    return words.count("record.copies", asked.items, here=asked.available)
