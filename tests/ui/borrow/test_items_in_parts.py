"""Items of several parts are looked through before they are lent: on the real page over a real library."""

import pytest

from tests.ui.borrow.conftest import OpenKiosk
from tests.ui.borrow.lending_library import ANNA, BARCODES, loans_of

KAFKA = "Die Verwandlung"


@pytest.mark.parametrize(
    ("language", "answer", "chip", "loans"),
    [
        ("en", "yes", "Borrowed", {KAFKA}),
        ("en", "no", "Not borrowed", set()),
        ("de", "no", "Nicht ausgeliehen", set()),
        ("pl", "no", "Nie wypożyczono", set()),
    ],
)
def test_an_item_in_parts_asks_whether_everything_is_there(
    open_kiosk: OpenKiosk, language: str, answer: str, chip: str, loans: set[str]
) -> None:
    kiosk = open_kiosk(language)
    kiosk.sign_in_as(ANNA)
    kiosk.scan(BARCODES[KAFKA])
    kiosk.settle()
    assert kiosk.shown("borrow", "partsWords").splitlines()[1:] == ["– 2 CDs", "– booklet"]
    assert kiosk.aside(loans_of, ANNA) == set(), "nothing is lent before the answer"
    kiosk.touch(f"borrow.parts.{answer}")
    kiosk.settle()
    assert kiosk.lines() == [(KAFKA, chip)]
    assert kiosk.aside(loans_of, ANNA) == loans
    assert kiosk.shown("borrow", "partsTicket") == 0
    if answer == "no":
        assert "2 CDs, booklet" in kiosk.rows("borrow")[0].text


def test_by_keys_and_without_an_answer_nothing_is_lent(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de", 1280, 800)
    kiosk.sign_in_as(ANNA)
    kiosk.scan(BARCODES[KAFKA])
    kiosk.settle()
    kiosk.reach("borrow.parts.no")
    kiosk.type("\n")
    kiosk.settle()
    assert kiosk.rows("borrow")[0].tone == 1
    kiosk.scan(BARCODES[KAFKA])
    kiosk.settle()
    assert kiosk.shown("borrow", "partsTicket") == 2, "laid down again, it is asked again"
    kiosk.visit.end()
    kiosk.settle()
    assert kiosk.aside(loans_of, ANNA) == set()
    assert kiosk.shown("borrow", "partsWords") == ""
