"""A configured library, and the services through which its records come and go."""

from pathlib import Path

import pytest

from kiosk.catalog.exporter import Exporter
from kiosk.catalog.finding import Finder
from kiosk.catalog.import_preview import Previewer
from kiosk.catalog.importer import Importer
from kiosk.catalog.indexed_import import IndexedImport
from kiosk.decisions import Decider, LibraryCache
from kiosk.model.clock import FixedClock
from kiosk.staff.intake.exporting import Outgoing
from kiosk.staff.intake.importing import Intake
from kiosk.storage import Database
from tests.catalog.conftest import NOW, library, made, real

__all__ = ["library", "made", "real"]


@pytest.fixture
def finder(library: Database, tmp_path: Path) -> Finder:
    """Search over that library."""
    return Finder(library, Decider(LibraryCache()), tmp_path / "index")


@pytest.fixture
def intake(library: Database, finder: Finder, tmp_path: Path) -> Intake:
    """Imports into that library."""
    clock = FixedClock(NOW)
    importer = Importer(library, clock)
    return Intake(library, Previewer(library, clock), importer, IndexedImport(importer, finder, tmp_path))


@pytest.fixture
def outgoing(library: Database, finder: Finder) -> Outgoing:
    """Exports out of that library."""
    return Outgoing(library, Exporter(library), finder)
