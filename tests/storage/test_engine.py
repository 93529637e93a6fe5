"""Opening, guarding and losing a database."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from kiosk.model.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseNewer,
    DatabaseUnavailable,
    DiskFull,
    FolderNotWritable,
    InvalidSetting,
    NoLibraryHere,
)
from kiosk.storage import Database, ForbiddenThread, sqlite_url
from kiosk.storage.trouble import trouble_of
from tests.rights import read_only

from .builders import NOW, Town, new_loan

Opener = Callable[[str], Database]


def test_what_is_not_committed_never_happened(town: Town) -> None:
    item = town.item()
    with town.database.act() as work:
        assert work.loans.open(new_loan(item, None)) is not None
    with town.database.read() as view:
        assert view.loans.of_item(item.id) is None
        assert [change.record_id for change in view.feed.after(0)].count(item.record_id) == 2


def test_an_error_rolls_the_act_back(town: Town) -> None:
    item = town.item()

    def fail_half_way() -> None:
        with town.database.act() as work:
            work.loans.open(new_loan(item, None))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    with town.database.read() as view:
        assert view.loans.of_item(item.id) is None


def test_nothing_is_written_through_a_view_or_after_the_commit(town: Town) -> None:
    item = town.item()
    with town.database.read() as view, pytest.raises(RuntimeError):
        view.loans.open(new_loan(item, None))
    with town.database.act() as work:
        work.commit()
        with pytest.raises(RuntimeError):
            work.loans.open(new_loan(item, None))


def test_a_view_sees_one_snapshot(town: Town) -> None:
    with town.database.read() as view:
        before = view.records.counts()
        town.item()
        assert view.records.counts() == before
    with town.database.read() as view:
        assert view.records.counts() != before


def test_a_reader_goes_on_beside_a_writer(town: Town) -> None:
    with town.database.act() as work, town.database.read() as view:
        work.library.add_branch("NEW")
        assert len(view.library.load().branches) == 2


def test_a_statement_on_a_forbidden_thread_is_refused(library_url: str) -> None:
    forbidden = threading.get_ident()
    with closing(Database.open(library_url)) as plain:
        guarded = Database(plain._url, forbid_thread=lambda: threading.get_ident() == forbidden)
    with pytest.raises(ForbiddenThread), guarded.read() as view:
        view.patrons.count()
    counts = []

    def elsewhere() -> None:
        with guarded.read() as view:
            counts.append(view.patrons.count())

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    guarded.close()
    assert counts == [0]


def test_a_missing_file_is_no_library_and_is_not_made(tmp_path: Path) -> None:
    file = tmp_path / "none.db"
    with pytest.raises(NoLibraryHere):
        Database.open(sqlite_url(file))
    assert not file.exists()


def test_a_file_of_something_else_is_no_library(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE notes (id INTEGER)")
    connection.close()
    with pytest.raises(NoLibraryHere):
        Database.open(sqlite_url(file))


def test_a_garbled_file_is_damaged(tmp_path: Path) -> None:
    file = tmp_path / "garbled.db"
    file.write_bytes(b"this is no database at all" * 100)
    with pytest.raises(DatabaseDamaged):
        Database.open(sqlite_url(file))


def test_a_schema_of_the_future_is_newer(sqlite_library: str, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "library.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(DatabaseNewer):
        Database.open(sqlite_library)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    database = Database.open(sqlite_url(tmp_path / "no" / "library.db"), check=False)
    with pytest.raises((DatabaseUnavailable, FolderNotWritable)):
        database.revision()
    database.close()


def test_a_server_that_is_away_is_unavailable() -> None:
    with pytest.raises(DatabaseUnavailable):
        Database.open("postgresql://kiosk@/none?host=/nonexistent-socket-folder")


def test_a_server_without_the_database_is_unavailable(postgresql_library: str) -> None:
    with pytest.raises(DatabaseUnavailable):
        Database.open(postgresql_library.replace("/kiosk_", "/missing_"))


def test_an_empty_server_database_is_no_library(postgresql: Any) -> None:
    with pytest.raises(NoLibraryHere):
        Database.open(postgresql.url(postgresql.create()))


@pytest.mark.parametrize("url", ["", "nonsense", "mysql://a/b", "sqlite://", "sqlite:///:memory:"])
def test_other_urls_are_refused_by_name(url: str) -> None:
    with pytest.raises(InvalidSetting) as refused:
        Database.open(url)
    assert refused.value.values["name"] == "database_url"


def test_any_character_may_stand_in_a_file_name(tmp_path: Path) -> None:
    file = tmp_path / "Bücherei 100% & ? #1.db"
    database = Database.open(sqlite_url(file), check=False)
    database.create_or_upgrade(backup_folder=None, now=NOW)
    database.close()
    assert file.exists()
    Database.open(sqlite_url(file)).close()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("SQLITE_FULL", DiskFull),
        ("SQLITE_BUSY_SNAPSHOT", DatabaseBusy),
        ("SQLITE_CORRUPT_VTAB", DatabaseDamaged),
        ("SQLITE_READONLY_DIRECTORY", FolderNotWritable),
        ("SQLITE_IOERR_FSYNC", DatabaseUnavailable),
    ],
)
def test_what_sqlite_complains_of_has_a_name(name: str, expected: type[Exception], tmp_path: Path) -> None:
    error = sqlite3.OperationalError("it happened")
    error.sqlite_errorcode = getattr(sqlite3, name)
    assert type(trouble_of(error, tmp_path / "library.db")) is expected


def test_a_bug_of_ours_is_no_trouble_of_the_environment(tmp_path: Path) -> None:
    error = sqlite3.IntegrityError("CHECK constraint failed")
    error.sqlite_errorcode = sqlite3.SQLITE_CONSTRAINT_CHECK
    assert trouble_of(error, tmp_path) is None
    assert trouble_of(ValueError(), None) is None


def test_a_full_disk_is_told_and_loses_nothing(sqlite_library: str, opened: Opener) -> None:
    town = Town.of(opened(sqlite_library))
    item = town.item()
    with town.database.connection(to_write=False) as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()

    def write_too_much() -> None:
        with town.database.act() as work:
            work.link.all(text(f"PRAGMA max_page_count = {pages}"))
            for _ in range(10_000):
                work.audit.write(at=NOW, account="test", act="fill", details={"fill": "x" * 500})

    with pytest.raises(DiskFull):
        write_too_much()
    with town.database.read() as view:
        assert view.items.get(item.id) == item
        assert view.audit.latest() == ()


def test_a_folder_without_permission_is_told(tmp_path: Path) -> None:
    with (
        read_only(tmp_path),
        closing(Database.open(sqlite_url(tmp_path / "new.db"), check=False)) as database,
        pytest.raises(FolderNotWritable),
    ):
        database.revision()


def test_a_moment_without_a_zone_is_refused(town: Town) -> None:
    naive = datetime(2026, 1, 1)  # noqa: DTZ001 - the point of the test
    with town.database.act() as work, pytest.raises(Exception, match="time zone"):
        work.audit.write(at=naive, account="test", act="test")
