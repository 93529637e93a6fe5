"""A configured library on each database in turn."""

from collections.abc import Iterator

import pytest

from kiosk.storage import Database

from .builders import Town


@pytest.fixture
def town(database: Database) -> Town:
    return Town.of(database)


@pytest.fixture
def sqlite_town(sqlite_library: str) -> Iterator[Town]:
    database = Database.open(sqlite_library)
    yield Town.of(database)
    database.close()
