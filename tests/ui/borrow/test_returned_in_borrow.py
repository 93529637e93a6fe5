"""What is laid down in Borrow and lent already can be returned there just as in Return: on the real page."""

import pytest
from pypdf import PdfReader

from kiosk.model.item import Place
from kiosk.services import Services
from kiosk.settings import PrinterSettings, Settings
from tests.ui.borrow.conftest import Kiosk, OpenKiosk
from tests.ui.borrow.lending_library import BARCODES, BEN, CHILD, lend, loans_of, queue

KAFKA = "Die Verwandlung"


def past(services: Services) -> None:
    lend(services, BEN, "Solaris", days_ago=5)
    queue(services, CHILD, "Solaris", days_ago=3)
    lend(services, BEN, "Zimna wojna", days_ago=12)
    lend(services, BEN, KAFKA, days_ago=5)
    services.settings = Settings(printer=PrinterSettings(hold_slips=True))


def returned(kiosk: Kiosk, title: str, offer: str = "other") -> str:
    """Lay a title down in Borrow, and return it there; give what its row then says."""
    kiosk.scan(BARCODES[title])
    kiosk.settle()
    ticket = kiosk.rows("borrow")[0].ticket
    kiosk.touch(f"borrow.{offer}.{ticket}")
    kiosk.settle()
    return str(kiosk.rows("borrow")[0].text)


def test_what_is_held_or_travels_is_told_where_to_lay_and_gets_its_slip(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(prepare=past)
    kiosk.sign_in_as(BEN)
    text = returned(kiosk, "Solaris", "offer")
    assert "hold shelf" in text
    assert "The next reader is waiting for it. Please put the printed slip inside." in text
    text = returned(kiosk, "Zimna wojna")
    assert "bin for West Branch" in text
    row = kiosk.rows("borrow")[0]
    assert row.chip == "Returned late"
    assert "€" in row.author, "what it costs is told to its own card"
    kiosk.open("return")
    kiosk.scan(BARCODES["Solaris"])
    kiosk.settle()
    assert kiosk.rows("checkin")[0].place == "Hold shelf", "it is told again, and its slip is in it"
    files = (kiosk.services.folder.path / "receipts").glob("*.pdf")
    papers = sorted(PdfReader(file).pages[0].extract_text() for file in files)
    assert len(papers) == 2
    assert [title for title in ("Solaris", "Zimna wojna") if any(title in paper for paper in papers)] == [
        "Solaris",
        "Zimna wojna",
    ]
    assert kiosk.aside(loans_of, BEN) == {KAFKA}


def test_a_slip_that_cannot_be_printed_is_told_and_loses_no_return(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de", 1280, 800, prepare=past)
    (kiosk.services.folder.path / "receipts").rmdir()
    (kiosk.services.folder.path / "receipts").write_text("no folder")
    kiosk.sign_in_as(BEN)
    returned(kiosk, "Solaris", "offer")
    assert "K207" in kiosk.shown("shell", "toast")
    assert "Solaris" not in kiosk.aside(loans_of, BEN)


@pytest.mark.parametrize(("language", "desk"), [("en", "member of staff"), ("pl", "bibliotekarzowi")])
def test_what_is_missing_of_an_item_returned_in_borrow_goes_to_staff(
    open_kiosk: OpenKiosk, language: str, desk: str
) -> None:
    kiosk = open_kiosk(language, prepare=past)
    kiosk.sign_in_as(BEN)
    assert "2 CDs, booklet" in returned(kiosk, KAFKA)
    kiosk.touch("borrow.offer.1")
    kiosk.touch("borrow.parts.yes")
    kiosk.touch("borrow.offer.1")
    assert kiosk.shown("borrow", "partsWords").splitlines()[1:] == ["– 2 CDs", "– booklet"]
    kiosk.touch("borrow.parts.no")
    kiosk.settle()
    assert desk in kiosk.rows("borrow")[0].text
    assert not kiosk.seen("borrow.offer.1"), "it is said once"
    assert kiosk.aside(_lies, BARCODES[KAFKA]) is Place.STAFF
    assert kiosk.aside(_told) == 1


def test_a_question_left_open_says_that_nothing_is_missing(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(prepare=past)
    kiosk.sign_in_as(BEN)
    returned(kiosk, KAFKA)
    kiosk.touch("borrow.offer.1")
    kiosk.visit.end()
    kiosk.settle()
    assert kiosk.aside(_told) == 0
    assert kiosk.shown("borrow", "partsWords") == ""


def _lies(services: Services, barcode: str) -> Place | None:
    with services.database.read() as view:
        item = view.items.by_barcode(barcode)
    return item.place if item is not None else None


def _told(services: Services) -> int:
    with services.database.read() as view:
        return len(view.requests.waiting("incomplete"))
