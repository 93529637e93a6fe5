"""Patrons are found and listed by indexes alone, however many there are: no statement reads a whole table."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import event

from kiosk.storage import View
from kiosk.storage.people.finding import Wanted

from .builders import NOW, Town, patron

_DAY = date(1990, 5, 3)
_LOOKS: dict[str, Callable[[View], object]] = {
    "one part of a name": lambda view: view.patrons.finder.find(Wanted(words=("no",), card="no"), 100),
    "two parts of a name": lambda view: view.patrons.finder.find(Wanted(words=("no", "ew")), 100),
    "digits": lambda view: view.patrons.finder.find(Wanted(card="290", phone="290"), 100),
    "an e-mail": lambda view: view.patrons.finder.find(Wanted(email="ewa@"), 100),
    "a birth date": lambda view: view.patrons.finder.find(Wanted(born=_DAY), 100),
    "a name and a birth date": lambda view: view.patrons.finder.find(Wanted(words=("no",), born=_DAY), 100),
    "who may be the same": lambda view: view.patrons.finder.alike("Nowak", "Ewa", _DAY, "ewa@example.org"),
    "the newest": lambda view: view.patrons.finder.newest(500),
    "ending soon": lambda view: view.patrons.finder.expiring(_DAY, NOW.date(), 500),
    "blocked": lambda view: view.patrons.finder.blocked(500),
    "temporary": lambda view: view.patrons.temporary(500),
    "ended long ago": lambda view: view.patrons.finder.lapsed(_DAY, 500),
    "of that age": lambda view: view.patrons.finder.categories_at_age(_DAY, NOW.date()),
}
_SCAN = re.compile(r"SCAN (\w+)(.*)")


@pytest.mark.parametrize("name", list(_LOOKS))
def test_no_look_at_patrons_reads_a_whole_table(sqlite_town: Town, name: str) -> None:
    with sqlite_town.database.act() as work:
        work.patrons.add(
            patron("29001", last_name="Nowak", first_name="Ewa", email="ewa@example.org", birth_date=_DAY)
        )
        work.commit()
    asked: list[tuple[str, Any]] = []

    def heard(_conn: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool) -> None:
        asked.append((statement, parameters))

    with sqlite_town.database.connection(to_write=False) as connection:
        engine = connection.engine
    event.listen(engine, "before_cursor_execute", heard)
    try:
        with sqlite_town.database.read() as view:
            _LOOKS[name](view)
    finally:
        event.remove(engine, "before_cursor_execute", heard)
    selects = [one for one in asked if one[0].startswith("SELECT")]
    assert selects
    with sqlite_town.database.connection(to_write=False) as connection:
        for statement, parameters in selects:
            rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            for line in (row[3] for row in rows):
                scanned = _SCAN.match(line)
                if scanned is None or scanned[1].startswith("anon"):
                    continue
                # A walk along an index or the table's own order that a limit ends reads what it shows.
                bounded = "INDEX" in scanned[2] or "ORDER BY patrons.id" in statement
                assert bounded, (statement, line)
