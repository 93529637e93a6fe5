"""What reports read: items nobody lends, loans that are late, money by what it was for."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kiosk.model.charge import ChargeKind, SettlementKind
from kiosk.model.item import Condition, Item
from kiosk.storage import LateLoan, NewCharge, UsedItem, WhichItems

from .builders import NOW, WEEK, Town, act, description, eur

ALL = WhichItems()


def _lent(town: Town, weeks_ago: int, **changed: Any) -> Item:
    item = town.item(**changed)
    lent = NOW - weeks_ago * WEEK
    loan = town.loan(None, item, lent_at=lent, due_at=NOW)
    with town.database.act() as work:
        work.loans.close(loan.id, act_id=act(), at=lent)
        work.commit()
    return item


def _unlent(town: Town, which: WhichItems, limit: int = 50) -> list[str]:
    with town.database.read() as view:
        return [one.barcode for one in view.item_use.unlent(which, None, limit)]


def test_what_was_never_lent_comes_first_then_what_was_lent_longest_ago(town: Town) -> None:
    late, early = _lent(town, 2), _lent(town, 9)
    never = [town.item() for _ in range(2)]
    barcodes = [one.barcode for one in (*never, early, late)]
    assert _unlent(town, ALL) == barcodes[:2]
    assert _unlent(town, WhichItems(unlent_since=NOW)) == barcodes
    assert _unlent(town, WhichItems(unlent_since=NOW - 4 * WEEK)) == barcodes[:3]


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_pages_of_any_size_hold_every_item_once(town: Town, size: int) -> None:
    for weeks_ago in (3, 3, 2, 5):
        _lent(town, weeks_ago)
    for _ in range(3):
        town.item()
    which = WhichItems(unlent_since=NOW)
    found: list[UsedItem] = []
    with town.database.read() as view:
        while page := view.item_use.unlent(which, found[-1] if found else None, size):
            found += page
    assert [one.barcode for one in found] == _unlent(town, which)
    assert len({one.id for one in found}) == 7


def test_what_cannot_be_lent_is_not_said_to_be_never_lent(town: Town) -> None:
    town.item(condition=Condition.WITHDRAWN)
    town.item(condition=Condition.LOST)
    town.item(not_for_loan=True)
    damaged = town.item(condition=Condition.DAMAGED)
    assert _unlent(town, ALL) == [damaged.barcode]
    with town.database.read() as view:
        assert view.item_use.count_unlent(ALL) == 1


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        (ALL, 4),
        (WhichItems(branch="NORTH"), 1),
        (WhichItems(item_type="dvd"), 1),
        (WhichItems(published_before=2000), 1),
        (WhichItems(added_before=NOW), 0),
        (WhichItems(added_before=NOW + WEEK), 4),
        (WhichItems(branch="NORTH", item_type="dvd"), 0),
    ],
)
def test_never_lent_is_narrowed_by_branch_type_and_age(town: Town, which: WhichItems, expected: int) -> None:
    town.item()
    town.item(branch="NORTH")
    town.item(item_type="dvd")
    town.item(town.record(description("Old", year=1987, isbns=())))
    assert len(_unlent(town, which)) == expected
    with town.database.read() as view:
        assert view.item_use.count_unlent(which) == expected


def test_items_lent_most_come_first(town: Town) -> None:
    record = town.record()
    item = town.item(record)
    for weeks in (3, 2):
        _lent(town, weeks, record=record)
    town.loan(None, item)
    with town.database.read() as view:
        assert [one.times_lent for one in view.item_use.most_lent(ALL, 2)] == [1, 1]


def test_the_stock_is_counted_by_branch_location_and_type(town: Town) -> None:
    town.item(location="Fiction")
    town.item(location="Fiction")
    town.item(branch="NORTH", item_type="dvd")
    with town.database.read() as view:
        assert set(view.item_use.stock()) == {("MAIN", "Fiction", "book", 2), ("NORTH", "", "dvd", 1)}
        assert view.item_use.stock("NORTH") == (("NORTH", "", "dvd", 1),)


def test_late_loans_are_counted_by_how_late_and_whose_category(town: Town) -> None:
    for days_late, category in ((1, "adult"), (1, "child"), (20, "child"), (-1, "adult")):
        due = NOW - timedelta(days=days_late)
        town.loan(None, town.item(), lent_at=due - WEEK, due_at=due, patron_category=category)
    bounds = [NOW - timedelta(days=7), NOW - timedelta(days=30)]
    with town.database.read() as view:
        late = view.late_loans
        assert late.spans(NOW, bounds, None, None) == {(0, "adult"): 1, (0, "child"): 1, (1, "child"): 1}
        assert late.spans(NOW, bounds, "NORTH", None) == {}
        assert late.spans(NOW, bounds, "MAIN", "adult") == {(0, "adult"): 1}
        assert (late.count(NOW), late.count(NOW, since=NOW - 2 * timedelta(days=1))) == (3, 2)
        assert late.count(NOW, branch="NORTH") == 0


@pytest.mark.parametrize("size", [1, 2, 5])
def test_late_loans_are_listed_the_longest_late_first(town: Town, size: int) -> None:
    for days_late in (3, 9, 3, 1):
        due = NOW - timedelta(days=days_late)
        town.loan(None, town.item(), lent_at=due - WEEK, due_at=due)
    found: list[LateLoan] = []
    with town.database.read() as view:
        while page := view.late_loans.listed(NOW, None, None, found[-1] if found else None, size):
            found += page
    assert [(NOW - one.due_at).days for one in found] == [9, 3, 3, 1]
    assert len({one.id for one in found}) == 4


def test_money_is_added_up_by_what_it_was_for(town: Town) -> None:
    who = town.patron("C1")
    fine = NewCharge(act(), who.id, ChargeKind.FINE, eur(300), NOW - WEEK)
    with town.database.act() as work:
        booked = work.ledger.book(fine)
        work.ledger.book(
            replace(fine, act_id=act(), booked_at=NOW, kind=ChargeKind.LOAN_FEE, amount=eur(150))
        )
        work.ledger.book(replace(fine, act_id=act(), booked_at=NOW - 9 * WEEK, amount=eur(40)))
        paid: dict[str, Any] = {
            "act_id": act(),
            "kind": SettlementKind.PAYMENT,
            "amount": eur(100),
            "at": NOW,
            "by": "anna",
        }
        work.ledger.settle(who.id, charge_ids=[booked.id], **paid)
        work.commit()
    with town.database.read() as view:
        sums = view.fee_sums
        first, before = NOW - 2 * WEEK, NOW + WEEK
        assert sums.charged(first, before) == {ChargeKind.FINE: eur(300), ChargeKind.LOAN_FEE: eur(150)}
        assert sums.settled(first, before, SettlementKind.PAYMENT) == {ChargeKind.FINE: eur(100)}
        assert sums.settled(first, before, SettlementKind.WAIVER) == {}
        assert sums.owed() == {ChargeKind.FINE: eur(240), ChargeKind.LOAN_FEE: eur(150)}
