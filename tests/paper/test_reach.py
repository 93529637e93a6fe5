"""Slips end with how the library is reached: each way with its hours, and a code that a phone reads."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import zxingcpp
from pypdf import PdfReader

from kiosk.model.calendar import Calendar
from kiosk.model.library import Channel
from kiosk.model.texts import LocalText
from kiosk.paper.answer_slip import AnswerSlip, answer_slip_pdf
from kiosk.paper.own_words import OwnWords
from kiosk.paper.reach import NOT_TOLD, Reach, Way
from kiosk.paper.receipt import Receipt, ReceiptLine, receipt_pdf
from kiosk.paper.roll import RollPicture, RollText
from kiosk.paper.rolls import answer_roll, receipt_roll
from kiosk.words import wording
from kiosk.words.contact_card import ROOM, contact_card
from tests.paper.printed import codes, pages
from tests.ui.frame.test_help_state import LIBRARY

AT = datetime(2026, 11, 24, 13, 32, tzinfo=UTC)
WORDS = wording("de", "Europe/Berlin")
ALWAYS = Calendar("Europe/Berlin")
CARD = contact_card(LIBRARY, "MAIN", WORDS)
REACH = Reach("So erreichen Sie uns", (Way("Auskunft", "+49 341 5550-120", "Di.–Fr. 10:00–19:00"),), CARD)
RECEIPT = Receipt("return", "Bücherei", "Haupt", AT, (ReceiptLine("Momo", "3001"),), reach=REACH)
SLIP = AnswerSlip("Bücherei", AT, date(2026, 11, 24), "Wie lange?", reach=REACH)


def read(pdf: bytes) -> str:
    (page,) = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(page.extract_text().split())


@pytest.mark.parametrize("pdf", [receipt_pdf(RECEIPT, WORDS), answer_slip_pdf(SLIP, WORDS)], ids=["r", "a"])
def test_on_paper_stand_the_ways_with_their_hours_and_a_phone_reads_the_card(pdf: bytes) -> None:
    told = read(pdf)
    assert "So erreichen Sie uns" in told
    assert "+49 341 5550-120 Auskunft, Di.–Fr. 10:00–19:00" in told
    (picture,) = pages(pdf, 203)
    assert codes(picture, zxingcpp.BarcodeFormat.QRCode) == [CARD]


def test_a_roll_has_them_too() -> None:
    for roll in (receipt_roll(RECEIPT, WORDS), answer_roll(SLIP, WORDS)):
        assert isinstance(roll.parts[-1], RollPicture)
        assert "Auskunft: +49 341 5550-120" in [p.text for p in roll.parts if isinstance(p, RollText)]


def test_where_the_library_has_its_own_words_or_no_channel_nothing_is_added() -> None:
    own = replace(RECEIPT, own=OwnWords("Quittung", "", "Bis bald"))
    bare = replace(RECEIPT, reach=NOT_TOLD)
    for receipt in (own, bare):
        assert "Auskunft" not in read(receipt_pdf(receipt, WORDS))
        assert not any(isinstance(part, RollPicture) for part in receipt_roll(receipt, WORDS).parts)


def test_the_card_calls_writes_and_opens() -> None:
    assert CARD.splitlines() == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "N:Town Library;;;;",
        "FN:Town Library",
        "ORG:Town Library",
        "TEL:+493415550120",
        "EMAIL:desk@library.example",
        "END:VCARD",
    ]


def test_nothing_that_is_written_into_a_channel_ends_the_card_or_makes_it_unreadable() -> None:
    nasty = Channel("web", "a.example/x;y,z\nEND:VCARD", ALWAYS, LocalText.of("x"))
    library = replace(LIBRARY, name=LocalText.of("A; B, C\\D\nEND:VCARD"), channels=(nasty,))
    lines = contact_card(library, "MAIN", WORDS).splitlines()
    assert lines.count("END:VCARD") == 1
    assert "URL:https://a.example/x\\;y\\,z END:VCARD" in lines
    many = tuple(Channel("web", f"{n}.example/{'x' * 60}", ALWAYS) for n in range(30))
    for channels in (many, (Channel("email", "x" * 999, ALWAYS), *many)):
        card = contact_card(replace(LIBRARY, channels=channels), "MAIN", WORDS)
        assert len(card.encode()) <= ROOM
        assert card.endswith("END:VCARD")
        assert "URL:" in card
    endless = replace(LIBRARY, name=LocalText.of("Ł" * 400))
    assert contact_card(endless, "MAIN", WORDS) == ""
    assert contact_card(replace(LIBRARY, channels=()), "MAIN", WORDS) == ""
