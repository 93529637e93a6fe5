"""Items for labels are found by name, by range of the shelf, and by what came after one."""

import pytest

from kiosk.model.errors import ItemUnknown
from kiosk.model.item import Condition

from .builders import Town, description


def fill(town: Town) -> None:
    record = town.record(description("Solaris", call_number="ROM LEM"))
    for barcode, number, key, branch in (
        ("A1", "ROM A", "rom a", "MAIN"),
        ("A2", "ROM Ąb", "rom ab", "NORTH"),
        ("A3", None, None, "MAIN"),
        ("A4", "SAC 1", "sac 00000001", "MAIN"),
    ):
        item = town.item(record, barcode=barcode, call_number=number, branch=branch)
        with town.database.act() as work:
            work.items.update(item, shelf_key=key)
            work.commit()


def test_items_are_found_by_name_whatever_the_case_and_number(town: Town) -> None:
    fill(town)
    with town.database.read() as view:
        found = view.labelled.named([" a1", "A3", "NOPE", *(f"X{n}" for n in range(1200))])
    assert {key: item.call_number for key, item in found.items()} == {"a1": "ROM A", "a3": "ROM LEM"}
    assert found["a1"].title == "Solaris"


def test_a_range_is_in_shelf_order_and_takes_continuations_of_its_end(town: Town) -> None:
    fill(town)
    with town.database.read() as view:
        between = view.labelled.ranged
        assert [item.barcode for item in between("rom a", "rom a")] == ["A1", "A2"]
        assert [item.barcode for item in between(None, "rom a", "NORTH")] == ["A2"]
        assert [item.barcode for item in between("rom ab", None)] == ["A2", "A4"]
        assert between("t", None) == ()


def test_what_came_after_is_in_its_order_and_leaves_withdrawn_ones_out(town: Town) -> None:
    fill(town)
    with town.database.act() as work:
        withdrawn = work.items.by_barcode("A3")
        assert withdrawn is not None
        work.items.set_condition(withdrawn.id, Condition.WITHDRAWN)
        work.commit()
    with town.database.read() as view:
        assert [item.barcode for item in view.labelled.after("a1")] == ["A2", "A4"]
        assert [item.barcode for item in view.labelled.after("A1", "MAIN")] == ["A4"]
        assert "a3" in view.labelled.named(["A3"])
        with pytest.raises(ItemUnknown):
            view.labelled.after("NOPE")
