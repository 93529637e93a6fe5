"""Which reports there are, what each may be narrowed by, and how each is read; free of Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from kiosk.model.happened import Dimension
from kiosk.model.library import Library
from kiosk.staff.reports.report import Column, ColumnKind, Names, Report
from kiosk.staff.reports.services import ReportServices
from kiosk.staff.rights import Right
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import LateLoan, UsedItem
from kiosk.ui.staff.reports.choice import Choice, ask_of, days_of, which_of

_MOST_TEXTS = 500
_MOST_PULLS = 2000


@dataclass(frozen=True, slots=True)
class Page:
    """Which rows of a long report: behind `after`, in its own order or a column's."""

    after: UsedItem | LateLoan | None = None
    limit: int = 200
    words: tuple[str, ...] = ()
    sort: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks what, of which library, when."""

    reports: ReportServices
    by: SignedIn
    library: Library
    choice: Choice
    at: datetime
    page: Page = Page()

    @property
    def today(self) -> date:
        """The library's own day."""
        return self.at.astimezone(ZoneInfo(self.library.time_zone)).date()


@dataclass(frozen=True, slots=True)
class ReportKind:
    """A report; `filters` are what narrows it; a `paged` one is read as one scrolls.

    `order` names the columns by which a paged one can be sorted: the others would be read as a whole.
    """

    key: str
    group: str
    filters: frozenset[str]
    read: Callable[[Asking], Report]
    right: Right = Right.REPORTS
    paged: bool = False
    order: frozenset[str] = frozenset()
    count: Callable[[Asking], int] | None = None


def _circulation(dimension: Dimension) -> Callable[[Asking], Report]:
    def read(asking: Asking) -> Report:
        ask = ask_of(asking.choice, asking.today)
        return asking.reports.circulation.counted(asking.by, ask, dimension, at=asking.at)

    return read


def _never(asking: Asking) -> Report:
    page = asking.page
    which = which_of(asking.choice, asking.library, asking.today, page.words)
    collection = asking.reports.collection
    after = page.after if isinstance(page.after, UsedItem) else None
    if page.sort:
        return collection.never_lent_by(
            asking.by, which, page.sort, after=after, limit=page.limit, descending=page.descending
        )
    return collection.never_lent(asking.by, which, after=after, limit=page.limit)


def _never_count(asking: Asking) -> int:
    which = which_of(asking.choice, asking.library, asking.today, asking.page.words)
    return asking.reports.collection.how_many_never_lent(asking.by, which)


def _titles(asking: Asking) -> Report:
    return asking.reports.collection.titles_lent_most(asking.by, ask_of(asking.choice, asking.today))


def _items(asking: Asking) -> Report:
    which = which_of(asking.choice, asking.library, asking.today)
    return asking.reports.collection.items_lent_most(asking.by, which)


def _turnover(asking: Asking) -> Report:
    ask = ask_of(asking.choice, asking.today)
    return asking.reports.collection.turnover(asking.by, ask, at=asking.at)


def _late(asking: Asking) -> Report:
    return asking.reports.late.totals(asking.by, ask_of(asking.choice, asking.today), at=asking.at)


def _late_categories(asking: Asking) -> Report:
    return asking.reports.late.by_span(asking.by, ask_of(asking.choice, asking.today), at=asking.at)


def _late_items(asking: Asking) -> Report:
    page = asking.page
    return asking.reports.late.listed(
        asking.by,
        ask_of(asking.choice, asking.today),
        at=asking.at,
        after=page.after if isinstance(page.after, LateLoan) else None,
        words=page.words,
        limit=page.limit,
    )


def _fees(asking: Asking) -> Report:
    return asking.reports.fees.by_kind(asking.by, ask_of(asking.choice, asking.today))


def _in_vain(questions: bool) -> Callable[[Asking], Report]:
    def read(asking: Asking) -> Report:
        first, last = days_of(asking.choice, asking.today)
        days = (asking.today - first).days + 1 if last <= asking.today else (last - first).days + 1
        wanted = asking.reports.wanted
        told = wanted.questions if questions else wanted.searches
        return told(asking.by, days, _MOST_TEXTS, at=asking.at)

    return read


def _pulls(asking: Asking) -> Report:
    names = Names(asking.library)
    found = asking.reports.today.holds_to_pull(asking.by, _MOST_PULLS, at=asking.at)
    columns = (
        Column("call_number", ColumnKind.CODE),
        Column("title"),
        Column("location"),
        Column("barcode", ColumnKind.CODE),
        Column("pickup"),
        Column("placed", ColumnKind.DAY),
    )
    rows = tuple(
        (
            one.pull.copy.item.call_number,
            one.pull.title,
            names.location(one.pull.copy.item.location or ""),
            one.pull.copy.item.barcode,
            names.branch(one.pull.hold.pickup_branch),
            one.pull.hold.placed_at.astimezone(ZoneInfo(asking.library.time_zone)).date(),
        )
        for one in found.first
    )
    return Report(columns, rows, marks=tuple(one.pull.hold.record_id for one in found.first))


def _kiosks(asking: Asking) -> Report:
    columns = (Column("kiosk"), Column("branch"), Column("state"), Column("seen", ColumnKind.MOMENT))
    found = asking.reports.kiosks.all(asking.by, at=asking.at)
    return Report(columns, tuple((one.name, one.branch, one.what, one.seen_at) for one in found))


_DAYS = frozenset({"period", "branch", "category"})
_NOW = frozenset({"branch", "category"})
_NEVER = frozenset({"unlent", "branch", "item_type", "age", "published"})
_ITEM_ORDER = ("call_number", "title", "year", "branch", "location", "item_type", "barcode")


def report_kinds() -> tuple[ReportKind, ...]:
    """Return all reports in the order of the list."""
    counted = (
        ("days", Dimension.DAY),
        ("hours", Dimension.HOUR),
        ("branches", Dimension.BRANCH),
        ("categories", Dimension.CATEGORY),
        ("types", Dimension.ITEM_TYPE),
        ("locations", Dimension.LOCATION),
    )
    period, order = frozenset({"period"}), frozenset({*_ITEM_ORDER, "times_lent", "last_lent"})
    return (
        *(ReportKind(key, "circulation", _DAYS, _circulation(of)) for key, of in counted),
        ReportKind("never", "collection", _NEVER, _never, paged=True, order=order, count=_never_count),
        ReportKind("titles", "collection", frozenset({"period", "branch"}), _titles),
        ReportKind("items", "collection", frozenset({"branch", "item_type"}), _items),
        ReportKind("turnover", "collection", _DAYS, _turnover),
        ReportKind("late", "desk", _NOW, _late),
        ReportKind("late_categories", "desk", _NOW, _late_categories),
        ReportKind("late_items", "desk", _NOW, _late_items, paged=True),
        ReportKind("fees", "desk", period, _fees),
        ReportKind("pulls", "desk", frozenset(), _pulls, Right.DESK),
        ReportKind("kiosks", "desk", frozenset(), _kiosks, Right.CATALOGUE_SEE),
        ReportKind("searches", "wanted", period, _in_vain(questions=False)),
        ReportKind("questions", "wanted", period, _in_vain(questions=True)),
    )
