"""A receipt says what was done, fits the roll, and names nobody."""

import io
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.lib.units import mm

from kiosk.model.money import Money
from kiosk.paper import Receipt, ReceiptLine, receipt_pdf
from kiosk.paper.typeface import width, wrapped
from kiosk.words import wording

DUE = datetime(2026, 12, 22, 22, 59, 59, tzinfo=UTC)


def receipt(*lines: ReceiptLine) -> Receipt:
    at = datetime(2026, 11, 24, 13, 32, tzinfo=UTC)
    return Receipt("checkout", "Stadtbibliothek Lindenau", "Hauptstelle", at, lines)


def text_of(document: bytes) -> str:
    (page,) = PdfReader(io.BytesIO(document)).pages
    return " ".join(page.extract_text().split())


@pytest.mark.parametrize(
    ("language", "due"), [("de", "Di., 22. Dezember"), ("en", "Tue 22 December"), ("pl", "wt., 22 grudnia")]
)
def test_it_says_title_number_and_due_date_in_the_language(language: str, due: str) -> None:
    words = wording(language, "Europe/Berlin")
    said = text_of(receipt_pdf(receipt(ReceiptLine("Momo", "30000000017", DUE)), words))
    assert "Momo" in said
    assert "30000000017" in said
    assert due in said


def test_a_charge_and_a_refusal_are_told() -> None:
    words = wording("en", "Europe/Berlin")
    lines = (
        ReceiptLine("Telescope", "30000000018", DUE, Money(200, "EUR")),
        ReceiptLine("Empuzjon", "30000000019", refused="Other readers are waiting for it."),
    )
    said = text_of(receipt_pdf(receipt(*lines), words))
    assert "€2.00" in said
    assert "Other readers are waiting for it." in said
    assert "1 item borrowed" in said


def test_scripts_that_the_typeface_lacks_are_written_too() -> None:
    said = text_of(receipt_pdf(receipt(ReceiptLine("Мастер и Маргарита", "30000000020", DUE)), wording("pl")))
    assert "Мастер и Маргарита" in said


def test_a_loan_in_hours_says_the_hour() -> None:
    line = ReceiptLine("Atlas", "30000000021", datetime(2026, 11, 24, 16, 30, tzinfo=UTC))
    assert "17:30" in text_of(receipt_pdf(receipt(line), wording("en", "Europe/Berlin")))


def test_it_is_as_wide_as_the_roll_and_grows_with_its_lines() -> None:
    def height(count: int) -> float:
        lines = tuple(ReceiptLine(f"Title {n}", f"3000000{n:04}", DUE) for n in range(count))
        (page,) = PdfReader(io.BytesIO(receipt_pdf(receipt(*lines), wording("en")))).pages
        assert round(float(page.mediabox.width) / mm) == 80
        return float(page.mediabox.height)

    assert height(1) < height(10) < height(60)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=120))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text: str) -> None:
    lines = wrapped(text, "bold", 11, 150)
    assert all(width(line, "bold", 11) <= 150 or len(line) == 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
