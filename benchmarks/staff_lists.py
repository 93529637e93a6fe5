"""How long every list, report and figure of the workspace takes at size, with warm caches and with cold ones.

usage: python benchmarks/staff_lists.py FOLDER [--postgresql URL --empty COMMAND] [--rounds N] [--only PART]
           [--ahead]

FOLDER is a library of large_library.py with an index; the database of the URL is the same one poured into
PostgreSQL. Warm is the median of so many rounds. Cold is the first opening by new connections after the
system's cache of the database's files was emptied: for PostgreSQL by the COMMAND, which restarts it too.
"""

import argparse
import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from large_library import services_of
from staff_opened import Opened, catalogue_lists, desk_lists, people_lists, report_lists
from table import quantile, show

from kiosk.services import Services
from kiosk.services_of_staff import StaffServices

GOAL_MS = 200
_PARTS: dict[str, Callable[[StaffServices], list[Opened]]] = {
    "reports": report_lists,
    "desk": desk_lists,
    "people": people_lists,
    "catalogue": catalogue_lists,
}


@dataclass(frozen=True, slots=True)
class Took:
    """What opening took: by the clock, and of this process's own time; in seconds."""

    clock: float
    own: float

    @classmethod
    def by(cls, act: Callable[[], object]) -> "Took":
        """Do it."""
        begun, own = time.perf_counter(), time.process_time()
        act()
        return cls(time.perf_counter() - begun, time.process_time() - own)


def opened(services: Services, parts: Sequence[str]) -> dict[str, Opened]:
    """Return everything that is opened, by name."""
    staff = StaffServices(services)
    return {one.name: one for part in parts for one in _PARTS[part](staff)}


def warm(services: Services, parts: Sequence[str], rounds: int) -> dict[str, list[Took]]:
    """Open every list so often."""
    lists = opened(services, parts)
    for one in lists.values():
        one.open()
    return {name: [Took.by(one.open) for _ in range(rounds)] for name, one in lists.items()}


def cold(
    begin: Callable[[], Services],
    empty: Callable[[], None],
    parts: Sequence[str],
    name: str,
    *,
    ahead: bool = False,
) -> Took:
    """Open one list as the first of a morning: nothing but the library's own settings is known.

    With `ahead` the workspace has read by the way what it reads while somebody signs in.
    """
    empty()
    services = begin()
    try:
        services.library()
        for step in StaffServices(services).reports.ahead(services.clock.now()) if ahead else ():
            step()
        one = opened(services, parts)[name]
        return Took.by(one.open)
    finally:
        services.close()


def forget_file(path: Path) -> None:
    """Have the system forget what it keeps of a file in memory."""
    for one in (path, path.with_name(f"{path.name}-wal")):
        if one.exists():
            handle = os.open(one, os.O_RDONLY)
            os.fsync(handle)
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(handle)


def main() -> None:
    """Open every list, warm and cold, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--postgresql", default="")
    parser.add_argument("--empty", default="")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--ahead", action="store_true", help="cold, but for what is read ahead")
    parser.add_argument("--only", default=",".join(_PARTS))
    chosen = parser.parse_args()
    parts = chosen.only.split(",")
    begin = partial(services_of, chosen.folder, chosen.postgresql)
    services = begin()
    dialect = services.database.dialect
    with services.database.read() as view:
        titles = view.records.counts().titles
    found = warm(services, parts, chosen.rounds)
    services.close()
    empty: Callable[[], Any] = partial(forget_file, chosen.folder / "library.sqlite3")
    if chosen.postgresql:
        empty = partial(subprocess.run, chosen.empty, shell=True, check=True, capture_output=True)
    first = {}
    if not chosen.postgresql or chosen.empty:
        first = {name: cold(begin, empty, parts, name, ahead=chosen.ahead) for name in found}
    rows = [[name, *_figures(took), *_first(first.get(name))] for name, took in found.items()]
    head = ["", "warm, median", "own time", "p95", "cold", "own time"]
    show(f"Lists of the workspace, {dialect}, {titles:,} records, ms (goal {GOAL_MS})", head, rows)


def _figures(took: list[Took]) -> list[str]:
    clock, own = [one.clock for one in took], [one.own for one in took]
    return _told(statistics.median(clock), statistics.median(own), quantile(clock, 0.95))


def _first(took: Took | None) -> list[str]:
    return ["", ""] if took is None else _told(took.clock, took.own)


def _told(*seconds: float) -> list[str]:
    return [f"{value * 1000:.1f}" for value in seconds]


if __name__ == "__main__":
    main()
