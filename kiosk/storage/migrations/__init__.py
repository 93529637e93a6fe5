"""Runs Alembic's migrations on a lent connection, without configuration files."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from kiosk.storage.tables import metadata

FOLDER = Path(__file__).parent


def scripts() -> ScriptDirectory:
    """Return the revisions there are."""
    return ScriptDirectory(str(FOLDER))


def upgrade(connection: Connection, to: str = "head") -> None:
    """Bring the schema up to a revision, within the connection's own transaction."""
    directory = scripts()
    _run(connection, directory, lambda current, _context: directory._upgrade_revs(to, current))


def downgrade(connection: Connection, to: str = "base") -> None:
    """Take the schema back to a revision, within the connection's own transaction."""
    directory = scripts()
    _run(connection, directory, lambda current, _context: directory._downgrade_revs(to, current))


def _run(connection: Connection, directory: ScriptDirectory, steps: Callable[[Any, Any], Any]) -> None:
    with EnvironmentContext(Config(), directory, fn=steps) as environment:
        environment.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
        environment.run_migrations()
