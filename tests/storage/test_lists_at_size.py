"""Lists to look around in stay quick however large the catalogue: no statement reads a whole table."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from kiosk.storage import AuditSought, Database, View, WhichItems

from .builders import NOW, Town, description

LISTS: dict[str, Callable[[View], object]] = {
    "the first authors": lambda view: view.headings.browse("author", "", 40),
    "authors from a name on": lambda view: view.headings.browse("author", "lem", 40),
    "authors before a name": lambda view: view.headings.browse("author", "lem", 40, back=True),
    "subjects": lambda view: view.headings.browse("subject", "art history", 40),
    "the shelf": lambda view: view.headings.browse_call_numbers("rom", 40),
    "the shelf before": lambda view: view.headings.browse_call_numbers("rom", 40, back=True),
    "beside a title": lambda view: view.headings.shelf_neighbours("rom kehl", "MAIN", 60, 60),
    "versions of a record": lambda view: view.record_versions.of(1, 100),
    "the last version": lambda view: view.record_versions.last(1),
    "by number and agency": lambda view: view.records.numbered("1", "KIOSK"),
    "records of a heading": lambda view: view.headings.records_of("subject", "art history", 25),
    "new": lambda view: view.records.newest(60),
    "borrowed most": lambda view: view.records.most_borrowed(NOW, 60),
    "more like this": lambda view: view.headings.alike(1, 40),
    "the hold shelf": lambda view: view.desk_lists.hold_shelf("MAIN", 2000),
    "what travels here": lambda view: view.desk_lists.travelling("MAIN", 2000),
    "all that travels": lambda view: view.desk_lists.travelling(None, 2000),
    "never lent": lambda view: view.item_use.unlent(WhichItems(), None, 200),
    "not lent for long": lambda view: view.item_use.unlent(WhichItems(unlent_since=NOW), None, 200),
    "never lent in a branch": lambda view: view.item_use.unlent(WhichItems(branch="MAIN"), None, 200),
    "lent most of all time": lambda view: view.item_use.most_lent(WhichItems(), 200),
    "overdue": lambda view: view.late_loans.listed(NOW, None, None, None, 200),
    "how many are overdue": lambda view: view.late_loans.count(NOW),
    "a page of titles": lambda view: view.records.listing([1, 2, 3]),
    "the audit trail": lambda view: view.audit.found(AuditSought(), 200),
    "the audit trail of days": lambda view: view.audit.found(AuditSought(first=NOW, last=NOW), 200),
    "what an account did": lambda view: view.audit.found(AuditSought(account="anna"), 200),
    "how often something was done": lambda view: view.audit.found(AuditSought(act="edit"), 200),
    "what was done to something": lambda view: view.audit.found(
        AuditSought(subject="record", subject_id=1), 200
    ),
}
# What is one screenful or two, and what is overdue, is few of all: sorted as it is read.
SORTED = (
    "overdue",
    "borrowed most",
    "the hold shelf",
    "what travels here",
    "all that travels",
    "what was done to something",
)
# What a plan reads: a table from end to end, unless an index gives the order and a limit the end.
_SCAN = re.compile(r"SCAN (\w+)(.*)")
_SORT = "USE TEMP B-TREE FOR ORDER BY"


@contextmanager
def statements(database: Database) -> Iterator[list[tuple[str, Any]]]:
    """Collect what is asked of the database."""
    asked: list[tuple[str, Any]] = []

    def heard(_conn: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool) -> None:
        asked.append((statement, parameters))

    with database.connection(to_write=False) as connection:
        engine = connection.engine
    event.listen(engine, "before_cursor_execute", heard)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", heard)


@pytest.mark.parametrize("name", list(LISTS))
def test_no_statement_of_a_list_reads_a_whole_table(sqlite_town: Town, name: str) -> None:
    for number in range(3):
        record = sqlite_town.record(description(f"T{number}", authors=(f"Lem {number}", "Lem")))
        sqlite_town.loan(None, sqlite_town.item(record, call_number="ROM KEHL"))
    with statements(sqlite_town.database) as asked, sqlite_town.database.read() as view:
        LISTS[name](view)
    asked = [one for one in asked if one[0].startswith("SELECT")]
    assert asked
    with sqlite_town.database.connection(to_write=False) as connection:
        for statement, parameters in asked:
            rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            plan = [row[3] for row in rows]
            for line in plan:
                scanned = _SCAN.match(line)
                if scanned is None or scanned[1] in ("library", "meta"):
                    continue
                # A subquery that is bounded itself, or a walk along an index that a limit ends.
                bounded = "LIMIT" in statement and ("INDEX" in scanned[2] or scanned[1].startswith("anon"))
                assert bounded, (statement, plan)
            in_order = not any(line == _SORT for line in plan)
            assert in_order or name in SORTED, (statement, plan)


def test_what_is_borrowed_most_is_told_from_the_last_loans_alone(
    sqlite_town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.storage.catalogue.records._LATE_LOANS", 3)
    early, late = sqlite_town.record(), sqlite_town.record(description("Late", isbns=()))
    for record, often, day in ((early, 5, NOW), (late, 2, NOW.replace(year=NOW.year + 1))):
        for _ in range(often):
            sqlite_town.loan(None, sqlite_town.item(record), lent_at=day, due_at=day)
    with sqlite_town.database.read() as view:
        assert view.records.most_borrowed(NOW, 5) == [late.id, early.id]


def test_counting_stops_where_a_heading_is_common_anyway(
    sqlite_town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.storage.catalogue.likeness._MANY", 4)
    monkeypatch.setattr("kiosk.storage.catalogue.likeness._MOST_OF_ONE", 3)
    for number in range(8):
        rare = ("Rare",) if number in (0, 7) else ()
        sqlite_town.record(description(f"T{number}", authors=(), subjects=("Common", *rare), isbns=()))
    with sqlite_town.database.read() as view:
        found = view.headings.alike(1, 10)
        assert view.records.listing([found[0].record_id])[0].description.title == "T7"
    assert len(found) == 3
