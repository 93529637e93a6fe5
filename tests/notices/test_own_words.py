"""What a library itself has written stands on its receipts, above and below what they tell."""

import io
from datetime import UTC, datetime
from pathlib import Path

from pypdf import PdfReader

from kiosk.notices.own_words import own_words
from kiosk.notices.wording_files import keep_wordings, read_wordings, wordings_in_effect
from kiosk.paper import Receipt, ReceiptLine, receipt_pdf
from kiosk.paper.own_words import NONE, OwnWords
from kiosk.paper.roll_text import roll_text
from kiosk.paper.rolls import receipt_roll
from kiosk.words import wording
from tests.storage.builders import NOW, Town

AT = datetime(2026, 11, 24, 13, 32, tzinfo=UTC)
OWN = OwnWords("Enjoy your books", "Bitte beachten:\n\nMo geschlossen", "Bis bald\nIhr Team")


def receipt(own: OwnWords) -> Receipt:
    lines = (ReceiptLine("Momo", "30000000017", AT),)
    return Receipt("checkout", "Library", "Main", AT, lines, closing="Thank you.", own=own)


def test_the_pdf_and_the_roll_have_heading_items_and_end_in_this_order() -> None:
    words = wording("en", "Europe/Berlin")
    (page,) = PdfReader(io.BytesIO(receipt_pdf(receipt(OWN), words))).pages
    for text in (page.extract_text(), roll_text(receipt_roll(receipt(OWN), words))):
        said = " ".join(text.split())
        order = ["Enjoy your books", "Bitte beachten:", "Mo geschlossen", "Momo", "Bis bald", "Ihr Team"]
        assert [said.index(part) for part in order] == sorted(said.index(part) for part in order)
        assert "Thank you." not in said
        assert "Borrowed" not in said


def test_without_words_of_its_own_the_programs_stand() -> None:
    said = roll_text(receipt_roll(receipt(NONE), wording("en", "Europe/Berlin")))
    assert "Borrowed" in said
    assert said.rstrip().endswith("Thank you.")


def test_own_words_are_those_of_the_papers_kind_and_language(town: Town, tmp_path: Path) -> None:
    (tmp_path / "receipt_checkout.pl.txt").write_text(
        "Lektura\n\n{contact}\n{items}\nDo {x}\n".replace("{x}", "{library}")
    )
    with town.database.act() as work:
        keep_wordings(work, read_wordings(tmp_path, ("pl",)), "anna", NOW)
        work.commit()
    with town.database.read() as view:
        library = view.library.load()
        branch = library.branches[0]
        polish, german = wording("pl"), wording("de")
        own = own_words(view, library, "receipt_checkout", branch.code, polish)
        assert (own.heading, own.below) == ("Lektura", f"Do {polish.name(library.name)}")
        assert own.above.startswith(polish.name(branch.name))
        assert own_words(view, library, "receipt_checkout", branch.code, german) is NONE
        assert own_words(view, library, "receipt_return", branch.code, polish) is NONE
        files = dict(wordings_in_effect(view, ("pl",)))
    assert files["receipt_checkout.pl.txt"].startswith("Lektura\n\n{contact}\n{items}")
    assert "{items}" in files["receipt_return.pl.txt"]
