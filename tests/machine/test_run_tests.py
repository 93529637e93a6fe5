"""The runner of tests: what a busy machine disturbed is tried by itself and named; the rest fails."""

from pathlib import Path

import pytest

from scripts import run_tests

_DISTURBED_ONCE = """
from pathlib import Path

def test_disturbed():
    mark = Path(__file__).with_name("mark")
    first = not mark.exists()
    mark.touch()
    assert not first

def test_sound():
    pass
"""


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(run_tests, "ROOT", tmp_path)
    folder = tmp_path / "tests" / "room"
    folder.mkdir(parents=True)
    return folder


def test_a_test_that_holds_by_itself_is_named_and_all_are_counted(room: Path, tmp_path: Path) -> None:
    (room / "test_it.py").write_text(_DISTURBED_ONCE)
    ran = run_tests.run("room", ["-q"], tmp_path)
    assert (ran.status, ran.disturbed) == (0, ("tests/room/test_it.py::test_disturbed",))
    assert ran.output.splitlines()[-1] == "2 passed, 0 skipped"


def test_a_test_that_fails_by_itself_too_fails_its_room(room: Path, tmp_path: Path) -> None:
    (room / "test_it.py").write_text("def test_wrong():\n    assert False\n\ndef test_sound():\n    pass\n")
    ran = run_tests.run("room", ["-q"], tmp_path)
    assert (ran.status, ran.disturbed) == (1, ())
    assert "1 failed" in ran.output.splitlines()[-1]


def test_many_failures_are_no_disturbance(room: Path, tmp_path: Path) -> None:
    many = "".join(_DISTURBED_ONCE.replace("disturbed", f"d{n}").replace("mark", f"m{n}") for n in range(4))
    (room / "test_it.py").write_text(many)
    ran = run_tests.run("room", ["-q"], tmp_path)
    assert (ran.status, ran.disturbed) == (1, ())
    assert "tried by itself" not in ran.output
