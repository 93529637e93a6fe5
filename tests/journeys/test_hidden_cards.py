"""Nobody learns from a kiosk that asks for a PIN whether a card number exists, on whichever page."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kiosk.services import Services
from scripts.hands import Hands
from tests.journeys.conftest import Kiosk, OpenKiosk
from tests.journeys.ways import ANNA, EMILY, MOMENTS, WAYS, start_afresh

_NOBODYS = "20009994"
_PIN = "1234"  # of every card here
_SIGNED_IN = ("borrowing", "account")
_FURTHER = ("family", "stranger", "choosing", "settings")  # a step on from those, by card or touch


def ask_for_holds(services: Services) -> None:
    """Let every kiosk ask for the PIN, and name what is wanted least: that is enough on every page."""
    asked, library = frozenset({"holds"}), services.library()
    kiosks = tuple(replace(kiosk, pin_for=asked) for kiosk in library.kiosks)
    with services.database.act() as work:
        work.library.replace(replace(library, kiosks=kiosks))
        work.commit()


@pytest.fixture
def kiosk(open_kiosk: OpenKiosk) -> Kiosk:
    return open_kiosk("en", prepare=ask_for_holds)


def _type_pin(hands: Hands, pin: str) -> None:
    hands.touch_keys(pin)
    hands.touch("key.go")


def _come_to(hands: Hands, name: str) -> None:
    start_afresh(hands)
    {**WAYS, **MOMENTS}[name](hands)
    if name in _SIGNED_IN:
        _type_pin(hands, _PIN)
        assert hands.counter.visit.card == ANNA


def _seen_after(hands: Hands, name: str, code: str) -> tuple[str, list[str]]:
    _come_to(hands, name)
    hands.scan(code)
    return hands.page, [text.replace(code, "CODE") for text in hands.texts]


def test_a_card_and_a_number_that_is_none_look_the_same_on_every_page(kiosk: Kiosk) -> None:
    for name in (*WAYS, *(name for name in MOMENTS if name not in _FURTHER)):
        known = _seen_after(kiosk.hands, name, EMILY)
        unknown = _seen_after(kiosk.hands, name, _NOBODYS)
        assert known == unknown, name


def test_an_answer_that_waits_for_a_card_asks_the_pin_of_any_number_and_is_its_owners_after_it(
    kiosk: Kiosk,
) -> None:
    hands, seen = kiosk.hands, []
    for code in (_NOBODYS, EMILY):
        start_afresh(hands)
        WAYS["ask"](hands)
        hands.type("what do i owe")
        hands.enter()
        hands.scan(code)
        seen.append((hands.page, [text.replace(code, "CODE") for text in hands.texts]))
    assert seen[0] == seen[1]
    _type_pin(hands, _PIN)
    assert (hands.page, hands.counter.visit.card) == ("answer", EMILY), hands.texts
    assert hands.reads("What you owe"), hands.texts


@pytest.mark.parametrize("code", [EMILY, _NOBODYS])
def test_a_wrong_pin_after_return_tells_nothing_and_back_leads_to_what_was_handed_in(
    kiosk: Kiosk, code: str
) -> None:
    hands = kiosk.hands
    WAYS["return"](hands)
    hands.scan(kiosk.barcodes.lent[0])
    hands.scan(code)
    assert hands.page == "sign_in"
    assert hands.reads(f"{code} is not one of our items. If it is your card, type its PIN.")
    _type_pin(hands, "9999")
    assert hands.reads("Card number and PIN do not match."), hands.texts
    hands.press(Qt.Key.Key_Escape)
    while hands.page == "sign_in":
        hands.press(Qt.Key.Key_Escape)
    assert hands.page == "return"
    assert hands.reads("1 item"), hands.texts
    assert hands.reads(code)


def test_a_card_shown_in_return_begins_its_visit_once_its_pin_is_typed(kiosk: Kiosk) -> None:
    hands = kiosk.hands
    WAYS["return"](hands)
    hands.scan(EMILY)
    _type_pin(hands, _PIN)
    assert hands.counter.visit.card == EMILY
    assert hands.page == "borrow"
    assert hands.reads("Emily")


def test_an_item_laid_down_instead_of_a_pin_is_taken_back(kiosk: Kiosk) -> None:
    hands = kiosk.hands
    WAYS["return"](hands)
    hands.scan(_NOBODYS)
    hands.scan(kiosk.barcodes.lent[0])
    assert hands.page == "return"
    assert hands.reads("Thank you!"), hands.texts
    WAYS["account"](_at_home(hands))
    assert hands.reads("Type your PIN")
    assert not hands.reads(_NOBODYS)


def _at_home(hands: Hands) -> Hands:
    hands.touch("dock.home")
    return hands
