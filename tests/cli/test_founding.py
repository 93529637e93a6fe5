"""Making the sample library ends at any instant: what is left is gone on with, or says what to type."""

import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from kiosk.founding import found
from kiosk.library_folder import LibraryFolder
from kiosk.services import Services
from tests.cli.command import Cli, environment
from tests.cli.killing import instants, kill, run_time
from tests.small_disks import small_disk_at

INIT = ("init", "--demo")
# A return of what was on no loan is noted each time it is played: the audit trail may be longer.
_COUNTED = ("records", "items", "patrons", "loans", "renewals", "holds", "charges", "settlements", "articles")
_PATIENCE_S = 120


class _PowerCut(BaseException):
    """The end of everything at one instant."""


@pytest.mark.parametrize("step", ["init.step.catalogue", "init.step.patrons"])
def test_an_unfinished_sample_is_not_opened_as_if_it_were_whole_but_says_what_to_type(
    tmp_path: Path, step: str
) -> None:
    def cut(key: str) -> None:
        if key == step:
            raise _PowerCut

    services = Services(LibraryFolder(tmp_path))
    with pytest.raises(_PowerCut):
        found(services, demo=True, report=cut)
    services.close()
    said = Cli(tmp_path)("run", "--platform", "offscreen")
    assert (said.status, said.json["error"]["code"]) == (1, "library_unfinished")
    assert "kiosk init --demo" in said.err


def test_a_folder_that_was_only_marked_is_still_empty(tmp_path: Path) -> None:
    LibraryFolder(tmp_path).unfinished_mark.touch()
    cli = Cli(tmp_path)
    assert cli("run", "--platform", "offscreen").json["error"]["code"] == "library_unfinished"
    assert cli("init").json["created"]
    assert not LibraryFolder(tmp_path).is_unfinished
    assert cli("catalog", "search", "").json["total"] == 0


def test_a_library_without_its_settings_is_never_filled_with_the_sample(cli: Cli) -> None:
    before = _counts(cli.home)
    (cli.home / "settings.toml").unlink()
    assert cli(*INIT).json["created"] is False
    assert not LibraryFolder(cli.home).is_unfinished
    assert _counts(cli.home) == before


def test_a_full_disk_while_the_library_is_made_is_told_and_it_goes_on_when_there_is_room(
    tmp_path: Path,
) -> None:
    roomy = Cli(tmp_path / "roomy")
    with small_disk_at(tmp_path / "disk", 4) as disk:
        cli = Cli(disk / "library")
        said = cli(*INIT)
        assert (said.status, said.json["error"]["code"]) == (1, "disk_full"), said.err
        assert "Traceback" not in said.err
        assert cli("run", "--platform", "offscreen").json["error"]["code"] == "library_unfinished"
        shutil.copytree(cli.home, roomy.home)
    assert roomy(*INIT).status == 0
    assert not LibraryFolder(roomy.home).is_unfinished


@pytest.mark.proof
def test_a_sample_killed_at_any_instant_is_made_whole_by_the_next_command(
    tmp_path: Path, whole: dict[str, int], capsys: pytest.CaptureFixture[str]
) -> None:
    run = run_time(Cli(tmp_path / "measured"), *INIT)
    unfinished = 0
    for number, after in enumerate(instants(8, run, seed=3)):
        cli = Cli(tmp_path / f"killed-{number}")
        killed = kill(cli, after, *INIT)
        unfinished += LibraryFolder(cli.home).is_unfinished
        again = cli.process(*INIT)
        assert again.status == 0, (killed, again.err)
        assert _counts(cli.home) == whole, killed
        assert cli("db", "check").json["ok"]
        assert cli("catalog", "search", "kafka").json["total"] > 0
        shutil.rmtree(cli.home)
    with capsys.disabled():
        print(f"\nkilled 8 times over {run:.1f} s, {unfinished} times unfinished, 8 times whole after")  # noqa: T201


@pytest.mark.proof
def test_a_sample_killed_half_way_is_made_whole_by_the_kiosk_that_makes_one_where_there_is_none(
    tmp_path: Path, whole: dict[str, int]
) -> None:
    cli = Cli(tmp_path / "library")
    kill(cli, run_time(Cli(tmp_path / "measured"), *INIT) / 2, *INIT)
    assert LibraryFolder(cli.home).is_unfinished
    words = ("run", "--demo-if-empty", "--platform", "offscreen", "--windowed", "1080x1920")
    command = [sys.executable, "-m", "kiosk", "--home", str(cli.home), *words]
    running = subprocess.Popen(command, env=environment(), stderr=subprocess.PIPE, text=True)
    until = time.monotonic() + _PATIENCE_S
    while LibraryFolder(cli.home).is_unfinished:
        with suppress(subprocess.TimeoutExpired):
            pytest.fail(f"the kiosk ended: {running.wait(timeout=0.2)}")
        assert time.monotonic() < until, "it takes too long"
    running.send_signal(signal.SIGTERM)
    running.communicate(timeout=_PATIENCE_S)
    assert _counts(cli.home) == whole


@pytest.mark.proof
def test_two_that_make_the_sample_at_once_make_one_whole_library(
    tmp_path: Path, whole: dict[str, int]
) -> None:
    cli = Cli(tmp_path / "library")
    both = [
        subprocess.Popen(cli.arguments(*INIT), stderr=subprocess.PIPE, text=True, env=environment())
        for _ in range(2)
    ]
    for one in both:
        errors = one.communicate(timeout=_PATIENCE_S)[1]
        assert one.returncode == 0, errors
    assert _counts(cli.home) == whole
    assert cli("db", "check").json["ok"]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """What a sample library holds that nobody interrupted."""
    home = tmp_path_factory.mktemp("whole") / "library"
    assert Cli(home).process(*INIT).status == 0
    return _counts(home)


def _counts(home: Path) -> dict[str, int]:
    with closing(sqlite3.connect(home / "library.sqlite3")) as connection:
        return {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _COUNTED
        }
