"""The same 300 searches on the same made records: the kiosk against bare Tantivy, SQLite, PostgreSQL, Whoosh.

usage: python benchmarks/search.py [--sizes 10000,100000,1000000] [--keep FOLDER] [--runs 3] [--plot FILE]

Engines take turns within every single search. Whoosh is asked up to 100,000 records, all it bears.
"""

import argparse
import resource
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from made_catalogue import MadeCatalogue  # noqa: E402 - the tests' server is below the root
from peers import BareTantivy, Engine, Fts5, Kiosk, PostgreSQL, Whoosh  # noqa: E402
from queries import Asked, Kind, three_hundred  # noqa: E402
from table import quantile, show  # noqa: E402

from tests import postgresql_server  # noqa: E402

_WHOOSH_BEARS = 100_000
Times = dict[str, dict[Kind, list[float]]]


def main() -> None:
    """Fill, ask and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    catalogue = MadeCatalogue()
    searches = three_hundred(catalogue)
    with ExitStack() as stack:
        folder = options.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(_server())
        for size in map(int, options.sizes.split(",")):
            engines = list(_engines(folder / str(size), size, server))
            if options.only:
                engines = [engine for engine in engines if engine.name in options.only.split(",")]
            for engine in engines:
                _ready(engine, catalogue, size)
            _print(size, *_race(engines, searches, options.runs))


@contextmanager
def _server() -> Iterator[postgresql_server.Server | None]:
    programs = postgresql_server.binaries()
    if programs is None:
        yield None
        return
    with postgresql_server.running(programs) as server:
        yield server


def _engines(folder: Path, size: int, server: postgresql_server.Server | None) -> Iterator[Engine]:
    yield Kiosk(folder)
    yield BareTantivy(folder)
    yield Fts5(folder)
    if server is not None:
        yield PostgreSQL(server.url(server.create()))
    if size <= _WHOOSH_BEARS:
        yield Whoosh(folder)


def _ready(engine: Engine, catalogue: MadeCatalogue, size: int) -> None:
    place = getattr(engine, "_folder", None) or getattr(engine, "_file", None)
    if place is None or not place.exists():
        if place is not None:
            place.parent.mkdir(parents=True, exist_ok=True)
        begun = time.perf_counter()
        engine.fill(catalogue.records(size), size)
        passed = time.perf_counter() - begun
        print(f"{engine.name}: {size} records in {passed:.0f} s, made and indexed", file=sys.stderr)
    engine.open()


def _race(
    engines: Sequence[Engine], searches: Sequence[Asked], runs: int
) -> tuple[Times, dict[str, dict[Kind, list[int]]]]:
    times: Times = {engine.name: defaultdict(list) for engine in engines}
    totals: dict[str, dict[Kind, list[int]]] = {engine.name: defaultdict(list) for engine in engines}
    for run in range(runs + 1):
        for turn, asked in enumerate(searches):
            for engine in (*engines[turn % len(engines) :], *engines[: turn % len(engines)]):
                begun = time.perf_counter()
                total = engine.answer(asked)
                passed = time.perf_counter() - begun
                if run:  # the first run warms
                    times[engine.name][asked.kind].append(passed)
                    totals[engine.name][asked.kind].append(total)
    return times, totals


def _print(size: int, times: Times, totals: dict[str, dict[Kind, list[int]]]) -> None:
    names = list(times)
    rows = []
    for kind in Kind:
        hits = statistics.median(totals[names[0]][kind])
        rows.append([f"{kind} ({hits:,.0f} hits)", *(_figures(times[name][kind]) for name in names)])
    everything = {name: [one for of in times[name].values() for one in of] for name in names}
    rows.append(["**all**", *(_figures(everything[name]) for name in names)])
    own = sum(everything[names[0]])
    rows.append(["time for all, × kiosk", *(f"{sum(everything[name]) / own:.1f}" for name in names)])
    show(f"{size:,} records, top 20 + eight facets, ms p50 / p95", ["", *names], rows)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nThis process, all engines in it: {peak:.0f} MB at most.", flush=True)


def _figures(values: Sequence[float]) -> str:
    return f"{statistics.median(values) * 1000:.1f} / {quantile(values, 0.95) * 1000:.1f}"


if __name__ == "__main__":
    main()
