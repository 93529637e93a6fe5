"""The real app on an X display with a window manager: its chords, real keys and clicks lead nowhere."""

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.journeys.conftest import Sample
from tests.journeys.test_process import display as display  # the fixture: an X display of its own
from tests.journeys.ways import ANNA

_ROOT = Path(__file__).parents[2]
_PATIENCE_S = 120.0
_BATCHES, _EACH = 20, 100
_KEYS = [
    *("a", "b", "k", "1", "7", "space", "Return", "Tab", "Escape", "BackSpace"),
    *("Up", "Down", "Left", "Right", "F1", "F4", "F11", "Menu", "Print", "Super_L"),
]
_CHORDS = ["alt", "ctrl", "shift", "super", "ctrl+alt", "ctrl+shift"]
# What window managers take for themselves, as openbox does out of the box.
_MANAGED = [
    *("alt+F4", "alt+Tab", "alt+space", "alt+Escape", "super+d", "super+e"),
    *("ctrl+alt+Right", "ctrl+alt+Left", "super+F2"),
]


@pytest.mark.proof
@pytest.mark.parametrize("manager", ["openbox", ""])
def test_real_keys_clicks_scans_and_a_window_managers_chords_lead_nowhere(
    sample: Sample, tmp_path: Path, display: str, manager: str
) -> None:
    if manager and shutil.which(manager) is None:
        pytest.skip(f"{manager} is not installed: its chords were not tried")
    folder = tmp_path / "library"
    shutil.copytree(sample.folder, folder)
    dice = random.Random(7)
    with _beside([manager], display) if manager else _nothing(), _app(folder, display) as app:
        _wait(lambda: bool(_windows(display, app)), app)
        for batch in range(_BATCHES):
            script = "\n".join(_event(dice) for _ in range(_EACH))
            _xdotool(display, "-", script=script)
            _wait(lambda: _covers_all(display, app), app, f"after batch {batch}")
        app.terminate()
        _, errors = app.communicate(timeout=_PATIENCE_S)
    assert app.returncode == 0, errors
    assert "Traceback" not in errors
    assert "qml" not in errors.casefold(), errors


def _event(dice: random.Random) -> str:
    kind = dice.randrange(20)
    if kind < 8:
        return f"key {dice.choice(_KEYS)}"
    if kind < 11:
        return f"key {dice.choice(_CHORDS)}+{dice.choice(_KEYS)}"
    if kind < 13:
        return f"key {dice.choice(_MANAGED)}"
    if kind == 13:
        return f"type --delay 3 {ANNA}\nkey Return"
    place = f"mousemove {dice.randrange(1080)} {dice.randrange(1920)}"
    return f"{place} click {dice.choice((1, 1, 1, 1, 2, 3, 4, 5))}"


def _covers_all(display: str, app: subprocess.Popen[str]) -> bool:
    """Tell whether a window of the app is in sight and as large as the screen."""
    for window in _windows(display, app):
        told = _xdotool(display, "getwindowgeometry", "--shell", window)
        if "WIDTH=1080" in told and "HEIGHT=1920" in told and "X=0\nY=0" in told:
            return True
    return False


def _windows(display: str, app: subprocess.Popen[str]) -> list[str]:
    return _xdotool(display, "search", "--onlyvisible", "--pid", str(app.pid)).split()


def _xdotool(display: str, *arguments: str, script: str = "") -> str:
    return subprocess.run(
        ["xdotool", *arguments],
        input=script,
        env={**os.environ, "DISPLAY": display},
        capture_output=True,
        text=True,
        timeout=_PATIENCE_S,
        check=False,
    ).stdout


def _wait(condition: object, app: subprocess.Popen[str], when: str = "") -> None:
    assert callable(condition)
    until = time.monotonic() + _PATIENCE_S
    while not condition():
        assert app.poll() is None, f"the app has ended {when}"
        assert time.monotonic() < until, f"no window covers the screen {when}"
        time.sleep(0.2)


@contextmanager
def _app(folder: Path, display: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "kiosk", "--home", str(folder), "run"]
    with _beside(command, display) as process:
        yield process


@contextmanager
def _beside(command: list[str], display: str) -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "DISPLAY": display, "QT_QUICK_BACKEND": "software"}
    environment.pop("QT_QPA_PLATFORM", None)
    process = subprocess.Popen(
        command, cwd=_ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(timeout=_PATIENCE_S)
        if process.stderr is not None:
            process.stderr.close()


@contextmanager
def _nothing() -> Iterator[None]:
    yield
