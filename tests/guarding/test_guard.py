"""The guard starts an app that dies or hangs again, leaves staff alone, and tires of nothing."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.guarding.beats import GUARDED, LineToGuard
from kiosk.guarding.rests import Rests

ROOT = Path(__file__).parents[2]
_PATIENCE_S = 60.0


@contextmanager
def guarding(folder: Path, *fates: str) -> Iterator[subprocess.Popen[str]]:
    """Have a guard over an app of those fates."""
    command = [sys.executable, "-m", "tests.guarding.guarded", str(folder), *fates]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=_PATIENCE_S)


def lives(folder: Path) -> int:
    file = folder / "lives"
    return len(file.read_text()) if file.exists() else 0


def wait(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + _PATIENCE_S
    while not condition():
        assert time.monotonic() < until, "it takes too long"
        time.sleep(0.02)


@pytest.mark.parametrize(
    ("fate", "told"),
    [
        ("crash", "was ended by SIGSEGV"),
        ("stop", "hung"),
        ("loop", "hung"),
        ("end", "ended with 0"),
    ],
)
def test_an_app_that_dies_hangs_or_ends_unasked_is_started_again(
    tmp_path: Path, fate: str, told: str
) -> None:
    with guarding(tmp_path, fate, "leave") as process:
        _, errors = process.communicate(timeout=_PATIENCE_S)
    assert process.returncode == 0
    assert lives(tmp_path) == 2
    assert f"guard: the app {told}; 1 in a row" in errors


def test_where_it_loops_the_places_in_the_program_are_told_and_nothing_else(tmp_path: Path) -> None:
    with guarding(tmp_path, "loop", "leave") as process:
        _, errors = process.communicate(timeout=_PATIENCE_S)
    assert "Fatal Python error: Aborted" in errors
    assert 'frail.py", line' in errors


def test_whom_staff_close_stays_closed_and_whom_they_restart_begins_anew(tmp_path: Path) -> None:
    with guarding(tmp_path, "again", "again", "again", "again", "leave") as process:
        _, errors = process.communicate(timeout=_PATIENCE_S)
    assert (process.returncode, lives(tmp_path)) == (0, 5)
    assert "in a row" not in errors, "a restart that was wanted is no death"


def test_a_guard_that_is_told_to_end_ends_its_app(tmp_path: Path) -> None:
    with guarding(tmp_path, "live") as process:
        wait(lambda: "READY=1" in (tmp_path / "told").read_text() if (tmp_path / "told").exists() else False)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=_PATIENCE_S)
    assert process.returncode == 0
    assert "WATCHDOG=1" in (tmp_path / "told").read_text()


def test_after_deaths_in_a_row_a_page_says_so_until_the_app_lives(tmp_path: Path) -> None:
    with guarding(tmp_path, "end", "end", "end", "leave") as process:
        wait(lambda: (tmp_path / "page").exists())
        assert lives(tmp_path) == 3
        process.communicate(timeout=_PATIENCE_S)
    assert (process.returncode, lives(tmp_path)) == (0, 4)
    assert "READY=1" in (tmp_path / "told").read_text()


def test_the_rests_grow_to_a_minute_and_a_long_life_begins_anew() -> None:
    rests, seconds = Rests(), []
    for _ in range(10):
        rests = rests.died(1.0)
        seconds.append(rests.seconds)
    assert seconds == [0, 0, 5, 10, 20, 40, 60, 60, 60, 60]
    assert rests.looping
    assert rests.died(61.0) == Rests(1)


def test_an_app_whose_guard_is_gone_learns_it(tmp_path: Path) -> None:
    code = (
        "import sys; from kiosk.guarding.beats import *\n"
        "line = LineToGuard()\n"
        "print('not for the guard')\n"
        "sys.stdin.readline()\n"
        "try:\n    line.say(BEAT)\nexcept GuardGoneError:\n    sys.exit(7)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        env={**os.environ, GUARDED: "1"},
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    process.stdout = None
    _, errors = process.communicate(b"go on\n", timeout=_PATIENCE_S)
    assert process.returncode == 7
    assert errors.strip() == b"not for the guard"


def test_without_a_guard_nothing_is_said_and_nothing_changed(capfd: pytest.CaptureFixture[str]) -> None:
    line = LineToGuard()
    line.say(b".")
    assert not line.guarded
    assert capfd.readouterr().out == ""
