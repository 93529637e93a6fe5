"""Many kiosks at one database: a race for few items and cards, then twenty acts a second on a large library.

usage: python benchmarks/circulation.py [--postgresql URL] [--acts N] [--processes N] [--seconds N]
           [--records N] [--loans N] [--only race,load]

The database of the URL must be empty; without one a SQLite file in the current folder is used, with two
processes instead of eight. The race counts what every process was told and compares it with the database:
an act lost or doubled ends the run. Under the open load acts begin when they are due, however long those
before them take, and their time counts from then.
"""

import argparse
import multiprocessing
import random
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from multiprocessing.pool import Pool
from pathlib import Path

from checkout import bare_database
from made_loans import FULL_CARD, NOW, eur, free_copies, furnish
from table import milliseconds, quantile, show

from kiosk.circulation.acts import Acts
from kiosk.decisions import Decider, LibraryCache
from kiosk.model.errors import MoreThanOwed
from kiosk.model.outcome import ActBy, Outcome
from kiosk.storage import Database, sqlite_url

FEW_CARDS, FEW_ITEMS = 5, 8
CARDS, ACTS_A_SECOND = 5000, 20
WEIGHTS = {"checkout": 6, "return": 6, "renew": 2, "hold": 2, "cancel": 1, "pay": 1}


@dataclass(frozen=True, slots=True)
class Report:
    """What one process was told: how often each act was done, and how long each took."""

    done: Counter[str]
    refused: int
    seconds: list[float]


def open_acts(url: str) -> tuple[Database, Acts]:
    database = Database.open(url)
    return database, Acts(database, Decider(LibraryCache()))


def race(url: str, acts: int, number: int) -> Report:
    """Do random acts on few items and cards as fast as they go."""
    database, desk = open_acts(url)
    drawing, told, seconds, refused = random.Random(number), Counter[str](), [], 0
    names = tuple(WEIGHTS)
    for step in range(acts):
        (name,) = drawing.choices(names, tuple(WEIGHTS.values()))
        card, item = f"C{drawing.randint(1, FEW_CARDS)}", drawing.randint(1, FEW_ITEMS)
        by = ActBy(NOW + timedelta(minutes=step), "MAIN", account="desk" if name == "pay" else None)
        begun, did = time.perf_counter(), False
        with suppress(MoreThanOwed):
            did = _act(desk, name, card, item, by).done
        seconds.append(time.perf_counter() - begun)
        told[name] += did
        refused += not did
    database.close()
    return Report(told, refused, seconds)


def _act(desk: Acts, name: str, card: str, item: int, by: ActBy) -> Outcome:
    verbs: dict[str, Callable[[], Outcome]] = {
        "checkout": lambda: desk.checkout(card, f"B{item}", by),
        "return": lambda: desk.checkin(f"B{item}", by),
        "renew": lambda: desk.renew(card, f"B{item}", by),
        "hold": lambda: desk.place_hold(card, item, by),
        "cancel": lambda: desk.cancel_hold(card, item, by),
        "pay": lambda: desk.settle(card, eur("0.10"), by),
    }
    return verbs[name]()


def told_wrongly(url: str, told: Counter[str]) -> list[str]:
    """Return where what the processes were told and what the database holds differ."""
    counted = {
        "checkout": "SELECT count(*) FROM loans",
        "renew": "SELECT count(*) FROM renewals",
        "hold": "SELECT count(*) FROM holds",
        "pay": "SELECT count(DISTINCT act_id) FROM settlements WHERE kind = 'payment'",
    }
    must_be_none = {
        "fees that no loan has, or loans without one": "SELECT (SELECT count(*) FROM loans)"
        " - (SELECT count(*) FROM charges WHERE kind = 'loan_fee')",
        "items lent twice": "SELECT count(*) FROM (SELECT item_id FROM loans WHERE returned_at IS NULL"
        " GROUP BY item_id HAVING count(*) > 1) AS twice",
        "cents": "SELECT coalesce(sum(amount - open_amount), 0)"
        " - (SELECT coalesce(sum(amount), 0) FROM settlements) FROM charges",
    }
    wrong = []
    database = Database.open(url)
    with database.connection(to_write=False) as connection:
        for name, query in counted.items():
            there = int(connection.exec_driver_sql(query).scalar_one())
            if there != told[name]:
                wrong.append(f"{name}: told {told[name]}, found {there}")
        for name, query in must_be_none.items():
            if there := int(connection.exec_driver_sql(query).scalar_one()):
                wrong.append(f"{name}: {there}")
    database.close()
    return wrong


def open_load(url: str, jobs: Sequence[tuple[float, str, str, int]], start: float) -> list[float]:
    """Do each act when it is due; return the seconds from then until it was committed."""
    database, desk = open_acts(url)
    seconds = []
    for due, name, card, item in jobs:
        wait = start + due - time.time()
        if wait > 0:
            time.sleep(wait)
        _act(desk, name, card, item, ActBy(NOW + timedelta(seconds=due), "MAIN"))
        seconds.append(time.time() - (start + due))
    database.close()
    return seconds


def load_jobs(seconds: int, records: int, processes: int) -> list[list[tuple[float, str, str, int]]]:
    """Spread loans, renewals and returns over the kiosks, one loan in ten on the full card."""
    drawing, free = random.Random(20), list(free_copies(records))
    jobs: list[list[tuple[float, str, str, int]]] = [[] for _ in range(processes)]
    lent: list[tuple[str, int]] = []
    for number in range(seconds * ACTS_A_SECOND):
        card = FULL_CARD if number % 10 == 0 else f"C{drawing.randint(1, CARDS)}"
        job = (number / ACTS_A_SECOND, "checkout", card, drawing.choice(free))
        if len(lent) > ACTS_A_SECOND and number % 2:
            # What was lent a second ago comes back or is renewed.
            card, item = lent.pop(0)
            job = (job[0], drawing.choice(("return", "return", "renew")), card, item)
        else:
            lent.append((card, job[3]))
        jobs[number % processes].append(job)
    return jobs


def bare_commits(folder: Path, count: int = 300) -> list[float]:
    """Return how long commits of one row take on the same disk, as durable as the kiosk's."""
    bare: sqlite3.Connection = bare_database(folder)
    seconds = []
    for number in range(count):
        begun = time.perf_counter()
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("INSERT INTO loan (barcode, at) VALUES (?, ?)", (str(number), NOW.isoformat()))
        bare.execute("COMMIT")
        seconds.append(time.perf_counter() - begun)
    bare.close()
    return seconds


def main() -> None:
    """Race, check, refill, load, and print both tables."""
    chosen = _arguments()
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        folder = Path(name)
        url = chosen.postgresql or sqlite_url(folder / "library.sqlite3")
        processes = chosen.processes or (8 if chosen.postgresql else 2)
        _run(url, folder, processes, chosen)


def _run(url: str, folder: Path, processes: int, chosen: argparse.Namespace) -> None:
    made = Database.open(url, check=False)
    made.create_or_upgrade(backup_folder=None, now=NOW)
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        if "race" in chosen.only:
            furnish(made, FEW_ITEMS, FEW_CARDS, 0)
            _empty_of(made, "loans")
            _race(made, url, pool, processes, chosen.acts // processes)
        if "load" in chosen.only:
            furnish(made, chosen.records, CARDS, chosen.loans)
            start = time.time() + 2
            jobs = [(url, some, start) for some in load_jobs(chosen.seconds, chosen.records, processes)]
            seconds = [one for part in pool.starmap(open_load, jobs) for one in part]
            _show_load(url, folder, processes, seconds, chosen)
    made.close()


def _race(made: Database, url: str, pool: Pool, processes: int, share: int) -> None:
    begun = time.perf_counter()
    reports = pool.starmap(race, [(url, share, number) for number in range(processes)])
    took = time.perf_counter() - begun
    told = sum((report.done for report in reports), Counter[str]())
    if wrong := told_wrongly(url, told):
        raise SystemExit("; ".join(wrong))
    _show_race(made.dialect, processes, reports, took)
    for table in ("settlements", "charges", "renewals", "holds", "hold_waits", "loans"):
        _empty_of(made, table)
    for table in ("items", "records", "patrons"):
        _empty_of(made, table)


def _empty_of(database: Database, table: str) -> None:
    with database.connection(to_write=True) as connection:
        connection.exec_driver_sql(f"DELETE FROM {table}")
        connection.commit()


def _show_race(dialect: str, processes: int, reports: Sequence[Report], took: float) -> None:
    seconds = [one for report in reports for one in report.seconds]
    refused = sum(report.refused for report in reports)
    few = f"{FEW_ITEMS} items and {FEW_CARDS} cards"
    show(
        f"{len(seconds):,} acts of {processes} processes race for {few}, ms",
        ["", "median", "p95", "max", "acts a second", "refused", "lost or doubled"],
        [[dialect, *milliseconds(seconds), f"{len(seconds) / took:.0f}", f"{refused:,}", "0"]],
    )


def _show_load(
    url: str, folder: Path, processes: int, seconds: list[float], chosen: argparse.Namespace
) -> None:
    bare = bare_commits(folder)
    goal = 0.040 if chosen.postgresql else 2 * quantile(bare, 0.95) + 0.015
    size = f"{chosen.records:,} records, {chosen.loans:,} loans"
    show(
        f"{ACTS_A_SECOND} acts a second of {processes} processes, {size}, ms",
        ["", "median", "p95", "max"],
        [
            ["bare SQLite commit, synchronous=FULL", *milliseconds(bare)],
            ["act, from when it is due", *milliseconds(seconds)],
            ["allowed at p95", "", f"{goal * 1000:.1f}", ""],
        ],
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--postgresql", metavar="URL")
    parser.add_argument("--acts", type=int, default=100_000)
    parser.add_argument("--processes", type=int)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--loans", type=int, default=30_000)
    parser.add_argument("--only", default="race,load")
    return parser.parse_args()


if __name__ == "__main__":
    main()
