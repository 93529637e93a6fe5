"""Keeps what happened on each day as sums, and reads them over any span of days."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Label, func, select

from kiosk.model.happened import DaySum, Dimension, Facet, Happened, Happening
from kiosk.rules.counting import facet_of
from kiosk.storage.link import Link
from kiosk.storage.reports.happenings import count_loans, first_loan, happened_between
from kiosk.storage.tables import day_sums, summed_days

_COLUMNS = {Dimension.DAY: "day", Dimension.BRANCH: "branch", Dimension.CATEGORY: "patron_category"}

# The lock of those who count days on PostgreSQL; nothing else in the database takes it.
_COUNTING = 0x6B696F736D


class Total(NamedTuple):
    """How often something happened, and how many of these patrons did themselves."""

    times: int
    by_patrons: int = 0


class DaySums:
    """Sums of days that are over, and the single events of those that are not."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def summed_before(self) -> date | None:
        """Return the day before which all days are summed up; None where none is."""
        last: date | None = self._link.scalar(select(func.max(summed_days.c.day)))
        return None if last is None else last + timedelta(days=1)

    def missing(self, first: date, before: date) -> list[date]:
        """Return the days from ``first`` to before ``before`` not summed up with titles, or to be anew."""
        between = (summed_days.c.day >= first, summed_days.c.day < before, summed_days.c.titles)
        there = set(self._link.column(select(summed_days.c.day).where(*between)))
        days = (first + timedelta(days=n) for n in range((before - first).days))
        return [day for day in days if day not in there]

    def hold(self) -> None:
        """Let nobody else count a day, or have one counted anew, until this act has ended.

        A night reads what happened and then says that it has counted the day; what was dated back between
        would be forgotten. SQLite lets one act write at a time anyway.
        """
        if self._link.dialect == "postgresql":
            self._link.all(select(func.pg_advisory_xact_lock(_COUNTING)))

    def count_anew(self, day: date) -> None:
        """Have a day counted again by the next night; until then its sums stay as they are.

        Call it last: it waits for a night that counts a day, and a night waits for it.
        """
        self.hold()
        self._link.write(summed_days.delete().where(summed_days.c.day == day))

    def replace(self, day: date, sums: Iterable[DaySum]) -> int:
        """Keep these sums of a day instead of those there are, the oldest day first; return how many."""
        self._link.write(self._link.insert(summed_days).values(day=day).on_conflict_do_nothing())
        self._link.write(day_sums.delete().where(day_sums.c.day == day, day_sums.c.facet.in_(list(Facet))))
        rows = [_row(one) for one in sums]
        if rows:
            new = self._link.insert(day_sums)
            kept = {name: new.excluded[name] for name in ("times", "by_patrons")}
            self._link.write(
                new.on_conflict_do_update(index_elements=[*day_sums.primary_key], set_=kept), rows
            )
        return len(rows)

    def totals(
        self, dimension: Dimension, first: date, last: date, *, branch: str | None, category: str | None
    ) -> dict[tuple[Happening, str], Total]:
        """Return how often each thing happened from ``first`` to ``last``, by kind and the dimension's value.

        A named branch or category of patron narrows it.
        """
        of = day_sums.c[_COLUMNS.get(dimension, "value")]
        query = (
            select(day_sums.c.kind, of.label("value"), _sum("times"), _sum("by_patrons"))
            .where(day_sums.c.facet == facet_of(dimension).value)
            .where(day_sums.c.day >= first, day_sums.c.day <= last)
            .group_by(day_sums.c.kind, of)
        )
        if branch is not None:
            query = query.where(day_sums.c.branch == branch)
        if category is not None:
            query = query.where(day_sums.c.patron_category == category)
        return {
            (Happening(row.kind), str(row.value)): Total(int(row.times), int(row.by_patrons))
            for row in self._link.all(query)
        }

    def by_hour(self, days: Sequence[date], branch: str | None) -> dict[str, int]:
        """Return how many loans there were on those days, all together, by hour."""
        query = (
            select(day_sums.c.value, _sum("times"))
            .where(day_sums.c.facet == Facet.HOUR.value, day_sums.c.day.in_(days))
            .where(day_sums.c.kind == Happening.LOAN.value)
            .group_by(day_sums.c.value)
        )
        if branch is not None:
            query = query.where(day_sums.c.branch == branch)
        return {row.value: int(row.times) for row in self._link.all(query)}

    def days_with_loans(self, days: Sequence[date], branch: str | None) -> int:
        """Count those of the days on which anything was lent."""
        query = select(func.count(day_sums.c.day.distinct())).where(
            day_sums.c.facet == Facet.HOUR.value,
            day_sums.c.day.in_(days),
            day_sums.c.kind == Happening.LOAN.value,
        )
        return int(self._link.scalar(query if branch is None else query.where(day_sums.c.branch == branch)))

    def events(self, first: datetime, before: datetime) -> list[Happened]:
        """Return what happened from ``first`` to before ``before``, one by one."""
        return happened_between(self._link, first, before)

    def loans(self, first: datetime, before: datetime, branch: str | None = None) -> int:
        """Count the loans made from ``first`` to before ``before``, in a branch or in all."""
        return count_loans(self._link, first, before, branch)

    def first_loan(self) -> datetime | None:
        """Return when the first loan of all was made; None where nothing was ever lent."""
        return first_loan(self._link)


def _sum(column: str) -> Label[Any]:
    return func.sum(day_sums.c[column]).label(column)


def _row(one: DaySum) -> dict[str, Any]:
    values = {name: getattr(one, name) for name in DaySum.__dataclass_fields__}
    return values | {"facet": one.facet.value, "kind": one.kind.value}
