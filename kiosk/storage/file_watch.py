"""Notices that the file of open connections was taken away or another put in its place.

SQLite goes on with the file it has open: what is written then is in no library any more.
"""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.exc import DisconnectionError

from kiosk.model.errors import DatabaseUnavailable, NoLibraryHere
from kiosk.storage.schema import refuse_other_schema

_FILE = "kiosk_file"


def watch_file(engine: Engine, file: Path) -> None:
    """From now on lend no connection to another file than the one that lies there, nor make an empty one."""

    def before_connecting(*_of_no_interest: Any) -> None:
        if not file.exists():
            raise DatabaseUnavailable(path=str(file), detail="the file is gone")

    def connected(connection: sqlite3.Connection, record: Any) -> None:
        record.info[_FILE] = _identity(file)
        try:
            refuse_other_library(connection, file)
        except BaseException:
            connection.close()
            raise

    def lent(_connection: Any, record: Any, _proxy: Any) -> None:
        there = _identity(file)
        if there is None:
            raise DatabaseUnavailable(path=str(file), detail="the file is gone")
        if record.info.setdefault(_FILE, there) != there:
            raise DisconnectionError("another file lies in its place")

    event.listen(engine, "do_connect", before_connecting)
    event.listen(engine, "connect", connected)
    event.listen(engine, "checkout", lent)


def refuse_other_library(connection: sqlite3.Connection, file: Path) -> None:
    """Raise unless the connection's file holds a library of this program's schema."""
    found = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone() if found[0] else None
    try:
        refuse_other_schema(None if row is None else str(row[0]))
    except NoLibraryHere:
        raise DatabaseUnavailable(path=str(file), detail="the file holds no library") from None


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        there = file.stat()
    except OSError:
        return None
    return there.st_dev, there.st_ino
