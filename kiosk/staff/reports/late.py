"""What is overdue: how many by how long and by category of patron, and which; not with whom."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from kiosk.decisions import Decider
from kiosk.model.problem import Problem
from kiosk.rules.calendar import calendar_of, local_day
from kiosk.staff.reports.report import Ask, Chart, Column, ColumnKind, Names, Report
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, LateLoan

PAGE = 200
SPANS = (7, 14, 30, 90)  # days late, each the last of its span


class LateReports:
    """Reads loans past their due date."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    @needs(Right.REPORTS)
    def by_span(self, by: SignedIn, ask: Ask, *, at: datetime) -> Report:
        """Return how many are late for how long, with a column for each category of patron; the days of
        ``ask`` say nothing here.
        """
        bounds = [at - timedelta(days=days) for days in SPANS]
        with self._database.read() as view:
            names = Names(self._decider.libraries.current(view))
            found = view.late_loans.spans(at, bounds, ask.branch, ask.category)
        categories = sorted({category for _span, category in found})
        rows = [
            (span, category, found.get((span, category), 0))
            for span in range(len(SPANS) + 1)
            for category in categories
        ]
        columns = (Column("late_for"), Column("category"), Column("items", ColumnKind.COUNT))
        shown = tuple(
            (_span(span), names.category(category), count) for span, category, count in rows if count
        )
        return Report(columns, shown)

    @needs(Right.REPORTS)
    def totals(self, by: SignedIn, ask: Ask, *, at: datetime) -> Report:
        """Return how many are late for how long, all categories together."""
        bounds = [at - timedelta(days=days) for days in SPANS]
        with self._database.read() as view:
            found = view.late_loans.spans(at, bounds, ask.branch, ask.category)
        rows = tuple(
            (_span(span), sum(count for (one, _category), count in found.items() if one == span))
            for span in range(len(SPANS) + 1)
        )
        return Report((Column("late_for"), Column("items", ColumnKind.COUNT)), rows, Chart(0, (1,)))

    @needs(Right.REPORTS)
    def listed(
        self,
        by: SignedIn,
        ask: Ask,
        *,
        at: datetime,
        after: LateLoan | None = None,
        words: Sequence[str] = (),
        limit: int = PAGE,
    ) -> Report:
        """Return a page of what is late, the longest first, behind ``after``."""
        with self._database.read() as view:
            library = self._decider.libraries.current(view)
            found = view.late_loans.listed(at, ask.branch, ask.category, after, limit, words)
        names = Names(library)
        rows = []
        for one in found:
            calendar = calendar_of(library, one.branch)
            due = local_day(calendar, one.due_at)
            late = (local_day(calendar, at) - due).days
            kind, category = names.item_type(one.item_type), names.category(one.patron_category)
            row = (one.call_number, one.title, due, late, names.branch(one.branch), kind, category)
            rows.append((*row, one.barcode))
        columns = (
            Column("call_number", ColumnKind.CODE),
            Column("title"),
            Column("due", ColumnKind.DAY),
            Column("days_late", ColumnKind.COUNT),
            Column("branch"),
            Column("item_type"),
            Column("category"),
            Column("barcode", ColumnKind.CODE),
        )
        return Report(columns, tuple(rows), more=found[-1] if len(found) == limit else None)


def _span(number: int) -> Problem:
    if number == len(SPANS):
        return Problem.of("staff.reports.late_over", days=SPANS[-1])
    first = SPANS[number - 1] + 1 if number else 1
    return Problem.of("staff.reports.late_from_to", first=first, last=SPANS[number])
