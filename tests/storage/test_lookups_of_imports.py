"""An import asks for each batch which of its records are there; no answer grows with the catalogue."""

from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from kiosk.storage import Database, NewRecord
from kiosk.storage.imports import Incoming, Manner, Pretence, pretend_batch

from .builders import Town, description


def _incoming(number: int, control_number: str | None) -> Incoming:
    return Incoming(NewRecord(control_number, None, description(f"T{number}"), "{}", f"content{number}"))


@contextmanager
def _asked(database: Database) -> Any:
    """Collect what is asked of the table of records."""
    asked: list[tuple[str, Any]] = []

    def heard(_conn: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool) -> None:
        if "FROM records" in statement:
            asked.append((statement, parameters))

    with database.connection(to_write=False) as connection:
        engine = connection.engine
    event.listen(engine, "before_cursor_execute", heard)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", heard)


@pytest.mark.parametrize("many", [1, 3, 40, 600])
@pytest.mark.parametrize(
    ("numbered", "index"), [(True, "ix_records_control_number"), (False, "ix_records_content_hash")]
)
def test_a_batch_is_looked_up_by_what_tells_its_records_apart(
    sqlite_town: Town, many: int, numbered: bool, index: str
) -> None:
    """By its content, in particular, and not by going through all records that have no number either."""
    batch = [_incoming(number, str(number) if numbered else None) for number in range(many)]
    with _asked(sqlite_town.database) as asked, sqlite_town.database.read() as view:
        pretend_batch(view, batch, Pretence(), Manner())
    assert len(asked) == 1
    with sqlite_town.database.connection(to_write=False) as connection:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked[0][0]}", asked[0][1]).all()
    assert rows[0][3].startswith("SEARCH")
    assert f" {index} " in rows[0][3]
