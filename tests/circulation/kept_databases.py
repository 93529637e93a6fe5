"""Two databases that stay open for the whole run and are emptied between tests.

Opening one a test costs many times what the test does: a database is made on the server, and every
statement is compiled anew.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.storage import Database, sqlite_url
from kiosk.storage.tables import metadata
from tests import postgresql_server


@pytest.fixture(scope="session")
def kept_sqlite(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    file = tmp_path_factory.mktemp("kept") / "library.db"
    shutil.copyfile(sqlite_template, file)
    opened = Database.open(sqlite_url(file))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def kept_postgresql(postgresql: postgresql_server.Server, postgresql_template: str) -> Iterator[Database]:
    opened = Database.open(postgresql.url(postgresql.create(postgresql_template)))
    yield opened
    opened.close()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """An empty library, on each database in turn."""
    kept: Database = request.getfixturevalue(f"kept_{request.param}")
    yield kept
    with kept.act() as work:
        for table in reversed(metadata.sorted_tables):
            if table.name != "meta":
                work.link.write(table.delete())
        work.commit()
