"""How long the workspace's own thread works in one piece: pages opened, lists scrolled, keys typed.

usage: QT_QPA_PLATFORM=offscreen PYTHONPATH=. python benchmarks/staff_gui.py FOLDER [--rounds N] [--import N]
           [--at-once] [--only-first]

FOLDER is a library of large_library.py with an index. A piece is one turn of the event loop. Its work is the
processor time of the GUI thread in it, its length that of the clock, in which the thread also waits for the
interpreter and, on a busy machine, for a core.
"""

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from large_library import services_of
from loop_watch import LoopWatch, Piece
from made_catalogue import MadeCatalogue
from made_marc import write_file
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from table import show

from kiosk.ui.shared.garbage import GarbageRounds
from kiosk.ui.shared.process import take_short_turns
from kiosk.ui.staff.icon_pictures import written_to
from kiosk.ui.staff.intake.import_page import ImportPage
from kiosk.ui.staff.intake.import_state import Step, Work
from kiosk.ui.staff.pages import fetch_pages, page_kinds
from kiosk.ui.staff.style import dress
from scripts.desk_hands import DeskHands

GOAL_MS = 16
PAGES = (
    "today",
    "catalogue",
    "desk",
    "desk/pull",
    "patrons",
    "patrons/new",
    "policies",
    "policies/article/loan-period",
    "policies/unanswered",
    "policies/guides",
    "messages",
    "rules",
    "rules/calendar",
    "reports/never",
    "reports/titles",
    "reports/day",
    "reports/hour",
    "reports/turnover",
    "reports/late_items",
    "settings",
    "settings/branch",
    "settings/letters",
    "settings/file",
    "settings/accounts",
    "settings/roles",
    "settings/trail",
    "catalogue/add",
    "catalogue/r12",
    "catalogue/duplicates",
    "catalogue/import",
)
TYPED = "roman"


class Sitting:
    """Somebody at the desk whose every act is watched."""

    def __init__(self, hands: DeskHands) -> None:
        self.hands = hands
        self.watch = LoopWatch()

    def during(self, act: Callable[[], object]) -> Piece:
        """Do something, and return the longest piece of work until all is read and shown."""
        # What goes on for minutes beside it (an import) is not waited for.
        still = self.hands.jobs.awaited
        pieces = self.watch.during(act, lambda: self.hands.jobs.awaited <= still)
        return Piece(max(one.took for one in pieces), max(one.worked for one in pieces))

    def open(self, route: str) -> Piece:
        """Open a page."""
        return self.during(lambda: self.hands.place.go(route))

    def build_ahead(self) -> Piece:
        """Have all pages built, as the app has it done once their modules are there."""
        pieces = self.watch.during(self.hands.window.build_ahead, lambda: self.hands.shell.is_built)
        return Piece(max(one.took for one in pieces), max(one.worked for one in pieces))

    def scroll(self) -> Piece | None:
        """Turn the pages of the longest list that is shown, thirty times."""
        views = [view for view in self.hands.page.findChildren(QTableView) if view.isVisible()]
        long = max(views, key=lambda view: view.model().rowCount(), default=None)
        if long is None or not long.verticalScrollBar().maximum():
            return None
        return _longest(self.during(lambda: QTest.keyClick(long, Qt.Key.Key_PageDown)) for _ in range(_TURNS))

    def write(self, name: str, text: str) -> Piece:
        """Type into a field, letter by letter, each until all that it asks for is shown."""
        field = self.hands.find(name)
        field.setFocus()
        return _longest(self.during(partial(QTest.keyClicks, field, letter)) for letter in text)


_TURNS = 12


def _longest(pieces: Iterator[Piece]) -> Piece:
    some = list(pieces)
    return Piece(max(one.took for one in some), max(one.worked for one in some))


def walk(sitting: Sitting, told: dict[str, list[Piece]], beside: str = "") -> None:
    """Open every page, scroll and type; the pieces are added under the name of what was done."""

    def note(what: str, piece: Piece | None) -> None:
        if piece is not None:
            told.setdefault(f"{what}{beside}", []).append(piece)

    for route in PAGES:
        first = not beside and f"{route}, first opened" not in told
        note(f"{route}, {'first opened' if first else 'opened again'}", sitting.open(route))
        note(f"{route}, scrolled", sitting.scroll())
        if route == "catalogue":
            note("catalogue, a search typed", sitting.write("catalogueSearch", TYPED))
            note("catalogue, what was found scrolled", sitting.scroll())


@contextmanager
def importing(sitting: Sitting, records: int) -> Iterator[None]:
    """Have a file of new records imported on the page for it, meanwhile."""
    hands = sitting.hands
    with tempfile.TemporaryDirectory() as made:
        file = Path(made) / "made.mrc"
        write_file(file, MadeCatalogue(), records)
        hands.go("catalogue/import")
        page = hands.page
        assert isinstance(page, ImportPage)
        while page.state.paths:  # a draft of a run that was cut short
            page._files.removed.emit(0)
        page.add_files([file])
        hands.wait(lambda: page.state.may_go_on)
        for step in (Step.PREVIEW, Step.CHECK):
            page.go_on()
            hands.wait(lambda step=step: page.state.step is step and page.state.work is None, 600_000)  # type: ignore[misc]
        page.go_on()
        hands.wait(lambda: page.state.work is Work.IMPORTING)
        yield
        still = page.state.work is Work.IMPORTING
        print(f"\nThe import was {'still going on' if still else 'over'} at the end.")
        page._stop()
        hands.wait(lambda: page.state.work is None, 600_000)


def main() -> None:
    """Walk, then walk again beside an import, and print a line for each thing done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--import", dest="records", type=int, default=0)
    parser.add_argument("--at-once", action="store_true", help="open pages that were not built ahead")
    parser.add_argument("--only-first", action="store_true", help="open each page once, and do nothing there")
    parser.add_argument("--over", type=float, default=0.0, help="only what took longer, in ms")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    told: dict[str, list[Piece]] = {}
    services = services_of(chosen.folder)
    with tempfile.TemporaryDirectory() as made:
        dress(app, written_to(Path(made), "down"), written_to(Path(made), "check"))
        hands = DeskHands.over(services, "en", branch="MAIN")
        take_short_turns()
        with ThreadPoolExecutor(1) as aside:
            aside.submit(hands.place.services.fetch).result()
            aside.submit(fetch_pages, page_kinds()).result()
        rounds = GarbageRounds(hands.window)
        rounds.start()
        sitting = Sitting(hands)
        if not chosen.at_once:
            told["pages built ahead after the sign-in"] = [sitting.build_ahead()]
        if chosen.only_first:
            for route in PAGES:
                told[f"{route}, first opened"] = [sitting.open(route)]
        else:
            for _ in range(chosen.rounds):
                walk(sitting, told)
        if chosen.records:
            with importing(sitting, chosen.records):
                walk(sitting, told, ", beside an import")
        rounds.close()
        hands.close()
        services.close()
    rows = [
        [what, *_figures(pieces)]
        for what, pieces in told.items()
        if max(one.worked for one in pieces) * 1000 >= chosen.over
    ]
    head = ["the longest piece of", "worked, median", "worked, most", "length, median", "length, most"]
    show(f"The workspace's GUI thread, ms (goal {GOAL_MS})", head, rows)


def _figures(pieces: list[Piece]) -> list[str]:
    worked, took = [one.worked for one in pieces], [one.took for one in pieces]
    values = (statistics.median(worked), max(worked), statistics.median(took), max(took))
    return [f"{value * 1000:.0f}" for value in values]


if __name__ == "__main__":
    main()
