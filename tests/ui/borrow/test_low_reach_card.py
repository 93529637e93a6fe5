"""In low reach and large text the page that asks for a card cuts no word and no button."""

import pytest
from PySide6.QtCore import QRectF

from kiosk.services import Services
from kiosk.ui.patron.shell_state import Comfort
from kiosk.ui.patron.view_models.sign_in import SignInViewModel
from scripts.eyes import place_of

from .conftest import Kiosk, OpenKiosk
from .lending_library import ANNA, set_pin

UNKNOWN = "99999999"


@pytest.mark.parametrize("size", [(800, 1280), (1080, 1920)])
@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_all_ways_in_are_whole_in_sight_whatever_is_told_beside_them(
    open_kiosk: OpenKiosk, language: str, size: tuple[int, int]
) -> None:
    kiosk = open_kiosk(language, *size, comfort=Comfort(0, True, True, True))
    kiosk.open("borrow")
    kiosk.settle()
    sign_in = kiosk.desk.view_model(SignInViewModel)
    for joining in (False, True):
        sign_in.offerJoining(joining)
        for card in ("", UNKNOWN):
            if card:
                kiosk.scan(card)
                kiosk.wait(lambda: bool(sign_in.trouble))
                kiosk.settle()
            kiosk.window.grabWindow()
            seen = place_of(kiosk.item("pages"))
            assert seen.contains(place_of(kiosk.item("signIn.words"))), (joining, card)
            assert kiosk.seen("signIn.join") == joining
            assert not kiosk.seen("signIn.reader") or whole_above_the_words(kiosk, seen)


def test_the_reader_gets_smaller_before_it_goes(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de", 800, 1280, comfort=Comfort(0, True, True, True))
    kiosk.open("borrow")
    kiosk.window.grabWindow()
    whole = place_of(kiosk.item("signIn.reader")).height()
    kiosk.desk.view_model(SignInViewModel).offerJoining(True)
    kiosk.window.grabWindow()
    assert 0 < place_of(kiosk.item("signIn.reader")).height() < whole


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_the_field_for_a_pin_and_what_is_told_of_a_wrong_one_are_whole_above_the_keys(
    open_kiosk: OpenKiosk, language: str
) -> None:
    comfort = Comfort(0, True, True, True)
    kiosk = open_kiosk(language, 800, 1280, comfort=comfort, pin_for=frozenset({"borrow"}), prepare=with_pin)
    kiosk.open("borrow")
    kiosk.scan(ANNA)
    kiosk.wait(lambda: kiosk.seen("signIn.field") and kiosk.seen("key.go"))
    for digit in "1357":
        kiosk.touch(f"key.{digit}")
    kiosk.touch("key.go")
    sign_in = kiosk.desk.view_model(SignInViewModel)
    kiosk.wait(lambda: bool(sign_in.trouble) and not sign_in.busy)
    kiosk.window.grabWindow()
    assert place_of(kiosk.item("pages")).contains(place_of(kiosk.item("signIn.words")))


def with_pin(services: Services) -> None:
    set_pin(services, ANNA)


def whole_above_the_words(kiosk: Kiosk, seen: QRectF) -> bool:
    reader, words = place_of(kiosk.item("signIn.reader")), place_of(kiosk.item("signIn.words"))
    return seen.contains(reader) and reader.bottom() < words.top()
