"""The form of barcodes is told from those that there are, and goes on without a gap."""

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff.copies.barcode_form import BarcodeForm, Check, check_digit, form_of

FORMS = st.builds(
    BarcodeForm,
    prefix=st.sampled_from(["", "3", "CONC", "29-", "B 0"]),
    digits=st.integers(min_value=3, max_value=13),
    check=st.sampled_from(Check),
)


@pytest.mark.parametrize(
    ("digits", "check", "last"),
    [
        ("3001000101", Check.LUHN, "1"),
        ("7992739871", Check.LUHN, "3"),
        ("400638133393", Check.GTIN, "1"),
        ("123456", Check.MODULO_11, "0"),
        ("10", Check.MODULO_11, "8"),
        ("6", Check.MODULO_11, None),
        ("123", Check.NONE, ""),
    ],
)
def test_check_digits_are_those_of_the_standards(digits: str, check: Check, last: str | None) -> None:
    assert check_digit(digits, check) == last


@given(form=FORMS, serial=st.integers(min_value=0, max_value=10**13))
def test_a_number_leads_back_to_its_serial(form: BarcodeForm, serial: int) -> None:
    number = form.number(serial)
    if number is not None:
        assert form.serial(number) == serial
        assert len(number) == len(form.prefix) + form.digits


@given(form=FORMS, serial=st.integers(min_value=0, max_value=10**6))
def test_what_follows_is_of_the_form_and_higher(form: BarcodeForm, serial: int) -> None:
    begin = form.number(serial)
    if begin is not None:
        following = [form.serial(code) for code in islice(form.after(begin), 5)]
        assert all(number is not None and number > serial for number in following)
        assert following == sorted(set(following), key=lambda number: number or 0)


@pytest.mark.parametrize(
    ("barcodes", "form"),
    [
        (["30010001011", "30010002019", "30010002027", "30010003017"], BarcodeForm("", 11, Check.LUHN)),
        (["CONC4000036", "CONC4000037", "CONC4000038"], BarcodeForm("CONC", 7, Check.NONE)),
        (["4006381333931", "4006381333948", "4006381333955"], BarcodeForm("", 13, Check.GTIN)),
        (["A7", "x", "A8", "A9", "A12"], BarcodeForm("A", 1, Check.NONE)),
        (["39"], BarcodeForm("", 2, Check.NONE)),
    ],
)
def test_the_form_is_that_of_most_barcodes(barcodes: list[str], form: BarcodeForm) -> None:
    assert form_of(barcodes) == form


@pytest.mark.parametrize("barcodes", [[], ["", "  "], ["abc"], ["٣٤"]])
def test_without_a_number_there_is_no_form(barcodes: list[str]) -> None:
    assert form_of(barcodes) is None


def test_a_form_ends_where_its_digits_do() -> None:
    assert list(BarcodeForm("A", 2, Check.NONE).after("A97")) == ["A98", "A99"]
