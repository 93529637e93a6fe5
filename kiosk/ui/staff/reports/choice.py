"""What somebody chose to see in a report, and what that asks of the library; free of Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kiosk.model.library import Library
from kiosk.rules.calendar import calendar_of, start_of_day
from kiosk.staff.reports.report import MOST_DAYS, Ask
from kiosk.storage import WhichItems

PERIODS = {"week": 7, "month": 30, "quarter": 90, "year": 365}
OWN = "own"
UNLENT = ("ever", "1", "2", "3", "5")  # years
AGES = ("any", "1", "2", "5")
PUBLISHED = ("any", "5", "10", "20")


@dataclass(frozen=True, slots=True)
class Choice:
    """The filters as they stand; what a report does not ask for says nothing to it.

    ``first`` and ``last`` count only for a period of one's own; an empty code means all.
    """

    period: str = "month"
    first: date = date.min
    last: date = date.min
    branch: str = ""
    category: str = ""
    item_type: str = ""
    unlent: str = "ever"
    age: str = "any"
    published: str = "any"


def days_of(choice: Choice, today: date) -> tuple[date, date]:
    """Return the first and last day meant, in order and no more than a report bears."""
    if choice.period != OWN:
        return today - timedelta(days=PERIODS[choice.period] - 1), today
    first, last = sorted((choice.first, choice.last))
    # By their numbers: so many days before an early date there may be no date at all.
    return date.fromordinal(max(first.toordinal(), last.toordinal() - MOST_DAYS + 1)), last


def ask_of(choice: Choice, today: date) -> Ask:
    """Return what is asked of a report over days."""
    first, last = days_of(choice, today)
    return Ask(first, last, choice.branch or None, choice.category or None, choice.item_type or None)


def which_of(choice: Choice, library: Library, today: date, words: Sequence[str] = ()) -> WhichItems:
    """Return which items a report about use is asked for."""
    return WhichItems(
        branch=choice.branch or None,
        item_type=choice.item_type or None,
        unlent_since=_ago(choice.unlent, library, today),
        added_before=_ago(choice.age, library, today),
        published_before=today.year - int(choice.published) if choice.published.isdigit() else None,
        words=tuple(words),
    )


def untold(report: str, choice: Choice) -> frozenset[str]:
    """Return the columns that say nothing in this list: what was never lent went out no times, at no time."""
    return frozenset({"times_lent", "last_lent"} if report == "never" and choice.unlent == "ever" else ())


def _ago(years: str, library: Library, today: date) -> datetime | None:
    """Return the beginning of the day so many years ago; None for what names no years."""
    if not years.isdigit():
        return None
    year = today.year - int(years)
    leap = (today.month, today.day) == (2, 29)
    day = today.replace(year=year, day=28) if leap else today.replace(year=year)
    return start_of_day(calendar_of(library, None), day)
