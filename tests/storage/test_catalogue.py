"""Records, items, lists and browsing."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.model.errors import ItemUnknown, RecordUnknown
from kiosk.model.item import Condition, Item, ItemStatus, Place, barcode_key
from kiosk.storage import Counts, FeedKind, heading_key, isbn_key

from .builders import NOW, WEEK, Town, act, description, eur, new_record


def test_a_record_comes_back_as_it_was_added(town: Town) -> None:
    added = town.record(control_number="42", agency="DE-101")
    assert added.description == description()
    assert (added.control_number, added.agency, added.edited_here) == ("42", "DE-101", False)
    assert added.created_at == added.updated_at == NOW
    with town.database.read() as view:
        assert view.records.get(added.id) == added


def test_hostile_text_is_stored_without_what_databases_refuse(town: Town) -> None:
    added = town.record(
        description("Null\x00 and half \ud800 a pair; DROP TABLE records;--", summary="'\"%_\\")
    )
    assert added.description.title == "Null and half ? a pair; DROP TABLE records;--"
    assert added.description.summary == "'\"%_\\"


def test_a_record_is_found_by_barcode_isbn_and_id_in_this_order(town: Town) -> None:
    record, other = town.record(), town.record(description("Other", isbns=()))
    town.item(record, barcode="A-1")
    town.item(other, barcode="9783498035280")
    with town.database.read() as view:
        assert view.records.find(" a-1 ") == record
        assert view.records.find("3498035282") == record
        assert view.records.find("978-3-498-03528-0") == record
        assert view.records.find("9783498035280") == other
        assert view.records.find(f"R{record.id}") == record
        for unknown in ("", "r", "r0", "r99999999999999", "nothing", "9783498035281"):
            assert view.records.find(unknown) is None


def test_an_update_replaces_the_record_and_what_it_is_found_by(town: Town) -> None:
    record = town.record()
    changed = description("Ruhm", isbns=("9783498035433",), authors=("Andere, Anna",), subjects=())
    with town.database.act() as work:
        updated = work.records.update(record.id, new_record(changed), NOW + WEEK, edited_here=True)
        assert updated.description == changed
        assert (updated.edited_here, updated.created_at, updated.updated_at) == (True, NOW, NOW + WEEK)
        assert work.records.by_isbn("3-498-03528-2") is None
        assert work.records.by_isbn("9783498035433") == updated
        assert [entry.text for entry in work.headings.browse("author", "").headings] == ["Andere, Anna"]
        assert work.headings.browse("subject", "").headings == ()
        with pytest.raises(RecordUnknown):
            work.records.update(4711, new_record(), NOW, edited_here=False)


def test_a_record_goes_only_when_nothing_names_it(town: Town) -> None:
    record = town.record()
    item = town.item(record)
    with town.database.act() as work:
        assert not work.records.delete(record.id)
        assert work.items.delete(item.id)
        assert work.records.delete(record.id)
        assert not work.records.delete(record.id)
        work.commit()
    with town.database.read() as view:
        assert view.feed.after(0)[-1].kind is FeedKind.DELETED
        assert view.records.by_isbn("3-498-03528-2") is None


def test_a_listing_keeps_the_order_and_counts_what_stands_free(town: Town) -> None:
    first, second, third = (town.record(description(title)) for title in "ABC")
    town.item(second, call_number="ROM B 2")
    town.item(second, call_number="ROM B 1", not_for_loan=True)
    town.item(second, condition=Condition.WITHDRAWN)
    town.loan(None, town.item(second))
    kept = town.item(second)
    hold = town.hold(town.patron(), second.id)
    with town.database.act() as work:
        work.holds.trap(hold.id, kept.id, ready_at=NOW, ready_until=NOW.date())
        work.commit()
    with town.database.read() as view:
        rows = view.records.listing([third.id, 4711, second.id, first.id])
        assert view.records.listing([]) == []
        assert view.records.counts() == Counts(titles=3, items=4, available=1)
    assert [row.description.title for row in rows] == ["C", "B", "A"]
    assert [(row.items, row.available) for row in rows] == [(0, 0), (4, 1), (0, 0)]
    assert (rows[0].call_number, rows[1].call_number) == ("ROM KEHL", "ROM B 1")


def test_the_newest_and_the_most_borrowed_come_first(town: Town) -> None:
    days = ((0, 2020), (1, 1999), (1, None), (1, 2004), (1, 2004), (0, 2026))
    with town.database.act() as work:
        made = [
            work.records.add(new_record(description(f"{day} {year}", year=year)), NOW + day * WEEK)
            for day, year in days
        ]
        work.commit()
    later = [made[4].id, made[3].id, made[1].id, made[2].id]
    first, second = town.item(made[0]), town.item(made[1])
    for item, often in ((first, 1), (second, 2)):
        for _ in range(often):
            loan = town.loan(None, item)
            with town.database.act() as work:
                work.loans.close(loan.id, act_id=act(), at=NOW)
                work.commit()
    with town.database.read() as view:
        assert view.records.newest(10) == [*later, made[5].id, made[0].id]
        assert view.records.newest(2) == later[:2]
        assert view.records.most_borrowed(NOW, 5) == [made[1].id, made[0].id]
        assert view.records.most_borrowed(NOW, 1) == [made[1].id]
        assert view.records.most_borrowed(NOW + WEEK, 5) == []
        found = view.records.to_index([one.id for one in made[:3]])
        assert {one.id: one.loans for one in found} == {made[0].id: 1, made[1].id: 2, made[2].id: 0}


@pytest.mark.parametrize("batch", [1, 3, 100])
def test_iterating_gives_every_record_once_with_its_copies(town: Town, batch: int) -> None:
    records = [town.record(description(f"T{number}")) for number in range(7)]
    out = town.item(records[2], barcode="B")
    town.item(records[2], barcode="A")
    town.loan(None, out)
    with town.database.read() as view:
        titles = [title for some in view.records.iterate(batch=batch) for title in some]
        later = [title for some in view.records.iterate(batch=batch, after=records[4].id) for title in some]
        some_ids = [records[5].id, records[1].id, 4711]
        chosen = [t for some in view.records.iterate(batch=batch, ids=some_ids, marc=False) for t in some]
    assert [title.record for title in titles] == records
    assert [(copy.item.barcode, copy.status) for copy in titles[2].copies] == [
        ("A", ItemStatus.AVAILABLE),
        ("B", ItemStatus.ON_LOAN),
    ]
    assert [title.record.id for title in later] == [record.id for record in records[5:]]
    assert [title.record for title in chosen] == [replace(records[n], marc="") for n in (1, 5)]


def test_headings_are_browsed_in_order_with_counts_in_pages(town: Town) -> None:
    for author in ("Żeromski, Stefan", "Ärger, Ida", "Lem, Stanisław", "lem, stanislaw", "Zola, Émile"):
        town.record(description(f"by {author}", authors=(author,)))
    with town.database.read() as view:
        page = view.headings.browse("author", "l", limit=2)
        assert [(entry.text, entry.records) for entry in page.headings] == [
            ("Lem, Stanisław", 2),
            ("Żeromski, Stefan", 1),
        ]
        assert (page.next, page.previous) == ("Zola, Émile", "Lem, Stanisław")
        assert page.next is not None
        last = view.headings.browse("author", page.next, limit=2)
        assert ([entry.text for entry in last.headings], last.next) == (["Zola, Émile"], None)
        back = view.headings.browse("author", "Lem, Stanisław", limit=5, back=True)
        assert [entry.text for entry in back.headings] == ["Ärger, Ida"]
        assert (back.next, back.previous) == ("Lem, Stanisław", None)
        assert len(view.headings.records_of("author", "LEM, STANISŁAW")) == 2


def test_the_shelf_is_browsed_by_sort_key(town: Town) -> None:
    records = [town.record(description(f"N{number}")) for number in (1, 2, 10)]
    for record, number in zip(records, (1, 2, 10), strict=True):
        with town.database.act() as work:
            item = Item(0, record.id, f"S{number}", "MAIN", "book", call_number=f"N {number}")
            work.items.add(item, shelf_key=f"n {number:03}")
            work.commit()
    with town.database.read() as view:
        page = view.headings.browse_call_numbers("n 002")
        assert [entry.text for entry in page.headings] == ["N 2", "N 10"]
        assert [entry.titles for entry in page.headings] == [("N2",), ("N10",)]
        beside = view.headings.shelf_neighbours("n 002", "MAIN", before=1, after=1)
        assert [(entry.record_id, entry.call_number) for entry in beside] == [
            (records[0].id, "N 1"),
            (records[1].id, "N 2"),
        ]
        assert view.headings.shelf_neighbours("n 002", "NORTH") == ()


def test_an_item_comes_back_as_it_was_added(town: Town) -> None:
    whole = town.item(
        barcode="  Ab-1 ",
        location="Magazin",
        call_number="ROM A",
        price=eur(0),
        condition=Condition.DAMAGED,
        not_for_loan=True,
        place=Place.TRANSIT,
        at_branch="NORTH",
        note="wet",
    )
    assert whole.barcode == "Ab-1"
    with town.database.read() as view:
        assert view.items.get(whole.id) == view.items.by_barcode(" AB-1") == whole
        copy = view.items.copy("ab-1")
        assert copy is not None
        assert (copy.item, copy.status) == (whole, ItemStatus.DAMAGED)
        assert view.items.at_place(Place.TRANSIT, "NORTH") == (copy,)
        assert view.items.at_place(Place.TRANSIT, "MAIN") == ()
        assert view.items.copy("none") is None


def test_a_barcode_belongs_to_one_item(town: Town) -> None:
    first, second = town.item(barcode="X"), town.item()
    with town.database.act() as work:
        assert work.items.add(replace(first, id=0, barcode="x")) is None
        assert work.items.update(replace(second, barcode="x")) is None
        assert work.items.update(replace(first, barcode="x", note="mine")) is not None
        with pytest.raises(ItemUnknown):
            work.items.update(replace(first, id=4711, barcode="free"))
        with pytest.raises(ItemUnknown):
            work.items.set_place(4711, Place.SHELF)


def test_an_item_once_lent_is_never_deleted(town: Town) -> None:
    item = town.item()
    town.loan(None, item)
    with town.database.act() as work:
        assert not work.items.delete(item.id)
        assert not work.items.delete(4711)


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({}, ItemStatus.AVAILABLE),
        ({"place": Place.HOLD_SHELF}, ItemStatus.HOLD_SHELF),
        ({"place": Place.TRANSIT, "at_branch": "NORTH"}, ItemStatus.IN_TRANSIT),
        ({"place": Place.STAFF}, ItemStatus.WITH_STAFF),
        ({"not_for_loan": True}, ItemStatus.NOT_FOR_LOAN),
        ({"condition": Condition.LOST, "place": Place.STAFF}, ItemStatus.LOST),
        ({"condition": Condition.MISSING}, ItemStatus.MISSING),
        ({"condition": Condition.WITHDRAWN}, ItemStatus.WITHDRAWN),
    ],
)
def test_a_copys_status_follows_from_what_is_known(
    sqlite_town: Town, changed: dict[str, Any], status: ItemStatus
) -> None:
    item = sqlite_town.item(**changed)
    with sqlite_town.database.read() as view:
        copy = view.items.copy(item.barcode)
        listed = view.records.listing([item.record_id])[0]
    assert copy is not None
    assert copy.status is status
    assert listed.available == (1 if status is ItemStatus.AVAILABLE else 0)


def test_every_change_of_an_item_touches_its_record(town: Town) -> None:
    item = town.item()
    with town.database.read() as view:
        before = view.feed.position().last
    with town.database.act() as work:
        work.items.set_condition(item.id, Condition.MISSING)
        work.items.set_place(item.id, Place.STAFF)
        work.commit()
    with town.database.read() as view:
        (change,) = view.feed.after(before)
        assert (change.record_id, change.kind) == (item.record_id, FeedKind.ITEMS)
        assert view.feed.position().last == change.seq


def test_a_pruned_feed_says_where_it_begins_and_never_counts_again(town: Town) -> None:
    item = town.item()
    with town.database.act() as work:
        last = work.feed.position().last
        assert work.feed.prune(last + 1) == last
        work.commit()
    with town.database.read() as view:
        position = view.feed.position()
        assert (position.first, position.last) == (last, last)
        assert view.feed.after(0) == ()
    with town.database.act() as work:
        work.items.set_place(item.id, Place.STAFF)
        work.commit()
    with town.database.read() as view:
        assert view.feed.position() == replace(position, first=last + 1, last=last + 1)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("3-498-03528-2", "9783498035280"),
        ("080442957X", "9780804429573"),
        (" 978-3-498-03528-0 ", "9783498035280"),
        ("123", None),
        ("", None),
        ("9.78E+12", None),
        ("x" * 10_000, None),
    ],
)
def test_isbns_of_either_length_have_one_key(text: str, key: str | None) -> None:
    assert isbn_key(text) == key


def test_keys_tell_neither_case_nor_accents_nor_punctuation() -> None:
    assert heading_key("  Łódź -- Straße, ŒUVRE! ") == "lodz strasse oeuvre"
    assert barcode_key(" AbC ") == "abc"
