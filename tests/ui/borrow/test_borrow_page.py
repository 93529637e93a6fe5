"""Borrow on the real page over a real library: from the card to the receipt."""

from tests.ui.borrow.conftest import OpenKiosk
from tests.ui.borrow.lending_library import ANNA, BARCODES, loans_of


def test_a_card_an_item_and_a_receipt_make_a_visit(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    kiosk.sign_in_as(ANNA)
    kiosk.scan(BARCODES["Piranesi"])
    kiosk.settle()
    assert kiosk.lines() == [("Piranesi", "Borrowed")]
    kiosk.touch("borrow.done")
    kiosk.touch("borrow.receipt.yes")
    kiosk.wait(lambda: kiosk.shown("borrow", "step") == "thanks")
    receipts = list((kiosk.services.folder.path / "receipts").glob("*.pdf"))
    assert len(receipts) == 1
    assert receipts[0].read_bytes().startswith(b"%PDF")
    kiosk.touch("borrow.leave")
    kiosk.wait(lambda: kiosk.page == "home")
    assert kiosk.visit.card is None
    assert not kiosk.shown("borrow", "entered")
    assert kiosk.aside(loans_of, ANNA) == {"Piranesi"}
