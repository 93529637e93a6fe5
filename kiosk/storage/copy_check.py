"""Whether a copy of a library holds what the library held: the rows of every table, counted on both sides."""

import re
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

from sqlalchemy import Connection

from kiosk.model.errors import DatabaseDamaged
from kiosk.storage.schema import REVISIONS, refuse_other_schema

_VERSION_TABLE = "alembic_version"
# pg_restore writes each table's rows between such a line and one with \. alone.
_COPY = re.compile(rb'COPY (?:\w+|"[^"]+")\."?(\w+)"? \(')
Rows = dict[str, int]


def rows_in_file(connection: sqlite3.Connection) -> Rows:
    """Count the rows of every table of a SQLite database."""
    found = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for (name,) in found.fetchall()
    }


def rows_on_server(connection: Connection) -> Rows:
    """Count the rows of every table of a library on a server, as the connection's transaction sees it."""
    found = connection.exec_driver_sql("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
    return {
        name: int(connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one())
        for name in [row[0] for row in found]
    }


def rows_in_script(lines: Iterable[bytes]) -> tuple[Rows, str | None]:
    """Count the rows in what pg_restore writes of an archive; return them and the schema's revision."""
    rows, table, revision = Rows(), "", None
    for line in lines:
        if table:
            if line.rstrip(b"\r\n") == rb"\.":
                table = ""
                continue
            rows[table] += 1
            if table == _VERSION_TABLE:
                revision = line.decode().strip()
        elif begun := _COPY.match(line):
            table = begun[1].decode()
            rows[table] = 0
    return rows, revision


def refuse_damaged(file: Path) -> Rows:
    """Read a SQLite copy through: pages, references, revision; return its rows or raise DatabaseDamaged."""
    try:
        connection = sqlite3.connect(file, timeout=5, isolation_level=None)
        try:
            verdict = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            orphan = connection.execute("PRAGMA foreign_key_check").fetchone()
            row = connection.execute(f"SELECT version_num FROM {_VERSION_TABLE}").fetchone()
            rows = rows_in_file(connection)
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise DatabaseDamaged(path=str(file), detail=str(error)) from error
    if verdict != "ok" or orphan is not None:
        raise DatabaseDamaged(path=str(file), detail=str(verdict if orphan is None else orphan))
    refuse_unknown(None if row is None else row[0])
    return rows


def refuse_unknown(revision: str | None) -> None:
    """Raise what is to be said of a schema that this program does not know."""
    if revision not in REVISIONS:
        refuse_other_schema(revision)


def refuse_incomplete(file: Path, expected: Mapping[str, int], found: Mapping[str, int]) -> None:
    """Raise DatabaseDamaged, naming the first table, where a copy has other rows than what was copied."""
    for table in sorted({*expected, *found}):
        there, here = expected.get(table), found.get(table)
        if there != here:
            raise DatabaseDamaged(path=str(file), detail=f"{table}: {here} rows of {there}")
