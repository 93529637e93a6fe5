"""Process start to first frame and to a home that can be touched: the packaged folder against the source.

usage: python benchmarks/packaged_start.py FOLDER [RUNS]
"""

import compileall
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from start import ROOT, seconds_until
from table import milliseconds, show


def main() -> None:
    """Measure both in turn, each once before it counts, and print the table."""
    compileall.compile_dir(ROOT / "kiosk", quiet=1)  # as `make run` leaves it
    built, runs = Path(sys.argv[1], "kiosk").resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 15
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        home = ["--home", str(folder / "library")]
        source = [sys.executable, "-m", "kiosk", *home]
        subprocess.run([*source, "init", "--demo"], check=True, cwd=ROOT, capture_output=True)
        portrait = ["run", "--windowed", "1080x1920"]
        commands = {
            f"{what}, {whence}": ([*program, *portrait], told)
            for what, told in (("first frame", b"STATUS="), ("home ready to touch", b"READY=1"))
            for whence, program in (("from source", source), ("packaged", [str(built), *home]))
        }
        times: dict[str, list[float]] = {what: [] for what in commands}
        for _ in range(runs + 1):
            for what, (command, told) in commands.items():
                times[what].append(seconds_until(command, told, folder))
    rows, base = [], 1.0
    for what, values in times.items():
        warm = values[1:]
        base = median(warm) if what.endswith("source") else base
        rows.append([what, *milliseconds(warm), f"{median(warm) / base:.2f}"])
    show("Packaged and from source: start, ms", ["", "median", "p95", "max", "ratio"], rows)


if __name__ == "__main__":
    main()
