"""Every night a backup: read through before it counts, kept for a while, and the last good one for ever."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.errors import DatabaseDamaged, DiskFull
from kiosk.storage import Database, Keeping, NightlyBackups, backup, restore
from kiosk.storage import backup as backup_module
from kiosk.storage.kept_backups import surplus
from tests import postgresql_server
from tests.small_disks import small_disk_at

from .builders import Town

NIGHT = datetime(2026, 3, 31, 2, 0, tzinfo=UTC)
DAY = timedelta(days=1)
TIMES = st.integers(0, 7 * 365 * 24).map(lambda hours: NIGHT - timedelta(hours=hours))
GRANDFATHER = Keeping(daily=7, weekly=4, monthly=12)
Opener = Callable[[str], Database]


@pytest.fixture(autouse=True)
def _server_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = postgresql_server.binaries()
    if folder is not None:
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk_at(tmp_path / "disk", 16) as disk:
        yield disk


def test_a_night_tells_the_rows_of_its_backup_and_the_copy_has_them(town: Town, tmp_path: Path) -> None:
    for _ in range(5):
        town.item()
    made = NightlyBackups(tmp_path).make(town.database, NIGHT, GRANDFATHER).backup
    assert (made.file.name, made.rows["items"]) == ("nightly-20260331T020000Z.backup", 5)
    assert not list(tmp_path.glob("*.part"))


def test_three_years_of_nights_leave_days_weeks_and_months(sqlite_town: Town, tmp_path: Path) -> None:
    """The names alone decide, so that old nights need not be lived through: they are put there by hand."""
    for night in range(1, 1100):
        (tmp_path / f"nightly-{NIGHT - night * DAY:%Y%m%dT%H%M%SZ}.backup").touch()
    backups = NightlyBackups(tmp_path)
    backups.make(sqlite_town.database, NIGHT, GRANDFATHER)
    kept = [time.date().isoformat() for time in backups.made()]
    assert kept[-7:] == [(NIGHT - back * DAY).date().isoformat() for back in range(6, -1, -1)]
    assert kept[-9:-7] == ["2026-03-15", "2026-03-22"]  # the last days of the two weeks before
    months = [
        f"2025-{day}" for day in ("04-30", "05-31", "06-30", "07-31", "08-31", "09-30", "10-31", "11-30")
    ]
    assert kept[:-9] == [*months, "2025-12-31", "2026-01-31", "2026-02-28"]


@given(
    st.lists(TIMES, unique=True),
    st.builds(Keeping, st.integers(1, 9), st.integers(0, 5), st.integers(0, 13)),
)
def test_the_newest_is_always_kept_and_letting_go_twice_is_once(
    times: list[datetime], keeping: Keeping
) -> None:
    gone = surplus(times, keeping)
    left = set(times) - set(gone)
    assert not times or max(times) in left
    assert surplus(left, keeping) == []
    assert len(left) <= keeping.daily + keeping.weekly + keeping.monthly
    days = sorted({time.date() for time in times})[-keeping.daily :]
    assert {time.date() for time in left} >= set(days)


def test_nothing_but_its_own_backups_is_ever_deleted(sqlite_town: Town, tmp_path: Path) -> None:
    others = [
        "before-upgrade-0010-20200101T000000.db",
        "library-20200101T000000.backup",
        "nightly-notes.backup",
    ]
    folder = tmp_path / "backups"
    folder.mkdir()
    for name in others:
        (folder / name).touch()
    backups = NightlyBackups(folder)
    for night in range(3):
        backups.make(sqlite_town.database, NIGHT + night * DAY, Keeping(1, 0, 0))
    assert sorted(path.name for path in folder.iterdir()) == [
        *others[:2],
        "nightly-20260402T020000Z.backup",
        others[2],
    ]


def test_a_library_that_is_damaged_lets_no_good_backup_go(sqlite_town: Town, tmp_path: Path) -> None:
    for _ in range(40):
        sqlite_town.item()
    backups, keeping = NightlyBackups(tmp_path / "kept"), Keeping(1, 0, 0)
    good = backups.make(sqlite_town.database, NIGHT, keeping).backup.file
    file = sqlite_town.database.file
    assert file is not None
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'items'").fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    with file.open("r+b") as damaged:
        damaged.seek((page - 1) * size)
        damaged.write(b"\xff" * size)
    with pytest.raises(DatabaseDamaged):
        backups.make(sqlite_town.database, NIGHT + DAY, keeping)
    assert list((tmp_path / "kept").iterdir()) == [good]


def test_a_disk_without_room_for_another_keeps_what_it_has(sqlite_town: Town, small_disk: Path) -> None:
    """A disk of 16 MB never has the 20 to spare."""
    kept = small_disk / "nightly-20260330T020000Z.backup"
    kept.write_bytes(b"the last good one")
    with pytest.raises(DiskFull):
        NightlyBackups(small_disk).make(sqlite_town.database, NIGHT, GRANDFATHER)
    assert list(small_disk.iterdir()) == [kept]


@pytest.mark.postgresql
def test_a_server_dump_that_fills_the_disk_is_told_and_leaves_nothing(
    postgresql_library: str, opened: Opener, tmp_path: Path
) -> None:
    with small_disk_at(tmp_path / "disk", 1) as disk:
        kept = disk / "nightly-20260330T020000Z.backup"
        kept.write_bytes(b"x" * 1_040_000)
        with pytest.raises(DiskFull):
            NightlyBackups(disk).make(opened(postgresql_library), NIGHT, GRANDFATHER)
        assert list(disk.iterdir()) == [kept]


@pytest.mark.postgresql
@pytest.mark.parametrize("loss", ["cut short", "a row less"])
def test_a_dump_that_lost_something_is_no_backup(
    loss: str, postgresql_library: str, opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dump is spoilt between pg_dump and the look at it, as a failing disk would."""
    database = opened(postgresql_library)
    whole = backup(database, tmp_path / "whole.dump")
    dumping: Callable[..., None] = backup_module.__globals__["_tool"]

    def spoil(name: str, url: Any, *options: str) -> None:
        dumping(name, url, *options)
        file = Path(
            next(option for option in options if option.startswith("--file=")).removeprefix("--file=")
        )
        content = file.read_bytes()
        file.write_bytes(content[: len(content) // 2])

    if loss == "cut short":
        monkeypatch.setitem(backup_module.__globals__, "_tool", spoil)
    else:
        counting: Callable[..., dict[str, int]] = backup_module.__globals__["rows_on_server"]
        more = lambda connection: {**counting(connection), "items": 1}  # noqa: E731
        monkeypatch.setitem(backup_module.__globals__, "rows_on_server", more)
    with pytest.raises(DatabaseDamaged):
        NightlyBackups(tmp_path / "kept").make(database, NIGHT, GRANDFATHER)
    assert list((tmp_path / "kept").iterdir()) == []
    assert whole.rows["items"] == 0


def test_what_a_power_cut_left_of_a_copy_is_tidied_away_a_day_later(
    sqlite_town: Town, tmp_path: Path
) -> None:
    left, running = tmp_path / "nightly-1.backup.7.part", tmp_path / "nightly-2.backup.8.part"
    for path, age in ((left, 2 * DAY), (running, timedelta(minutes=5))):
        path.touch()
        os.utime(path, times=((NIGHT - age).timestamp(),) * 2)
    NightlyBackups(tmp_path).make(sqlite_town.database, NIGHT, GRANDFATHER)
    assert (left.exists(), running.exists()) == (False, True)


def test_a_backup_is_of_one_moment_while_others_write(sqlite_town: Town, tmp_path: Path) -> None:
    """A writer that never rests changes the library between every two steps of the copy."""
    script = (
        "import sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], timeout=5, isolation_level=None)\n"
        "print('on', flush=True)\n"
        "while True: c.execute(\"UPDATE meta SET value = value || 'x' WHERE name = 'epoch'\")"
    )
    assert sqlite_town.database.file is not None
    command = [sys.executable, "-c", script, str(sqlite_town.database.file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        try:
            assert writer.stdout.readline() == b"on\n"
            made = backup(sqlite_town.database, tmp_path / "library.bak")
        finally:
            writer.kill()
    assert made.rows["meta"] > 0


def test_a_night_on_each_database_can_be_put_back(town: Town, opened: Opener, tmp_path: Path) -> None:
    item = town.item()
    made = NightlyBackups(tmp_path).make(town.database, NIGHT, GRANDFATHER).backup
    town.item(barcode="LATER")
    town.database.close()
    restore(town.database.url, made.file)
    with opened(town.database.url).read() as view:
        assert view.items.by_barcode(item.barcode) == item
        assert view.items.by_barcode("LATER") is None
