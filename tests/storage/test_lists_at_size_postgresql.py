"""Lists stay quick on PostgreSQL too: its plans read along indexes, and no table from end to end."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from kiosk.storage import Database

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
            told = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {statement}", parameters).scalar()
            plan = (told if isinstance(told, list) else json.loads(str(told)))[0]["Plan"]
            nodes = list(_nodes(plan))
            unbounded = [node for node, limited in nodes if not _is_bounded(node, limited)]
            assert not unbounded, json.dumps(unbounded, indent=1)
            sorts = any(node["Node Type"] == "Sort" for node, _ in nodes)
            assert not sorts or name in SORTED, (statement, json.dumps(plan, indent=1))
