"""Different acts on one thing at the same moment: some order of them is true, and none meets an error."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import Protocol

import pytest

from kiosk.model.hold import HoldState
from kiosk.model.item import Condition, Place
from kiosk.model.money import Money
from kiosk.storage import Database

from .desk import NOON, Desk, days, town_library
from .other_desk import Order, OtherDesks, Told, other_desks, perform

ROUNDS = range(4)
DESKS = 3
LATER = (NOON + days(1)).isoformat()
DONE = Told(True)


class AtOnce(Protocol):
    """Does acts at one moment, in threads of this process or in other processes."""

    def __call__(self, *orders: Order) -> list[Told]: ...


@pytest.fixture(scope="module")
def sqlite_desks(kept_sqlite: Database) -> Iterator[OtherDesks]:
    with other_desks(kept_sqlite.url, DESKS) as desks:
        yield desks


@pytest.fixture(scope="module")
def postgresql_desks(kept_postgresql: Database) -> Iterator[OtherDesks]:
    with other_desks(kept_postgresql.url, DESKS) as desks:
        yield desks


@pytest.fixture(params=["threads", "processes"])
def at_once(request: pytest.FixtureRequest, desk: Desk) -> AtOnce:
    if request.param == "processes":
        desks: OtherDesks = request.getfixturevalue(f"{desk.database.dialect}_desks")
        desks.begin()
        return lambda *orders: desks.at_once(orders)

    def in_threads(*orders: Order) -> list[Told]:
        start = Barrier(len(orders))

        def one(order: Order) -> Told:
            start.wait(timeout=30)
            return perform(desk.acts, order)

        with ThreadPoolExecutor(len(orders)) as pool:
            return list(pool.map(one, orders))

    return in_threads


def lent(desk: Desk, number: int, *waiting: str) -> int:
    """Lend the copy B<number> to R<number> and let others wait; return the title's number."""
    record = desk.copy(f"B{number}")
    for card in (f"R{number}", *waiting):
        desk.reader(card)
    assert desk.lend(f"R{number}", f"B{number}").done
    for card in waiting:
        assert desk.hold(card, record).done
    return record


def refused(*codes: str) -> Told:
    return Told(False, codes)


def test_a_hold_and_a_loan_of_the_copy_on_the_shelf(desk: Desk, at_once: AtOnce) -> None:
    for n in ROUNDS:
        record = desk.copy(f"B{n}")
        desk.reader(f"R{n}")
        desk.reader(f"W{n}")
        loan, hold = at_once(
            Order("lend", LATER, f"R{n}", f"B{n}"), Order("hold", LATER, f"W{n}", record=record)
        )
        assert loan == DONE
        assert hold in (DONE, refused("hold.available_now"))
        assert desk.queue(record) == ([(f"W{n}", HoldState.QUEUED)] if hold.done else [])


def test_a_hold_that_staff_let_through_and_a_loan_of_the_copy(desk: Desk, at_once: AtOnce) -> None:
    for n in ROUNDS:
        record = desk.copy(f"B{n}")
        desk.reader(f"R{n}")
        desk.reader(f"W{n}")
        loan, hold = at_once(
            Order("lend", LATER, f"R{n}", f"B{n}"),
            Order("hold", LATER, f"W{n}", record=record, setting_aside="hold.available_now"),
        )
        assert hold == DONE
        assert loan in (DONE, refused("item.wanted_by_other"))
        assert (desk.loan(f"B{n}") is not None) == loan.done


def test_a_returned_copy_is_kept_for_who_waits_and_not_lent_to_another(desk: Desk, at_once: AtOnce) -> None:
    for n in ROUNDS:
        record = lent(desk, n, f"W{n}")
        desk.reader(f"S{n}")
        back, loan = at_once(Order("return", LATER, barcode=f"B{n}"), Order("lend", LATER, f"S{n}", f"B{n}"))
        assert back == DONE
        assert loan in (refused("item.held_for_other"), refused("item.on_loan", "item.wanted_by_other"))
        assert desk.queue(record) == [(f"W{n}", HoldState.READY)]
        assert desk.item(f"B{n}").place is Place.HOLD_SHELF


def test_who_waits_borrows_what_is_just_returned_or_finds_it_kept(desk: Desk, at_once: AtOnce) -> None:
    for n in ROUNDS:
        record = lent(desk, n, f"W{n}")
        back, loan = at_once(Order("return", LATER, barcode=f"B{n}"), Order("lend", LATER, f"W{n}", f"B{n}"))
        assert back == DONE
        assert loan in (DONE, refused("item.on_loan"))
        assert desk.queue(record) == ([] if loan.done else [(f"W{n}", HoldState.READY)])


def test_a_renewal_and_a_hold(desk: Desk, at_once: AtOnce) -> None:
    for n in ROUNDS:
        record = lent(desk, n)
        desk.reader(f"W{n}")
        renewal, hold = at_once(
            Order("renew", LATER, f"R{n}", f"B{n}"), Order("hold", LATER, f"W{n}", record=record)
        )
        assert hold == DONE
        assert renewal in (DONE, refused("renewal.wanted_by_other"))
        assert desk.lent(f"B{n}").renewals_used == (1 if renewal.done else 0)


def test_a_renewal_and_a_return(desk: Desk, at_once: AtOnce) -> None:
    for n in ROUNDS:
        lent(desk, n)
        renewal, back = at_once(
            Order("renew", LATER, f"R{n}", f"B{n}"), Order("return", LATER, barcode=f"B{n}")
        )
        assert back == DONE
        assert renewal in (DONE, refused("renewal.not_on_loan"))
        assert desk.loan(f"B{n}") is None


def test_the_last_allowed_hold_is_placed_once(desk: Desk, at_once: AtOnce) -> None:
    desk.configure(town_library(max_holds=1))
    for n in ROUNDS:
        records = [lent(desk, 3 * n + part) for part in range(3)]
        desk.reader(f"W{n}")
        told = at_once(*(Order("hold", LATER, f"W{n}", record=record) for record in records))
        assert sorted(told, key=lambda one: one.done) == [
            refused("limit.holds"),
            refused("limit.holds"),
            DONE,
        ]
        assert sum(len(desk.queue(record)) for record in records) == 1


def test_what_is_owed_is_paid_or_forgiven_once(desk: Desk, at_once: AtOnce) -> None:
    for n in ROUNDS:
        desk.reader(f"R{n}")
        desk.copy(f"D{n}", item_type="dvd")
        desk.lend(f"R{n}", f"D{n}")
        told = at_once(
            Order("pay", LATER, f"R{n}", amount="1.50"),
            Order("waive", LATER, f"R{n}", amount="1.50"),
            Order("pay", LATER, f"R{n}", amount="1.00"),
        )
        assert sum(one.done for one in told) == 1
        assert {one.error for one in told if not one.done} == {"MoreThanOwed"}
        (charge,) = desk.ledger(f"R{n}")
        with desk.database.read() as view:
            settled = view.ledger.settlements(charge.patron_id)
        left = charge.amount - sum((one.amount for one in settled), Money.zero("EUR"))
        assert charge.open_amount == left
        assert left.decimal() == ("0.50" if told[2].done else "0.00")


def test_a_cancelled_hold_keeps_nothing_that_comes_back_meanwhile(desk: Desk, at_once: AtOnce) -> None:
    for n in ROUNDS:
        record = lent(desk, n, f"W{n}")
        assert at_once(
            Order("cancel", LATER, f"W{n}", record=record), Order("return", LATER, barcode=f"B{n}")
        ) == [DONE, DONE]
        assert desk.queue(record) == []
        assert desk.item(f"B{n}").place is Place.SHELF


def test_who_cancels_at_one_desk_and_borrows_at_another_has_it_once(desk: Desk, at_once: AtOnce) -> None:
    for n in ROUNDS:
        record = lent(desk, n, f"W{n}")
        desk.take_back(f"B{n}")
        assert at_once(
            Order("cancel", LATER, f"W{n}", record=record), Order("lend", LATER, f"W{n}", f"B{n}")
        ) == [DONE, DONE]
        assert desk.queue(record) == []
        assert desk.item(f"B{n}").place is Place.SHELF


def test_what_is_declared_lost_and_comes_back_costs_no_replacement_unless_it_is_lost_last(
    desk: Desk, at_once: AtOnce
) -> None:
    for n in ROUNDS:
        lent(desk, n)
        assert at_once(Order("lose", LATER, barcode=f"B{n}"), Order("return", LATER, barcode=f"B{n}")) == [
            DONE,
            DONE,
        ]
        assert desk.loan(f"B{n}") is None
        # Returned first, it is nobody's when it is lost; lost first, it is found again.
        returned_first = desk.item(f"B{n}").condition is Condition.LOST
        assert desk.charges(f"R{n}") == ([] if returned_first else [("replacement", "0.00")])


def test_acts_of_everybody_on_one_title_never_meet_an_error(desk: Desk, at_once: AtOnce) -> None:
    record = lent(desk, 0, "W0", "W1")
    for n in ROUNDS:
        at = (NOON + days(2 + n)).isoformat()
        now = partial(Order, at=at)
        for told in at_once(
            now("return", barcode="B0"),
            now("lend", card="W0", barcode="B0"),
            now("hold", card="R0", record=record),
        ) + at_once(
            now("cancel", card="W1", record=record),
            now("renew", card="W0", barcode="B0"),
            now("return", barcode="B0"),
        ):
            assert told.error is None
        kept = [card for card, state in desk.queue(record) if state is HoldState.READY]
        assert len(kept) == (desk.item("B0").place is Place.HOLD_SHELF)
