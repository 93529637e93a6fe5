"""The real app under its guard: whatever happens to it, a clean home comes, with nothing of the last."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.conftest import Sample

_ROOT = Path(__file__).parents[2]
_PATIENCE_S = 240.0
_GUARD = """
import sys
from kiosk.guarding.guard import Guard, Guarded
app = [sys.executable, "-m", "tests.journeys.frail_kiosk", *sys.argv[1:]]
sys.exit(Guard(Guarded(app, lambda _: [sys.executable, "-c", ""]), lambda _: None).run())
"""


@pytest.mark.parametrize(
    "fault",
    # Each takes two starts of the whole app.
    ["crash", pytest.param("stop", marks=pytest.mark.proof), pytest.param("loop", marks=pytest.mark.proof)],
)
def test_a_clean_home_comes_after_any_fault(sample: Sample, tmp_path: Path, fault: str) -> None:
    home = tmp_path / "library"
    shutil.copytree(sample.folder, home)
    guard = subprocess.Popen(
        [sys.executable, "-c", _GUARD, str(tmp_path), str(home), fault],
        cwd=_ROOT,
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        before, after = _life(tmp_path, 0), _life(tmp_path, 1)
    finally:
        guard.send_signal(signal.SIGTERM)
        _, errors = guard.communicate(timeout=_PATIENCE_S)
    assert before["card"] is not None
    assert any("Anna K" in text for text in before["texts"]), "the screen showed whose visit it was"
    assert (after["page"], after["card"]) == ("home", None)
    assert not any("Anna" in text for text in after["texts"])
    assert errors.count("in a row") == 1
    assert guard.returncode == 0
    sys.stdout.write(f"| {fault} | {after['at'] - before['at']:.1f} s |\n")


def _life(folder: Path, number: int) -> dict[str, Any]:
    file, until = folder / f"life-{number}.json", time.monotonic() + _PATIENCE_S
    while not file.exists():
        assert time.monotonic() < until, f"life {number} does not come"
        time.sleep(0.05)
    told: dict[str, Any] = json.loads(file.read_text())
    return told
