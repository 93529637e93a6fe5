"""The last loan is taken back on the page on which it was made: on the real page over a real library."""

import pytest
from pypdf import PdfReader

from kiosk.services import Services
from tests.ui.borrow.conftest import Kiosk, OpenKiosk
from tests.ui.borrow.lending_library import ANNA, BARCODES, BEN, NOW, give_back, lend, loans_of, queue


def borrowed(kiosk: Kiosk, *titles: str) -> None:
    kiosk.sign_in_as(ANNA)
    for title in titles:
        kiosk.scan(BARCODES[title])
        kiosk.settle()


@pytest.mark.parametrize(
    ("language", "chip", "lay"),
    [
        ("en", "Not borrowed", "Please lay it here: return shelf."),
        ("de", "Nicht ausgeliehen", "Bitte hierhin legen: Rückgaberegal."),
        ("pl", "Nie wypożyczono", "Odłóż tutaj: regał zwrotów."),
    ],
)
def test_one_loan_after_another_is_taken_back_by_touch(
    open_kiosk: OpenKiosk, language: str, chip: str, lay: str
) -> None:
    kiosk = open_kiosk(language)
    borrowed(kiosk, "Momo", "Piranesi", "Arrival")
    assert [row.offer for row in kiosk.rows("borrow")] == ["undo", "", ""]
    kiosk.touch("borrow.offer.3")
    kiosk.settle()
    assert kiosk.rows("borrow")[0].chip == chip
    assert lay in kiosk.rows("borrow")[0].text
    assert kiosk.rows("borrow", "limits") == (), "no film is on the card any more"
    kiosk.reach("borrow.offer.2")
    kiosk.reach("borrow.done")  # past a row without a control
    kiosk.touch("borrow.offer.2")
    kiosk.settle()
    assert kiosk.shown("borrow", "onCard").startswith("1 ")
    assert kiosk.aside(loans_of, ANNA) == {"Momo"}
    kiosk.touch("borrow.print")
    kiosk.wait(lambda: bool(kiosk.shown("borrow", "step") == "thanks"))
    (paper,) = (kiosk.services.folder.path / "receipts").glob("*.pdf")
    told = PdfReader(paper).pages[0].extract_text()
    assert "Momo" in told
    assert "Piranesi" not in told


def test_by_keys_what_was_kept_for_one_is_kept_again_and_the_fee_is_gone(open_kiosk: OpenKiosk) -> None:
    def kept(services: Services) -> None:
        lend(services, BEN, "Bohrmaschine", days_ago=3)
        queue(services, ANNA, "Bohrmaschine", days_ago=2)
        give_back(services, "Bohrmaschine", days_ago=1)

    kiosk = open_kiosk(prepare=kept)
    borrowed(kiosk, "Bohrmaschine")
    kiosk.touch("borrow.fee.yes")
    kiosk.settle()
    kiosk.reach("borrow.offer.1")
    kiosk.type("\n")
    kiosk.settle()
    (row,) = kiosk.rows("borrow")
    assert "Please lay it here: hold shelf." in row.text
    assert "You will not be charged the fee of €2.00." in row.text
    assert "Your hold on it counts again." in row.text
    owes = kiosk.aside(lambda services: services.accounts.statement(ANNA, NOW, "MAIN").owes)
    assert not owes
    assert not kiosk.shown("borrow", "receiptOffered")


def test_a_refusal_names_its_reason_and_the_item_can_be_returned_there(open_kiosk: OpenKiosk) -> None:
    def elsewhere(services: Services) -> None:
        lend(services, ANNA, "Solaris")

    kiosk = open_kiosk()
    borrowed(kiosk, "Momo")
    kiosk.aside(elsewhere)
    kiosk.touch("borrow.offer.1")
    kiosk.settle()
    (row,) = kiosk.rows("borrow")
    assert (row.chip, row.offer) == ("Borrowed", "return")
    assert row.hint.startswith(
        "It is still borrowed. Only the last loan made here on this card can be undone."
    )
    kiosk.touch("borrow.offer.1")
    kiosk.settle()
    assert kiosk.lines() == [("Momo", "Returned in time")]
    assert kiosk.aside(loans_of, ANNA) == {"Solaris"}
