"""From a question to a receipt: find, ask, borrow, in every language, by keys and by touch alone."""

import pytest

from kiosk.services import Services
from tests.journeys.conftest import LANDSCAPE, PORTRAIT, Kiosk, OpenKiosk

_EMILY = "20000033"
_ASKED = {
    "de": ("dvd behalten", "7 Tage"),
    "en": ("how long a dvd", "7 days"),
    "pl": ("jak długo dvd", "7 dni"),
}


@pytest.mark.parametrize(("language", "size"), [("de", PORTRAIT), ("en", LANDSCAPE), ("pl", PORTRAIT)])
def test_a_patron_finds_asks_and_borrows(open_kiosk: OpenKiosk, language: str, size: tuple[int, int]) -> None:
    kiosk = open_kiosk(language, size)
    hands = kiosk.hands
    _find_by_keys(kiosk)
    hands.touch("dock.home")
    _ask(kiosk, *_ASKED[language])
    before = kiosk.aside(lambda services: _lent_to(services, _EMILY))
    hands.scan(_EMILY)
    assert hands.page == "borrow"
    for barcode in kiosk.barcodes.free[:2]:
        hands.scan(barcode)
    lent = kiosk.aside(lambda services: _lent_to(services, _EMILY)) - before
    assert lent == set(kiosk.barcodes.free[:2])
    hands.touch("borrow.print" if hands.sees("borrow.print") else "borrow.done")
    hands.wait(lambda: bool(list(kiosk.folder.glob("receipts/*.pdf"))), "no receipt comes out")
    assert next(kiosk.folder.glob("receipts/*.pdf")).read_bytes().startswith(b"%PDF")


def _find_by_keys(kiosk: Kiosk) -> None:
    hands = kiosk.hands
    hands.touch("home.find")
    hands.type("vermessung der welt")
    hands.enter()
    hands.touch_first("find.title.")
    assert hands.page == "record"
    assert hands.reads("Die Vermessung der Welt")


def _ask(kiosk: Kiosk, question: str, figure: str) -> None:
    hands = kiosk.hands
    hands.touch("home.ask")
    hands.type(question)
    hands.enter()
    assert hands.page == "answer"
    assert hands.reads(figure), hands.texts


def _lent_to(services: Services, card: str) -> set[str]:
    account = services.accounts.statement(card, services.clock.now(), "MAIN")
    return {loan.barcode for loan in account.loans}
