"""The kiosk is started where something is wrong: it says what and what to type, and ends with status 1."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from kiosk.catalog.search import SearchIndex, SearchRequest
from tests.cli.command import Cli, Said, environment, furnish
from tests.small_disks import filled

RUN = ("run", "--platform", "offscreen", "--windowed", "1080x1920")
_PATIENCE_S = 60


def _start(cli: Cli) -> Said:
    said = cli.process(*RUN, timeout=_PATIENCE_S)
    assert "Traceback" not in said.err
    assert "qml" not in said.err.casefold()
    return said


def _remove_journals(cli: Cli) -> Path:
    for name in ("library.sqlite3-wal", "library.sqlite3-shm"):
        (cli.home / name).unlink(missing_ok=True)
    return cli.home / "library.sqlite3"


def _newer(cli: Cli) -> None:
    with closing(sqlite3.connect(cli.home / "library.sqlite3")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def _garbled(cli: Cli) -> None:
    _remove_journals(cli).write_bytes(b"no database at all " * 900)


def _torn(cli: Cli) -> None:
    with closing(sqlite3.connect(cli.home / "library.sqlite3")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file = _remove_journals(cli)
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + os.urandom(len(whole) - 4096))


def _empty(cli: Cli) -> None:
    _remove_journals(cli).write_bytes(b"")


def _gone(cli: Cli) -> None:
    _remove_journals(cli).unlink()


def _folder(cli: Cli) -> None:
    file = _remove_journals(cli)
    file.unlink()
    file.mkdir()


def _no_folder(cli: Cli) -> None:
    shutil.rmtree(cli.home)


def _wrong_settings(cli: Cli) -> None:
    (cli.home / "settings.toml").write_text("kiosk_nmae = 1\n")


@pytest.mark.parametrize(
    ("spoil", "code", "to_type"),
    [
        (_no_folder, "no_library_here", "kiosk init"),
        (_gone, "no_library_here", "kiosk init"),
        (_folder, "no_library_here", "kiosk init"),
        (_empty, "no_library_here", "kiosk init"),
        (_newer, "database_newer", "9999"),
        (_garbled, "database_damaged", "kiosk db restore"),
        (_torn, "database_damaged", "kiosk db restore"),
        (_wrong_settings, "invalid_setting", "kiosk_nmae"),
    ],
)
def test_a_kiosk_that_cannot_start_says_what_to_do_and_ends_with_status_one(
    cli: Cli, spoil: Callable[[Cli], None], code: str, to_type: str
) -> None:
    spoil(cli)
    said = _start(cli)
    assert (said.status, said.json["error"]["code"]) == (1, code), said.err
    assert to_type in said.err


def test_a_kiosk_on_a_full_disk_says_so(small_disk: Path) -> None:
    cli = furnish(small_disk / "library")
    with filled(small_disk):
        said = _start(cli)
        assert (said.status, said.json["error"]["code"]) == (1, "disk_full"), said.err
    assert cli("db", "check").json["ok"]


@pytest.mark.parametrize("trouble", ["missing", "foreign", "garbled"])
def test_a_kiosk_without_a_usable_index_starts_and_builds_one(cli: Cli, trouble: str) -> None:
    index = cli.home / "index"
    assert cli("catalog", "search", "solaris").json["total"] == 1
    if trouble == "missing":
        shutil.rmtree(index)
    for state in index.glob("generation-*/state.json"):
        state.write_text(
            "{}" if trouble == "garbled" else state.read_text().replace('"schema": ', '"schema": 9')
        )
    command = [sys.executable, "-m", "kiosk", "--home", str(cli.home), *RUN]
    running = subprocess.Popen(command, env=environment(), stderr=subprocess.PIPE, text=True)
    until = time.monotonic() + _PATIENCE_S
    while SearchIndex.open(index).status().rebuild_needed:
        with suppress(subprocess.TimeoutExpired):
            running.wait(timeout=0.2)
            pytest.fail(running.communicate()[1])
        assert time.monotonic() < until, "no index was built"
    running.send_signal(signal.SIGTERM)
    errors = running.communicate(timeout=_PATIENCE_S)[1]
    assert (running.returncode, "Traceback" in errors) == (0, False), errors
    assert SearchIndex.open(index).search(SearchRequest("solaris")).total == 1
