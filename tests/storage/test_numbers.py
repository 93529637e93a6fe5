"""Numbers of cards and requests: of one shape, checked as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.card_number import card_number, gtin_check_digit, most_serials
from kiosk.model.library import CardFormat, Symbology
from kiosk.model.request_number import (
    ALPHABET,
    DRAWN,
    read_request_number,
    shown_request_number,
    with_check_character,
)
from kiosk.storage.desk.request_numbers import drawn_number

DRAWN_ONES = st.text(ALPHABET, min_size=DRAWN, max_size=DRAWN)


@pytest.mark.parametrize("ean", ["4006381333931", "9783161484100", "0012345678905"])
def test_the_check_digit_is_that_of_known_article_numbers(ean: str) -> None:
    assert gtin_check_digit(ean[:-1]) == ean[-1]


@pytest.mark.parametrize(
    ("form", "serial", "number"),
    [
        (CardFormat(), 1, "2900000012"),
        (CardFormat(Symbology.EAN13, "20", 13), 123, "2000000001234"),
        (CardFormat(prefix="", length=4, check_digit=False), 9999, "9999"),
        (CardFormat(Symbology.CODE39, "AB", 6, check_digit=False), 7, "AB0007"),
    ],
)
def test_a_card_number_is_prefix_serial_and_check_digit(form: CardFormat, serial: int, number: str) -> None:
    assert card_number(form, serial) == number


@pytest.mark.parametrize("serial", [0, -1, 1000])
def test_a_serial_that_does_not_fit_is_refused(serial: int) -> None:
    form = CardFormat(prefix="", length=3, check_digit=False)
    assert most_serials(form) == 999
    with pytest.raises(ValueError):
        card_number(form, serial)


def test_a_form_without_room_has_no_numbers() -> None:
    assert most_serials(CardFormat(prefix="12345", length=5)) == 0


@given(drawn=DRAWN_ONES)
def test_a_request_number_is_read_as_it_is_shown(drawn: str) -> None:
    number = with_check_character(drawn)
    shown = shown_request_number(number)
    assert read_request_number(f" {shown.lower()} ") == number
    assert read_request_number(shown.replace("-", " ")) == number


@given(drawn=DRAWN_ONES, place=st.integers(0, DRAWN), wrong=st.sampled_from(ALPHABET))
def test_one_mistyped_character_is_always_told(drawn: str, place: int, wrong: str) -> None:
    number = with_check_character(drawn)
    mistyped = number[:place] + wrong + number[place + 1 :]
    assert (read_request_number(mistyped) == number) == (mistyped == number)
    assert mistyped == number or read_request_number(mistyped) is None


@pytest.mark.parametrize("typed", ["", "-", "ABC", "0000000000", "A" * 11, "ÄÖÜ4567890", "2" * 1000])
def test_what_cannot_be_a_request_number_is_none(typed: str) -> None:
    assert read_request_number(typed) is None


def test_drawn_numbers_can_be_read_and_hardly_repeat() -> None:
    drawn = {drawn_number() for _ in range(200)}
    assert len(drawn) == 200
    assert all(read_request_number(number) == number for number in drawn)
