"""The restore drill: the database is lost, last night's backup is put back, the library goes on."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.storage import Database
from tests import postgresql_server
from tests.cli.command import Cli, environment
from tests.cli.kept_libraries import Kept, furnished_on, snapshot

EVERY_NIGHT = '[backup]\nevery_night = "yes"\n'
_PATIENCE_S = 60


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def library(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Kept]:
    if request.param == "sqlite":
        home = tmp_path / "library"
        shutil.copytree(request.getfixturevalue("furnished"), home)
        yield Kept(Cli(home))
        return
    programs = postgresql_server.binaries()
    assert programs is not None
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    server = request.getfixturevalue("postgresql")
    kept = furnished_on(server, tmp_path / "library")
    settings = kept.cli.home / "settings.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + EVERY_NIGHT, encoding="utf-8")
    yield kept
    server.drop(kept.database)


def _lose(library: Kept) -> None:
    if library.server:
        database = Database.open(library.server.url(library.database))
        with database.connection(to_write=True) as connection:
            connection.exec_driver_sql("DROP SCHEMA public CASCADE")
            connection.exec_driver_sql("CREATE SCHEMA public")
            connection.commit()
        database.close()
        return
    for file in library.cli.home.glob("library.sqlite3*"):
        file.write_bytes(b"a disk that failed " * 500)


def test_the_library_is_as_at_the_backup_and_goes_on(library: Kept) -> None:
    cli = library.cli
    cli.circulation("checkout", "R1", "B1")
    cli.circulation("checkout", "K1", "D1")
    night = cli("nightly")
    assert night.status == 0, night.err
    backup = Path(night.json["backup"])
    before = snapshot(cli)
    cli.circulation("return", "B1")
    cli.circulation("checkout", "R2", "B3")
    assert snapshot(cli) != before
    _lose(library)
    lost = cli("circulation", "account", "R1")
    assert (lost.status, lost.json["error"]["code"]) in ((1, "database_damaged"), (1, "no_library_here"))
    restored = cli("db", "restore", str(backup))
    assert restored.status == 0, restored.err
    assert snapshot(cli) == before
    assert cli("db", "check").json["ok"]
    # The index that saw what came after follows the restored library, and acts go on.
    found = cli("catalog", "search", "solaris").json["results"]
    assert [one["available"] for one in found] == [1]
    again = cli.circulation("checkout", "R2", "B3")
    assert [outcome["done"] for outcome in again.outcomes] == [True]


def test_the_app_starts_on_what_was_put_back(cli: Cli) -> None:
    backup = cli("nightly").json["backup"]
    _lose(Kept(cli))
    assert cli("db", "restore", backup).status == 0
    address = cli.home / "ready"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as told:
        told.bind(str(address))
        told.settimeout(_PATIENCE_S)
        command = [*cli.arguments("run", "--platform", "offscreen", "--windowed", "1080x1920")]
        with subprocess.Popen(command, env=environment() | {"NOTIFY_SOCKET": str(address)}) as app:
            try:
                while not told.recv(256).startswith(b"READY=1"):
                    pass
            finally:
                app.terminate()
            assert app.wait(_PATIENCE_S) == 0


def test_the_doctor_knows_the_newest_backup_and_misses_one(cli: Cli) -> None:
    def said() -> tuple[bool, str]:
        return next(
            (one["ok"], one["detail"]) for one in cli("doctor").json["checks"] if one["name"] == "backup"
        )

    assert said() == (True, "none yet: kiosk nightly makes one every night")
    settings = cli.home / "settings.toml"
    os.utime(settings, times=(1_700_000_000, 1_700_000_000))
    assert said()[0] is False
    made = Path(cli("nightly").json["backup"])
    assert said()[0] is True
    made.rename(made.with_name("nightly-20200101T030000Z.backup"))
    assert said() == (False, "1 kept, the newest from 2020-01-01T03:00+00:00")
    settings.write_text('[backup]\nevery_night = "no"\n', encoding="utf-8")
    assert said() == (True, "none is made on this machine")
    assert cli("nightly").json["backup"] is None


def test_a_night_without_room_for_a_backup_says_so_and_does_the_rest(cli: Cli, small_disk: Path) -> None:
    """A disk of 8 MB never has room to spare for a copy; what the night does for patrons is done."""
    home = small_disk / "library"
    shutil.copytree(cli.home, home)
    beside = Cli(home)
    beside.circulation("checkout", "R1", "B1", at="2025-03-02T12:00")
    beside.circulation("return", "B1", at="2025-03-03T12:00")
    said = beside("nightly")
    assert (said.status, said.json["error"]["code"]) == (1, "disk_full")
    assert [loan["patron_id"] for loan in snapshot(beside)["loans"]] == [None]
    assert not list((home / "backups").glob("*"))
