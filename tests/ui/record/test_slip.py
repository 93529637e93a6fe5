"""The slip for the shelf on paper, and the code for the phone."""

import io
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image

from kiosk.paper.slip import ShelfSlip, slip_pdf
from kiosk.paper.squares import qr_modules
from kiosk.ui.patron.qr_code import qr_path
from kiosk.words import wording
from tests.ui.sample_library import NOW

SLIP = ShelfSlip(
    "Stadtbibliothek Lindenau",
    NOW,
    "Die Vermessung der Welt",
    "Daniel Kehlmann",
    "Buch · Rowohlt, 2005",
    "ROM KEHL",
    ("Hauptstelle · 1. Stock", "Romane, Regal 14"),
    "Da",
)


def height(pdf: bytes) -> float:
    box = pdf[pdf.index(b"/MediaBox [") + 11 :].split(b"]")[0].split()
    return float(box[3])


@pytest.mark.parametrize("language", ["de", "en", "pl"])
def test_a_slip_is_one_page_as_long_as_it_needs(language: str) -> None:
    words = wording(language, "Europe/Berlin")
    pdf = slip_pdf(SLIP, words)
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") == 1
    long = replace(SLIP, title="Wielki zbiór " * 20)
    assert height(slip_pdf(long, words)) > height(pdf)


def test_a_slip_without_a_place_and_with_foreign_letters_is_drawn() -> None:
    words = wording("pl", "Europe/Warsaw")
    bare = ShelfSlip("Biblioteka", NOW, "Война и мир – 戦争")
    assert slip_pdf(bare, words).startswith(b"%PDF")
    endless = replace(SLIP, call_number="363.738 " + "W" * 60)
    assert slip_pdf(endless, words).startswith(b"%PDF")


def test_the_code_holds_the_words_that_were_put_in() -> None:
    modules = qr_modules("Die Vermessung der Welt\nROM KEHL")
    side = len(modules) + 8
    picture = Image.new("L", (side, side), 255)
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            if dark:
                picture.putpixel((x + 4, y + 4), 0)
    large = picture.resize((side * 6, side * 6), Image.Resampling.NEAREST)
    (read,) = zxingcpp.read_barcodes(large)
    assert read.text == "Die Vermessung der Welt\nROM KEHL"
    stream = io.BytesIO(slip_pdf(replace(SLIP, qr=modules), wording("de", "Europe/Berlin")))
    assert height(stream.getvalue()) > height(slip_pdf(SLIP, wording("de", "Europe/Berlin")))


def test_the_path_of_a_code_covers_its_dark_modules() -> None:
    assert qr_path(((True, True, False, True), (False, True, True, False))) == (
        "M0,0 h2 v1 h-2 Z M3,0 h1 v1 h-1 Z M1,1 h2 v1 h-2 Z"
    )
    assert qr_path(()) == ""
