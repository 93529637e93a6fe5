"""Keeps which titles were lent on each day, and finds those lent most over any span of days."""

import heapq
import sys
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from typing import NamedTuple

from sqlalchemy import func, select

from kiosk.storage.link import Link
from kiosk.storage.reports.happenings import lent_between
from kiosk.storage.tables import items, loans, records, summed_days, title_sums

_DAY = timedelta(days=1)
_NUMBER = "I"  # of 32 bits


class LentTitle(NamedTuple):
    """One loan, without who made it."""

    at: datetime
    branch: str
    record: int


class MovedTimes(NamedTuple):
    """How often a record that went was lent on a day in a branch."""

    day: date
    branch: str
    record: int
    times: int


class TitleSums:
    """The titles of days that are over, and the single loans of those that are not."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def summed_before(self) -> date | None:
        """Return the day before which the titles of all days are listed; None where those of none are."""
        last: date | None = self._link.scalar(select(func.max(summed_days.c.day)).where(summed_days.c.titles))
        return None if last is None else last + _DAY

    def replace(self, day: date, lent: Mapping[str, Iterable[int]]) -> None:
        """List the records lent on a day by branch, as often as they were; the oldest day first."""
        done = self._link.insert(summed_days).values(day=day, titles=True)
        self._link.write(done.on_conflict_do_update(index_elements=["day"], set_={"titles": True}))
        self._link.write(title_sums.delete().where(title_sums.c.day == day))
        rows = [
            {"day": day, "branch": branch, "records": _packed(sorted(numbers))}
            for branch, numbers in lent.items()
        ]
        if rows:
            self._link.write(title_sums.insert(), rows)

    def lent(self, first: datetime, before: datetime) -> list[LentTitle]:
        """Return the loans made from ``first`` to before ``before``, one by one."""
        columns = (loans.c.lent_at, loans.c.branch, items.c.record_id)
        rows = self._link.all(lent_between(first, before).with_only_columns(*columns))
        return [LentTitle(row.lent_at, row.branch, row.record_id) for row in rows]

    def times(self, first: date, last: date, branch: str | None) -> Counter[int]:
        """Return how often each record was lent on the listed days from ``first`` to ``last``."""
        query = select(title_sums.c.records).where(title_sums.c.day >= first, title_sums.c.day <= last)
        if branch is not None:
            query = query.where(title_sums.c.branch == branch)
        all_of_them = array(_NUMBER)
        for packed in self._link.column(query):
            all_of_them.frombytes(packed)
        return Counter(_turned(all_of_them))

    def most(self, times: Mapping[int, int], limit: int) -> tuple[tuple[int, str, int], ...]:
        """Return number, title and times of those lent most that are still there; of equals the last."""
        found: list[tuple[int, str, int]] = []
        ranked = _ranked(times)
        while len(found) < limit and (some := list(islice(ranked, limit))):
            named = select(records.c.id, records.c.title).where(records.c.id.in_(some))
            titles = {row.id: row.title for row in self._link.all(named)}
            found += [(number, titles[number], times[number]) for number in some if number in titles]
        return tuple(found[:limit])

    def move(self, gone: Collection[int], kept: int) -> tuple[MovedTimes, ...]:
        """Have what was lent of some records count for another; before their items are moved to that.

        Returns what was moved, for `move_back`.
        """
        moved_times: list[MovedTimes] = []
        lent = select(loans.c.lent_at).join(items, items.c.id == loans.c.item_id)
        moments = self._link.column(lent.where(items.c.record_id.in_(list(gone))))
        # In whichever zone a branch is, its day is the one of UTC or a neighbour.
        days = {moment.date() + near * _DAY for moment in moments for near in (-1, 0, 1)}
        query = select(title_sums).where(title_sums.c.day.in_(sorted(days)))
        for row in self._link.all(query) if days else ():
            numbers = _unpacked(row.records)
            if not set(gone).isdisjoint(numbers):
                moved = sorted(kept if number in gone else number for number in numbers)
                this = (title_sums.c.day == row.day) & (title_sums.c.branch == row.branch)
                self._link.write(title_sums.update().where(this).values(records=_packed(moved)))
                times = Counter(number for number in numbers if number in gone)
                moved_times += [
                    MovedTimes(row.day, row.branch, number, count) for number, count in times.items()
                ]
        return tuple(moved_times)

    def move_back(self, kept: int, moved: Iterable[MovedTimes]) -> None:
        """Have what was moved to a record count for those again that it was moved from."""
        for one in moved:
            this = (title_sums.c.day == one.day) & (title_sums.c.branch == one.branch)
            packed = self._link.scalar(select(title_sums.c.records).where(this))
            numbers = list(_unpacked(packed)) if packed is not None else []
            for _ in range(min(one.times, numbers.count(kept))):
                numbers[numbers.index(kept)] = one.record
            if packed is not None:
                self._link.write(title_sums.update().where(this).values(records=_packed(sorted(numbers))))


def _ranked(times: Mapping[int, int]) -> Iterator[int]:
    """Yield the records lent most, of equals the one of the highest number first.

    Most have been lent once or twice: what is above is sorted, the many are only looked through.
    """
    for level in sorted(set(times.values()), reverse=True):
        alike = [-number for number, count in times.items() if count == level]
        heapq.heapify(alike)
        while alike:
            yield -heapq.heappop(alike)


def _packed(numbers: Sequence[int]) -> bytes:
    return _turned(array(_NUMBER, numbers)).tobytes()


def _unpacked(packed: bytes) -> array:  # type: ignore[type-arg]  # which has no parameter when it runs
    numbers = array(_NUMBER)
    numbers.frombytes(packed)
    return _turned(numbers)


def _turned(numbers: array) -> array:  # type: ignore[type-arg]
    """Return numbers of this machine as they are stored, or the other way round."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
