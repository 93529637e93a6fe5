"""Lists stay quick on PostgreSQL too: its plans read along indexes, and no table from end to end."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection

from kiosk.storage import Database, WhichItems
from kiosk.storage.reports import item_orders

from .builders import Town, description
from .test_lists_at_size import LISTS, SORTED, statements

pytestmark = pytest.mark.postgresql
_SMALL = {"library", "meta"}  # a row each
_OF_FEW = {"uq_loans_open_item"}  # an index of what is out now alone, whatever was lent before
_SORTS = {"Sort", "HashAggregate"}


@pytest.fixture
def town(postgresql_library: str) -> Iterator[Town]:
    database = Database.open(postgresql_library)
    yield Town.of(database)
    database.close()


def _nodes(plan: dict[str, Any], limited: bool = False) -> Iterator[tuple[dict[str, Any], bool]]:
    """Yield each node of a plan with whether a limit ends it, with nothing between that reads all first."""
    yield plan, limited
    limited = plan["Node Type"] == "Limit" or (limited and plan["Node Type"] not in _SORTS)
    for inner in plan.get("Plans", ()):
        yield from _nodes(inner, limited)


def _is_bounded(node: dict[str, Any], limited: bool) -> bool:
    if node.get("Relation Name") in _SMALL or node.get("Index Name") in _OF_FEW:
        return True
    match node["Node Type"]:
        case "Seq Scan":
            return False
        case "Index Scan" | "Index Only Scan" | "Bitmap Index Scan":
            return limited or "Index Cond" in node
        case _:
            return True


def _plan(connection: Connection, statement: str, parameters: Any) -> dict[str, Any]:
    told = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {statement}", parameters).scalar()
    plan: dict[str, Any] = (told if isinstance(told, list) else json.loads(str(told)))[0]["Plan"]
    return plan


@pytest.mark.parametrize("name", list(LISTS))
def test_no_plan_of_a_list_reads_a_whole_table(town: Town, name: str) -> None:
    for number in range(3):
        record = town.record(description(f"T{number}", authors=(f"Lem {number}", "Lem")))
        town.loan(None, town.item(record, call_number="ROM KEHL"))
    with statements(town.database) as asked, town.database.read() as view:
        LISTS[name](view)
    asked = [one for one in asked if one[0].startswith("SELECT")]
    assert asked
    with town.database.connection(to_write=False) as connection:
        # Of a handful of rows all is read at once; what can be had otherwise shows where that is dear.
        for switch in ("enable_seqscan", "enable_sort", "enable_bitmapscan"):
            connection.exec_driver_sql(f"SET LOCAL {switch} = off")
        for statement, parameters in asked:
            plan = _plan(connection, statement, parameters)
            nodes = list(_nodes(plan))
            unbounded = [node for node, limited in nodes if not _is_bounded(node, limited)]
            assert not unbounded, json.dumps(unbounded, indent=1)
            sorts = any(node["Node Type"] == "Sort" for node, _ in nodes)
            assert not sorts or name in SORTED, (statement, json.dumps(plan, indent=1))


@pytest.mark.parametrize(
    ("order", "index"), [("title", "ix_records_filing_title"), ("year", "ix_records_year")]
)
@pytest.mark.parametrize("descending", [False, True])
def test_a_page_far_down_a_list_of_items_is_walked_to_from_the_page_before(
    town: Town, monkeypatch: pytest.MonkeyPatch, order: str, index: str, descending: bool
) -> None:
    monkeypatch.setattr(item_orders, "_WALKED", 3)
    for number in range(8):
        town.item(town.record(description(f"T{number}", year=1990 + number)))
    with town.database.read() as view:
        before = view.item_use.unlent_by(WhichItems(), order, None, 1, descending=descending)[-1]
    with statements(town.database) as asked, town.database.read() as view:
        found = view.item_use.unlent_by(WhichItems(), order, before, 1, descending=descending)
    assert [one.title for one in found] == ["T6" if descending else "T1"]
    (walked,) = [one for one in asked if "JOIN" in one[0] and "ORDER BY" in one[0]]
    # Hidden behind a function, those never lent would be taken for a handful, and all be read.
    assert "coalesce" not in walked[0]
    with town.database.connection(to_write=False) as connection:
        for switch in ("enable_seqscan", "enable_bitmapscan", "enable_sort", "enable_hashjoin"):
            connection.exec_driver_sql(f"SET LOCAL {switch} = off")
        nodes = [node for node, _ in _nodes(_plan(connection, *walked))]
    (along,) = [node for node in nodes if node.get("Index Name") == index]
    assert "<=" in along["Index Cond"], along
    assert ">=" in along["Index Cond"], along
