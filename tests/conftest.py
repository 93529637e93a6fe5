"""Databases for all tests: an empty library on a SQLite file and on a real PostgreSQL server."""

import gc
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from kiosk.storage import Database, sqlite_url
from tests import postgresql_server

# How long an example takes says something of the machine, and nothing of the product. A run says the
# same of the same code, whoever makes it; `make proof` searches among examples never tried before.
settings.register_profile("kiosk", deadline=None, derandomize=True)
settings.register_profile("searching", deadline=None, max_examples=1000)
settings.load_profile("kiosk")

MADE_AT = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Keep all that was imported out of the rounds for garbage: a full one took a tenth of a second."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the schema and nothing else."""
    file = tmp_path_factory.mktemp("template") / "library.db"
    _make_schema(sqlite_url(file))
    return file


@pytest.fixture(scope="session")
def postgresql() -> Iterator[postgresql_server.Server]:
    """A PostgreSQL server of this run's own."""
    binaries = postgresql_server.binaries()
    if binaries is None:
        pytest.skip("no PostgreSQL server is installed: initdb was not found")
    with postgresql_server.running(binaries) as server:
        yield server


@pytest.fixture(scope="session")
def postgresql_template(postgresql: postgresql_server.Server) -> str:
    """The name of a PostgreSQL database with the schema and nothing else."""
    name = postgresql.create()
    _make_schema(postgresql.url(name))
    return name


@pytest.fixture
def sqlite_library(sqlite_template: Path, tmp_path: Path) -> str:
    """The URL of a fresh SQLite library."""
    file = tmp_path / "library.db"
    shutil.copyfile(sqlite_template, file)
    return sqlite_url(file)


@pytest.fixture
def postgresql_library(postgresql: postgresql_server.Server, postgresql_template: str) -> Iterator[str]:
    """The URL of a fresh PostgreSQL library."""
    name = postgresql.create(postgresql_template)
    yield postgresql.url(name)
    postgresql.drop(name)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def library_url(request: pytest.FixtureRequest) -> str:
    """The URL of a fresh library, on each database in turn."""
    url: str = request.getfixturevalue(f"{request.param}_library")
    return url


@pytest.fixture
def database(library_url: str) -> Iterator[Database]:
    """A fresh library, open, on each database in turn; nothing is configured in it yet."""
    opened = Database.open(library_url)
    yield opened
    opened.close()


@pytest.fixture
def opened() -> Iterator[Callable[[str], Database]]:
    """Open more databases, closed when the test ends."""
    there: list[Database] = []

    def open_one(url: str) -> Database:
        there.append(Database.open(url))
        return there[-1]

    yield open_one
    for each in there:
        each.close()


def _make_schema(url: str) -> None:
    made = Database.open(url, check=False)
    made.create_or_upgrade(backup_folder=None, now=MADE_AT)
    made.close()
