"""Every list of the workspace and how it is opened, as its pages do; for staff_lists.py."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, partial
from typing import Any

from large_library import AT

from kiosk.catalog.search import Filters, SearchRequest, Sort
from kiosk.model.happened import Dimension
from kiosk.model.rule import Period, PeriodUnit
from kiosk.services_of_staff import StaffServices
from kiosk.staff.patrons.finding import PatronList
from kiosk.staff.reports.report import Ask
from kiosk.staff.rights import Right
from kiosk.staff.settings.trail import TrailFilter
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import UsedItem, WhichItems
from kiosk.ui.staff.catalogue.search_state import COUNTED

BY = SignedIn("bench", "Bench", "administrator", frozenset(map(str, Right)), "MAIN")
_PAGE, _DEEP, _MIDDLE = 200, 10_000, 50_000
_TODAY = AT.date()


@dataclass(frozen=True, slots=True)
class Opened:
    """A list and how to open it."""

    name: str
    open: Callable[[], Any]


def report_lists(staff: StaffServices) -> list[Opened]:
    """Return today's figures and all reports."""
    reports, year, month, never = staff.reports, _ask(365), _ask(30), WhichItems()
    circulation, collection = reports.circulation, reports.collection
    ago = replace(never, unlent_since=AT - timedelta(days=730))
    made = [
        Opened("today: figures, hours, 14 weeks", lambda: reports.today.figures(BY, at=AT)),
        Opened("today: holds to pull", lambda: reports.today.holds_to_pull(BY, 6, at=AT)),
        Opened("today: searches in vain", lambda: reports.wanted.searches(BY, 30, 6, at=AT)),
        Opened("today: questions in vain", lambda: reports.wanted.questions(BY, 30, 6, at=AT)),
        Opened("today: kiosks", lambda: reports.kiosks.all(BY, at=AT)),
    ]
    for dimension in Dimension:
        name = f"circulation by {dimension.value.replace('_', ' ')}, a year"
        made.append(Opened(name, partial(circulation.counted, BY, year, dimension, at=AT)))
    made += [
        Opened("never lent, the first 200", lambda: collection.never_lent(BY, never)),
        Opened("never lent, one branch", lambda: collection.never_lent(BY, replace(never, branch="WEST"))),
        Opened("never lent, one type", lambda: collection.never_lent(BY, replace(never, item_type="map"))),
        Opened("not lent for two years", lambda: collection.never_lent(BY, ago)),
        Opened("never lent, how many", lambda: collection.how_many_never_lent(BY, never)),
        Opened("not lent for two years, how many", lambda: collection.how_many_never_lent(BY, ago)),
    ]
    for order in ("title", "year", "call_number", "branch", "location", "item_type", "barcode"):
        made += _ordered(collection, "never lent", never, order)
    made += _ordered(collection, "not lent for two years", ago, "title")
    made += _ordered(collection, "not lent for two years", ago, "times_lent")
    one = replace(never, branch="WEST", item_type="dvd")
    made += _ordered(collection, "never lent, one branch and type", one, "title")
    return [
        *made,
        Opened("lent most of all time", lambda: collection.items_lent_most(BY, never)),
        Opened("titles lent most, a month", lambda: collection.titles_lent_most(BY, month)),
        Opened("titles lent most, a year", lambda: collection.titles_lent_most(BY, year)),
        Opened("turnover by location, a year", lambda: collection.turnover(BY, year, at=AT)),
        Opened("overdue by days and category", lambda: reports.late.by_span(BY, year, at=AT)),
        Opened("overdue, the first 200", lambda: reports.late.listed(BY, year, at=AT)),
        Opened("fees by kind, a year", lambda: reports.fees.by_kind(BY, year)),
    ]


def _ordered(collection: Any, name: str, which: WhichItems, order: str) -> list[Opened]:
    """Return a list in a column's order: its beginning, and a page behind any item far down."""

    @cache
    def middle() -> UsedItem | None:
        first = collection.never_lent(BY, which, limit=1).more
        return collection.never_lent(BY, which, after=replace(first, id=_MIDDLE), limit=1).more  # type: ignore[no-any-return]

    return [
        Opened(f"{name}, by {order.replace('_', ' ')}", lambda: collection.never_lent_by(BY, which, order)),
        Opened(
            f"{name}, by {order.replace('_', ' ')}, far down",
            lambda: collection.never_lent_by(BY, which, order, after=middle()),
        ),
    ]


def desk_lists(staff: StaffServices) -> list[Opened]:
    """Return what the circulation desk lists, and what a change of a rule would do to all open loans."""
    holds, rules = staff.desk.holds, staff.rules

    def effects() -> Any:
        library = rules.library(BY)
        first, *others = library.rules
        longer = replace(first.values, loan_period=Period(21, PeriodUnit.DAYS), max_loans=5)
        after = replace(library, rules=(replace(first, values=longer), *others))
        return rules.effects(BY, library, after, "en")

    return [
        Opened("desk: holds to pull", lambda: holds.to_pull(BY)),
        Opened("desk: hold shelf", lambda: holds.shelf(BY, at=AT)),
        Opened("desk: on the way", lambda: holds.travelling(BY, here=True)),
        Opened("effect of a rule on open loans (has a sign)", effects),
    ]


def people_lists(staff: StaffServices) -> list[Opened]:
    """Return what is listed of patrons, messages, articles and changes."""
    finding, trail = staff.patrons.finding, staff.trail
    made = [
        Opened(f"patrons: “{typed}”", partial(finding.find, BY, typed))
        for typed in ("a", "sch", "müller", "reader77", "1980-05-12")
    ]
    made += [Opened(f"patrons: {one}", partial(finding.listed, BY, one, today=_TODAY)) for one in PatronList]
    return [
        *made,
        Opened("messages", lambda: staff.inbox.unfinished(BY)),
        Opened("articles", lambda: staff.article_shelf.all(BY, "en", at=AT)),
        Opened("questions without an answer", lambda: staff.asked.in_vain(BY, since=AT - timedelta(days=90))),
        Opened("changes, the latest", lambda: trail.entries(BY, TrailFilter())),
    ]


def catalogue_lists(staff: StaffServices) -> list[Opened]:
    """Return the catalogue's page: as it opens, as one types, in the order of each column, and far down."""
    search = staff.copies.search
    made = [
        _sought(search, "catalogue: as it opens", SearchRequest("", typing=True, limit=_PAGE, facets=COUNTED))
    ]
    for typed in ("r", "ro", "rom", "roman", "roman history", "xqzv"):
        request = SearchRequest(typed, typing=True, limit=_PAGE, facets=COUNTED)
        made.append(_sought(search, f"catalogue: “{typed}” typed", request))
    for sort, back in ((Sort.TITLE, False), (Sort.TITLE, True), (Sort.AUTHOR, False), (Sort.NEWEST, False)):
        for text in ("", "ro"):
            asked = SearchRequest(text, typing=True, limit=_PAGE, sort=sort, backwards=back, facets=())
            name = f"catalogue: {text or 'all'} by {sort.value}{', backwards' if back else ''}"
            made.append(_sought(search, name, asked))
    for offset in (_DEEP, 100_000, 500_000):
        deep = SearchRequest("", typing=True, limit=_PAGE, offset=offset, facets=())
        made.append(_sought(search, f"catalogue: all, {offset:,} down", deep))
        by_title = replace(deep, sort=Sort.TITLE)
        made.append(_sought(search, f"catalogue: all by title, {offset:,} down", by_title))
    branch = SearchRequest("", filters=Filters(branches=("WEST",)), typing=True, limit=_PAGE, facets=COUNTED)
    return [*made, _sought(search, "catalogue: one branch", branch)]


def _sought(search: Any, name: str, request: SearchRequest) -> Opened:
    return Opened(name, lambda: search.search(BY, request))


def _ask(days: int) -> Ask:
    last: date = _TODAY
    return Ask(last - timedelta(days=days - 1), last)
