"""Frames of the patron app while pages change and lists are flicked: how long from one to the next.

usage: python benchmarks/frames.py [--home LIBRARY] [--size 1920x1080] [--rounds 3] [--platform offscreen]

Every main page is opened from home and left again, and one changed for another by the tabs; lists of results,
of titles by heading and of an answer are flicked. Counted are the times between two frames of one motion, and
how long the thread of the screen worked for each. Without a LIBRARY the sample library is made.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QPoint  # noqa: E402 - the kiosk is below the root
from PySide6.QtGui import QGuiApplication  # noqa: E402
from PySide6.QtQuickControls2 import QQuickStyle  # noqa: E402
from screen_watch import Frame, Watch  # noqa: E402
from table import quantile, show  # noqa: E402

from kiosk.founding import found  # noqa: E402
from kiosk.library_folder import LibraryFolder  # noqa: E402
from kiosk.services import Services  # noqa: E402
from scripts.hands import Hands  # noqa: E402

_GOAL_MS = 33.0  # with the software renderer; with a graphics card a frame of 60 a second
_MOVES_S = 0.35  # longer than any transition
_STANDS_S = 0.2  # two frames so far apart are of two motions
_FLICKS = 6
_HEAD = ["", "p50", "p95", "p99", "most", "of it work, p95", "frames"]
_PAGES = {"find": "home.find", "ask": "home.ask", "borrow": "homeCard.borrow", "return": "home.return"}
_TABS = ("find", "ask", "borrow", "return")


class Frames:
    """Collect the frames of one kind of motion after another."""

    def __init__(self, hands: Hands, rounds: int) -> None:
        self.hands, self.rounds = hands, rounds
        self.watch = Watch(hands.window)
        self.gaps: dict[str, list[tuple[float, float]]] = {}

    def transitions(self) -> None:
        """Go to every main page and back, then from tab to tab."""
        for _ in range(self.rounds):
            for page, name in _PAGES.items():
                self._moving(f"home → {page}", lambda name=name: self.hands.touch_at_once(name))  # type: ignore[misc]
                self._moving(f"{page} → home", lambda: self.hands.touch_at_once("dock.home"))
            self.hands.touch("home.find")
            for tab in (*_TABS[1:], _TABS[0]):
                self._moving("tab → tab", lambda tab=tab: self.hands.touch_at_once(f"tab.{tab}"))  # type: ignore[misc]
            self.hands.touch("dock.home")

    def flicks(self) -> None:
        """Flick the results of a search, the titles of a heading and an answer."""
        hands = self.hands
        hands.touch("home.find")
        hands.type("a")
        hands.enter()
        hands.wait_for_covers()
        self._flick("flick: results")
        hands.touch("dock.home")
        hands.touch_first("home.browse.")
        hands.wait_for_covers()
        self._flick("flick: browse")
        hands.touch("dock.home")
        hands.touch_first("home.question.")
        self._flick("flick: answer")
        hands.touch("dock.home")

    def _flick(self, name: str) -> None:
        window = self.hands.window
        start = QPoint(round(window.width() * 0.6), round(window.height() * 0.75))
        for number in range(_FLICKS * self.rounds):
            up = round(window.height() * 0.35) * (1 if number % 4 < 3 else -1)
            begin = start if up > 0 else QPoint(start.x(), round(window.height() * 0.35))
            self._moving(name, lambda begin=begin, up=up: self.watch.flick(begin, up), for_s=0.8)  # type: ignore[misc]

    def _moving(self, name: str, act: Callable[[], object], for_s: float = _MOVES_S) -> None:
        """Do it, let it move, and keep the times between its frames."""
        self.watch.measure()
        act()
        self.watch.rest(for_s)
        frames: list[Frame] = list(self.watch.frames)
        self.hands.settle()
        gaps = [later.when.since(earlier.when) for earlier, later in pairwise(frames)]
        self.gaps.setdefault(name, []).extend((one.at, one.worked) for one in gaps if one.at < _STANDS_S)

    def table(self) -> list[list[str]]:
        """Return a row for each kind of motion, and one for all transitions and all flicks."""
        rows = [_row(name, gaps) for name, gaps in self.gaps.items()]
        flicked = [gap for name, gaps in self.gaps.items() if name.startswith("flick") for gap in gaps]
        turned = [gap for name, gaps in self.gaps.items() if not name.startswith("flick") for gap in gaps]
        return [*rows, _row("**all transitions**", turned), _row("**all flicks**", flicked)]


def _row(name: str, gaps: list[tuple[float, float]]) -> list[str]:
    if not gaps:
        return [name, *["–"] * 5, "0"]
    wall, work = [at * 1000 for at, _ in gaps], [worked * 1000 for _, worked in gaps]
    figures = [quantile(wall, share) for share in (0.5, 0.95, 0.99)] + [max(wall), quantile(work, 0.95)]
    return [name, *(f"{figure:.1f}" for figure in figures), str(len(gaps))]


def main() -> None:
    """Open the app, move it, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--platform", default="offscreen")
    options = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = options.platform
    with ExitStack() as stack:
        home = options.home
        if home is None:
            home = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "library"
            founding = Services(LibraryFolder(home))
            found(founding, demo=True, report=lambda _step: None)
            founding.close()
        application = QGuiApplication([])
        QQuickStyle.setStyle("Basic")
        services = Services(LibraryFolder(home))
        stack.callback(services.close)
        width, height = map(int, options.size.split("x"))
        hands = Hands.over(services, "en", (width, height))
        stack.callback(hands.close)
        frames = Frames(hands, options.rounds)
        frames.transitions()
        frames.flicks()
        where = (
            f"{options.size}, {application.platformName()}, software renderer, ms; goal p95 {_GOAL_MS:.0f}"
        )
        show(f"Frames of transitions and flicks: {where}", _HEAD, frames.table())


if __name__ == "__main__":
    main()
