"""The door to one library's database, SQLite file or PostgreSQL server alike."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, ExceptionContext

from kiosk.model.errors import NoLibraryHere
from kiosk.storage import sqlite
from kiosk.storage.asked_first import ask_first
from kiosk.storage.file_watch import refuse_other_library, watch_file
from kiosk.storage.link import Link
from kiosk.storage.schema import refuse_other_schema, revision_of
from kiosk.storage.statements import Statements
from kiosk.storage.trouble import trouble_of
from kiosk.storage.unit_of_work import Act, View
from kiosk.storage.urls import parsed_url, sqlite_file

if TYPE_CHECKING:
    from kiosk.storage.upgrade import Upgrade

_TO_WRITE = "kiosk_to_write"


class ForbiddenThread(RuntimeError):
    """A statement on a thread that must never wait for a database."""


class Database:
    """One library's database; hands out reading views and acts, and nothing of SQLAlchemy."""

    def __init__(self, url: URL, *, forbid_thread: Callable[[], bool] | None = None) -> None:
        self._url = url
        self._forbid_thread = forbid_thread
        # An error of a statement names no values: they may be names, and the log is read by others.
        self._engine = create_engine(url, hide_parameters=True, **_engine_options(url))
        self._statements = Statements()
        remembering: Any = {"compiled_cache": self._statements}
        self._readers = self._engine.execution_options(**remembering, **_reader_options(url))
        self._writers = self._engine.execution_options(**remembering, **{_TO_WRITE: True})
        self._checked = False
        self._listen(self._engine)

    @classmethod
    def open(
        cls, url: str, *, forbid_thread: Callable[[], bool] | None = None, check: bool = True
    ) -> "Database":
        """Open a library's database; with ``check`` raise unless its schema is this program's.

        Raises NoLibraryHere, DatabaseOlder, DatabaseNewer, or what keeps it from being reached.
        """
        parsed = parsed_url(url)
        file = sqlite_file(parsed)
        if check and file is not None and not file.exists():
            raise NoLibraryHere(path=str(file))
        database = cls(parsed, forbid_thread=forbid_thread)
        if check:
            try:
                refuse_other_schema(database.revision())
            except BaseException:
                database.close()
                raise
            database._keep_to_this_library()
        return database

    @property
    def url(self) -> str:
        """The URL with its password: for opening it again, never for showing."""
        return self._url.render_as_string(hide_password=False)

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self._url.get_backend_name()

    @property
    def file(self) -> Path | None:
        """The SQLite file, or None on a server."""
        return sqlite_file(self._url)

    def revision(self) -> str | None:
        """Return the schema's revision, or None where no library was made yet."""
        with self.connection(to_write=False) as connection:
            return revision_of(connection)

    def create_or_upgrade(self, *, backup_folder: Path | None, now: datetime) -> "Upgrade":
        """Bring the schema to this program's, after a backup; harmless when it is there already."""
        from kiosk.storage.upgrade import create_or_upgrade

        return create_or_upgrade(self, backup_folder=backup_folder, now=now)

    @contextmanager
    def read(self) -> Iterator[View]:
        """Look at one snapshot; nothing can be written through it."""
        with self.connection(to_write=False) as connection:
            view = View(Link(connection, writable=False))
            ask_first(view)
            yield view

    @contextmanager
    def act(self) -> Iterator[Act]:
        """Do one act in one transaction; what is not committed by ``work.commit()`` never happened."""
        with self.connection(to_write=True) as connection:
            work = Act(Link(connection, writable=True))
            ask_first(work)
            yield work

    @contextmanager
    def connection(self, *, to_write: bool, foreign_keys: bool = True) -> Iterator[Connection]:
        """Lend a connection within a transaction that is rolled back unless the borrower commits.

        Without ``foreign_keys`` SQLite does not watch them, as migrations need it.
        """
        with (self._writers if to_write else self._readers).connect() as connection:
            unwatched = self.dialect == "sqlite" and not foreign_keys
            driver: Any = connection.connection.dbapi_connection
            if unwatched:
                driver.execute("PRAGMA foreign_keys = OFF").close()
            connection.begin()
            try:
                yield connection
            finally:
                connection.rollback()
                if unwatched:
                    driver.execute("PRAGMA foreign_keys = ON").close()

    def forget_values(self) -> None:
        """Forget the values with which statements were said: whose they are has left."""
        self._statements.forget()

    def close(self) -> None:
        """Close every connection that is not lent out."""
        self._engine.dispose()

    def _keep_to_this_library(self) -> None:
        """From now on tell a database that another program has changed, or another file, as trouble."""
        self._checked = True
        if self.file is not None:
            watch_file(self._engine, self.file)

    def _listen(self, engine: Engine) -> None:
        event.listen(engine, "handle_error", self._tell_trouble)
        event.listen(engine, "before_cursor_execute", self._guard)
        if self.dialect == "sqlite":
            event.listen(engine, "connect", self._prepare)
            event.listen(engine, "begin", self._begin)

    def _tell_trouble(self, context: ExceptionContext) -> None:
        trouble = trouble_of(context.original_exception, self.file)
        if trouble is not None:
            raise trouble from context.original_exception
        if self._checked and self.file is not None and context.connection is not None:
            # What fails for no reason of ours may have been made by a newer program meanwhile.
            driver = context.connection.connection.dbapi_connection
            if isinstance(driver, sqlite3.Connection):
                refuse_other_library(driver, self.file)

    def _guard(self, *_of_no_interest: Any) -> None:
        if self._forbid_thread is not None and self._forbid_thread():
            raise ForbiddenThread("a database statement on a thread that must not wait")

    def _prepare(self, connection: Any, _record: Any) -> None:
        sqlite.prepare(connection)

    def _begin(self, connection: Connection) -> None:
        self._guard()
        driver: Any = connection.connection.dbapi_connection
        try:
            sqlite.begin(driver, to_write=bool(connection.get_execution_options().get(_TO_WRITE)))
        except sqlite3.Error as error:
            trouble = trouble_of(error, self.file)
            if trouble is None:
                raise
            raise trouble from error


def _engine_options(url: URL) -> dict[str, Any]:
    if url.get_backend_name() == "sqlite":
        # Each connection has a cache of its own: the one used last is warm, and few fill theirs.
        pool = {"pool_size": 8, "max_overflow": 16, "pool_use_lifo": True}
        return {"connect_args": {"check_same_thread": False}, **pool}
    return {
        "connect_args": {"connect_timeout": 5, "application_name": "kiosk"},
        "pool_pre_ping": True,
        "pool_size": 4,
        "max_overflow": 16,
    }


def _reader_options(url: URL) -> dict[str, Any]:
    if url.get_backend_name() == "sqlite":
        return {_TO_WRITE: False}
    return {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
