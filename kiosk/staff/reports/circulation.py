"""Circulation by hour, day, branch, category of patron, type of item and location."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from kiosk.decisions import Decider
from kiosk.model.happened import Dimension, Happening
from kiosk.staff.reports.counted import Counted, count_by
from kiosk.staff.reports.report import Ask, Chart, Column, ColumnKind, Names, Report
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, Total, View

_WEEK = timedelta(days=7)
_USUAL_WEEKS = 8
_COUNT = ColumnKind.COUNT
_COLUMNS = (
    Column("loans", _COUNT),
    Column("loans_by_patrons", _COUNT),
    Column("returns", _COUNT),
    Column("returns_by_patrons", _COUNT),
    Column("renewals", _COUNT),
)


class CirculationReports:
    """Counts loans, returns and renewals; the period before stands beside them."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    @needs(Right.REPORTS)
    def counted(self, by: SignedIn, ask: Ask, dimension: Dimension, *, at: datetime) -> Report:
        """Return a line for each of the dimension's values; days have the week before and what is usual."""
        with self._database.read() as view:
            names = Names(self._decider.libraries.current(view))
            if dimension is Dimension.DAY:
                return _by_day(view, names, ask, at)
            now = count_by(view, names.library, ask, dimension, at)
            earlier = count_by(view, names.library, _before(ask), dimension, at)
        values = sorted({value for _kind, value in (*now, *earlier)})
        if dimension is Dimension.HOUR:
            values = _without_gaps(values)
        else:
            values.sort(key=lambda value: (-_times(now, Happening.LOAN, value), value))
        rows = tuple(
            (_name(names, dimension, value), *_figures(now, value), _times(earlier, Happening.LOAN, value))
            for value in values
        )
        columns = (Column(dimension.value), *_COLUMNS, Column("loans_before", _COUNT))
        return Report(columns, rows, Chart(0, (1, 3), 6))


def _by_day(view: View, names: Names, ask: Ask, at: datetime) -> Report:
    """Return every day, those without circulation as well, with the same weekday before beside it."""
    longer = replace(ask, first=ask.first - _USUAL_WEEKS * _WEEK)
    found = count_by(view, names.library, longer, Dimension.DAY, at)
    days = [ask.first + timedelta(days=n) for n in range((ask.last - ask.first).days + 1)]
    rows = tuple(
        (day, *_figures(found, day.isoformat()), _loans(found, day - _WEEK), _usual(found, day))
        for day in days
    )
    columns = (
        Column("day", ColumnKind.DAY),
        *_COLUMNS,
        Column("loans_week_before", _COUNT),
        Column("loans_usual", _COUNT),
    )
    return Report(columns, rows, Chart(0, (1,), 7, line=True))


def _usual(found: Counted, day: date) -> int | None:
    """Return how many loans that weekday usually has, of those of the last weeks on which any were."""
    before = [_loans(found, day - n * _WEEK) for n in range(1, _USUAL_WEEKS + 1)]
    with_any = [times for times in before if times]
    return round(sum(with_any) / len(with_any)) if with_any else None


def _figures(found: Counted, value: str) -> tuple[int, ...]:
    loans, returns = (found.get((kind, value), Total(0)) for kind in (Happening.LOAN, Happening.RETURN))
    return (*loans, *returns, _times(found, Happening.RENEWAL, value))


def _loans(found: Counted, day: date) -> int:
    return _times(found, Happening.LOAN, day.isoformat())


def _times(found: Counted, kind: Happening, value: str) -> int:
    return found.get((kind, value), Total(0)).times


def _before(ask: Ask) -> Ask:
    """Return the period of the same length before."""
    length = ask.last - ask.first + timedelta(days=1)
    return replace(ask, first=ask.first - length, last=ask.last - length)


def _without_gaps(hours: list[str]) -> list[str]:
    return [f"{hour:02d}" for hour in range(int(hours[0]), int(hours[-1]) + 1)] if hours else []


def _name(names: Names, dimension: Dimension, value: str) -> object:
    match dimension:
        case Dimension.BRANCH:
            return names.branch(value)
        case Dimension.CATEGORY:
            return names.category(value)
        case Dimension.ITEM_TYPE:
            return names.item_type(value)
        case Dimension.LOCATION:
            return names.location(value)
        case _:
            return value
