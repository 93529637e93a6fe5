"""A library is copied while it is in use, and put back whole or not at all."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.model.errors import DatabaseDamaged, DatabaseNewer, DatabaseUnavailable, FileUnreadable
from kiosk.storage import Database, backup, check, restore
from tests import postgresql_server

from .builders import Town

Opener = Callable[[str], Database]


@pytest.fixture(autouse=True)
def _server_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = postgresql_server.binaries()
    if folder is not None:
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def test_a_backup_brings_back_what_was_there(town: Town, opened: Opener, tmp_path: Path) -> None:
    item = town.item()
    file = backup(town.database, tmp_path / "saved" / "library.bak").file
    town.item(barcode="LATER")
    with town.database.read() as view:
        before = view.feed.position()
    town.database.close()
    restore(town.database.url, file)
    with opened(town.database.url).read() as view:
        assert view.items.by_barcode(item.barcode) == item
        assert view.items.by_barcode("LATER") is None
        assert view.feed.position().epoch != before.epoch
    assert all(result.ok for result in check(opened(town.database.url)))
    assert not list(tmp_path.glob("saved/*.part"))


def test_a_backup_is_taken_beside_an_open_act(sqlite_town: Town, tmp_path: Path) -> None:
    item = sqlite_town.item()
    with sqlite_town.database.act() as work:
        work.library.add_branch("NEW")
        file = backup(sqlite_town.database, tmp_path / "library.bak").file
    connection = sqlite3.connect(file)
    assert connection.execute("SELECT barcode FROM items").fetchall() == [(item.barcode,)]
    assert connection.execute("SELECT count(*) FROM branches").fetchone() == (2,)
    connection.close()


def test_a_newer_backup_takes_the_older_ones_place(sqlite_town: Town, tmp_path: Path) -> None:
    file = tmp_path / "library.bak"
    backup(sqlite_town.database, file)
    sqlite_town.item()
    backup(sqlite_town.database, file)
    connection = sqlite3.connect(file)
    assert connection.execute("SELECT count(*) FROM items").fetchone() == (1,)
    connection.close()


@pytest.mark.parametrize("content", [b"", b"garbage" * 1000])
def test_a_file_that_is_no_backup_changes_nothing(town: Town, content: bytes, tmp_path: Path) -> None:
    item = town.item()
    wrong = tmp_path / "wrong.bak"
    wrong.write_bytes(content)
    with pytest.raises(DatabaseDamaged):
        restore(town.database.url, wrong)
    with town.database.read() as view:
        assert view.items.by_barcode(item.barcode) == item


def test_a_damaged_backup_changes_nothing(sqlite_town: Town, tmp_path: Path) -> None:
    for _ in range(30):
        sqlite_town.item()
    file = backup(sqlite_town.database, tmp_path / "library.bak").file
    with file.open("r+b") as damaged:
        damaged.seek(8192)
        damaged.write(os.urandom(65536))
    with pytest.raises(DatabaseDamaged):
        restore(sqlite_town.database.url, file)
    with sqlite_town.database.read() as view:
        assert view.records.counts().items == 30


def test_a_backup_of_the_future_changes_nothing(sqlite_town: Town, tmp_path: Path) -> None:
    file = backup(sqlite_town.database, tmp_path / "library.bak").file
    connection = sqlite3.connect(file)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(DatabaseNewer):
        restore(sqlite_town.database.url, file)


def test_a_missing_backup_is_told(town: Town, tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        restore(town.database.url, tmp_path / "none.bak")


def test_a_journal_left_behind_never_reaches_the_restored_library(
    sqlite_town: Town, opened: Opener, tmp_path: Path
) -> None:
    """A machine that lost power leaves a -wal file: it belongs to the database that is replaced."""
    database_file = sqlite_town.database.file
    assert database_file is not None
    file = backup(sqlite_town.database, tmp_path / "library.bak").file
    sqlite_town.item(barcode="LATER")
    wal = database_file.with_name(database_file.name + "-wal")
    shutil.copyfile(wal, tmp_path / "kept-wal")
    sqlite_town.database.close()
    shutil.copyfile(tmp_path / "kept-wal", wal)
    restore(sqlite_town.database.url, file)
    with opened(sqlite_town.database.url).read() as view:
        assert view.items.by_barcode("LATER") is None


def test_without_pg_dump_the_error_says_what_is_missing(
    postgresql_library: str, opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = opened(postgresql_library)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DatabaseUnavailable) as missing:
        backup(database, tmp_path / "library.dump")
    assert missing.value.values["program"] == "pg_dump"
    assert not (tmp_path / "library.dump").exists()
