"""Which schema a database has, told without loading the migrations."""

import uuid

from sqlalchemy import Connection, inspect, text

from kiosk.model.errors import DatabaseNewer, DatabaseOlder, NoLibraryHere
from kiosk.storage.tables import meta

# Every revision there ever was, oldest first; a test holds this against the migrations themselves.
REVISIONS = tuple(f"{number:04}" for number in range(1, 15))
HEAD = REVISIONS[-1]


def revision_of(connection: Connection) -> str | None:
    """Return the database's revision, or None where no library was ever made."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def refuse_other_schema(revision: str | None) -> None:
    """Raise unless the revision is the one this program was made for."""
    if revision is None:
        raise NoLibraryHere()
    if revision not in REVISIONS:
        raise DatabaseNewer(found=revision, expected=HEAD)
    if revision != HEAD:
        raise DatabaseOlder(found=revision, expected=HEAD)


def new_epoch(connection: Connection) -> None:
    """Say that the change feed's numbers mean something else from now on: indexes are rebuilt."""
    connection.execute(meta.delete().where(meta.c.name == "epoch"))
    connection.execute(meta.insert().values(name="epoch", value=str(uuid.uuid4())))
