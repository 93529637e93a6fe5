"""What fails is run once more alone: it passes loudly, or fails."""

from pathlib import Path

import pytest

from scripts import run_tests

_LATE = """
from pathlib import Path
def test_that_is_late_once():
    seen = Path(__file__).with_suffix(".seen")
    first = not seen.exists()
    seen.touch()
    assert not first
def test_that_passes():
    pass
"""


def _ran(room: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> run_tests.Ran:
    (room / "tests" / "room").mkdir(parents=True)
    (room / "tests" / "room" / "test_it.py").write_text(text, "utf-8")
    (room / "scratch").mkdir()
    monkeypatch.setattr(run_tests, "ROOT", room)
    return run_tests.run("room", ["-p", "no:pytest-qt"], room / "scratch")


def test_a_test_that_was_late_passes_and_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = _ran(tmp_path, _LATE, monkeypatch)
    assert ran.status == 0
    assert "!!! room: what failed passed when run again alone" in ran.output
    assert ran.output.endswith("2 passed")


def test_a_test_that_fails_twice_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = _ran(tmp_path, "def test_wrong():\n    assert False\n", monkeypatch)
    assert ran.status == 1
    assert "1 failed" in ran.output


def test_many_failures_are_no_lateness(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    often = "import pytest\n" + _LATE.replace("def test_that_is_late_once", "def late").replace(
        "def test_that_passes():\n    pass",
        "@pytest.mark.parametrize('n', range(3))\ndef test_many(n, tmp_path):\n    assert False",
    )
    assert _ran(tmp_path, often, monkeypatch).status == 1
