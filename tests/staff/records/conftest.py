"""Real records for the editor's tests."""

import os
from pathlib import Path

import pytest

from kiosk.catalog.marc.record import MarcRecord
from kiosk.storage import Database

from .real_records import real_records
from .shelf import Shelf


@pytest.fixture(scope="session")
def real() -> Path:
    """The folder of real records; tests that need it are skipped where it is missing."""
    folder = Path(os.environ.get("KIOSK_TEST_DATA", Path(__file__).parents[3] / ".." / "shared" / "data"))
    if not (folder / "marc").is_dir():
        pytest.skip(f"real records are missing: {folder} (set KIOSK_TEST_DATA)")
    return folder.resolve()


@pytest.fixture(scope="session")
def records(real: Path) -> tuple[MarcRecord, ...]:
    """Some 560 of them, of every kind."""
    return real_records(real)


@pytest.fixture
def shelf(database: Database) -> Shelf:
    """An editor over each database in turn."""
    return Shelf.of(database)
