"""Whether a database is whole: its pages, its references, its schema and the sums of its ledger."""

from dataclasses import dataclass

from sqlalchemy import Connection, ForeignKeyConstraint

from kiosk.storage.circulation.ledger_sums import charges_that_disagree
from kiosk.storage.engine import Database
from kiosk.storage.link import Link
from kiosk.storage.schema import HEAD, revision_of
from kiosk.storage.tables import metadata


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One look and what it saw; ``name`` is integrity, references, schema or ledger."""

    name: str
    ok: bool
    detail: str


def check(database: Database) -> tuple[CheckResult, ...]:
    """Look at everything; trouble that keeps from looking is raised."""
    with database.connection(to_write=False) as connection:
        schema = _schema(connection)
        if not schema.ok:
            return (schema,)
        if database.dialect == "sqlite":
            return (_integrity(connection), _references(connection), schema, _ledger(connection))
        return (_constraints(connection), schema, _ledger(connection))


def _integrity(connection: Connection) -> CheckResult:
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(10)")]
    return CheckResult("integrity", found == ["ok"], "; ".join(found))


def _references(connection: Connection) -> CheckResult:
    found = [
        f"{row[0]} {row[1]} → {row[2]}" for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    return CheckResult("references", not found, "; ".join(found[:10]) or "ok")


def _constraints(connection: Connection) -> CheckResult:
    """A server never lets a reference dangle, but a restore may have left a constraint behind."""
    expected = {
        str(constraint.name)
        for table in metadata.tables.values()
        for constraint in table.constraints
        if isinstance(constraint, ForeignKeyConstraint)
    }
    rows = connection.exec_driver_sql(
        "SELECT conname FROM pg_constraint WHERE contype = 'f' AND convalidated"
    )
    missing = sorted(expected - {str(row[0]) for row in rows})
    return CheckResult("references", not missing, ", ".join(missing) or "ok")


def _schema(connection: Connection) -> CheckResult:
    found = revision_of(connection)
    return CheckResult("schema", found == HEAD, f"{found or '–'} ({HEAD})")


def _ledger(connection: Connection) -> CheckResult:
    """Every charge is what is open of it and what it became less by, and no more was refunded than paid."""
    wrong = charges_that_disagree(Link(connection, writable=False))
    found = ", ".join(str(number) for number in wrong[:10])
    return CheckResult("ledger", not wrong, f"charges: {found}" if wrong else "ok")
