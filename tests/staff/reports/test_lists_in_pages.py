"""Lists of what was never lent, page by page in every order, are what sorting all of it would give."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import Any

import pytest

from kiosk.staff.reports.collection import CollectionReports
from kiosk.storage import Database, UsedItem, WhichItems
from kiosk.storage.reports import item_orders
from tests.circulation.desk import NOON, Desk
from tests.staff.people import signed
from tests.storage.builders import Town, act, description

_BY: dict[str, Callable[[UsedItem], tuple[Any, ...]]] = {
    "title": lambda one: (one.filing_title, one.record_id),
    "year": lambda one: (one.year, one.record_id),
    "call_number": lambda one: (one.shelf_key,),
    "branch": lambda one: (one.branch, one.shelf_key or ""),
    "location": lambda one: (one.location, one.shelf_key or ""),
    "item_type": lambda one: (one.item_type, one.shelf_key or ""),
    "barcode": lambda one: (one.barcode_key,),
    "times_lent": lambda one: (one.times_lent,),
    "last_lent": lambda one: (one.last_lent_at,),
}
SINCE = NOON - timedelta(days=100)
_LISTS = (
    (WhichItems(), 4),
    (WhichItems(unlent_since=SINCE), 7),
    (WhichItems(unlent_since=SINCE, branch="NORTH", item_type="dvd"), 1),
    (WhichItems(unlent_since=SINCE, published_before=2000, words=("a",)), 200),
)


@pytest.fixture
def stocked(desk: Desk) -> Database:
    """A library of sixty copies, many of which stand alike in an order or have nothing to go by."""
    dice, town = random.Random(3), Town.of(desk.database)
    titles = [
        town.record(
            description(f"{dice.choice('ABC')} {n % 4}", year=dice.choice((None, 1990, 2001)), isbns=())
        )
        for n in range(25)
    ]
    for n in range(60):
        item = town.item(
            dice.choice(titles),
            branch=dice.choice(("MAIN", "NORTH")),
            item_type=dice.choice(("book", "dvd")),
            location=dice.choice((None, "Maps", "Fiction")),
            call_number=dice.choice((None, "Rom 1", "Rom 2", "Mus 3")),
        )
        for _ in range(n % 3):
            lent = NOON - timedelta(days=dice.randrange(50, 200))
            loan = town.loan(None, item, lent_at=lent, due_at=lent + timedelta(days=1))
            with desk.database.act() as work:
                work.loans.close(loan.id, act_id=act(), at=lent)
                work.commit()
    return desk.database


def _pages(database: Database, which: WhichItems, order: str, size: int, **how: Any) -> Iterator[UsedItem]:
    after = None
    while True:
        with database.read() as view:
            found = view.item_use.unlent_by(which, order, after, size, **how)
        yield from found
        if len(found) < size:
            return
        after = found[-1]


def _plainly(database: Database, which: WhichItems, order: str, *, descending: bool) -> list[UsedItem]:
    """Sort all of the list as it is by itself: nothing to go by last, but never lent is longest ago."""
    with database.read() as view:
        found = view.item_use.unlent(which, None, 1000)
    by = _BY[order]
    told = sorted((one for one in found if by(one)[0] is not None), key=lambda one: (*by(one), one.id))
    blank = sorted(
        (one for one in found if by(one)[0] is None),
        key=lambda one: (*by(one)[1:], one.id),
    )
    if descending:
        return told[::-1] + blank[::-1]
    return blank + told if order == "last_lent" else told + blank


@pytest.mark.parametrize("walked", [3, 20_000])
def test_pages_in_any_order_are_what_sorting_gives(
    stocked: Database, monkeypatch: pytest.MonkeyPatch, walked: int
) -> None:
    monkeypatch.setattr(item_orders, "_WALKED", walked)
    for order, descending, (which, size) in product(_BY, (False, True), _LISTS):
        expected = _plainly(stocked, which, order, descending=descending)
        found = list(_pages(stocked, which, order, size, descending=descending))
        assert [one.id for one in found] == [one.id for one in expected], (order, descending, which)


def test_a_page_of_the_report_says_where_the_next_begins(
    stocked: Database, collection: CollectionReports
) -> None:
    which = WhichItems()
    first = collection.never_lent_by(signed(), which, "title", limit=5)
    assert isinstance(first.more, UsedItem)
    second = collection.never_lent_by(signed(), which, "title", after=first.more, limit=5)
    whole = collection.never_lent_by(signed(), which, "title", limit=10)
    assert first.rows + second.rows == whole.rows


def test_an_item_changed_between_two_pages_hides_none_behind_it(stocked: Database) -> None:
    which = WhichItems()
    with stocked.read() as view:
        first = view.item_use.unlent_by(which, "title", None, 5)
    with stocked.act() as work:
        kept = work.items.get(first[-1].id)
        assert kept is not None
        work.items.update(replace(kept, call_number="Zzz"))
        work.commit()
    with stocked.read() as view:
        second = view.item_use.unlent_by(which, "title", first[-1], 5)
        whole = view.item_use.unlent_by(which, "title", None, 10)
    assert [one.id for one in (*first, *second)] == [one.id for one in whole]
