"""Making a library's schema, or bringing an older one up to this program's after a backup."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from kiosk.model.errors import DatabaseDamaged, DatabaseNewer
from kiosk.storage import migrations
from kiosk.storage.backup import backup
from kiosk.storage.engine import Database
from kiosk.storage.schema import HEAD, REVISIONS, new_epoch, revision_of
from kiosk.storage.tables import meta

# Two kiosks that start at once on one server must not both migrate it.
_UPGRADING = 0x6B696F736C


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What was done: made new, or brought from ``before`` to ``after``; equal ones mean nothing was."""

    created: bool
    before: str | None
    after: str
    backup: Path | None


def create_or_upgrade(database: Database, *, backup_folder: Path | None, now: datetime) -> Upgrade:
    """Bring the schema to HEAD; a database that holds anything is backed up first if a folder is given."""
    before = database.revision()
    if before == HEAD:
        return Upgrade(False, before, HEAD, None)
    if before is not None and before not in REVISIONS:
        raise DatabaseNewer(found=before, expected=HEAD)
    saved = None
    if before is not None and backup_folder is not None:
        suffix = "db" if database.dialect == "sqlite" else "dump"
        name = f"before-upgrade-{before}-{now:%Y%m%dT%H%M%S}.{suffix}"
        saved = backup(database, backup_folder / name).file
    with database.connection(to_write=True, foreign_keys=False) as connection:
        _wait_for_others(connection)
        if revision_of(connection) != HEAD:
            migrations.upgrade(connection)
            _refuse_orphans(connection)
            if before is None:
                _sign(connection)
        connection.commit()
    return Upgrade(before is None, before, HEAD, saved)


def _sign(connection: Connection) -> None:
    """Give a new library its own name, so that an index of another one is told apart."""
    connection.execute(meta.insert().values(name="database_id", value=str(uuid.uuid4())))
    new_epoch(connection)


def _wait_for_others(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_UPGRADING})")


def _refuse_orphans(connection: Connection) -> None:
    """Foreign keys are off while tables are rebuilt, so what they guard is looked at afterwards."""
    if connection.dialect.name == "sqlite":
        orphans: list[Any] = list(connection.exec_driver_sql("PRAGMA foreign_key_check"))
        if orphans:
            raise DatabaseDamaged(detail=f"foreign_key_check: {orphans[0][0]}")
