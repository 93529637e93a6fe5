"""What was never lent, lent most, and how often an item of a location goes out."""

from datetime import date

import pytest

from kiosk.staff.reports.collection import CollectionReports
from kiosk.staff.reports.report import Ask
from kiosk.storage import UsedItem, WhichItems
from tests.circulation.desk import NOON, Desk, days
from tests.staff.people import signed

ALL = Ask(date(2026, 2, 1), date(2026, 3, 2))


def _some(desk: Desk) -> None:
    desk.reader("R1")
    for number in range(4):
        desk.copy(f"B{number}", location="Fiction" if number < 3 else "Maps")
    desk.lend("R1", "B0", NOON - days(9))
    desk.take_back("B0", NOON - days(8))
    desk.lend("R1", "B0", NOON - days(3))


def test_a_librarian_finds_what_was_never_lent(desk: Desk, collection: CollectionReports) -> None:
    _some(desk)
    report = collection.never_lent(signed(), WhichItems())
    barcode = [column.key for column in report.columns].index("barcode")
    assert [row[barcode] for row in report.rows] == ["B1", "B2", "B3"]
    assert report.more is None
    assert len(report.marks) == 3
    assert collection.how_many_never_lent(signed(), WhichItems()) == 3


def test_pages_follow_one_another_to_the_end(desk: Desk, collection: CollectionReports) -> None:
    _some(desk)
    first = collection.never_lent(signed(), WhichItems(), limit=2)
    assert isinstance(first.more, UsedItem)
    second = collection.never_lent(signed(), WhichItems(), after=first.more, limit=2)
    assert (len(first.rows), len(second.rows), second.more) == (2, 1, None)


@pytest.mark.parametrize("descending", [False, True])
def test_another_order_holds_the_same_items(
    desk: Desk, collection: CollectionReports, descending: bool
) -> None:
    _some(desk)
    found, after = [], None
    for _ in range(4):
        page = collection.never_lent_by(
            signed(), WhichItems(), "barcode", after=after, limit=1, descending=descending
        )
        found += [row[7] for row in page.rows]
        after = page.more if isinstance(page.more, UsedItem) else after
    assert found == sorted(["B1", "B2", "B3"], reverse=descending)


def test_words_narrow_the_list(desk: Desk, collection: CollectionReports) -> None:
    _some(desk)
    for words, count in ((("emma",), 3), (("EMMA", "maps"), 1), (("100%",), 0), (("b2",), 1)):
        which = WhichItems(words=words)
        assert len(collection.never_lent(signed(), which).rows) == count
        assert collection.how_many_never_lent(signed(), which) == count


def test_titles_and_items_lent_most(desk: Desk, collection: CollectionReports) -> None:
    _some(desk)
    desk.lend("R1", "B1", NOON)
    titles = collection.titles_lent_most(signed(), ALL)
    assert [row[1] for row in titles.rows] == [2, 1]
    assert len(titles.marks) == 2
    items = collection.items_lent_most(signed(), WhichItems())
    assert [row[7:9] for row in items.rows] == [("B0", 2), ("B1", 1)]


def test_the_turnover_is_loans_for_each_item(desk: Desk, collection: CollectionReports) -> None:
    _some(desk)
    report = collection.turnover(signed(), ALL, at=NOON)
    assert [row[1:] for row in report.rows] == [(1, 0, 0.0), (3, 2, 2 / 3)]
