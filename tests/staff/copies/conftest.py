"""A room where copies are worked on, over each database in turn."""

from pathlib import Path

import pytest

from kiosk.storage import Database
from tests.circulation.conftest import database, kept_postgresql, kept_sqlite
from tests.staff.copies.workroom import Workroom

__all__ = ["database", "kept_postgresql", "kept_sqlite"]


@pytest.fixture
def room(database: Database, tmp_path: Path) -> Workroom:
    return Workroom(database, tmp_path / "index")
