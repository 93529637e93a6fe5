"""A configured library on each database in turn."""

import pytest

from kiosk.storage import Database

from .builders import Town


@pytest.fixture
def town(database: Database) -> Town:
    return Town.of(database)
