"""The Find screen of the real app on a real library: keystrokes, results, a long flick, loans elsewhere.

usage: python benchmarks/find_screen.py [--home LIBRARY] [--records 20000] [--only keys,flick,loans]
       ... [--platform xcb] [--size 1920x1080] [--texts 60] [--lend]

A LIBRARY that is not there is made, of so many records, and kept; without one it is made and goes again.
With --lend it lends and takes back in a LIBRARY given; one that goes again is lent from in any case.
"""

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from find_hands import Elsewhere, FindScreen, lending  # noqa: E402 - the kiosk is below the root
from own_memory import held  # noqa: E402
from PySide6.QtCore import QPoint  # noqa: E402
from PySide6.QtGui import QGuiApplication  # noqa: E402
from PySide6.QtQuick import QQuickItem  # noqa: E402
from PySide6.QtQuickControls2 import QQuickStyle  # noqa: E402
from screen_watch import Frame, Moment  # noqa: E402
from table import quantile, show  # noqa: E402

from kiosk.library_folder import LibraryFolder  # noqa: E402
from kiosk.services import Services  # noqa: E402
from kiosk.ui.patron.find_question import FilterKind  # noqa: E402
from scripts.eyes import middle_of  # noqa: E402
from scripts.hands import Hands  # noqa: E402

_FRAME, _RESULTS, _FLICK, _LOAN = 1 / 60, 0.050, 0.033, 2.0  # the goals, in seconds
_GLANCE_S = 0.4  # nobody reads five titles in less
_DEEP = 10_000
_FLICKS = 24
_FLUNG_S = 180
_LOANS = 20
_HEAD = ["", "p50", "p95", "p99", "max", "goal", "n"]
_WORD = re.compile("[A-Za-z]{2,}")


def main() -> None:
    """Open the app over a library and print a table for each question."""
    options = _options()
    os.environ["QT_QPA_PLATFORM"] = options.platform
    with ExitStack() as stack:
        home = options.home or Path(stack.enter_context(tempfile.TemporaryDirectory())) / "library"
        if not home.exists():
            make_library(home, options.records)
        _kiosk(home, "index")  # one of another version would be built anew while we look
        app = QGuiApplication([])
        QQuickStyle.setStyle("Basic")
        services = Services(LibraryFolder(home))
        stack.callback(services.close)
        texts = some_texts(services, options.texts)
        where = f"{services.counts().titles:,} records, {options.size}, {app.platformName()}, ms"
        width, height = map(int, options.size.split("x"))
        hands = Hands.over(services, "en", (width, height))
        hands.counter.read_answers()
        stack.callback(hands.close)
        screen = FindScreen(hands)
        if "keys" in options.only:
            print_keys(screen, texts, where)
        if "flick" in options.only:
            print_flick(screen, where)
        if "loans" in options.only and (options.lend or options.home is None):
            print_loans(screen, stack.enter_context(lending(home)), where)
        print_memory(where)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--platform", default="offscreen")
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--texts", type=int, default=60)
    parser.add_argument("--only", default="keys,flick,loans")
    parser.add_argument("--lend", action="store_true")
    return parser.parse_args()


def make_library(home: Path, records: int) -> None:
    """Make a library of so many records as a library would: from a file of MARC records."""
    from made_catalogue import MadeCatalogue
    from made_marc import write_file

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "made.mrc"
        write_file(file, MadeCatalogue(), records)
        _kiosk(home, "init")
        _kiosk(home, "catalog", "import", str(file))


def _kiosk(home: Path, *command: str) -> None:
    kiosk = [sys.executable, "-m", "kiosk", "--home", str(home.resolve())]
    subprocess.run([*kiosk, *command], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


def some_texts(services: Services, count: int) -> list[str]:
    """Take beginnings of two to eight letters from titles, names and subjects all over the catalogue."""
    dice = random.Random(7)
    texts: list[str] = []
    with services.database.read() as view:
        last = view.records.counts().titles
        while len(texts) < count:
            about = next(view.records.iterate(after=dice.randrange(last), marc=False))[0].record.description
            words = _WORD.findall(dice.choice([about.title, *about.authors, *about.subjects]))
            texts += [dice.choice(words).lower()[: dice.randint(2, 8)]] if words else []
    return texts


def print_keys(screen: FindScreen, texts: Sequence[str], where: str) -> None:
    """Type each text letter by letter, after some to warm up."""
    for text in texts[:5]:
        screen.type(text)
    keys: list[Moment] = []
    results: list[Moment] = []
    counts: list[Moment] = []
    pages: list[Moment] = []
    looked: list[Moment] = []
    screen.watch.measure()
    for turn, text in enumerate(texts):
        drawn, shown, counted = screen.type(text)
        keys += drawn
        results.append(shown)
        counts.append(counted)
        screen.hands.settle()
        if turn % 2:
            screen.watch.rest(_GLANCE_S)
        (looked if turn % 2 else pages).append(screen.submit())
    stalls = list(screen.watch.stalls)
    touched = [one for text in texts[::4] for one in screen.touch_keys(text)]
    rows = [
        *_rows("key of a keyboard to the frame with its letter", keys, _FRAME),
        *_rows("key on the screen, lifted, to that frame", touched, _FRAME),
        *_rows("last key to the frame with what was found", results, _RESULTS),
        _row("… and with facets", [one.at for one in counts]),
        *_rows("Enter at once to the frame with the page of results", pages, _RESULTS),
        *_rows("Enter after a glance at what was suggested", looked, _RESULTS),
        _row("GUI thread not listening", stalls),
    ]
    show(f"Find, {len(texts)} texts typed, {where}", _HEAD, rows)


def print_flick(screen: FindScreen, where: str) -> None:
    """Flick with a finger for a while, then go on and on until 10,000 titles, or all, have gone by."""
    results = screen.show_all(FilterKind.FORM, "book")
    screen.watch.depth = lambda: float(results.property("contentY"))
    rows = _measured(screen, "by a finger", lambda: _flicked(screen, results))
    by_finger = _passed(results)
    rows += _measured(screen, "flung on", lambda: _flung(screen, results))
    screen.watch.depth = lambda: 0.0
    show(f"Frames of a flick: {by_finger} titles, then {_passed(results)}, {where}", _HEAD, rows)


def _measured(screen: FindScreen, what: str, move: Callable[[], None]) -> list[list[str]]:
    screen.watch.measure()
    move()
    return [
        *_rows(f"{what}: from frame to frame", _moving(screen.watch.frames), _FLICK),
        _row("… GUI thread not listening", screen.watch.stalls),
    ]


def _flicked(screen: FindScreen, results: QQuickItem) -> None:
    middle = middle_of(results).toPoint() + QPoint(0, 150)
    for _ in range(_FLICKS):
        screen.watch.flick(middle, 420)
        screen.watch.rest(0.45)


def _flung(screen: FindScreen, results: QQuickItem) -> None:
    """Move on by a quarter of the list each frame, as nobody can flick."""
    until = time.perf_counter() + _FLUNG_S
    while _passed(results) < _DEEP and time.perf_counter() < until:
        y, page = float(results.property("contentY")), results.height()
        end = float(results.property("originY")) + float(results.property("contentHeight")) - page
        if y >= end and not screen.find.more:
            return
        screen.hands.counter.shell.stay()  # nobody has gone
        results.setProperty("contentY", min(end, y + 0.25 * page))
        screen.watch.until_drawn(lambda: True, "a frame")


def _passed(results: QQuickItem) -> int:
    """Count the titles above the lower edge of the list."""
    gone = float(results.property("contentY")) + results.height() - float(results.property("originY"))
    return int(gone / float(results.property("cellHeight"))) * int(results.property("columns"))


def _moving(frames: Sequence[Frame]) -> list[Moment]:
    """Return how much went by between frames while the list moved."""
    threes = zip(frames, frames[1:], frames[2:], strict=False)
    return [b.when.since(a.when) for a, b, c in threes if a.depth != b.depth and b.depth != c.depth]


def print_loans(screen: FindScreen, elsewhere: Elsewhere, where: str) -> None:
    """Lend what is shown at another kiosk, and wait for the row and the count to say so."""
    screen.show_all(FilterKind.FORM, "book")
    dice = random.Random(7)
    row = next(row for row in screen.rows if row.call_number)
    barcode = elsewhere.barcode(row.record)
    rows: list[float] = []
    counts: list[float] = []
    for turn in range(2 * _LOANS):
        act = partial(elsewhere.take_back if turn % 2 else elsewhere.lend, barcode)
        screen.watch.rest(dice.random())
        screen.hands.counter.shell.stay()  # nobody has gone
        row_after, count_after = screen.changes(
            [lambda: screen.state(row.record), lambda: screen.available], act
        )
        rows.append(row_after)
        counts.append(count_after)
    told = [
        _row("loan or return elsewhere to the row in sight", rows, _LOAN),
        _row("loan or return elsewhere to the count of what is available", counts, _LOAN),
    ]
    show(f"How far behind, {where}", _HEAD, told)


def print_memory(where: str) -> None:
    """Print what this process holds, which is the app with a hand beside it."""
    now = {name: f"{kilobytes // 1024}" for name, kilobytes in held().items()}
    rows = [["its own (RssAnon)", now["RssAnon"], "350"], ["resident (VmRSS)", now["VmRSS"], ""]]
    show(f"Memory of the app after all that, {where.removesuffix(', ms')}, MB", ["", "held", "goal"], rows)


def _rows(what: str, passed: Sequence[Moment], goal: float) -> list[list[str]]:
    work = _row("… work of the GUI thread for it", [one.worked for one in passed])
    return [_row(what, [one.at for one in passed], goal), work]


def _row(what: str, values: Sequence[float], goal: float | None = None) -> list[str]:
    figures = [quantile(values, share) for share in (0.5, 0.95, 0.99)] + [max(values)]
    told = "" if goal is None else f"{goal * 1000:.0f}"
    return [what, *(f"{figure * 1000:.1f}" for figure in figures), told, str(len(values))]


if __name__ == "__main__":
    main()
