"""A desk over each database in turn."""

import pytest

from kiosk.storage import Database

from .desk import Desk
from .kept_databases import database, kept_postgresql, kept_sqlite

__all__ = ["database", "desk", "kept_postgresql", "kept_sqlite"]


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)
