"""Call numbers stand on their shelves in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalog.call_numbers import call_number_key, shelf_of
from kiosk.model.library import Shelf


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("363.738 WALL", "363.8 ABC"),
        ("363", "363.1"),
        ("363 B", "363.1"),
        ("5.1", "50"),
        ("ROM KEHL 9", "ROM KEHL 10"),
        ("FIC KA", "FIC KAB"),
        ("KIN KASS", "KIN KÄST"),
        ("CD JAZ DAVI", "CD KLA BACH"),
    ],
)
def test_one_stands_before_the_other(first: str, second: str) -> None:
    assert call_number_key(first) < call_number_key(second)


def test_spelling_does_not_move_a_call_number() -> None:
    assert call_number_key("fic  ka-12") == call_number_key("FIC KA 12")


@given(st.text())
def test_any_text_has_a_key(text: str) -> None:
    assert isinstance(call_number_key(text), str)


SHELVES = (
    Shelf("MAIN", "a", "Fiction", "FIC A", "FIC J"),
    Shelf("MAIN", "b", "Fiction", "FIC KA", "FIC KZ"),
    Shelf("MAIN", "c", "Children", "FIC A", "FIC Z"),
    Shelf("WEST", "d", "Fiction", "FIC A", "FIC Z"),
)


@pytest.mark.parametrize(
    ("call_number", "branch", "location", "shelf"),
    [
        ("FIC ISHI", "MAIN", "Fiction", "a"),
        ("FIC JAME", "MAIN", "Fiction", "a"),
        ("FIC KEHL", "main", "fiction", "b"),
        ("FIC KZAB", "MAIN", "Fiction", "b"),
        ("FIC KEHL", "MAIN", "Children", "c"),
        ("FIC KEHL", "WEST", "Fiction", "d"),
        ("FIC KEHL", "MAIN", None, "b"),
        ("SCI 500", "MAIN", "Fiction", None),
        ("FIC KEHL", "EAST", "Fiction", None),
        (None, "MAIN", "Fiction", None),
    ],
)
def test_the_shelf_is_found(
    call_number: str | None, branch: str, location: str | None, shelf: str | None
) -> None:
    found = shelf_of(call_number, SHELVES, branch, location)
    assert (found.id if found else None) == shelf
