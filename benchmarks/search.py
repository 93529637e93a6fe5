"""The same 300 searches on the same made records: the kiosk against bare Tantivy, SQLite, PostgreSQL, Whoosh.

usage: python benchmarks/search.py [--sizes 10000,100000,1000000] [--keep FOLDER] [--runs 3] [--charts FOLDER]

Engines take turns within every single search. Whoosh is asked up to 100,000 records, all it bears.
Then the kiosk alone: suggestions for every beginning of one to four letters, and opening its index.
"""

import argparse
import resource
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from chart import draw  # noqa: E402 - the tests' server is below the root
from made_catalogue import MadeCatalogue  # noqa: E402
from peers import Engine  # noqa: E402
from peers.bare_tantivy import BareTantivy  # noqa: E402
from peers.fts5 import Fts5  # noqa: E402
from peers.kiosk_search import Kiosk  # noqa: E402
from peers.postgresql import PostgreSQL  # noqa: E402
from peers.whoosh_search import Whoosh  # noqa: E402
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
    parser.add_argument("--charts", type=Path)
    options = parser.parse_args()
    catalogue = MadeCatalogue()
    searches = three_hundred(catalogue)
    growth = Growth()
    with ExitStack() as stack:
        folder = options.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(_server())
        for size in map(int, options.sizes.split(",")):
            engines = list(_engines(folder / str(size), size, server))
            if options.only:
                engines = [engine for engine in engines if engine.name in options.only.split(",")]
            for engine in engines:
                _ready(engine, catalogue, size)
            times, totals = _race(engines, searches, options.runs)
            _print(size, times, totals)
            growth.add(size, times)
            for engine in engines:
                if isinstance(engine, Kiosk):
                    _print_kiosk(size, engine, searches)
    if options.charts:
        growth.draw(options.charts)


class Growth:
    """What becomes of the times as the catalogue grows."""

    def __init__(self) -> None:
        self._kinds: dict[str, list[tuple[float, float]]] = defaultdict(list)
        self._engines: dict[str, list[tuple[float, float]]] = defaultdict(list)

    def add(self, size: int, times: Times) -> None:
        """Add one size."""
        for kind, of in times["kiosk"].items():
            self._kinds[kind].append((size, quantile(of, 0.95) * 1000))
        for name, kinds in times.items():
            everything = [one for of in kinds.values() for one in of]
            self._engines[name].append((size, quantile(everything, 0.95) * 1000))

    def draw(self, folder: Path) -> None:
        """Draw both charts."""
        what = "p95, ms: top 20 and eight facets"
        draw(folder / "search-kinds.svg", "The kiosk, by kind of search", "records", what, self._kinds)
        draw(folder / "search-engines.svg", "Engines, all 300 searches", "records", what, self._engines)


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


def _print_kiosk(size: int, kiosk: Kiosk, searches: Sequence[Asked]) -> None:
    rows = []
    for letters in range(1, 5):
        words = [word for asked in searches for word in asked.words if len(word) >= letters]
        begun = sorted({word[:letters] for word in words})
        kiosk.open()
        first = [_timed(lambda text=text: kiosk.suggest(text)) for text in begun]  # type: ignore[misc]
        again = [_timed(lambda text=text: kiosk.suggest(text)) for text in begun]  # type: ignore[misc]
        rows.append([f"{letters} letters ({len(begun)} different)", _figures(first), _figures(again)])
    opened = [_timed(kiosk.open) for _ in range(20)]
    rows.append(["opening the index", _figures(opened), ""])
    show(f"{size:,} records: suggestions and opening, ms p50 / p95", ["", "asked first", "again"], rows)


def _timed(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def _figures(values: Sequence[float]) -> str:
    return f"{statistics.median(values) * 1000:.1f} / {quantile(values, 0.95) * 1000:.1f}"


if __name__ == "__main__":
    main()
