"""Thirty items in a minute without the mouse: keys to rows at the real desk, and its lists, at size.

usage: QT_QPA_PLATFORM=offscreen PYTHONPATH=. python benchmarks/staff_desk.py [RECORDS] [LOANS]

Typed: until the row of a scan is on the screen. Decided: until its loan is committed and told. A list
counts until its rows are read and shown.
"""

import gc
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from made_loans import NOW, free_copies, furnish
from PySide6.QtWidgets import QApplication
from table import milliseconds, show

from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.services import Services
from kiosk.settings import write_default_settings
from kiosk.ui.staff.desk.page import DeskPage
from kiosk.ui.staff.icon_pictures import written_to
from kiosk.ui.staff.pages import page_kinds
from kiosk.ui.staff.style import dress
from scripts.desk_hands import DeskHands

CARDS, LISTED, SCANS = 5000, 2000, 30
LOADS = 7
_HOLD = """INSERT INTO holds (act_id, record_id, patron_id, pickup_branch, placed_at, state, trapped_item_id,
 ready_at, ready_until) VALUES (?, ?, ?, 'MAIN', '2026-11-20 10:00:00.000000', ?, ?, ?, ?)"""
_LAY = "UPDATE items SET place = ?, at_branch = 'MAIN' WHERE id = ?"


def furnish_desk(services: Services, records: int, loans: int) -> range:
    """Fill the library, with holds queued, kept and travelling; return the copies that stay free."""
    furnish(services.database, records, CARDS, loans)
    free = free_copies(records)
    kept = free[:LISTED]
    queued, travelling = free[LISTED : 2 * LISTED], free[2 * LISTED : 3 * LISTED]
    ready = ("2026-11-21 10:00:00.000000", "2026-12-01")
    with services.database.act() as work:
        work.link.bulk(_LAY, [("hold_shelf", n) for n in kept] + [("transit", n) for n in travelling])
        work.link.bulk(
            _HOLD,
            [(f"kept-{n}", n, 1 + n % CARDS, "ready", n, *ready) for n in kept]
            + [(f"queued-{n}", n, 1 + n % CARDS, "queued", None, None, None) for n in queued],
        )
        work.commit()
    return free[3 * LISTED :]


def timed(act: Callable[[], object]) -> float:
    """Return how many seconds the act takes."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def scan_all(hands: DeskHands, page: DeskPage, codes: list[str]) -> tuple[list[float], list[float], float]:
    """Scan each and wait for it, then as many again without waiting; return typed, decided, all together."""
    typed, decided = [], []
    half = len(codes) // 2
    for code in codes[:half]:
        begun = time.perf_counter()
        hands.scan(code)
        typed.append(time.perf_counter() - begun)
        hands.wait(lambda: page.counter.state.busy is None and not page.counter.state.waiting)
        decided.append(time.perf_counter() - begun)
    hands.settle()

    def at_once() -> None:
        for code in codes[half:]:
            hands.scan(code)
        hands.settle()

    return typed, decided, timed(at_once)


def main() -> None:
    """Furnish a library, scan at its desk, open its lists, and print the tables."""
    records = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    loans = int(sys.argv[2]) if len(sys.argv) > 2 else 3 * records
    app = QApplication(sys.argv[:1])
    gc.disable()  # as the workspace does on workers' threads
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        dress(app, written_to(Path(name), "down"))
        services = Services(LibraryFolder(Path(name) / "library"), FixedClock(NOW))
        services.folder.create(services.settings)
        write_default_settings(services.folder.settings_file)
        services.upgrade()
        free = furnish_desk(services, records, loans)
        kinds = tuple(kind for kind in page_kinds() if kind.route == "desk")
        hands = DeskHands.over(services, "en", kinds=kinds, branch="MAIN")
        hands.go("desk")
        page = hands.page
        assert isinstance(page, DeskPage)
        hands.scan("C1")
        hands.settle()
        codes = [f"B{n}" for n in free[: 2 * SCANS]]
        # The library lends for a fee: scanned twice, it is agreed to.
        typed, decided, together = scan_all(hands, page, [code for code in codes for _ in range(2)])
        rows = [["typed, row shown", *milliseconds(typed)], ["decided, row told", *milliseconds(decided)]]
        for tab in ("pull", "shelf", "travels"):
            page.tabs.turn_to("desk")
            seconds = []
            for _ in range(LOADS):
                page.tabs.turn_to("desk")
                hands.settle()
                seconds.append(timed(lambda tab=tab: hands.go(f"desk/{tab}")))  # type: ignore[misc]
            shown = len(hands.rows(tab))
            rows.append([f"list {tab}, {LISTED:,} rows, {shown} shown at first", *milliseconds(seconds)])
        lent = sum(1 for row in page.counter.state.rows if str(row.step) == "lent")
        hands.close()
        services.close()
    show(
        f"The desk at {records:,} records, {loans:,} loans, ms",
        ["", "median", "p95", "max"],
        rows,
    )
    scans = 2 * SCANS
    print(f"\n{scans} scans typed without waiting were all decided after {together:.2f} s; {lent} lent.")


if __name__ == "__main__":
    main()
