"""Runs all tests, each room in a process of its own and one more at once than there are cores.

usage: python -m scripts.run_tests [PYTEST-ARGUMENTS]

Many tests wait, for a server or for a page: one room more than cores keeps the machine busy.
A room of its own keeps windows, servers and memory of one from the next. A process that dies of a
signal (a crash of a library in C++) is told of loudly and its room is run once more; a second
death fails. A few tests that fail are tried once more by themselves: those that hold then were
disturbed by the work beside them, and are named at the end to be mended; the others fail. Ends with
pytest's own summary over all rooms.
"""

import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
TESTS = ROOT / "tests"
# The slowest rooms begin first, so that none is left over at the end.
_SLOW_FIRST = (
    "journeys",
    "ui/staff",
    "ui/find",
    "staff",
    "ui/ask",
    "ui/account",
    "ui/borrow",
    "machine_of_loans",
    "circulation",
    "ui",
    "cli",
    "storage",
    "catalog",
    "policies",
    "membership",
    "notices",
)
# A room as large as these is run in parts, side by side, so that nobody waits for one alone.
_IN_PARTS = {"journeys": 4, "ui/staff": 2}
_PATIENCE_S = 1500
# A room, and each program that its tests start, would else compile every module anew.
_BYTECODE_KEPT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
# More failures than these in a room are no disturbance.
_DISTURBED_AT_MOST = 3
_FAILED = 1  # pytest's status when tests failed
_COUNTS = re.compile(r"(\d+) (passed|failed|errors?|skipped|xfailed|xpassed)")
_NAMED = re.compile(r"^FAILED (\S+)", re.MULTILINE)
_NOTHING_COLLECTED = 5


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of one room."""

    room: str
    status: int
    output: str
    disturbed: tuple[str, ...] = ()


def rooms() -> list[str]:
    """Return the folders with tests below `tests`, those of `ui` each by itself, the slow ones first."""
    folders = {path.parent for path in TESTS.rglob("test_*.py")}
    found = {part for folder in folders for part in _parts_of(_room_of(folder))}
    rank = {name: place for place, name in enumerate(_SLOW_FIRST)}
    return sorted(found, key=lambda room: (rank.get(room.partition("#")[0], len(rank)), room))


def _parts_of(room: str) -> list[str]:
    parts = _IN_PARTS.get(room, 1)
    return [room] if parts == 1 else [f"{room}#{number}" for number in range(1, parts + 1)]


def _room_of(folder: Path) -> str:
    parts = folder.relative_to(TESTS).parts
    return "/".join(parts[:2] if parts[:1] == ("ui",) else parts[:1])


def run(room: str, arguments: Sequence[str], scratch: Path) -> Ran:
    """Run one room with its files in a scratch folder; what died of a signal or failed, once more."""
    # Folders that several runs share are closed by each that starts, also to a test that is nobody.
    own = scratch / room.replace("/", "-")
    arguments = [*arguments, f"--basetemp={own}", "-o", f"cache_dir={own}.cache"]
    ran = _run_once(room, arguments)
    if ran.status == _FAILED:
        return _tried_again(ran, arguments)
    if ran.status >= 0:
        return ran
    again = _run_once(room, arguments)
    told = f"{ran.output}\n!!! {room} died of signal {-ran.status} and was run again\n{again.output}"
    return Ran(room, again.status, told)


def _tried_again(ran: Ran, arguments: Sequence[str]) -> Ran:
    """Run the few tests that failed by themselves; those that hold then are named as disturbed."""
    named = tuple(_NAMED.findall(ran.output))
    if not 0 < len(named) <= _DISTURBED_AT_MOST or len(named) != _counted(ran.output).get("failed"):
        return ran
    again = _run_once(ran.room, [*arguments, "--last-failed"])
    told = f"{ran.output}\n!!! {ran.room}: what failed was tried by itself\n{again.output}"
    if again.status:
        return Ran(ran.room, again.status, told)
    before = _counted(ran.output)
    passed = before.get("passed", 0) + len(named)
    return Ran(ran.room, 0, f"{told}\n{passed} passed, {before.get('skipped', 0)} skipped", named)


def _run_once(room: str, arguments: Sequence[str]) -> Ran:
    name, _, part = room.partition("#")
    paths = [f"tests/{room}"]
    if part:
        files = sorted(str(path.relative_to(ROOT)) for path in (TESTS / name).rglob("test_*.py"))
        paths = files[int(part) - 1 :: _IN_PARTS[name]]
    elif room == "ui":
        paths = sorted(str(path.relative_to(ROOT)) for path in (TESTS / "ui").glob("test_*.py"))
    command = [sys.executable, "-m", "pytest", "-rsf", *paths, *arguments]
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=_BYTECODE_KEPT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=_PATIENCE_S,
        )
    except subprocess.TimeoutExpired as late:
        said = late.stdout.decode(errors="replace") if isinstance(late.stdout, bytes) else late.stdout or ""
        return Ran(room, 1, f"{said}\n!!! {room} did not end within {_PATIENCE_S} s; 1 failed")
    status = 0 if done.returncode == _NOTHING_COLLECTED else done.returncode
    return Ran(room, status, done.stdout)


def _counted(output: str) -> dict[str, int]:
    """Return the counts of pytest's summary, the last line of its output."""
    summary = (output.rstrip().splitlines() or [""])[-1]
    return {"error" if kind == "errors" else kind: int(n) for n, kind in _COUNTS.findall(summary)}


def main() -> int:
    """Run every room and print what each said, then the sum."""
    begun, arguments = time.monotonic(), sys.argv[1:]
    counts: Counter[str] = Counter()
    failed: list[str] = []
    disturbed: list[str] = []
    with (
        TemporaryDirectory(prefix="kiosk-tests-", ignore_cleanup_errors=True) as scratch,
        ThreadPoolExecutor((os.cpu_count() or 1) + 1) as pool,
    ):
        for ran in pool.map(lambda room: run(room, arguments, Path(scratch)), rooms()):
            print(f"--- {ran.room}\n{ran.output.rstrip()}", flush=True)
            found = _counted(ran.output)
            counts.update(found)
            disturbed += ran.disturbed
            if ran.status:
                failed.append(ran.room)
                counts["failed"] += 0 if found.get("failed") or found.get("error") else 1
    for test in disturbed:
        print(f"\n!!! failed among the others and held by itself: {test}")
    if failed:
        print(f"\nfailed: {', '.join(failed)}")
    kinds = ("failed", "passed", "skipped", "xfailed", "xpassed", "error")
    told = ", ".join(f"{counts[kind]} {kind}" for kind in kinds if counts[kind])
    print(f"\n{told or 'no tests ran'} in {time.monotonic() - begun:.2f}s")
    return 1 if failed or not counts["passed"] else 0


if __name__ == "__main__":
    sys.exit(main())
