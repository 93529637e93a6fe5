"""Several desks at once: the last copy and the last allowed loan go to exactly one."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from uuid import uuid4

import pytest

from kiosk.model.outcome import Outcome
from kiosk.storage import Database

from .desk import NOON, Desk, by, days, eur, town_library, why

WRITERS = 6

# Another process: it says that it is ready, waits for the word, acts, and tells what became of it.
OTHER_DESK = """
import json, sys
from datetime import datetime
from kiosk.circulation.acts import Acts
from kiosk.decisions import Decider, LibraryCache
from kiosk.model.outcome import ActBy
from kiosk.storage import Database
url, card, barcode, at = sys.argv[1:]
database = Database.open(url)
acts = Acts(database, Decider(LibraryCache()))
print("ready", flush=True)
sys.stdin.readline()
outcome = acts.checkout(card, barcode, ActBy(datetime.fromisoformat(at), "MAIN"))
print(json.dumps([outcome.done, [str(reason.code) for reason in outcome.reasons]]))
"""


def at_once(acts: Sequence[Callable[[], Outcome]]) -> list[Outcome]:
    """Start all acts at one moment, each on its own thread."""
    start = Barrier(len(acts))

    def one(act: Callable[[], Outcome]) -> Outcome:
        start.wait(timeout=30)
        return act()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))


def test_one_of_several_readers_gets_the_last_copy(desk: Desk) -> None:
    desk.copy()
    cards = [f"R{number}" for number in range(WRITERS)]
    for card in cards:
        desk.reader(card)
    outcomes = at_once([partial(desk.lend, card) for card in cards])
    assert sorted(map(why, outcomes)) == [[]] + [["item.on_loan"]] * (WRITERS - 1)
    (won,) = [outcome for outcome in outcomes if outcome.done]
    assert desk.lent().id == won.loan_id


def test_a_readers_last_allowed_loan_is_given_once(desk: Desk) -> None:
    desk.configure(town_library(max_loans=1))
    desk.reader()
    barcodes = [f"B{number}" for number in range(WRITERS)]
    for barcode in barcodes:
        desk.copy(barcode)
    outcomes = at_once([partial(desk.lend, "R1", barcode) for barcode in barcodes])
    assert sorted(map(why, outcomes)) == [[]] + [["limit.loans"]] * (WRITERS - 1)


def test_an_act_sent_twice_at_once_is_done_once(desk: Desk) -> None:
    desk.copy(item_type="dvd")
    desk.reader()
    act_id = str(uuid4())
    outcomes = at_once([lambda: desk.lend(act_id=act_id)] * 3)
    assert [outcome.done for outcome in outcomes] == [True] * 3
    assert len({outcome.loan_id for outcome in outcomes}) == 1
    assert desk.charges() == [("loan_fee", "1.50")]


def test_two_returns_at_once_book_one_fine(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    desk.lend()
    outcomes = at_once([lambda: desk.take_back(at=NOON + days(29))] * 3)
    assert [outcome.done for outcome in outcomes] == [True] * 3
    assert desk.charges() == [("fine", "0.20")]


@pytest.mark.parametrize("_again", range(3))
def test_a_fine_paid_while_the_item_comes_back_is_booked_once(desk: Desk, _again: int) -> None:
    desk.copy()
    desk.reader()
    desk.lend()
    late, act_id = NOON + days(38), str(uuid4())
    pay = partial(desk.pay, "2.00", at=late, act_id=act_id)
    outcomes = at_once([pay, lambda: desk.take_back(at=late), pay, lambda: desk.take_back(at=late)])
    assert [outcome.done for outcome in outcomes] == [True] * 4
    assert desk.charges() == [("fine", "0.00")]
    assert [charge.amount for charge in desk.ledger()] == [eur("2.00")]


@pytest.mark.parametrize("_again", range(3))
def test_a_loan_undone_while_it_comes_back_ends_once(desk: Desk, _again: int) -> None:
    record = desk.copy(item_type="dvd")
    desk.reader()
    desk.lend()
    act_id = str(uuid4())

    def undo() -> Outcome:
        return desk.acts.undo("R1", "B1", by(NOON), act_id=act_id)

    first, again, returned = at_once([undo, undo, desk.take_back])
    assert returned.done
    assert first.done is again.done
    assert why(first) == ([] if first.done else ["undo.not_last"])
    assert desk.loan() is None
    assert desk.charges() == [("loan_fee", "0.00" if first.done else "1.50")]
    assert desk.queue(record) == []


def test_a_hold_that_rests_while_its_item_comes_back_rests_or_has_it(desk: Desk) -> None:
    record = desk.copy()
    for card in ("R1", "R2"):
        desk.reader(card)
    desk.lend("R1")
    desk.hold("R2", record)
    rest, returned = at_once([lambda: desk.acts.change_hold.suspend("R2", record, by(NOON)), desk.take_back])
    ((_card, state),) = desk.queue(record)
    assert (rest.done, str(returned.place), str(state)) in {
        (True, "shelf", "suspended"),
        (False, "hold_shelf", "ready"),
    }


def test_two_returned_copies_are_kept_for_two_who_wait(desk: Desk) -> None:
    record = desk.copy("B1")
    desk.copy("B2", record)
    for card in ("R1", "R2", "R3", "R4"):
        desk.reader(card)
    desk.lend("R1", "B1")
    desk.lend("R2", "B2")
    desk.hold("R3", record)
    desk.hold("R4", record)
    at_once([lambda: desk.take_back("B1"), lambda: desk.take_back("B2")])
    assert [str(state) for _card, state in desk.queue(record)] == ["ready", "ready"]


def test_one_who_asks_twice_at_once_waits_once(desk: Desk) -> None:
    record = desk.copy()
    desk.reader("R1")
    desk.reader("R2")
    desk.lend("R1")
    outcomes = at_once([lambda: desk.hold("R2", record)] * 3)
    assert sorted(map(why, outcomes)) == [[], ["hold.duplicate"], ["hold.duplicate"]]
    assert len(desk.queue(record)) == 1


def test_no_more_is_paid_at_once_than_is_owed(desk: Desk) -> None:
    desk.copy(item_type="dvd")
    desk.reader()
    desk.lend()

    def pay() -> Outcome:
        try:
            return desk.pay("1.50")
        except Exception as refused:  # noqa: BLE001 - what it was is looked at below
            return Outcome("pay", False, str(type(refused).__name__))

    outcomes = at_once([pay] * 3)
    assert sorted((outcome.done, outcome.barcode) for outcome in outcomes) == [
        (False, "MoreThanOwed"),
        (False, "MoreThanOwed"),
        (True, ""),
    ]
    with desk.database.read() as view:
        assert sum(entry.amount.minor for entry in view.ledger.settlements(desk.ledger()[0].patron_id)) == 150


def test_a_return_and_a_night_at_once_keep_the_copy_for_one(desk: Desk) -> None:
    record = desk.trapped("R2")
    later = NOON + days(9)

    def night() -> Outcome:
        desk.acts.nightly(later)
        return Outcome("nightly", True, "")

    at_once([night, lambda: desk.take_back(at=later), night])
    assert desk.queue(record) == []
    assert desk.lend("R1", at=later).done


@pytest.mark.parametrize("limit", [1, 10])
def test_two_processes_lend_the_last_copy_once(database: Database, limit: int) -> None:
    desk = Desk(database, town_library(max_loans=limit))
    desk.copy("B1")
    desk.copy("B2")
    for card in ("R1", "R2"):
        desk.reader(card)
    # With a limit of one, one reader wants two items; else two readers want one.
    wanted = [("R1", "B1"), ("R1", "B2")] if limit == 1 else [("R1", "B1"), ("R2", "B1")]
    others = [
        subprocess.Popen(
            [sys.executable, "-c", OTHER_DESK, database.url, card, barcode, NOON.isoformat()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for card, barcode in wanted
    ]
    told = []
    for other in others:
        assert other.stdout is not None
        assert other.stdout.readline() == "ready\n"
    for other in others:
        assert other.stdin is not None
        other.stdin.write("go\n")
        other.stdin.flush()
    for other in others:
        output, _nothing = other.communicate(timeout=30)
        told.append(json.loads(output))
    assert sorted(told) == [[False, ["limit.loans" if limit == 1 else "item.on_loan"]], [True, []]]
