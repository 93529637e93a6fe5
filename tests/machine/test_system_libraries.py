"""What the distribution does not have is asked for once, not at every start."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "system-libraries.sh"
pytestmark = pytest.mark.skipif(shutil.which("sh") is None, reason="there is no sh")

_FAKES = {
    "dpkg-query": 'case "$*" in *espeak-ng*) exit 1;; *) echo "install ok installed";; esac',
    "apt-get": 'echo "$*" >>"$ASKED"; exit 100',
    "id": "echo 0",
}


class Machine:
    """A machine on which everything is installed but the voice, which its distribution does not have."""

    def __init__(self, folder: Path) -> None:
        self.asked, self.lists, self.bin = folder / "asked", folder / "lists", folder / "bin"
        self.stamp = folder / "kiosk-not-to-be-had"
        self.lists.mkdir()
        self.bin.mkdir()
        os.utime(self.lists, (1, 1))
        for name, does in _FAKES.items():
            (self.bin / name).write_text(f"#!/bin/sh\n{does}\n", "utf-8")
            (self.bin / name).chmod(0o755)
        self._env = {
            "PATH": f"{self.bin}:{os.environ['PATH']}",
            "ASKED": str(self.asked),
            "KIOSK_STAMPS": str(folder),
            "KIOSK_APT_LISTS": str(self.lists),
        }

    def start(self) -> int:
        """Run the script as a start does; return how often the distribution was asked by now."""
        done = subprocess.run(
            ["sh", str(SCRIPT), "run"], env=self._env, capture_output=True, text=True, check=True, timeout=60
        )
        assert "Going on without: espeak-ng" in done.stderr
        return len(self.asked.read_text("utf-8").splitlines())


def test_what_cannot_be_had_is_asked_for_once_until_the_lists_are_new(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    first = machine.start()
    assert first > 0
    assert (machine.start(), machine.start()) == (first, first)
    newer = machine.stamp.stat().st_mtime + 60
    os.utime(machine.lists, (newer, newer))
    assert machine.start() > first


def test_something_else_that_is_missing_is_asked_for(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    first = machine.start()
    machine.stamp.write_text(" another-voice\n", "utf-8")
    assert machine.start() > first
