"""Counts what happened over any days: from the sums of the nights, and from single events since."""

from collections import Counter, defaultdict
from datetime import date, datetime, timedelta

from kiosk.model.happened import Dimension, Happening
from kiosk.model.library import Library
from kiosk.rules.counting import facet_of, span_of_days, sum_up, value_of, wall_clocks
from kiosk.staff.reports.report import Ask
from kiosk.storage import Total, View

_DAY = timedelta(days=1)
# Where no night has summed anything, events of so many days at once are in memory, and no more.
_AT_ONCE = timedelta(days=31)

Counted = dict[tuple[Happening, str], Total]


def count_by(view: View, library: Library, ask: Ask, dimension: Dimension, at: datetime) -> Counted:
    """Return how often each thing happened in those days, by kind and the dimension's value."""
    summed = view.day_sums.summed_before() or date.min
    found = Counted()
    if ask.first < summed:
        last = min(ask.last, summed - _DAY)
        found = view.day_sums.totals(dimension, ask.first, last, branch=ask.branch, category=ask.category)
    # No zone is more than a day ahead of UTC: what is later has not happened.
    latest = min(ask.last, at.date() + _DAY)
    first = max(ask.first, summed)
    while first <= latest:
        last = min(first + _AT_ONCE - _DAY, latest)
        found = _added(found, _live(view, library, ask, dimension, first, last))
        first = last + _DAY
    return found


def titles_lent(view: View, library: Library, ask: Ask) -> Counter[int]:
    """Return how often each record was lent in those days, by number."""
    summed = view.title_sums.summed_before() or date.min
    times = Counter[int]()
    if ask.first < summed:
        times = view.title_sums.times(ask.first, min(ask.last, summed - _DAY), ask.branch)
    local_time, first = wall_clocks(library), max(ask.first, summed)
    while first <= ask.last:
        last = min(first + _AT_ONCE - _DAY, ask.last)
        for at, branch, record in view.title_sums.lent(*span_of_days(library, first, last)):
            if ask.branch in (None, branch) and first <= local_time(branch, at).date() <= last:
                times[record] += 1
        first = last + _DAY
    return times


def _live(view: View, library: Library, ask: Ask, dimension: Dimension, first: date, last: date) -> Counted:
    events = view.day_sums.events(*span_of_days(library, first, last))
    times: defaultdict[tuple[Happening, str], list[int]] = defaultdict(lambda: [0, 0])
    for one in sum_up(library, events, first, last):
        if one.facet is not facet_of(dimension):
            continue
        if ask.branch not in (None, one.branch) or ask.category not in (None, one.patron_category):
            continue
        both = times[one.kind, value_of(one, dimension)]
        both[0] += one.times
        both[1] += one.by_patrons
    return {key: Total(*both) for key, both in times.items()}


def _added(some: Counted, more: Counted) -> Counted:
    nothing = Total(0)
    return {
        key: Total(
            some.get(key, nothing).times + more.get(key, nothing).times,
            some.get(key, nothing).by_patrons + more.get(key, nothing).by_patrons,
        )
        for key in {**some, **more}
    }
