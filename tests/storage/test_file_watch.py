"""The file behind an open database is taken away, emptied or replaced: nothing is written beside it."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.decisions import LibraryCache
from kiosk.model.errors import DatabaseDamaged, DatabaseNewer, DatabaseUnavailable
from kiosk.storage import Database, sqlite_url
from kiosk.storage.schema import HEAD
from tests.storage.builders import library as a_library


@pytest.fixture
def library(sqlite_template: Path, tmp_path: Path) -> Iterator[Database]:
    """An open library with a configuration, on a file of its own."""
    file = tmp_path / "library.db"
    shutil.copyfile(sqlite_template, file)
    database = Database.open(sqlite_url(file))
    with database.act() as work:
        work.library.replace(a_library())
        work.commit()
    yield database
    database.close()


def _file(database: Database) -> Path:
    assert database.file is not None
    return database.file


def _take_away(file: Path) -> None:
    """Remove the file with what SQLite keeps beside it, which belongs to it alone."""
    for name in (file.name, f"{file.name}-wal", f"{file.name}-shm"):
        file.with_name(name).unlink(missing_ok=True)


def _look(database: Database) -> str:
    with database.read() as view:
        return str(LibraryCache().current(view).name)


def _stamp(file: Path, revision: str) -> None:
    with closing(sqlite3.connect(file)) as other:
        other.execute("UPDATE alembic_version SET version_num = ?", (revision,))
        other.commit()


def test_a_file_taken_away_is_missed_and_not_made_anew(library: Database) -> None:
    file = _file(library)
    gone = file.with_name("gone")
    file.rename(gone)
    for _ in range(2):
        with pytest.raises(DatabaseUnavailable):
            _look(library)
        with pytest.raises(DatabaseUnavailable), library.act():
            pass
    assert not file.exists()
    gone.rename(file)
    assert _look(library)


def test_a_file_taken_away_is_not_made_anew_by_a_first_connection_either(library: Database) -> None:
    file = _file(library)
    library.close()
    file.unlink()
    with pytest.raises(DatabaseUnavailable):
        _look(library)
    assert not file.exists()


def test_another_library_in_its_place_is_the_one_that_is_read_from_now_on(
    library: Database, sqlite_template: Path
) -> None:
    file = _file(library)
    other = file.with_name("other")
    shutil.copyfile(sqlite_template, other)
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("INSERT INTO meta (name, value) VALUES ('library_version', '77')")
        connection.commit()
    _take_away(file)
    other.replace(file)
    with library.read() as view:
        assert view.library.version() == 77


def test_an_empty_file_in_its_place_is_no_library(library: Database) -> None:
    file = _file(library)
    _take_away(file)
    file.touch()
    with pytest.raises(DatabaseUnavailable):
        _look(library)


def test_what_is_no_database_in_its_place_is_damage(library: Database) -> None:
    file = _file(library)
    _take_away(file)
    file.write_bytes(b"no database at all " * 500)
    with pytest.raises(DatabaseDamaged):
        _look(library)


def test_a_schema_moved_on_by_another_program_is_left_alone_until_it_is_back(library: Database) -> None:
    file = _file(library)
    _look(library)
    _stamp(file, "9999")
    with pytest.raises(DatabaseNewer):
        _look(library)
    _stamp(file, HEAD)
    assert _look(library)


def test_a_statement_that_fails_because_the_schema_is_another_says_so(library: Database) -> None:
    file = _file(library)
    with closing(sqlite3.connect(file)) as other:
        other.execute("DROP TABLE empty_searches")
        other.execute("ALTER TABLE items RENAME TO copies")
        other.execute("UPDATE alembic_version SET version_num = '9999'")
        other.commit()
    with pytest.raises(DatabaseNewer), library.read() as view:
        view.items.by_barcode("B1")
