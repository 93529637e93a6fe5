"""How long the workspace's figures, reports and lists take on a large library.

usage: python benchmarks/staff_lists.py [--postgresql URL] [--records N] [--loans N] [--rounds N]

The database of the URL must be empty; without one a SQLite file in the current folder is used. One item
in five is never lent; loans are spread over three branches, four categories and 2,000 days. Every list is
opened several times, the first of which counts as well: nothing is kept between.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from made_loans import NOW, furnish, town
from table import milliseconds, show

from kiosk.circulation.nightly.step import Night
from kiosk.circulation.nightly.sum_days import sum_days
from kiosk.decisions import Decider, LibraryCache
from kiosk.model.calendar import Calendar
from kiosk.model.happened import Dimension
from kiosk.model.library import Branch, ItemType, Library, PatronCategory
from kiosk.model.texts import LocalText
from kiosk.policies.learning import Learning
from kiosk.staff.reports.report import Ask
from kiosk.staff.reports.services import ReportServices
from kiosk.staff.rights import Right
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, QuestionAsked, UsedItem, WhichItems, sqlite_url

GOAL_MS = 200
# A day in the middle of the made loans, with others before and behind it.
AT = NOW - timedelta(days=60)
BRANCHES, CATEGORIES = ("MAIN", "NORTH", "WEST"), ("adult", "child", "student", "senior")
TYPES = ("book", "dvd", "game", "map", "music")
BY = SignedIn("bench", "Bench", "administrator", frozenset(map(str, Right)), "MAIN")


@dataclass(frozen=True, slots=True)
class Opened:
    """A list and how to open it."""

    name: str
    open: Callable[[], Any]


def large_town() -> Library:
    """Return the library with more branches, categories and types than the bare one has."""
    calendar = Calendar("Europe/Berlin")
    return replace(
        town(),
        branches=tuple(Branch(code, LocalText.of(code.title()), calendar) for code in BRANCHES),
        patron_categories=tuple(PatronCategory(code, LocalText.of(code.title())) for code in CATEGORIES),
        item_types=tuple(ItemType(code, LocalText.of(code.title())) for code in TYPES),
    )


def spread(database: Database, records: int) -> None:
    """Spread what was made over branches, categories and types, and leave one item in five unlent."""
    with database.act() as work:
        work.library.replace(large_town())
        work.commit()

    def case(column: str, values: tuple[str, ...]) -> str:
        whens = " ".join(f"WHEN {n} THEN '{value}'" for n, value in enumerate(values))
        return f"CASE {column} % {len(values)} {whens} END"

    statements = (
        f"UPDATE items SET branch = {case('id', BRANCHES)}, item_type = {case('id / 3', TYPES)},"
        " location = 'Shelf ' || (id % 40), call_number = 'ROM ' || id, shelf_key = 'rom ' || id",
        "UPDATE loans SET item_id = item_id + 1"
        f" WHERE returned_at IS NOT NULL AND item_id % 5 = 0 AND item_id < {records}",
        f"UPDATE loans SET branch = {case('id', BRANCHES)}, patron_category = {case('id / 3', CATEGORIES)},"
        " lent_by_patron = (id % 3 = 0), returned_by_patron = (id % 4 = 0)",
        "UPDATE items SET times_lent = (SELECT count(*) FROM loans WHERE loans.item_id = items.id),"
        " last_lent_at = (SELECT max(lent_at) FROM loans WHERE loans.item_id = items.id)",
    )
    with database.connection(to_write=True) as connection:
        for statement in statements:
            # PostgreSQL's driver takes a lone % for the place of a value.
            plain = statement.replace("%", "%%") if database.dialect == "postgresql" else statement
            connection.exec_driver_sql(plain)
        connection.commit()
    _ask_in_vain(database)


def _ask_in_vain(database: Database) -> None:
    with database.act() as work:
        for n in range(3000):
            at = AT - timedelta(minutes=n * 10)
            work.questions.search_empty(f"unknown title {n % 400}", "en", at)
            work.questions.asked(QuestionAsked(f"May I bring my {n % 200}?", "en", "none", at))
        work.commit()


def lists(reports: ReportServices) -> list[Opened]:
    """Return everything that is opened."""
    year, month = _ask(365), _ask(30)
    never = WhichItems()
    deep = _far_behind(reports, never)
    circulation, collection, later = reports.circulation, reports.collection, NOW + timedelta(days=30)
    made = [
        Opened(
            "today: figures, hours, 14 weeks and the year before", lambda: reports.today.figures(BY, at=AT)
        ),
        Opened("today: holds to pull", lambda: reports.today.holds_to_pull(BY, 6, at=AT)),
        Opened("today: searches in vain", lambda: reports.wanted.searches(BY, 30, 6, at=AT)),
        Opened("today: questions in vain", lambda: reports.wanted.questions(BY, 30, 6, at=AT)),
        Opened("today: kiosks", lambda: reports.kiosks.all(BY, at=AT)),
    ]
    for dimension in Dimension:
        name = f"circulation by {dimension.value.replace('_', ' ')}, a year"
        made.append(Opened(name, partial(circulation.counted, BY, year, dimension, at=AT)))
    return [
        *made,
        Opened("never lent, the first 200", lambda: collection.never_lent(BY, never)),
        Opened("never lent, 200 behind 10,000 others", lambda: collection.never_lent(BY, never, after=deep)),
        Opened("never lent, one branch", lambda: collection.never_lent(BY, replace(never, branch="WEST"))),
        Opened("never lent, one type", lambda: collection.never_lent(BY, replace(never, item_type="map"))),
        Opened(
            "not lent for two years",
            lambda: collection.never_lent(BY, replace(never, unlent_since=AT - timedelta(days=730))),
        ),
        Opened("lent most of all time", lambda: collection.items_lent_most(BY, never)),
        Opened("titles lent most, a month", lambda: collection.titles_lent_most(BY, month)),
        Opened("titles lent most, a year", lambda: collection.titles_lent_most(BY, year)),
        Opened("turnover by location, a year", lambda: collection.turnover(BY, year, at=AT)),
        Opened("overdue by days and category", lambda: reports.late.by_span(BY, year, at=later)),
        Opened("overdue, the first 200", lambda: reports.late.listed(BY, year, at=later)),
        Opened("fees by kind, a year", lambda: reports.fees.by_kind(BY, year)),
        Opened("count of all never lent", lambda: collection.how_many_never_lent(BY, never)),
    ]


def _far_behind(reports: ReportServices, which: WhichItems) -> UsedItem | None:
    page = reports.collection.never_lent(BY, which, limit=10_000)
    return page.more if isinstance(page.more, UsedItem) else None


def _ask(days: int) -> Ask:
    last: date = AT.date()
    return Ask(last - timedelta(days=days - 1), last)


def main() -> None:
    """Make the library, sum its days up, open every list, print the table."""
    chosen = _arguments()
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        url = chosen.postgresql or sqlite_url(Path(name) / "library.sqlite3")
        made = Database.open(url, check=False)
        made.create_or_upgrade(backup_folder=None, now=NOW)
        furnish(made, chosen.records, 5000, chosen.loans)
        spread(made, chosen.records)
        made.close()
        _measure(Database.open(url), chosen)


def _measure(database: Database, chosen: argparse.Namespace) -> None:
    decider = Decider(LibraryCache())
    begun = time.perf_counter()
    days = sum_days(Night(database, decider, AT))
    night = time.perf_counter() - begun
    begun = time.perf_counter()
    again = sum_days(Night(database, decider, AT + timedelta(days=1)))
    next_night = time.perf_counter() - begun
    rows = []
    for one in lists(ReportServices(database, decider, Learning(database))):
        seconds = []
        for _ in range(chosen.rounds):
            begun = time.perf_counter()
            one.open()
            seconds.append(time.perf_counter() - begun)
        rows.append([one.name, *milliseconds(seconds)])
    size = f"{chosen.records:,} records, {chosen.loans:,} loans"
    show(f"Reports and lists of staff, {database.dialect}, {size}, ms", ["", "median", "p95", "max"], rows)
    print(f"\nSumming {days:,} days up took {night:.0f} s, the next night ({again} days) {next_night:.2f} s.")
    database.close()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--postgresql")
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--loans", type=int, default=300_000)
    parser.add_argument("--rounds", type=int, default=9)
    return parser.parse_args()


if __name__ == "__main__":
    main()
