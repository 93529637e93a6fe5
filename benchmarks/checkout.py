"""Scan to committed loan on a card with 1,000 open loans, against a bare SQLite commit on the same disk.

usage: python benchmarks/checkout.py [LOANS]
"""

import sqlite3
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from table import milliseconds, quantile, show

from kiosk.founding import found
from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.model.decision import Act
from kiosk.model.outcome import ActBy
from kiosk.model.patron import Patron
from kiosk.model.rule import RuleScope, RuleValues
from kiosk.services import Services

CARD = "99000001"
OPEN_LOANS = 1000
NOW = datetime(2026, 11, 24, 13, 32, tzinfo=UTC)


def library_with_a_full_card(folder: Path, acts: int) -> tuple[Services, list[str]]:
    """Make the sample library with a card that has 1,000 loans, and return barcodes still free."""
    services = Services(LibraryFolder(folder), FixedClock(NOW))
    found(services, demo=True, report=lambda _step: None)
    library = services.library()
    first = library.rules[0]
    unlimited = replace(first, scope=RuleScope(), values=replace(first.values, max_loans=100_000))
    lifted = [replace(rule, values=replace(rule.values, max_loans=None)) for rule in library.rules[1:]]
    kept = tuple(rule for rule in lifted if rule.values != RuleValues())
    with services.database.act() as work:
        work.library.replace(replace(library, rules=(unlimited, *kept)))
        work.patrons.add(Patron(0, CARD, "Benchmark", "adult", created_at=NOW))
        work.commit()
    with services.database.read() as view:
        barcodes = [
            copy.item.barcode
            for batch in view.records.iterate(marc=False)
            for title in batch
            for copy in title.copies
            if str(copy.status) == "available" and copy.item.item_type == "book"
        ]
    by = ActBy(NOW - timedelta(days=1), "MAIN")
    lent = 0
    while lent < OPEN_LOANS and barcodes:
        # Some are wanted by others who wait: those are refused, and no part of this.
        lent += services.acts.checkout(CARD, barcodes.pop(0), by).done
    free = [barcode for barcode in barcodes if _may_have(services, barcode)][:acts]
    if lent < OPEN_LOANS or len(free) < acts:
        raise SystemExit(f"the sample library has too few free books: {lent} lent, {len(free)} left")
    return services, free


def _may_have(services: Services, barcode: str) -> bool:
    with services.database.read() as view:
        return services.decider.explain(view, CARD, barcode, Act.CHECKOUT, "MAIN", NOW).allowed


def bare_database(folder: Path) -> sqlite3.Connection:
    """Open a database with one table, as durable as the kiosk's."""
    connection = sqlite3.connect(folder / "bare.sqlite3", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE loan (id INTEGER PRIMARY KEY, barcode TEXT, at TEXT)")
    return connection


def main() -> None:
    """Commit a bare row and lend an item in turn, and print the table."""
    acts = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        folder = Path(name)
        services, barcodes = library_with_a_full_card(folder / "library", acts)
        bare = bare_database(folder)
        by = ActBy(NOW, "MAIN")
        bare_times, checkout_times = [], []
        for barcode in barcodes:
            begun = time.perf_counter()
            bare.execute("BEGIN IMMEDIATE")
            bare.execute("INSERT INTO loan (barcode, at) VALUES (?, ?)", (barcode, NOW.isoformat()))
            bare.execute("COMMIT")
            between = time.perf_counter()
            outcome = services.acts.checkout(CARD, barcode, by)
            checkout_times.append(time.perf_counter() - between)
            bare_times.append(between - begun)
            if not outcome.done:
                raise SystemExit(f"{barcode}: {outcome.reasons}")
        bare.close()
        services.close()
    goal = 2 * quantile(bare_times, 0.95) + 0.015
    show(
        f"Scan to committed loan, a card with {OPEN_LOANS} open loans, {acts} acts, ms",
        ["", "median", "p95", "max"],
        [
            ["bare SQLite commit, synchronous=FULL", *milliseconds(bare_times)],
            ["checkout, decided and committed", *milliseconds(checkout_times)],
            ["allowed at p95: 2 × bare + 15", "", f"{goal * 1000:.1f}", ""],
        ],
    )


if __name__ == "__main__":
    main()
