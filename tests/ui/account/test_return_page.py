"""Return on the real page over a real library: thanks, and where to lay each item."""

import pytest
from pypdf import PdfReader

from kiosk.model.errors import DatabaseUnavailable
from kiosk.model.item import Place
from kiosk.services import Services
from kiosk.settings import PrinterSettings, Settings
from kiosk.storage import PatronRequest
from tests.ui.borrow.conftest import OpenKiosk
from tests.ui.borrow.lending_library import ANNA, BARCODES, BEN, CHILD, lend, loans_of, queue
from tests.ui.borrow.test_after_the_end import held_up


def past(services: Services) -> None:
    lend(services, BEN, "Solaris", days_ago=5)
    queue(services, CHILD, "Solaris", days_ago=3)
    lend(services, BEN, "Momo", days_ago=5)
    lend(services, BEN, "Zimna wojna", days_ago=12)


@pytest.mark.parametrize(
    ("title", "chip", "place", "label"),
    [
        ("Solaris", "Returned in time", "Hold shelf", "Holds"),
        ("Momo", "Returned in time", "Return shelf", "Returns"),
        ("Zimna wojna", "Returned late", "Bin: West Branch", "West Branch"),
        ("Piranesi", "Returned", "Return shelf", "Returns"),
    ],
)
def test_each_item_gets_thanks_and_a_place(
    open_kiosk: OpenKiosk, title: str, chip: str, place: str, label: str
) -> None:
    kiosk = open_kiosk(prepare=past)
    kiosk.open("return")
    kiosk.scan(BARCODES[title])
    kiosk.settle()
    assert kiosk.shown("checkin", "headline") == "Thank you!"
    assert kiosk.shown("checkin", "chip") == chip
    assert kiosk.shown("checkin", "places")[kiosk.shown("checkin", "place")] == label
    (row,) = kiosk.rows("checkin")
    assert row.place == place


def test_a_fine_is_told_to_its_own_card_alone(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(prepare=past)
    kiosk.open("return")
    kiosk.scan(BARCODES["Zimna wojna"])
    kiosk.settle()
    assert kiosk.rows("checkin")[0].about.endswith("· late")
    assert kiosk.shown("checkin", "left") == ""


def test_the_owner_is_told_the_fine_and_what_is_left(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(prepare=past)
    kiosk.sign_in_as(BEN)
    kiosk.open("return")
    kiosk.scan(BARCODES["Zimna wojna"])
    kiosk.settle()
    assert "€" in kiosk.rows("checkin")[0].about
    assert kiosk.shown("checkin", "left") == "2 items are left on your card."


def test_many_at_once_are_taken_back_in_order(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(prepare=past)
    kiosk.open("return")
    for title in ("Solaris", "Momo", "Solaris"):
        kiosk.scan(BARCODES[title])
    kiosk.touch("return.done")
    kiosk.wait(lambda: kiosk.page == "home")
    assert kiosk.aside(loans_of, BEN) == {"Zimna wojna"}
    assert kiosk.rows("checkin") == ()


def test_an_unknown_number_goes_to_staff(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    kiosk.open("return")
    kiosk.scan("49999999")
    kiosk.settle()
    assert kiosk.shown("checkin", "chip") == "Not returned"
    assert kiosk.rows("checkin")[0].place == "Staff"


def test_a_garbled_scan_says_so(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    kiosk.open("return")
    kiosk.scan("7")
    assert kiosk.shown("checkin", "notice").startswith("That could not be read.")


def test_a_card_laid_down_begins_its_visit(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    kiosk.open("return")
    kiosk.scan(ANNA)
    kiosk.wait(lambda: bool(kiosk.shown("borrow", "entered")))
    assert kiosk.page == "borrow"


def test_a_receipt_names_what_was_handed_in(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(prepare=past)
    kiosk.open("return")
    kiosk.scan(BARCODES["Momo"])
    kiosk.settle()
    kiosk.touch("return.print")
    kiosk.settle()
    assert len(list((kiosk.services.folder.path / "receipts").glob("*.pdf"))) == 1


def test_an_item_number_may_be_typed(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de", 1280, 800, prepare=past)
    kiosk.open("return")
    kiosk.touch("return.type")
    for digit in BARCODES["Momo"]:
        kiosk.touch(f"key.{digit}")
    kiosk.touch("key.go")
    kiosk.settle()
    assert kiosk.shown("checkin", "headline") == "Danke!"


@pytest.mark.parametrize(
    ("language", "place", "told"),
    [
        ("en", "Staff", "not complete"),
        ("de", "Personal", "nicht vollst"),
        ("pl", "Obsługa", "niekompletne"),
    ],
)
def test_what_belongs_to_an_item_is_told_and_what_is_missing_goes_to_staff(
    open_kiosk: OpenKiosk, language: str, place: str, told: str
) -> None:
    kiosk = open_kiosk(language, prepare=past)
    kiosk.open("return")
    kiosk.scan(BARCODES["Die Verwandlung"])
    kiosk.settle()
    assert kiosk.shown("checkin", "parts").endswith(": 2 CDs, booklet")
    kiosk.touch("return.missing")
    kiosk.touch("return.parts.yes")
    assert kiosk.shown("checkin", "parts") != "", "a touch by mistake is taken back"
    kiosk.scan(BARCODES["Momo"])
    kiosk.settle()
    kiosk.reach("return.missing.1")
    kiosk.type("\n")
    kiosk.reach("return.parts.no")
    kiosk.type("\n")
    kiosk.settle()
    assert kiosk.rows("checkin")[1].place == place
    (message,) = kiosk.aside(_inbox)
    assert BARCODES["Die Verwandlung"] in message.details["text"]
    assert kiosk.aside(_lies, BARCODES["Die Verwandlung"]) is Place.STAFF
    assert message.patron_id is None
    assert not kiosk.seen("return.missing.1"), "it is said once"


def test_a_missing_part_that_cannot_be_reported_leaves_the_return_and_a_line_in_the_log(
    open_kiosk: OpenKiosk, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_arguments: object, **_more: object) -> None:
        raise DatabaseUnavailable

    kiosk = open_kiosk("en", prepare=past)
    monkeypatch.setattr(kiosk.services.acts, "report_incomplete", away)
    kiosk.open("return")
    kiosk.scan(BARCODES["Die Verwandlung"])
    kiosk.settle()
    kiosk.touch("return.missing")
    with held_up(kiosk, "serial"):
        kiosk.touch("return.parts.no")
        kiosk.visit.end()
    assert "Die Verwandlung" not in kiosk.aside(loans_of, ANNA) | kiosk.aside(loans_of, BEN)
    (line,) = (record.getMessage() for record in caplog.records if record.name == "kiosk")
    assert line.startswith("after the end of a visit: incomplete ")
    assert "Verwandlung" not in line


def _lies(services: Services, barcode: str) -> Place | None:
    with services.database.read() as view:
        item = view.items.by_barcode(barcode)
    return item.place if item is not None else None


def _inbox(services: Services) -> tuple[PatronRequest, ...]:
    with services.database.read() as view:
        return view.requests.waiting("incomplete")


def with_slips(services: Services) -> None:
    past(services)
    services.settings = Settings(printer=PrinterSettings(hold_slips=True))


def test_a_slip_is_printed_for_what_is_held_or_travels_and_for_nothing_else(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("pl", prepare=with_slips)
    kiosk.open("return")
    for title in ("Solaris", "Momo", "Solaris", "Zimna wojna"):
        kiosk.scan(BARCODES[title])
        kiosk.settle()
    files = (kiosk.services.folder.path / "receipts").glob("*.pdf")
    papers = [PdfReader(file).pages[0].extract_text() for file in files]
    assert len(papers) == 2, "each once"
    (held,) = (paper for paper in papers if "Solaris" in paper)
    assert CHILD[-4:] in held, "it waits under the end of its card's number"
    assert not any(name in held for name in ("Carla", "Weber", CHILD))
    (travels,) = (paper for paper in papers if "Zimna wojna" in paper)
    assert "Unterwegs nach" in travels, "in the library's language, whoever prints it"
    assert kiosk.shown("checkin", "note") == "Włóż do środka wydrukowaną karteczkę."


def test_a_printer_in_trouble_loses_no_return(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(prepare=with_slips)
    (kiosk.services.folder.path / "receipts").rmdir()
    (kiosk.services.folder.path / "receipts").write_text("no folder")
    kiosk.open("return")
    kiosk.scan(BARCODES["Solaris"])
    kiosk.settle()
    assert kiosk.shown("shell", "toast").startswith("The slip that goes inside could not be printed (K207).")
    assert kiosk.rows("checkin")[0].place == "Hold shelf"
    assert "Solaris" not in kiosk.aside(loans_of, BEN)


def test_a_slip_is_printed_also_after_the_visit_has_ended(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(prepare=with_slips)
    kiosk.open("return")
    kiosk.scan(BARCODES["Solaris"])
    kiosk.visit.end()
    kiosk.settle()
    assert len(list((kiosk.services.folder.path / "receipts").glob("*.pdf"))) == 1


def test_no_slip_is_printed_where_none_is_wanted(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(prepare=past)
    kiosk.open("return")
    kiosk.scan(BARCODES["Solaris"])
    kiosk.settle()
    assert not list((kiosk.services.folder.path / "receipts").glob("*.pdf"))
