"""The use of the collection: titles lent most, turnover by location, and what was never lent."""

from collections import defaultdict
from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.decisions import Decider
from kiosk.model.happened import Dimension, Happening
from kiosk.staff.reports.counted import count_by, titles_lent
from kiosk.staff.reports.report import Ask, Chart, Column, ColumnKind, Names, Report
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, Total, UsedItem, WhichItems

PAGE = 200
_CHARTED = 12
_ITEM_COLUMNS = (
    Column("call_number", ColumnKind.CODE),
    Column("title"),
    Column("authors"),
    Column("year", ColumnKind.YEAR),
    Column("branch"),
    Column("location"),
    Column("item_type"),
    Column("barcode", ColumnKind.CODE),
    Column("times_lent", ColumnKind.COUNT),
    Column("last_lent", ColumnKind.DAY),
)


class CollectionReports:
    """Reads how items and titles are used."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    @needs(Right.REPORTS)
    def never_lent(
        self, by: SignedIn, which: WhichItems, *, after: UsedItem | None = None, limit: int = PAGE
    ) -> Report:
        """Return a page of items not lent since then, behind ``after``: the longest unlent first."""
        with self._database.read() as view:
            names = Names(self._decider.libraries.current(view))
            found = view.item_use.unlent(which, after, limit)
        return _item_report(names, found, found[-1] if len(found) == limit else None)

    @needs(Right.REPORTS)
    def never_lent_by(
        self,
        by: SignedIn,
        which: WhichItems,
        order: str,
        *,
        after: UsedItem | None = None,
        limit: int = PAGE,
        descending: bool = False,
    ) -> Report:
        """Return a page of them in the order of a column, behind ``after``."""
        with self._database.read() as view:
            names = Names(self._decider.libraries.current(view))
            found = view.item_use.unlent_by(which, order, after, limit, descending=descending)
        return _item_report(names, found, found[-1] if len(found) == limit else None)

    @needs(Right.REPORTS)
    def how_many_never_lent(self, by: SignedIn, which: WhichItems) -> int:
        """Count them all, which takes longer than showing the first."""
        with self._database.read() as view:
            return view.item_use.count_unlent(which)

    @needs(Right.REPORTS)
    def items_lent_most(self, by: SignedIn, which: WhichItems) -> Report:
        """Return the items lent most of all time."""
        with self._database.read() as view:
            names = Names(self._decider.libraries.current(view))
            found = view.item_use.most_lent(which, PAGE)
        return _item_report(names, found, None)

    @needs(Right.REPORTS)
    def titles_lent_most(self, by: SignedIn, ask: Ask) -> Report:
        """Return the titles lent most in those days."""
        with self._database.read() as view:
            library = self._decider.libraries.current(view)
            found = view.title_sums.most(titles_lent(view, library, ask), PAGE)
        columns = (Column("title"), Column("loans", ColumnKind.COUNT))
        rows = tuple((title, times) for _record, title, times in found)
        return Report(columns, rows, Chart(0, (1,)), marks=tuple(record for record, *_rest in found))

    @needs(Right.REPORTS)
    def turnover(self, by: SignedIn, ask: Ask, *, at: datetime) -> Report:
        """Return how often an item of each location was lent in those days, the least used first."""
        with self._database.read() as view:
            names = Names(self._decider.libraries.current(view))
            stock = view.item_use.stock(ask.branch)
            lent = count_by(view, names.library, ask, Dimension.LOCATION, at)
        there: defaultdict[str, int] = defaultdict(int)
        for _branch, location, _type, count in stock:
            there[location] += count
        rows = [
            (names.location(location), count, times, times / count)
            for location, count in there.items()
            for times in [lent.get((Happening.LOAN, location), Total(0)).times]
        ]
        rows.sort(key=lambda row: (row[3], -row[1]))
        columns = (
            Column("location"),
            Column("items", ColumnKind.COUNT),
            Column("loans", ColumnKind.COUNT),
            Column("turnover", ColumnKind.SHARE),
        )
        return Report(columns, tuple(rows), Chart(0, (3,)))


def _item_report(names: Names, found: tuple[UsedItem, ...], more: UsedItem | None) -> Report:
    zone = ZoneInfo(names.library.time_zone)
    rows = tuple(
        (
            one.call_number,
            one.title,
            "; ".join(one.authors),
            one.year,
            names.branch(one.branch),
            names.location(one.location or ""),
            names.item_type(one.item_type),
            one.barcode,
            one.times_lent,
            one.last_lent_at.astimezone(zone).date() if one.last_lent_at else None,
        )
        for one in found
    )
    return Report(_ITEM_COLUMNS, rows, more=more, marks=tuple(one.record_id for one in found))
