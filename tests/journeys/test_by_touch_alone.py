"""With nothing but a finger: words on the keyboard of the screen, and a PIN on its number pad."""

import pytest

from tests.journeys.conftest import LANDSCAPE, PORTRAIT, OpenKiosk
from tests.journeys.ways import ANNA

_PIN = "1234"


@pytest.mark.parametrize(
    ("language", "size", "typed", "found"),
    [
        ("de", PORTRAIT, "vermessung der welt", "Die Vermessung der Welt"),
        ("en", LANDSCAPE, "moon palace", "Moon Palace"),
        ("pl", PORTRAIT, "opowieści", "Opowieści"),
    ],
)
def test_a_title_is_typed_and_opened_by_finger(
    open_kiosk: OpenKiosk, language: str, size: tuple[int, int], typed: str, found: str
) -> None:
    hands = open_kiosk(language, size).hands
    hands.touch("home.find")
    hands.touch_keys(typed)
    hands.touch("key.go")
    hands.touch_first("find.title.")
    assert hands.page == "record"
    assert hands.reads(found), hands.texts


def test_an_account_opens_only_with_its_pin_and_a_wrong_one_tells_nothing(open_kiosk: OpenKiosk) -> None:
    hands = open_kiosk("de", kiosk="kiosk-west").hands
    hands.touch("home.account")
    hands.scan(ANNA)
    assert not hands.reads("Anna"), "the name is for who knows the PIN"
    hands.touch_keys("9999")
    hands.touch("key.go")
    assert not hands.reads("Anna")
    hands.touch_keys(_PIN)
    hands.touch("key.go")
    assert hands.page == "account"
    assert hands.reads("Anna K."), hands.texts


def test_an_unknown_card_looks_like_a_wrong_pin(open_kiosk: OpenKiosk) -> None:
    hands = open_kiosk("en", kiosk="kiosk-west").hands
    said = []
    for card in (ANNA, "29999999"):
        hands.touch("home.account")
        hands.scan(card)
        hands.touch_keys("9999")
        hands.touch("key.go")
        said.append(hands.texts)
        hands.touch("dock.home")
    assert said[0] == said[1]


def test_a_card_and_its_pin_are_typed_on_the_number_pad(open_kiosk: OpenKiosk) -> None:
    hands = open_kiosk("pl", kiosk="kiosk-west").hands
    hands.touch("home.account")
    hands.touch("signIn.type")
    hands.touch_keys(ANNA)
    hands.touch("key.go")
    hands.touch_keys(_PIN)
    hands.touch("key.go")
    assert hands.page == "account"
