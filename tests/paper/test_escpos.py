"""What a receipt printer prints, read from its bytes: every letter, no line too wide, every code readable."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from kiosk.model.money import Money
from kiosk.paper import Receipt, ReceiptLine
from kiosk.paper.answer_slip import AnswerSlip, SlipPart, SlipText
from kiosk.paper.barcodes import Symbology, bars_of
from kiosk.paper.escpos import RollPaper, escpos_bytes, paper_of
from kiosk.paper.hold_slip import HoldSlip, hold_sign, hold_slip_roll
from kiosk.paper.own_words import OwnWords
from kiosk.paper.reach import Reach, Way
from kiosk.paper.roll import Roll, RollCode, RollText, Style
from kiosk.paper.roll_pdf import roll_pdf
from kiosk.paper.roll_text import roll_text
from kiosk.paper.rolls import answer_roll, receipt_roll, slip_roll
from kiosk.paper.slip import ShelfSlip
from kiosk.paper.squares import qr_modules
from kiosk.paper.statement import StatementLine, StatementPaper, statement_roll
from kiosk.words import Wording, wording
from kiosk.words.direction import set_apart
from tests.paper.escpos_decoder import OTHER_TABLES, TABLES, Printed, decode
from tests.paper.printed import codes, ink_outside, pages
from tests.paper.test_labels import text_of

AT = datetime(2026, 11, 24, 13, 32, tzinfo=UTC)
DUE = datetime(2026, 12, 22, 22, 59, 59, tzinfo=UTC)
WIDTHS = (58, 80)
LETTERS = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻäöüßÄÖÜéèçñ"
CODE = bars_of("30000000017", Symbology.CODE128)


def words(language: str = "de") -> Wording:
    return wording(language, "Europe/Berlin")


def printed(roll: Roll, paper: RollPaper | None = None) -> Printed:
    return decode(escpos_bytes(roll, paper or paper_of(80)))


def text_roll(*texts: RollText) -> Roll:
    return Roll("t", "l", texts)


def read(picture: Image.Image) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(ImageOps.expand(picture.convert("L"), 20, 255))]


RECEIPT = Receipt(
    "checkout",
    "Stadtbücherei Łódź",
    "Zweigstelle Süd",
    AT,
    (
        ReceiptLine("Zażółć gęślą jaźń", "30000000017", DUE, Money(250, "EUR")),
        ReceiptLine("Größenwahn", "30000000018", refused="Andere warten darauf."),
    ),
    "Vielen Dank!",
)
SLIP = ShelfSlip(
    "Bücherei", AT, "Momo", "Michael Ende", "Buch", "ROM KEHL", ("Hauptstelle", "Regal 14"), "Da"
)
ANSWER = AnswerSlip(
    "Bücherei",
    AT,
    date(2026, 11, 24),
    "Wie lange darf ich ein Buch behalten?",
    "28 Tage",
    "Vier Wochen.",
    ("Für Erwachsene",),
    (
        SlipText(SlipPart.HEADING, ("Verlängern",)),
        SlipText(
            SlipPart.BULLETS, ("zweimal", "am Gerät oder zu Hause, wenn niemand wartet und nichts offen ist")
        ),
        SlipText(SlipPart.STEPS, ("Ausweis", "Buch")),
        SlipText(SlipPart.TABLE, heads=("Was", "Wie lange"), rows=(("Buch", "28 Tage"), ("DVD", "7 Tage"))),
        SlipText(SlipPart.TABLE, heads=("Was", "Frist", "Mal"), rows=(("Buch", "28 Tage", "2"),)),
    ),
)
HOLD = HoldSlip("Bücherei", "Süd", AT, "Momo", CODE, hold_sign("2000123"), date(2026, 12, 1))
STATEMENT = StatementPaper(
    "Bücherei",
    "Süd",
    AT,
    (
        StatementLine(date(2026, 11, 1), "Versäumnis", Money(250, "EUR"), "Momo"),
        StatementLine(date(2026, 11, 3), "Zahlung", Money(-100, "EUR")),
    ),
    Money(150, "EUR"),
    Money(20, "EUR"),
)


def rolls(said: Wording) -> list[Roll]:
    return [
        receipt_roll(RECEIPT, said),
        slip_roll(SLIP, said),
        answer_roll(ANSWER, said),
        hold_slip_roll(HOLD, said),
        hold_slip_roll(replace(HOLD, transit_to="Zweigstelle West"), said),
        statement_roll(STATEMENT, said),
        statement_roll(replace(STATEMENT, lines=(), running=None), said),
    ]


@pytest.mark.parametrize(
    ("profile", "tables"),
    [
        ("default", TABLES),
        ("TM-T20II", TABLES),
        ("TM-T88IV", TABLES),
        ("RP-F10-80mm", TABLES),
        ("POS-5890", OTHER_TABLES),
        ("NT-5890K", OTHER_TABLES),
    ],
)
def test_every_german_and_polish_letter_is_printed(profile: str, tables: Mapping[int, str]) -> None:
    bytes_ = escpos_bytes(text_roll(RollText(LETTERS)), paper_of(80, profile))
    assert decode(bytes_, tables).lines[0].text == LETTERS


@pytest.mark.parametrize("page", ["CP852", "CP1250"])
def test_a_library_may_name_the_one_table_that_its_printer_has_right(page: str) -> None:
    bytes_ = escpos_bytes(text_roll(RollText("Zażółć gęślą jaźń, Größe")), paper_of(80, code_page=page))
    assert decode(bytes_).lines[0].text == "Zażółć gęślą jaźń, Größe"
    assert bytes_.count(b"\x1bt") == 1


def test_letters_that_a_table_lacks_become_the_nearest() -> None:
    paper = paper_of(80, code_page="CP437")
    said = printed(text_roll(RollText("„Łódź“ – 3,00\u00a0€ … 戦争 żółw")), paper).lines[0].text
    assert said == '"Lódz" - 3,00 EUR ... ?? zólw'


def test_a_printer_without_tables_gets_plain_letters() -> None:
    said = printed(text_roll(RollText("Größe żółw")), paper_of(80, "simple", "CP852")).lines[0].text
    assert said in ("Grosse zolw", "Größe zólw")


def test_a_title_cannot_command_the_printer() -> None:
    said = printed(text_roll(RollText("A\x1bp\x00\x19\x1dV\x00B\u0007\u202eC")))
    assert said.cuts == 1
    assert said.lines[0].text == "A?p?? V?B?C"


# What a language from right to left sets its values apart with, and marks that a record brings along.
MARKS = "\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e"


def marked(text: str) -> str:
    return MARKS + "".join(f"\u2068{letter}\u2069" for letter in text) + MARKS


def test_marks_of_direction_leave_no_sign_on_paper_and_take_no_room() -> None:
    said = printed(text_roll(RollText(marked("Momo"), right=marked("3,00 EUR")), RollText(marked("x" * 48))))
    assert [line.text for line in said.lines[:3]] == [f"Momo{'3,00 EUR':>44}", "x" * 48, ""]


def test_neither_text_nor_pdf_of_a_paper_holds_marks_of_direction() -> None:
    plain, apart = (text_roll(RollText(wrap("Momo"), right=wrap("3,00"))) for wrap in (str, marked))
    assert roll_text(apart) == roll_text(plain) == "Momo: 3,00\n"
    assert text_of(roll_pdf(apart, "he")) == text_of(roll_pdf(plain, "he"))
    drawn, as_usual = (pages(roll_pdf(roll, "he"), 203)[0] for roll in (apart, plain))
    assert drawn.tobytes() == as_usual.tobytes()


def test_a_value_that_a_language_from_the_right_sets_apart_is_printed_as_itself() -> None:
    value = set_apart("Momo", "he")
    assert value != "Momo"
    assert printed(text_roll(RollText(f"<{value}>"))).lines[0].text == "<Momo>"


@pytest.mark.parametrize("width", WIDTHS)
@settings(max_examples=80, deadline=None)
@given(
    st.text(max_size=200),
    st.text(max_size=60),
    st.sampled_from(Style),
    st.integers(0, 40),
    st.booleans(),
)
def test_no_line_is_wider_than_the_paper(
    width: int, text: str, right: str, style: Style, indent: int, middle: bool
) -> None:
    paper = paper_of(width)
    said = printed(text_roll(RollText(text, style, right, indent, middle)), paper)
    assert all(line.columns <= paper.columns for line in said.lines)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["de", "en", "pl"])
def test_every_paper_fits_the_roll_and_is_cut_once(width: int, language: str) -> None:
    paper = paper_of(width)
    for roll in rolls(words(language)):
        said = printed(roll, paper)
        assert said.cuts == 1
        assert all(line.columns <= paper.columns for line in said.lines)
        assert all(picture.width <= paper.dots for picture in said.pictures)
        assert "?" not in said.text.replace("behalten?", "")


def test_a_printer_without_a_knife_pushes_the_paper_out() -> None:
    said = printed(text_roll(RollText("A")), paper_of(58, cut=False))
    assert said.cuts == 0
    assert [line.text for line in said.lines] == ["A", "", "", "", ""]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_receipt_says_what_was_done(width: int) -> None:
    said = printed(receipt_roll(RECEIPT, words()), paper_of(width)).said
    for text in ("Stadtbücherei Łódź", "Zażółć gęślą jaźń", "30000000017", "Di., 22. Dezember", "2,50 €"):
        assert text in said
    assert "Andere warten darauf." in said
    assert "1 Medium" in said or "1 " in said
    assert said.rstrip().endswith("Vielen Dank!")


def test_a_shelf_mark_is_large_and_what_matters_is_bold() -> None:
    lines = printed(slip_roll(SLIP, words())).lines
    assert [line.text for line in lines if line.large] == ["ROM KEHL"]
    assert {"Momo", "Regal 14"} <= {line.text for line in lines if line.bold}
    assert not next(line for line in lines if line.text == "Michael Ende").bold


@pytest.mark.parametrize("width", WIDTHS)
def test_an_answer_keeps_its_points_and_its_table(width: int) -> None:
    text = printed(answer_roll(ANSWER, words()), paper_of(width)).text
    assert "- zweimal" in text
    assert "2. Buch" in text
    assert any(line.startswith("DVD") and line.endswith("7 Tage") for line in text.splitlines())


@pytest.mark.parametrize("width", WIDTHS)
def test_codes_on_the_roll_are_read_back(width: int) -> None:
    (picture,) = printed(hold_slip_roll(HOLD, words()), paper_of(width)).pictures
    assert read(picture) == ["30000000017"]
    with_qr = replace(SLIP, qr=tuple(tuple(row) for row in qr_modules("Momo\nROM KEHL")))
    (square,) = printed(slip_roll(with_qr, words()), paper_of(width)).pictures
    assert read(square) == ["Momo\nROM KEHL"]


def test_a_code_too_wide_for_the_roll_leaves_its_number() -> None:
    long = Roll("t", "l", (RollCode(bars_of("X" * 40, Symbology.CODE39)),))
    said = printed(long, paper_of(58))
    assert said.pictures == []
    assert said.said.startswith("X" * 32)
    assert all(line.columns <= 32 for line in said.lines)


def test_a_hold_slip_and_an_answer_end_with_ways_to_reach_the_library_unless_it_has_its_own_words() -> None:
    reached = replace(HOLD, ways="0341 5550\nwww.library.example")
    assert printed(hold_slip_roll(reached, words())).said.rstrip().endswith("www.library.example")
    own = replace(reached, own=OwnWords("Abholen", below="Bis bald"))
    assert "www.library.example" not in printed(hold_slip_roll(own, words())).said
    answer = answer_roll(replace(ANSWER, reach=Reach("Kontakt", (Way("Telefon", "0341 5550"),))), words())
    assert "0341 5550" in printed(answer).said


def test_a_hold_slip_shows_the_end_of_the_card_and_no_more() -> None:
    said = printed(hold_slip_roll(replace(HOLD, sign=hold_sign(" 20000456 ")), words())).said
    assert "0456" in said
    assert "20000456" not in said


def test_a_slip_for_the_way_names_the_branch_and_not_whose_it_is() -> None:
    said = printed(hold_slip_roll(replace(HOLD, transit_to="Zweigstelle West"), words())).said
    assert "Zweigstelle West" in said
    assert HOLD.sign not in said.replace("30000000017", "")


def test_a_statement_adds_up_before_the_eye() -> None:
    said = printed(statement_roll(STATEMENT, words())).said
    for text in ("2,50 €", "-1,00 €", "1,50 €", "0,20 €", "01.11.2026"):
        assert text in said


@pytest.mark.parametrize("language", ["de", "en", "pl"])
def test_each_paper_is_a_pdf_too_within_its_edges(language: str) -> None:
    for roll in rolls(words(language)):
        (image,) = pages(roll_pdf(roll, language), 203)
        high = image.height / 203 * 25.4
        assert ink_outside(image, [(4.5, 4, 75.5, high - 4)], 203) == 0


def test_the_pdf_of_a_hold_slip_is_read_back_and_a_right_text_without_room_goes_below() -> None:
    pdf = roll_pdf(hold_slip_roll(HOLD, words("pl")), "pl")
    (image,) = pages(pdf, 203)
    assert codes(image, zxingcpp.BarcodeFormat.Code128) == ["30000000017"]
    long = text_roll(RollText("Ein langer Text " * 3, right="am rechten Rand " * 4))
    said = text_of(roll_pdf(long, "de"))
    assert "rechten Rand" in said
    (image,) = pages(roll_pdf(long, "de"), 203)
    assert ink_outside(image, [(4.5, 4, 75.5, image.height / 203 * 25.4 - 4)], 203) == 0
