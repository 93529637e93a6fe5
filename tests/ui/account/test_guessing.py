"""Wrong PINs count for the kiosk at which they are typed too: nobody tries a few on every card."""

from kiosk.model.decision import PinState
from kiosk.services import Services
from kiosk.ui.patron.errands import check_pin
from tests.ui.account.conftest import OpenHands, aside, touch_digits
from tests.ui.account.test_new_pin import come_to_pin, with_pin
from tests.ui.borrow.lending_library import ANNA, NOW, PIN


def guess_ten_cards(services: Services) -> set[PinState]:
    return {check_pin(services, f"2999{number:02}", "0000", NOW).state for number in range(10)}


def wrong_here(services: Services) -> int:
    with services.database.read() as view:
        return view.attempts.of(f"kiosk:{services.settings.kiosk_name}").failures


def test_after_wrong_pins_on_many_cards_the_right_one_has_to_wait(open_hands: OpenHands) -> None:
    hands = open_hands(prepare=with_pin, pin_for=frozenset({"account", "borrow"}))
    assert aside(hands, guess_ten_cards) == {PinState.WRONG}
    hands.scan(ANNA)
    touch_digits(hands, "0000")
    assert aside(hands, wrong_here) == 11
    touch_digits(hands, PIN)
    assert hands.counter.visit.card is None


def test_a_wrong_old_pin_counts_for_the_kiosk_too(open_hands: OpenHands) -> None:
    hands = open_hands(prepare=with_pin, pin_for=frozenset({"account"}))
    come_to_pin(hands)
    touch_digits(hands, "0000")
    assert aside(hands, wrong_here) == 1
