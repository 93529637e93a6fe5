"""A library with the sample configuration and articles, on a real database."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.decisions import Decider, LibraryCache
from kiosk.model.article import Article
from kiosk.model.clock import FixedClock
from kiosk.model.library import Library
from kiosk.policies.asking import Asking
from kiosk.policies.folders import load_articles, read_folder
from kiosk.policies.knowledge import Knowledge
from kiosk.staff.library_file import read_library_file
from kiosk.storage import Database, sqlite_url

DATA = Path(__file__).parents[2] / "data"
NOW = datetime(2026, 11, 24, 13, 32, tzinfo=UTC)  # a Tuesday afternoon in Lindenau


@pytest.fixture(scope="session")
def sample_library() -> Library:
    return read_library_file(DATA / "library.toml")


@pytest.fixture(scope="session")
def sample_articles() -> tuple[Article, ...]:
    return read_folder(DATA / "policies")


@pytest.fixture(scope="session")
def knowledge(sample_articles: tuple[Article, ...]) -> Knowledge:
    known = Knowledge(1, sample_articles)
    known.prepare(known.languages)
    return known


def empty_database(folder: Path, library: Library) -> Database:
    database = Database.open(sqlite_url(folder / "library.db"), check=False)
    database.create_or_upgrade(backup_folder=None, now=NOW)
    with database.act() as work:
        work.library.replace(library)
        work.commit()
    return database


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory, sample_library: Library) -> Iterator[Database]:
    opened = empty_database(tmp_path_factory.mktemp("library"), sample_library)
    load_articles(opened, DATA / "policies", by="test", at=NOW)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def asking(database: Database) -> Asking:
    return Asking(database, Decider(LibraryCache()), FixedClock(NOW))
