"""Whole-process times of commands on the sample library.

usage: python benchmarks/commands.py [RUNS]
"""

import compileall
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from table import milliseconds, show

ROOT = Path(__file__).parents[1]
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "kiosk --help": ["-m", "kiosk", "--help"],
    "kiosk catalog search": ["-m", "kiosk", "catalog", "search", "moon palace", "--json"],
    "kiosk catalog suggest": ["-m", "kiosk", "catalog", "suggest", "mo", "--json"],
    "kiosk catalog show": ["-m", "kiosk", "catalog", "show", "r1", "--json"],
    "kiosk policies ask": ["-m", "kiosk", "policies", "ask", "How long may I keep a DVD?", "--json"],
    "kiosk circulation account": ["-m", "kiosk", "circulation", "account", "20000017", "--json"],
}


def main() -> None:
    """Run each in turn, again and again, and print the table."""
    compileall.compile_dir(ROOT / "kiosk", quiet=1)  # as `make run` leaves it
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    times: dict[str, list[float]] = {what: [] for what in COMMANDS}
    with tempfile.TemporaryDirectory() as home:
        begin = [sys.executable, "-m", "kiosk", "--home", home, "init", "--demo"]
        subprocess.run(begin, check=True, cwd=ROOT, capture_output=True)
        for _ in range(runs + 1):
            for what, arguments in COMMANDS.items():
                own = [] if arguments[0] == "-c" else ["--home", home]
                begun = time.perf_counter()
                subprocess.run([sys.executable, *arguments, *own], check=True, cwd=ROOT, capture_output=True)
                times[what].append(time.perf_counter() - begun)
    rows = [[what, *milliseconds(values[1:])] for what, values in times.items()]
    show("Commands as whole processes, ms", ["", "median", "p95", "max"], rows)


if __name__ == "__main__":
    main()
