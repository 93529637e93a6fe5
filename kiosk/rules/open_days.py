"""Counts a branch's open days between two dates without walking through them."""

from bisect import bisect_right
from datetime import date

from kiosk.model.calendar import Calendar
from kiosk.rules.calendar import is_always_open


class OpenDays:
    """The open days of one calendar, laid out once so that many spans can be counted quickly."""

    def __init__(self, calendar: Calendar) -> None:
        always = calendar.week is None or is_always_open(calendar)
        opens = [True] * 7 if always or calendar.week is None else [bool(spans) for spans in calendar.week]
        # The proleptic day 1 is a Monday, so a remainder of seven counts Mondays first.
        self._upto_weekday = [sum(opens[:n]) for n in range(8)]
        self._firsts: list[int] = []
        self._lasts: list[int] = []
        self._closed_before: list[int] = []
        self._lay_out_closures(calendar)

    def between(self, after: date, upto: date) -> int:
        """Count the open days later than ``after`` up to and with ``upto``; none if that is not later."""
        if upto <= after:
            return 0
        return self._open_until(upto.toordinal()) - self._open_until(after.toordinal())

    def _lay_out_closures(self, calendar: Calendar) -> None:
        closed = 0
        for closure in sorted(calendar.closures, key=lambda c: (c.first, c.last)):
            first, last = closure.first.toordinal(), closure.last.toordinal()
            if self._lasts:
                first = max(first, self._lasts[-1] + 1)
            if first > last:
                continue
            self._firsts.append(first)
            self._lasts.append(last)
            self._closed_before.append(closed)
            closed += self._weekdays_until(last) - self._weekdays_until(first - 1)

    def _weekdays_until(self, ordinal: int) -> int:
        weeks, rest = divmod(ordinal, 7)
        return weeks * self._upto_weekday[7] + self._upto_weekday[rest]

    def _open_until(self, ordinal: int) -> int:
        found = bisect_right(self._firsts, ordinal) - 1
        if found < 0:
            return self._weekdays_until(ordinal)
        first, last = self._firsts[found], min(ordinal, self._lasts[found])
        closed = self._weekdays_until(last) - self._weekdays_until(first - 1)
        return self._weekdays_until(ordinal) - self._closed_before[found] - closed
