"""A lent connection with the little that repositories do through it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, CursorResult, Executable, Insert, Row, Select, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.dml import Delete, Update

from kiosk.storage.sqlite import tend_log

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

# SQLite allows 32,766 values in one statement, PostgreSQL 65,535.
AT_ONCE = 5000

T = TypeVar("T")


def in_parts(values: Sequence[T], most: int = AT_ONCE) -> Iterator[Sequence[T]]:
    """Yield the values in order, so many at a time that either database takes them in one statement."""
    return (values[start : start + most] for start in range(0, len(values), most))


class Link:
    """One transaction's connection; refuses to change anything where only reading was asked for."""

    def __init__(self, connection: Connection, *, writable: bool) -> None:
        self._connection = connection
        self._writable = writable

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self._connection.dialect.name

    def all(self, statement: Executable, parameters: Mapping[str, Any] | None = None) -> Sequence[Row[Any]]:
        """Return all rows."""
        return self._connection.execute(statement, parameters).all()

    def first(self, statement: Executable, parameters: Mapping[str, Any] | None = None) -> Row[Any] | None:
        """Return the first row, or None."""
        return self._connection.execute(statement, parameters).first()

    def scalar(self, statement: Executable) -> Any:
        """Return the first column of the first row, or None."""
        return self._connection.execute(statement).scalar()

    def column(self, statement: Select[Any]) -> list[Any]:
        """Return the first column of all rows."""
        return list(self._connection.execute(statement).scalars())

    def stream(self, statement: Executable, batch: int) -> Iterator[Sequence[Row[Any]]]:
        """Yield rows in batches without ever holding all of them."""
        options = {"yield_per": batch}
        with self._connection.execute(statement, execution_options=options) as result:
            yield from result.partitions()

    def write(
        self,
        statement: Insert | Update | Delete | Executable,
        rows: Sequence[Mapping[str, Any]] | None = None,
    ) -> CursorResult[Any]:
        """Change something; with ``rows`` by one executemany."""
        if not self._writable:
            raise RuntimeError("a reading view, or an act already committed, cannot write")
        return self._connection.execute(statement, rows)

    def bulk(self, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Change many rows by the driver's own executemany; ``?`` stands for a value on both databases.

        Values go to the driver as they are: column types have no say, so they must be storable.
        """
        if not self._writable:
            raise RuntimeError("a reading view, or an act already committed, cannot write")
        self._connection.exec_driver_sql(self._marked(statement), list(rows))

    def tend_log(self) -> None:
        """Let the commit of this transaction, one of many in bulk, pay for what SQLite's log costs all."""
        if self.dialect == "sqlite":
            driver: Any = self._connection.connection.dbapi_connection
            tend_log(driver)

    def among(self, statement: str, wanted: Iterable[Any], *before: Any) -> Iterator[Row[Any]]:
        """Yield the rows that the driver finds for any of the values, which ``{}`` stands for.

        Values ``before`` them have ``?``; all go to the driver, and rows come from it, as in ``bulk``.
        """
        for some in in_parts(sorted(wanted)):
            text = self._marked(statement.format(", ".join("?" * len(some))))
            yield from self._connection.exec_driver_sql(text, (*before, *some))

    def _marked(self, statement: str) -> str:
        return statement.replace("?", "%s") if self.dialect == "postgresql" else statement

    def written(self, statement: Executable) -> Row[Any] | None:
        """Change something and return the first row of its RETURNING clause."""
        return self.write(statement).first()

    def insert(self, table: Table) -> "postgresql.Insert | sqlite.Insert":
        """Return an insert that understands ON CONFLICT on this database."""
        if self.dialect == "postgresql":
            # Imported only where it is used: it costs a command on SQLite a tenth of its start.
            from sqlalchemy.dialects import postgresql

            return postgresql.insert(table)
        return sqlite.insert(table)

    def commit(self) -> None:
        """Make the transaction last; nothing can be written through this link afterwards."""
        self._connection.commit()
        self._writable = False
