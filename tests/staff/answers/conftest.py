"""A library with the sample's configuration and no articles, over each database in turn."""

import pytest

from kiosk.decisions import Decider, LibraryCache
from kiosk.model.library import Library
from kiosk.policies.learning import Learning
from kiosk.staff.answers.asked import Asked
from kiosk.staff.answers.editing import ArticleEditing
from kiosk.storage import Database
from tests.policies.conftest import sample_articles, sample_library

__all__ = ["sample_articles", "sample_library"]


@pytest.fixture
def database(database: Database, sample_library: Library) -> Database:
    with database.act() as work:
        work.library.replace(sample_library)
        work.commit()
    return database


@pytest.fixture
def decider() -> Decider:
    return Decider(LibraryCache())


@pytest.fixture
def editing(database: Database, decider: Decider) -> ArticleEditing:
    return ArticleEditing(database, decider)


@pytest.fixture
def asked(database: Database) -> Asked:
    return Asked(database, Learning(database))
