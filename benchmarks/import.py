"""A file of MARC records into database and searchable index, against pymarc reading the same file alone.

usage: python benchmarks/import.py [RECORDS] [--keep FOLDER]

Beside the import, another kiosk lends and takes back a book twice a second: its times are the last row.
"""

import argparse
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

from made_catalogue import MadeCatalogue
from made_marc import write_file
from own_memory import held
from table import milliseconds, show

from kiosk.founding import found
from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import SystemClock
from kiosk.model.outcome import ActBy
from kiosk.services import Services

ROOT = Path(__file__).parents[1]
CARD = "20000033"
_PYMARC = """
import sys, pymarc
with open(sys.argv[1], "rb") as file:
    print(sum(1 for record in pymarc.MARCReader(file, to_unicode=True) if record))
"""


class Memory:
    """Watches the own memory of a process and of those it starts, until it ends."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.seen: list[tuple[float, int, int]] = []

    def watch(self) -> None:
        """Note the anonymous memory in kB twice a second: of the import, and of the index beside it."""
        begun = time.perf_counter()
        while self._process.poll() is None:
            with suppress(OSError, KeyError):
                own = self._process.pid
                children = Path(f"/proc/{own}/task/{own}/children").read_text().split()
                beside = sum(held(child)["RssAnon"] for child in children)
                self.seen.append((time.perf_counter() - begun, held(own)["RssAnon"], beside))
            time.sleep(0.5)

    def quarters(self, which: int) -> str:
        """Return the most held in each quarter of the run, in MB."""
        end = self.seen[-1][0] if self.seen else 0
        parts = (
            [one[which] for one in self.seen if n * end <= 4 * one[0] <= (n + 1) * end] for n in range(4)
        )
        return " / ".join(str(max(held, default=0) // 1024) for held in parts)


class Lending(threading.Thread):
    """Lends and takes back one book, again and again."""

    def __init__(self, services: Services, barcode: str) -> None:
        super().__init__(daemon=True)
        self._services, self._barcode = services, barcode
        self.times: list[float] = []
        self.ended = threading.Event()

    def run(self) -> None:
        """Go on until told to end."""
        while not self.ended.wait(0.25):
            by = ActBy(self._services.clock.now(), "MAIN")
            begun = time.perf_counter()
            outcome = self._services.acts.checkout(CARD, self._barcode, by)
            self.times.append(time.perf_counter() - begun)
            if not outcome.done:
                raise SystemExit(f"not lent: {outcome.reasons}")
            self._services.acts.checkin(self._barcode, ActBy(self._services.clock.now(), "MAIN"))


def main() -> None:
    """Make the file, read it with pymarc, import it, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", nargs="?", type=int, default=100_000)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as made:
        folder = options.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"{options.records}.mrc"
        if not file.exists():
            write_file(file, MadeCatalogue(), options.records)
        size = file.stat().st_size
        services = Services(LibraryFolder(folder / f"library-{options.records}"), SystemClock())
        found(services, demo=True, report=lambda _step: None)
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-c", _PYMARC, str(file)], check=True, capture_output=True)
        alone = time.perf_counter() - begun
        lending = Lending(services, _free_book(services))
        lending.start()
        begun = time.perf_counter()
        command = ["-m", "kiosk", "catalog", "import", str(file), "--json"]
        process = subprocess.Popen(
            [sys.executable, *command, "--home", str(services.folder.path)],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        memory = Memory(process)
        watcher = threading.Thread(target=memory.watch)
        watcher.start()
        told, _ = process.communicate()
        passed = time.perf_counter() - begun
        watcher.join()
        lending.ended.set()
        lending.join()
        services.close()
    if process.returncode:
        raise SystemExit(f"the import failed: {told[-2000:]}")
    count = options.records
    show(
        f"{count:,} records of {size / count / 1000:.1f} kB with one item each, from file to found",
        ["", "seconds", "records a second", "× pymarc alone"],
        [
            ["pymarc reads the file", f"{alone:.1f}", f"{count / alone:,.0f}", "1.0"],
            ["imported and indexed", f"{passed:.1f}", f"{count / passed:,.0f}", f"{passed / alone:.1f}"],
        ],
    )
    print(
        f"\nAnonymous memory, MB, most in each quarter of the run: the import {memory.quarters(1)};", end=" "
    )
    print(f"the index beside it {memory.quarters(2)}.")
    row = ["lending beside the import, ms", *milliseconds(lending.times)]
    show("Lending meanwhile", ["", "median", "p95", "max"], [row])


def _free_book(services: Services) -> str:
    with services.database.read() as view:
        for batch in view.records.iterate(marc=False):
            for title in batch:
                for copy in title.copies:
                    if str(copy.status) == "available" and copy.item.item_type == "book":
                        return copy.item.barcode
    raise SystemExit("no book is free")


if __name__ == "__main__":
    main()
