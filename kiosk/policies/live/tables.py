"""Lays out the tables of articles: a row for each item type, category, weekday, closure or branch."""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from types import MappingProxyType

from kiosk.model.library import ItemType
from kiosk.policies.blocks import Table, TableRow
from kiosk.policies.live import values
from kiosk.policies.live.opening import channels_shown, closed_days, closures_ahead, hours_on
from kiosk.policies.live.situation import Situation
from kiosk.policies.placeholders import Placeholder
from kiosk.rules.codes import same_code

_NOTHING = "–"


def fill_table(placeholder: Placeholder, situation: Situation) -> Table | None:
    """Return the table as it is now; None for one that is not known or has no rows."""
    if not placeholder.known or not placeholder.table:
        return None
    about = situation.narrowed(dict(placeholder.settings))
    columns, rows = _TABLES[placeholder.name]
    if placeholder.name == "limits" and about.is_own:
        columns += ("loans_left",)
    header = tuple(about.words(f"answer.column.{column}") for column in columns)
    found = tuple(rows(about))
    if placeholder.name == "hours":
        header += tuple(about.words.name(branch.name) for branch in about.library.branches)
    return Table(header, found, placeholder.name) if found else None


def _kinds(about: Situation) -> Iterator[tuple[ItemType, Situation]]:
    for kind in about.library.item_types:
        if kind.configured:
            yield kind, about.narrowed({"item_type": kind.code})


def _row(about: Situation, kind: ItemType, *cells: str) -> TableRow:
    marked = same_code(kind.code, about.item_type)
    return TableRow((about.words.name(kind.name), *cells), kind.code, marked)


def _loans(about: Situation) -> Iterator[TableRow]:
    for kind, of_kind in _kinds(about):
        period = values.loan_period(of_kind)
        if of_kind.values.loanable and of_kind.values.loan_period is not None:
            yield _row(about, kind, period, _renewals(of_kind), _fine(of_kind))
        else:
            yield _row(about, kind, period, _NOTHING, _NOTHING)


def _renewals(of_kind: Situation) -> str:
    return values.renewals(of_kind) if of_kind.values.renewals else of_kind.words("answer.no_renewals")


def _fine(of_kind: Situation) -> str:
    free = not of_kind.values.fine_per_day.minor
    return of_kind.words("answer.free") if free else values.fine_per_day(of_kind)


def _limits(about: Situation) -> Iterator[TableRow]:
    anything = about.narrowed({"item_type": ""})
    cells = (about.words("answer.all_kinds"), *_limit(anything))
    yield TableRow(cells, "", not about.item_type)
    for kind, of_kind in _kinds(about):
        if of_kind.values.loanable:
            yield _row(about, kind, *_limit(of_kind))


def _limit(of_kind: Situation) -> tuple[str, ...]:
    """Return how many at once and, for whoever is signed in, how many more."""
    left = values.loans_left(of_kind)
    return (values.max_loans(of_kind),) if left is None else (values.max_loans(of_kind), left)


def _fees(about: Situation) -> Iterator[TableRow]:
    for kind, of_kind in _kinds(about):
        if of_kind.values.loanable:
            most = values.fine_max(of_kind) if of_kind.values.fine_per_day.minor else _NOTHING
            yield _row(about, kind, _fine(of_kind), most)


def _membership(about: Situation) -> Iterator[TableRow]:
    for category in about.library.patron_categories:
        if category.configured:
            own = about.narrowed({"patron_category": category.code})
            cells = (about.words.name(category.name), values.membership_fee(own), values.card_valid(own))
            yield TableRow(cells, category.code, same_code(category.code, about.category))


def _hours(about: Situation) -> Iterator[TableRow]:
    """Yield the days of the week from Monday, each as it is when it comes next, today included."""
    for weekday in range(7):
        day = about.today + timedelta(days=(weekday - about.today.weekday()) % 7)
        cells = [hours_on(branch.calendar, day, about.words) for branch in about.library.branches]
        name = about.words.dated(day, "weekday_full")
        yield TableRow((name, *cells), str(weekday + 1), day == about.today)


def _closures(about: Situation) -> Iterator[TableRow]:
    branches = about.library.branches
    for closure, closed in closures_ahead(branches, about.at):
        names = tuple(about.words.name(branch.name) for branch in closed)
        where = about.words("answer.all_branches") if len(closed) == len(branches) else ", ".join(names)
        reason = about.words.name(closure.reason) or _NOTHING
        yield TableRow((closed_days(closure, about.words), reason, where))


def _channels(about: Situation) -> Iterator[TableRow]:
    for channel in channels_shown(about.library, about.branch, about.at, about.words):
        yield TableRow((channel.name, channel.value, channel.hours), channel.kind)


def _branches(about: Situation) -> Iterator[TableRow]:
    for branch in about.library.branches:
        cells = (about.words.name(branch.name), branch.address or _NOTHING, branch.phone or _NOTHING)
        yield TableRow(cells, branch.code, same_code(branch.code, about.branch))


_TABLES: Mapping[str, tuple[tuple[str, ...], Callable[[Situation], Iterator[TableRow]]]] = MappingProxyType(
    {
        "loans": (("kind", "loan_period", "renewals", "fine_per_day"), _loans),
        "limits": (("kind", "max_loans"), _limits),
        "fees": (("kind", "fine_per_day", "fine_max"), _fees),
        "membership": (("category", "membership_fee", "card_valid"), _membership),
        "hours": (("weekday",), _hours),
        "closures": (("closed_on", "reason", "branch"), _closures),
        "channels": (("channel", "contact", "reached"), _channels),
        "branches": (("branch", "address", "phone"), _branches),
    }
)
