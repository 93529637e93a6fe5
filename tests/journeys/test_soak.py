"""Random patrons at the real app: no crash, no warning, no growing memory, no word of a past visit."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

_ROOT = Path(__file__).parents[2]


def _soaked(*options: str) -> tuple[int, dict[str, Any], str]:
    command = [sys.executable, "-m", "scripts.soak", *options]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    findings: dict[str, Any] = json.loads(done.stdout) if done.stdout else {}
    return done.returncode, findings, done.stderr[-4000:]


@pytest.mark.proof
def test_eight_hours_of_patrons_at_twenty_times_their_speed_leave_nothing() -> None:
    status, findings, errors = _soaked("--minutes", "24", "--speed", "20")
    assert findings, errors
    assert findings["words_sought"] > 10
    assert (findings["warnings"], findings["words"]) == ([], {})
    assert findings["growth"] <= 1.1, findings["each_minute_mb"]
    assert status == 0, errors
