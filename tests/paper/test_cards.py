"""A card carries its number as a code that is read back, on a sheet of cards or on the printer's roll."""

import io
from datetime import date

import pytest
import zxingcpp
from pypdf import PdfReader
from reportlab.lib.units import mm

from kiosk.model.errors import LabelTooSmall
from kiosk.paper.barcodes import Symbology, bars_of
from kiosk.paper.cards import PatronCard, TemporaryCard, cards_pdf, temporary_card_pdf, temporary_card_roll
from kiosk.paper.escpos import escpos_bytes, paper_of
from kiosk.paper.sheets import sheet_of
from kiosk.words import wording
from tests.paper.escpos_decoder import decode
from tests.paper.printed import codes, ink_outside, pages
from tests.paper.test_escpos import AT, read
from tests.paper.test_labels import boxes, text_of

NUMBER = "20000000123"
CODE128 = zxingcpp.BarcodeFormat.Code128


def card(name: str = "Małgorzata Müller-Żółkiewska") -> PatronCard:
    return PatronCard(
        bars_of(NUMBER, Symbology.CODE128), "Stadtbibliothek Lindenau", name, "Valid until 2027"
    )


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("number", ["32010", "32015", "L7163", "5371"])
def test_cards_are_read_back_from_their_sheet(number: str, dpi: int) -> None:
    sheet = sheet_of(number)
    (image,) = pages(cards_pdf([card()] * 3, sheet), dpi)
    assert codes(image, CODE128) == [NUMBER] * 3
    assert ink_outside(image, boxes(sheet, range(3)), dpi) == 0


def test_a_card_says_library_name_and_number() -> None:
    said = text_of(cards_pdf([card()], sheet_of("32010")))
    for text in ("Stadtbibliothek Lindenau", "Małgorzata Müller-Żółkiewska", NUMBER, "Valid until 2027"):
        assert text in said


def test_a_card_without_a_name_has_none() -> None:
    assert "Müller" not in text_of(cards_pdf([card("")], sheet_of("32010")))


@pytest.mark.parametrize("name", ["W" * 300, "Ä " * 200])
def test_a_long_name_stays_on_its_card(name: str) -> None:
    sheet = sheet_of("32010")
    (image,) = pages(cards_pdf([card(name)], sheet, start=10), 200)
    assert ink_outside(image, boxes(sheet, range(9, 10)), 200) == 0


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("language", ["de", "en", "pl"])
def test_a_temporary_card_is_read_back_from_the_roll(language: str, dpi: int) -> None:
    slip = TemporaryCard(
        bars_of(NUMBER, Symbology.CODE128),
        "Biblioteka Łódź",
        "Filia Zachód",
        date(2026, 12, 6),
        "Bring ID. " * 20,
    )
    pdf = temporary_card_pdf(slip, wording(language, "Europe/Berlin"))
    (page,) = PdfReader(io.BytesIO(pdf)).pages
    assert round(float(page.mediabox.width) / mm) == 80
    assert "2026" in text_of(pdf)
    (image,) = pages(pdf, dpi)
    assert codes(image, CODE128) == [NUMBER]
    height = float(page.mediabox.height) / mm
    assert ink_outside(image, [(4.5, 4, 75.5, height - 4)], dpi) == 0


def test_a_number_too_long_for_the_roll_is_refused() -> None:
    slip = TemporaryCard(bars_of("X" * 48, Symbology.CODE39), "L", "B")
    with pytest.raises(LabelTooSmall):
        temporary_card_pdf(slip, wording("en"))


@pytest.mark.parametrize("width", [58, 80])
def test_a_temporary_card_is_read_back_from_a_receipt_printer_too(width: int) -> None:
    slip = TemporaryCard(
        bars_of(NUMBER, Symbology.CODE128), "Bücherei Łódź", "Süd", date(2026, 12, 6), "Ausweis?"
    )
    said = decode(escpos_bytes(temporary_card_roll(slip, AT, wording("de")), paper_of(width)))
    (picture,) = said.pictures
    assert read(picture) == [NUMBER]
    for text in ("Bücherei Łódź", "Vorläufiger Ausweis", NUMBER, "6. Dezember 2026", "Ausweis?"):
        assert text in said.said
