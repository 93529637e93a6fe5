"""Sums up what happened on days that are over, for reports over years."""

from collections import defaultdict
from datetime import date, timedelta

from kiosk.circulation.nightly.step import Night
from kiosk.model.library import Library
from kiosk.rules.counting import first_day, span_of_days, sum_up, wall_clocks

_DAY = timedelta(days=1)
# Machines' clocks differ, and a loan may be undone: days so late are counted anew, older ones where they
# are touched.
_AGAIN = timedelta(days=8)


def sum_days(night: Night) -> int:
    """Sum up every day before this one that is not yet or may have changed; return how many days.

    Each day is a unit of work, the oldest first: killed anywhere, the next night goes on from there.
    """
    library = night.library()
    today = first_day(library, night.at)
    days = _days(night, library, today)
    for day in days:
        _sum_day(night, library, day)
    return len(days)


def _days(night: Night, library: Library, today: date) -> list[date]:
    with night.database.read() as view:
        summed, first = view.day_sums.summed_before(), view.day_sums.first_loan()
        if first is None:
            return []
        began = begun = first_day(library, first)
        if summed is not None:
            began = max(begun, min(summed, today) - _AGAIN)
        late = view.day_sums.missing(begun, began)
    return [*late, *(began + n * _DAY for n in range((today - began).days))]


def _sum_day(night: Night, library: Library, day: date) -> None:
    """Read a day and keep its sums in one act: what is dated back waits, or is read."""
    span = span_of_days(library, day, day)
    local_time, titles = wall_clocks(library), defaultdict[str, list[int]](list)
    with night.database.act() as work:
        work.day_sums.hold()
        events, lent = work.day_sums.events(*span), work.title_sums.lent(*span)
        for at, branch, record in lent:
            if local_time(branch, at).date() == day:
                titles[branch].append(record)
        work.day_sums.replace(day, sum_up(library, events, day, day))
        work.title_sums.replace(day, titles)
        work.commit()
