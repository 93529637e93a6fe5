"""ISBNs as people write them: read right, or not at all; never as another book's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean

from kiosk.catalog.description.identifiers import isbn13


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("9783446274938", "9783446274938"),
        ("978-3-446-27493-8 (Pappband)", "9783446274938"),
        ("978 3446274 938", "9783446274938"),
        ("9783446274938 350", "9783446274938"),  # a price behind it
        ("3-446-27493-6", "9783446274938"),
        ("3446274936 1999", "9783446274938"),
        ("080442957x 12", "9780804429573"),
        ("9783446274932", None),  # mistyped; its first ten digits bear a right check digit
        ("978-3-446-27493-2", None),
        ("978 3446274 932", None),
        ("978344627493", None),  # a digit is missing
        ("0306406152350", None),  # a number that begins like an ISBN
        ("", None),
    ],
)
def test_an_isbn_is_read_as_it_was_meant(text: str, read: str | None) -> None:
    assert isbn13(text) == read


@given(st.from_regex(r"97[89][0-9]{9}", fullmatch=True), st.integers(1, 9), st.sampled_from(("", "-", " ")))
def test_a_mistyped_check_digit_makes_no_other_isbn(twelve: str, off: int, between: str) -> None:
    wrong = (int(ean.calc_check_digit(twelve)) + off) % 10
    parts = (twelve[:3], twelve[3], twelve[4:10], twelve[10:], str(wrong))
    assert isbn13(between.join(parts)) is None
