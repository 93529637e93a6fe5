"""Several writers at once: the database has the last word, and a waiting desk is let in."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from kiosk.model.errors import DatabaseBusy
from kiosk.model.hold import HoldState
from kiosk.storage import Database, sqlite

from .builders import NOW, WEEK, Town, act, new_loan

Opener = Callable[[str], Database]


def test_eight_desks_race_for_one_item_and_one_gets_it(town: Town, opened: Opener) -> None:
    item, patrons = town.item(), [town.patron() for _ in range(8)]
    desks = [opened(town.database.url) for _ in patrons]
    start = threading.Barrier(len(desks))

    def borrow(number: int) -> bool:
        start.wait()
        with desks[number].act() as work:
            work.facts.gather(card=patrons[number].card, barcodes=[item.barcode], lock=True)
            loan = work.loans.open(new_loan(item, patrons[number]))
            work.commit()
        return loan is not None

    with ThreadPoolExecutor(len(desks)) as pool:
        assert sum(pool.map(borrow, range(len(desks)))) == 1
    with town.database.read() as view:
        assert len(view.feed.after(0)) == len({change.seq for change in view.feed.after(0)})
        assert view.loans.of_item(item.id) is not None


def test_the_same_act_sent_by_eight_at_once_is_one_loan(town: Town) -> None:
    wanted = new_loan(town.item(), town.patron())
    start = threading.Barrier(8)

    def borrow(_number: int) -> int | None:
        start.wait()
        with town.database.act() as work:
            loan = work.loans.open(wanted)
            work.commit()
        return loan.id if loan else None

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(borrow, range(8))) - {None}) == 1


def test_two_items_returned_at_once_serve_two_holds_or_one_each(town: Town) -> None:
    record = town.record()
    items = [town.item(record) for _ in range(4)]
    hold = town.hold(town.patron(), record.id)
    start = threading.Barrier(len(items))

    def trap(item_id: int) -> bool:
        start.wait()
        with town.database.act() as work:
            kept = work.holds.trap(hold.id, item_id, ready_at=NOW, ready_until=NOW.date())
            work.commit()
        return kept is not None

    with ThreadPoolExecutor(len(items)) as pool:
        assert sum(pool.map(trap, [item.id for item in items])) == 1
    with town.database.read() as view:
        stored = view.holds.get(hold.id)
    assert stored is not None
    assert stored.state is HoldState.READY


def test_facts_read_with_a_lock_see_what_the_act_before_did(town: Town) -> None:
    """Both acts want the last loan the patron may have: the second must see the first one's."""
    who, items = town.patron(), [town.item() for _ in range(6)]
    start = threading.Barrier(len(items))

    def borrow(number: int) -> bool:
        start.wait()
        with town.database.act() as work:
            facts = work.facts.gather(card=who.card, barcodes=[items[number].barcode], lock=True)
            assert facts.patron is not None
            allowed = not facts.patron.loans
            if allowed:
                work.loans.open(new_loan(items[number], who))
                work.commit()
        return allowed

    with ThreadPoolExecutor(len(items)) as pool:
        assert sum(pool.map(borrow, range(len(items)))) == 1


def test_numbers_of_the_feed_never_appear_behind_a_readers_back(town: Town) -> None:
    """A reader that goes on behind the last number it saw misses nothing, whoever commits when."""
    items = [town.item() for _ in range(8)]
    with town.database.read() as view:
        seen = first = view.feed.position().last
    done, collected = threading.Event(), set()

    def lend(number: int) -> None:
        for _ in range(5):
            with town.database.act() as work:
                loan = work.loans.open(new_loan(items[number], None))
                assert loan is not None
                work.loans.close(loan.id, act_id=act(), at=NOW + WEEK)
                work.commit()

    def follow() -> None:
        nonlocal seen
        finished = False
        while not finished:
            finished = done.is_set()
            with town.database.read() as view:
                for change in view.feed.after(seen):
                    collected.add(change.seq)
                    seen = change.seq

    reader = threading.Thread(target=follow)
    reader.start()
    with ThreadPoolExecutor(len(items)) as pool:
        list(pool.map(lend, range(len(items))))
    done.set()
    reader.join()
    with town.database.read() as view:
        assert collected == {change.seq for change in view.feed.after(first)}


def test_a_desk_gets_in_between_two_batches_of_an_import(sqlite_library: str, opened: Opener) -> None:
    """The import leaves gaps of 5 ms between batches of 50 ms; waiting for one must not take many."""
    town = Town.of(opened(sqlite_library))
    other, items = opened(sqlite_library), [town.item() for _ in range(5)]
    stop, running = threading.Event(), threading.Event()

    def hold_the_lock() -> None:
        while not stop.is_set():
            with other.act():
                running.set()
                stop.wait(0.05)
            stop.wait(0.005)

    importer = threading.Thread(target=hold_the_lock)
    importer.start()
    try:
        running.wait(5)
        waited = []
        for item in items:
            began = time.perf_counter()
            town.loan(None, item)
            waited.append(time.perf_counter() - began)
    finally:
        stop.set()
        importer.join()
    assert sorted(waited)[len(waited) // 2] < 0.25


def test_a_writer_that_waits_too_long_is_told_so(
    sqlite_library: str, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_MILLISECONDS", 20)
    first, second = opened(sqlite_library), opened(sqlite_library)
    with first.act(), pytest.raises(DatabaseBusy), second.act():
        raise AssertionError("two writers at once")
    with second.act() as work:
        work.commit()
