"""Sums up what happened by local day and hour, so that reports count alike whether read today or later."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.model.happened import DaySum, Dimension, Facet, Happened, Happening
from kiosk.model.library import Library
from kiosk.rules.calendar import calendar_of, local_day, start_of_day

_DAY = timedelta(days=1)
_FACETS = {
    Dimension.HOUR: Facet.HOUR,
    Dimension.ITEM_TYPE: Facet.ITEM_TYPE,
    Dimension.LOCATION: Facet.LOCATION,
}


def span_of_days(library: Library, first: date, last: date) -> tuple[datetime, datetime]:
    """Return moments between which the days lie in every branch: from the first to before the second."""
    calendars = [calendar_of(library, branch.code) for branch in library.branches]
    calendars = calendars or [calendar_of(library, None)]
    begins = min(start_of_day(calendar, first) for calendar in calendars)
    return begins, max(start_of_day(calendar, last + _DAY) for calendar in calendars)


def first_day(library: Library, at: datetime) -> date:
    """Return the earliest date that any branch has on its wall at that moment."""
    days = [local_day(calendar_of(library, branch.code), at) for branch in library.branches]
    return min(days, default=at.astimezone(UTC).date())


def wall_clocks(library: Library) -> Callable[[str, datetime], datetime]:
    """Return what tells a moment on the wall of a branch, quickly for many of them."""
    zones: dict[str, ZoneInfo] = {}

    def local_time(branch: str, at: datetime) -> datetime:
        zone = zones.get(branch)
        if zone is None:
            zone = zones[branch] = ZoneInfo(calendar_of(library, branch).time_zone)
        return at.astimezone(zone)

    return local_time


def sum_up(library: Library, events: Iterable[Happened], first: date, last: date) -> tuple[DaySum, ...]:
    """Return the sums of what happened on those local days; each event counts once under every facet."""
    local_time = wall_clocks(library)
    sums: defaultdict[tuple[Facet, date, str, Happening, str, str], list[int]] = defaultdict(lambda: [0, 0])
    for event in events:
        local = local_time(event.branch, event.at)
        day = local.date()
        if not first <= day <= last:
            continue
        rest = (day, event.branch, event.kind, event.patron_category)
        for facet, value in (
            (Facet.HOUR, f"{local.hour:02d}"),
            (Facet.ITEM_TYPE, event.item_type),
            (Facet.LOCATION, event.location),
        ):
            both = sums[facet, *rest, value]
            both[0] += 1
            both[1] += event.by_patron
    ordered = sorted(sums.items())
    return tuple(
        DaySum(facet, day, branch, kind, category, value, times, own)
        for (facet, day, branch, kind, category, value), (times, own) in ordered
    )


def facet_of(dimension: Dimension) -> Facet:
    """Return the facet whose sums tell the dimension; what no facet tells, each of them does."""
    return _FACETS.get(dimension, Facet.HOUR)


def value_of(one: DaySum, dimension: Dimension) -> str:
    """Return on which line of a report by that dimension the sum counts."""
    match dimension:
        case Dimension.DAY:
            return one.day.isoformat()
        case Dimension.BRANCH:
            return one.branch
        case Dimension.CATEGORY:
            return one.patron_category
        case _:
            return one.value
