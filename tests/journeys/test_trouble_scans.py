"""Scans that are none: garbled, unknown, endless, in the wrong place; each is told of and costs nothing."""

import pytest

from kiosk.words import wording
from scripts.hands import Hands
from tests.journeys.conftest import OpenKiosk
from tests.journeys.ways import ANNA, EMILY, WAYS, start_afresh

_ENDLESS = "3" * 10_000
_CUT = "300"
_UNKNOWN = "99999999"
_WORDS = wording("en")
_GARBLED = [_WORDS(key) for key in ("scan.garbled", "sign_in.trouble.garbled", "borrow.notice.garbled")]


def _says_garbled(hands: Hands) -> bool:
    return any(hands.reads(sentence) for sentence in _GARBLED)


@pytest.mark.parametrize(
    "code",
    [
        _ENDLESS,
        "\u00e4\u00f6\u00fc30001",
        *(pytest.param(code, marks=pytest.mark.proof) for code in (_CUT, "3000\u200b0001", "=%3000(1")),
    ],
)
def test_a_garbled_scan_says_so_on_every_page_and_changes_nothing(use_kiosk: OpenKiosk, code: str) -> None:
    hands = use_kiosk("en").hands
    for name, way in WAYS.items():
        start_afresh(hands)
        way(hands)
        page, card = hands.page, hands.counter.visit.card
        hands.scan(code)
        assert (hands.page, hands.counter.visit.card) == (page, card), name
        assert not hands.reads("K000"), name
        if code.isascii() and code.isalnum():
            assert _says_garbled(hands), f"{name}: {hands.texts}"
        _come_next(hands)
        assert hands.counter.visit.card == EMILY, f"{name}: the next scan was not taken"


def test_an_unknown_code_is_told_on_every_page_and_the_next_scan_is_taken(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("en").hands
    for name, way in WAYS.items():
        start_afresh(hands)
        way(hands)
        page, card = hands.page, hands.counter.visit.card
        hands.scan(_UNKNOWN)
        assert hands.reads(_UNKNOWN), f"{name}: {hands.texts}"
        assert (hands.page, hands.counter.visit.card) == (page, card), name
        _come_next(hands)
        assert hands.counter.visit.card == EMILY, name


def _come_next(hands: Hands) -> None:
    """Show another card; in Borrow say that it is somebody else's."""
    hands.scan(EMILY)
    if hands.sees("borrow.join.yes"):
        hands.touch("borrow.join.yes")


def test_an_endless_code_without_an_end_leaves_the_search_field_usable(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("en").hands
    WAYS["find"](hands)
    hands.scan_at_once(_ENDLESS)
    hands.settle()
    assert _says_garbled(hands)
    hands.type("kafka")
    hands.enter()
    assert hands.reads("Kafka am Strand"), hands.texts


@pytest.mark.parametrize("isbn", [False, True])
def test_a_book_scanned_where_the_pin_is_asked_for_keeps_the_card_and_asks_for_the_pin_first(
    open_kiosk: OpenKiosk, isbn: bool
) -> None:
    kiosk = open_kiosk("en", kiosk="kiosk-west")
    hands = kiosk.hands
    hands.touch("home.account")
    hands.scan(ANNA)
    hands.scan("9783518188972" if isbn else kiosk.barcodes.free[0])
    assert hands.reads(_WORDS("sign_in.trouble.pin_first")), hands.texts
    assert hands.reads(_WORDS("sign_in.pin.order"))
    assert not hands.reads("Anna")
    hands.touch_keys("1234")
    hands.touch("key.go")
    assert hands.page == "account"
    assert hands.reads("Anna K."), hands.texts


def test_another_card_scanned_where_the_pin_is_asked_for_is_asked_for_its_own(open_kiosk: OpenKiosk) -> None:
    hands = open_kiosk("en", kiosk="kiosk-west").hands
    hands.touch("home.account")
    hands.scan(EMILY)
    hands.scan(ANNA)
    assert not hands.reads(_WORDS("sign_in.trouble.pin_first"))
    hands.touch_keys("1234")
    hands.touch("key.go")
    assert hands.counter.visit.card == ANNA


def test_a_garbled_scan_where_the_pin_is_asked_for_keeps_the_card(open_kiosk: OpenKiosk) -> None:
    hands = open_kiosk("en", kiosk="kiosk-west").hands
    hands.touch("home.account")
    hands.scan(ANNA)
    hands.scan(_ENDLESS)
    assert _says_garbled(hands), hands.texts
    hands.touch_keys("1234")
    hands.touch("key.go")
    assert hands.counter.visit.card == ANNA
