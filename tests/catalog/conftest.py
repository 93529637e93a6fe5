"""A configured library to import into, real records, and files made of small records."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.catalog.importer import Importer
from kiosk.model.calendar import Calendar
from kiosk.model.clock import FixedClock
from kiosk.model.library import Branch, ItemType, Library, Shelf
from kiosk.model.texts import LocalText
from kiosk.storage import Database

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
LIBRARY = Library(
    name=LocalText("Town Library"),
    time_zone="Europe/Berlin",
    currency="EUR",
    languages=("en", "de"),
    branches=(
        Branch("MAIN", LocalText.of({"en": "Main Library", "de": "Hauptstelle"}), Calendar("Europe/Berlin")),
        Branch(
            "WEST", LocalText.of({"en": "West Branch", "de": "Zweigstelle West"}), Calendar("Europe/Berlin")
        ),
    ),
    item_types=tuple(ItemType(code, LocalText(code)) for code in ("book", "dvd", "music", "magazine")),
    shelves=(Shelf("MAIN", "shelf-1", "ROM", "ROM A", "ROM Z"),),
)


@pytest.fixture(scope="session")
def real() -> Path:
    """The folder of real records; tests that need it are skipped where it is missing."""
    folder = Path(os.environ.get("KIOSK_TEST_DATA", Path(__file__).parents[2] / ".." / "shared" / "data"))
    if not (folder / "marc").is_dir():
        pytest.skip(f"real records are missing: {folder} (set KIOSK_TEST_DATA)")
    return folder.resolve()


@pytest.fixture
def library(database: Database) -> Database:
    """A database with the library configured."""
    with database.act() as act:
        act.library.replace(LIBRARY)
        act.commit()
    return database


@pytest.fixture
def importer(library: Database) -> Importer:
    """An importer into that library."""
    return Importer(library, FixedClock(NOW))


@pytest.fixture
def made(tmp_path: Path) -> Callable[[str, bytes | str], Path]:
    """Write a file and return its path."""

    def write(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return write
