"""What the page of today says, from the day's figures; free of Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.model.library import Library
from kiosk.staff.reports.kiosks import KioskTold, Level
from kiosk.staff.reports.report import Report
from kiosk.staff.reports.today import HoldsToPull, Today, WaitingHold
from kiosk.words import Wording

_TONES = {Level.WELL: "good", Level.SOON: "warn", Level.NOW: "stop", Level.OFF: "plain"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A card: its number and what stands beside it; nothing is known yet while the number is empty."""

    number: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class HourBars:
    """The day by hours; `usual` only for hours that are not over."""

    labels: tuple[str, ...]
    loans: tuple[float, ...]
    returns: tuple[float, ...]
    usual: tuple[float, ...]
    told: str


@dataclass(frozen=True, slots=True)
class WeekLines:
    """Loans a day by week, this year and before; with the weeks' names at both ends."""

    now: tuple[float | None, ...]
    before: tuple[float | None, ...]
    labels: tuple[tuple[int, str], ...]
    told: str


@dataclass(frozen=True, slots=True)
class KioskRow:
    """A kiosk with its chip; `tip` says where it stands and when it was heard."""

    name: str
    chip: str
    tone: str
    tip: str


@dataclass(frozen=True, slots=True)
class PullRow:
    """A copy to take from the shelf."""

    call_number: str
    title: str
    where: str
    for_whom: str


@dataclass(frozen=True, slots=True)
class TimesRow:
    """Something that was sought or asked, and how often."""

    text: str
    times: int


def loans_figure(words: Wording, today: Today) -> Figure:
    """Say how many were lent, beside the same weekday a week before at this time."""
    more = today.loans - today.loans_week_before
    key = "more" if more > 0 else "fewer" if more < 0 else "same"
    day = words.dated(today.day, "weekday_full")
    return Figure(words.number(today.loans), words(f"staff.today.loans_{key}", n=abs(more), day=day))


def returns_figure(words: Wording, today: Today) -> Figure:
    """Say how many came back, and how many of them without staff."""
    told = words("staff.today.returns_by_patrons", n=today.returns_by_patrons)
    return Figure(words.number(today.returns), told)


def holds_figure(words: Wording, holds: HoldsToPull) -> Figure:
    """Say how many holds wait to be pulled."""
    return Figure(words.number(holds.total), words("staff.today.holds_since", n=holds.since_morning))


def late_figure(words: Wording, today: Today) -> Figure:
    """Say how many are overdue, how many of them since today and for long."""
    told = words("staff.today.late_told", new=today.late_new, long=today.late_long)
    return Figure(words.number(today.late), told)


def messages_figure(words: Wording, today: Today, now: datetime) -> Figure:
    """Say how many messages wait, and since when the oldest does."""
    if today.waiting_since is None:
        return Figure(words.number(today.messages), words("staff.today.no_messages"))
    since = when(words, today.waiting_since, now)
    return Figure(words.number(today.messages), words("staff.today.oldest", since=since))


def when(words: Wording, moment: datetime, now: datetime) -> str:
    """Return a moment of the past as one says it: today and yesterday by name."""
    local, today = moment.astimezone(words.zone), now.astimezone(words.zone).date()
    if local.date() == today:
        return words("staff.today.at", time=words.clock(moment))
    if local.date() == today - timedelta(days=1):
        return words("staff.today.yesterday_at", time=words.clock(moment))
    return words.dated(moment, "short")


def hour_bars(words: Wording, today: Today) -> HourBars:
    """Return the day by hours."""
    hours = today.hours
    told = "; ".join(
        words("staff.today.hour_told", hour=one.hour, loans=one.loans, returns=one.returns) for one in hours
    )
    return HourBars(
        tuple(str(one.hour) for one in hours),
        tuple(float(one.loans) for one in hours),
        tuple(float(one.returns) for one in hours),
        tuple(round(one.usual, 1) if one.hour >= today.hour else 0.0 for one in hours),
        f"{words('staff.today.by_hour')}: {told}",
    )


def week_lines(words: Wording, today: Today) -> WeekLines:
    """Return the weeks, named at both ends."""
    weeks = today.weeks
    names = [words("staff.today.week", n=week.monday.isocalendar().week) for week in weeks]
    told = "; ".join(
        f"{name}: {words.number(round(week.loans_a_day))}"
        for name, week in zip(names, weeks, strict=True)
        if week.loans_a_day is not None
    )
    return WeekLines(
        tuple(week.loans_a_day for week in weeks),
        tuple(week.year_before for week in weeks),
        ((0, names[0]), (len(names) - 1, names[-1])) if names else (),
        f"{words('staff.today.by_week')}: {told}",
    )


def kiosk_rows(words: Wording, kiosks: Sequence[KioskTold], now: datetime) -> tuple[KioskRow, ...]:
    """Return the kiosks with their chips."""
    rows = []
    for one in kiosks:
        heard = words("staff.kiosk.heard", since=when(words, one.seen_at, now)) if one.seen_at else ""
        branch = words.name(one.branch) if one.branch else ""
        tip = " · ".join(part for part in (branch, heard) if part)
        rows.append(KioskRow(one.name, words.show(one.what), _TONES[one.level], tip))
    return tuple(rows)


def pull_rows(words: Wording, holds: HoldsToPull, library: Library, here: str) -> tuple[PullRow, ...]:
    """Return the first of the copies to pull: for whom, or the branch where they are fetched."""
    return tuple(_pull_row(words, one, library, here) for one in holds.first)


def _pull_row(words: Wording, waiting: WaitingHold, library: Library, here: str) -> PullRow:
    item, goal = waiting.pull.copy.item, waiting.pull.hold.pickup_branch
    branch = library.branch(goal)
    for_whom = waiting.for_whom if goal == here or branch is None else words.name(branch.name)
    return PullRow(item.call_number or "", waiting.pull.title, item.location or "", for_whom)


def times_rows(report: Report) -> tuple[TimesRow, ...]:
    """Return what was sought or asked, from its report."""
    return tuple(TimesRow(str(row[0]), int(str(row[2]))) for row in report.rows)
