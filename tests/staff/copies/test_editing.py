"""Copies are added all or none, described field by field, and never over what another changed."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.model.errors import InvalidAmount, ItemUnknown, RecordUnknown
from kiosk.model.item import Condition
from kiosk.model.staff_errors import (
    BarcodeTaken,
    CopyChangedMeanwhile,
    CopyInvalid,
    NoBarcodeLeft,
    TooManyCopies,
)
from kiosk.staff.copies.fields import fields_of, read_price
from tests.circulation.desk import NORTH, eur
from tests.staff.copies.workroom import ANNA, BOB, Workroom

WRONG: tuple[dict[str, Any], ...] = (
    {"branch": "MOON"},
    {"item_type": "brick"},
    {"call_number": "A\x00"},
    {"note": "x" * 2001},
)


def test_a_series_has_the_next_free_numbers_with_their_check_digits(room: Workroom) -> None:
    title = room.desk.title()
    room.add("30010001011", "30010002019", "30010002027", "30010003017", record=title)
    room.add("30010003033", record=title)
    assert room.services.editing.next_barcodes(ANNA, 3) == ("30010003041", "30010003058", "30010003066")
    assert room.services.editing.next_barcodes(ANNA, 2, after="30010003017") == (
        "30010003025",
        "30010003041",
    )


def test_the_first_copy_of_a_library_gets_a_number_too(room: Workroom) -> None:
    first, second = room.services.editing.next_barcodes(ANNA, 2)
    room.add(first, second)
    assert len(first) == 10
    assert room.services.editing.next_barcodes(ANNA, 1)[0] not in (first, second)


def test_where_numbers_end_it_is_said(room: Workroom) -> None:
    room.add("A98")
    with pytest.raises(NoBarcodeLeft):
        room.services.editing.next_barcodes(ANNA, 2)


def test_copies_are_added_with_what_the_trail_tells(room: Workroom) -> None:
    one, two = room.add("B1", "B2", price=eur("12.50"), note=" a gift ")
    assert (one.barcode, two.barcode, one.note) == ("B1", "B2", "a gift")
    (entry,) = room.trail("item", one.id)
    assert (entry.account, entry.act) == ("anna", "item.add")
    assert entry.details["after"]["price"] == "12.50"


def test_a_series_with_a_taken_number_adds_nothing(room: Workroom) -> None:
    room.add("B2")
    with pytest.raises(BarcodeTaken) as taken:
        room.add("B1", "b2")
    assert taken.value.values["barcode"] == "b2"
    assert room.now("B1") is None


def test_copies_of_no_title_or_of_nonsense_are_refused(room: Workroom) -> None:
    with pytest.raises(RecordUnknown):
        room.add("B1", record=4711)
    for wrong in WRONG:
        with pytest.raises(CopyInvalid) as refused:
            room.add("B1", **wrong)
        assert set(refused.value.problems) == set(wrong)
    with pytest.raises(CopyInvalid):
        room.add("  ")
    with pytest.raises(TooManyCopies):
        room.add(*(f"N{number}" for number in range(501)))


def test_a_change_changes_its_fields_alone(room: Workroom) -> None:
    (item,) = room.add("B1")
    changed = room.services.editing.update(ANNA, item, replace(fields_of(item), call_number="FIC ZZ"))
    assert changed is not None
    assert changed.after == room.now("B1") == replace(item, call_number="FIC ZZ")
    entry = room.trail("item", item.id)[0]
    assert (entry.details["before"], entry.details["after"]) == (
        {"call_number": "FIC MAN"},
        {"call_number": "FIC ZZ"},
    )
    assert room.services.editing.update(ANNA, changed.after, fields_of(changed.after)) is None


def test_where_a_copy_lies_may_change_while_it_is_described(room: Workroom) -> None:
    (item,) = room.add("B1")
    room.desk.reader()
    room.desk.lend()
    room.desk.take_back(branch=NORTH)
    lying = room.now("B1")
    assert lying is not None
    room.services.editing.update(ANNA, item, replace(fields_of(item), note="new"))
    assert room.now("B1") == replace(lying, note="new")


def test_two_at_once_never_overwrite_each_other(room: Workroom) -> None:
    (item,) = room.add("B1")
    room.services.editing.update(BOB, item, replace(fields_of(item), location="Crime"))
    with pytest.raises(CopyChangedMeanwhile) as refused:
        room.services.editing.update(ANNA, item, replace(fields_of(item), location="Horror"))
    told = refused.value.values
    assert (told["account"], told["fields"]) == ("bob", ("location",))
    assert told["item"] == room.now("B1")


def test_a_barcode_moves_to_nobody_elses(room: Workroom) -> None:
    one, _ = room.add("B1", "B2")
    with pytest.raises(BarcodeTaken):
        room.services.editing.update(ANNA, one, replace(fields_of(one), barcode="b2"))
    changed = room.services.editing.update(ANNA, one, replace(fields_of(one), barcode="b1"))
    assert changed is not None
    assert room.now("B1") == changed.after


def test_a_copy_that_is_gone_cannot_be_described(room: Workroom) -> None:
    (item,) = room.add("B1")
    room.services.deleting.delete(ANNA, [item.id])
    with pytest.raises(ItemUnknown):
        room.services.editing.update(ANNA, item, replace(fields_of(item), note="x"))


def test_a_change_is_undone_by_the_one_before(room: Workroom) -> None:
    (item,) = room.add("B1")
    changed = room.services.editing.update(
        ANNA, item, replace(fields_of(item), branch=NORTH, price=eur("9.00"))
    )
    assert changed is not None
    room.services.editing.update(ANNA, changed.after, fields_of(changed.before))
    assert room.now("B1") == item
    assert item.condition is Condition.FINE


@pytest.mark.parametrize(("typed", "minor"), [("12.50", 1250), (" 12,5 ", 1250), ("7", 700), ("", None)])
def test_a_price_is_read_as_it_is_typed(typed: str, minor: int | None) -> None:
    price = read_price(typed, "EUR")
    assert (price.minor if price else None) == minor


@pytest.mark.parametrize("typed", ["-1", "1.234", "abc", "1,2,3", "9" * 20])
def test_what_is_no_price_is_refused(typed: str) -> None:
    with pytest.raises(InvalidAmount):
        read_price(typed, "EUR")
