"""What a barcode holds is read back from paper as it was; what it cannot hold is refused with the reason."""

import io
import string
from contextlib import suppress

import pytest
import zxingcpp
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kiosk.model.errors import CodeImpossible
from kiosk.paper.barcodes import Bars, Symbology, bars_of, with_check_digit
from kiosk.paper.drawing import Printing, draw_bars
from kiosk.paper.sheets import Box
from kiosk.words import wording
from kiosk.words.reasons import error_sentence
from tests.paper.printed import codes, pages

FORMATS = {
    Symbology.CODE128: zxingcpp.BarcodeFormat.Code128,
    Symbology.CODE39: zxingcpp.BarcodeFormat.Code39Std,
    Symbology.CODE39_CHECK: zxingcpp.BarcodeFormat.Code39Std,
    Symbology.EAN13: zxingcpp.BarcodeFormat.EAN13,
}
CODE39_LETTERS = string.digits + string.ascii_uppercase + "-. $/+%"
RESOLUTIONS = (203, 300)


def trimmed(letters: str, most: int) -> st.SearchStrategy[str]:
    return st.text(letters, min_size=1, max_size=most).filter(lambda text: text == text.strip())


def printed(bars: Bars) -> bytes:
    """The code alone on paper wide enough for it."""
    across = bars.room * Printing().module(bars, 400) + 10
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(across * mm, 30 * mm))
    draw_bars(canvas, bars, Box(5, 5, across - 10, 15), Printing())
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def read_back(text: str, symbology: Symbology, dpi: int) -> str:
    (page,) = pages(printed(bars_of(text, symbology)), dpi)
    (read,) = codes(page, FORMATS[symbology])
    return read


@pytest.mark.parametrize("dpi", RESOLUTIONS)
@settings(max_examples=60, deadline=None)
@given(trimmed(string.printable[:95], 30) | trimmed(string.digits, 20))
@example("0")
@example("99")
@example("99077186089")
@example("9907718608")
@example("99A")
@example("9A")
@example("12345")
@example("A1234B12345C123")
@example("~}{|")
def test_code_128_holds_every_printable_letter_of_ascii(dpi: int, text: str) -> None:
    assert read_back(text, Symbology.CODE128, dpi) == text


@pytest.mark.parametrize("dpi", RESOLUTIONS)
@settings(max_examples=60, deadline=None)
@given(trimmed(CODE39_LETTERS, 24))
def test_code_39_holds_capitals_digits_and_seven_signs(dpi: int, text: str) -> None:
    assert read_back(text, Symbology.CODE39, dpi) == text


@settings(max_examples=60, deadline=None)
@given(trimmed(CODE39_LETTERS, 20))
def test_code_39_with_a_check_digit_ends_in_the_one_of_the_standard(text: str) -> None:
    read = read_back(text, Symbology.CODE39_CHECK, 203)
    values = string.digits + string.ascii_uppercase + "-. $/+%"
    assert read == text + values[sum(values.index(letter) for letter in text) % 43]


@pytest.mark.parametrize("dpi", RESOLUTIONS)
@settings(max_examples=40, deadline=None)
@given(st.text(string.digits, min_size=12, max_size=12))
def test_an_ean_number_is_read_with_its_check_digit(dpi: int, digits: str) -> None:
    number = with_check_digit(digits)
    weighed = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(number))
    assert weighed % 10 == 0
    assert read_back(number, Symbology.EAN13, dpi) == number


def test_small_letters_are_read_as_capitals_by_code_39() -> None:
    assert read_back("b17-x", Symbology.CODE39, 300) == "B17-X"


def test_blanks_around_a_number_are_no_part_of_it() -> None:
    assert bars_of(" 30000000017\n", Symbology.CODE128).text == "30000000017"


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.sampled_from(Symbology))
def test_any_text_becomes_bars_or_is_refused(text: str, symbology: Symbology) -> None:
    with suppress(CodeImpossible):
        bars = bars_of(text, symbology)
        assert bars.bars[0][0] == 0
        assert sum(bars.bars[-1]) == bars.width
        assert all(
            before + across < after
            for (before, across), (after, _) in zip(bars.bars, bars.bars[1:], strict=False)
        )


@pytest.mark.parametrize(
    ("text", "symbology", "said"),
    [
        ("", Symbology.CODE128, "nothing in it"),
        ("  ", Symbology.CODE39, "nothing in it"),
        ("Müller", Symbology.CODE128, "ü"),
        ("12\n34", Symbology.CODE128, "U+000A"),
        ("٣٤", Symbology.CODE128, "٣"),
        ("A*B", Symbology.CODE39, "*"),
        ("Straße", Symbology.CODE39, "ß"),
        ("x" * 49, Symbology.CODE128, "more than 48"),
        ("400638133393", Symbology.EAN13, "13 digits"),
        ("4006381333932", Symbology.EAN13, "would be 1"),
        ("٤006381333931", Symbology.EAN13, "13 digits"),
        ("40063813339A1", Symbology.EAN13, "13 digits"),
    ],
)
def test_what_a_code_cannot_hold_is_named(text: str, symbology: Symbology, said: str) -> None:
    with pytest.raises(CodeImpossible) as refused:
        bars_of(text, symbology)
    assert said in error_sentence(refused.value, wording("en"))


@pytest.mark.parametrize("digits", ["", "12345678901", "1234567890123", "12345678901x", "١٢٣٤٥٦٧٨٩٠١٢"])
def test_a_check_digit_is_made_for_twelve_digits_alone(digits: str) -> None:
    with pytest.raises(CodeImpossible):
        with_check_digit(digits)
