"""Another PIN: wished for, or wanted before a card is let in whose PIN staff made up."""

from datetime import UTC, datetime

import pytest

from kiosk.membership.pins import hash_pin
from kiosk.model.decision import PinState
from kiosk.services import Services
from kiosk.ui.patron.flows import account_pin as flow
from kiosk.ui.patron.flows.account_pin import ChangingPin, PinStep, PinTrouble
from kiosk.ui.patron.settings_pin_state import pin_page_state
from kiosk.words import wording
from scripts.hands import Hands
from tests.ui.account.conftest import OpenHands, aside, touch_digits
from tests.ui.borrow.lending_library import ANNA, BEN, NOW, PIN, set_pin

_UNTIL = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


def with_pin(services: Services) -> None:
    set_pin(services, ANNA)


def opens(services: Services, pin: str, card: str = ANNA) -> bool:
    return services.pins.check(card, pin, NOW)[0] is PinState.RIGHT


def come_to_pin(hands: Hands) -> None:
    hands.touch("home.account")
    hands.scan(ANNA)
    touch_digits(hands, PIN)
    hands.touch("account.settings")
    hands.touch("settings.pin")


def test_a_pin_is_changed_with_the_old_one_and_the_new_one_typed_twice(open_hands: OpenHands) -> None:
    hands = open_hands(prepare=with_pin, pin_for=frozenset({"account"}))
    come_to_pin(hands)
    touch_digits(hands, "9999")
    assert hands.reads(wording("en")("reason.card.wrong_pin.way_out"))
    touch_digits(hands, PIN)
    touch_digits(hands, PIN)
    assert hands.reads(wording("en")("pin.trouble.not_new"))
    touch_digits(hands, "13579")
    touch_digits(hands, "1357")
    assert hands.reads(wording("en")("pin.trouble.unlike"))
    assert not any("1357" in text for text in hands.texts)
    touch_digits(hands, "13579")
    touch_digits(hands, "13579")
    assert hands.page == "settings"
    assert hands.reads(wording("en")("pin.changed"))
    assert aside(hands, opens, "13579")
    assert not aside(hands, opens, PIN)


def test_whoever_guesses_old_pins_is_told_to_wait_and_until_when() -> None:
    asked = _after(flow.begin(0), flow.Typed("2468"))
    locked = _after(asked, flow.OldAnswered(asked.turn, PinState.LOCKED, _UNTIL))
    words = wording("de", "Europe/Berlin")
    told = pin_page_state(locked, words)
    assert words("reason.card.locked") in told.trouble
    assert "16:00" in told.trouble
    assert told.order == words("pin.order.old")


def made_up(services: Services) -> None:
    """Have both cards' PIN be one that staff made up and told."""
    for card in (ANNA, BEN):
        with services.database.act() as work:
            patron = work.patrons.by_card(card)
            assert patron is not None
            work.patrons.set_pin(patron.id, hash_pin(PIN), must_change=True)
            work.commit()


def test_a_pin_that_staff_made_up_is_changed_before_the_card_is_let_in(open_hands: OpenHands) -> None:
    hands = open_hands(prepare=made_up, pin_for=frozenset({"borrow", "account"}))
    hands.touch("home.account")
    hands.scan(ANNA)
    touch_digits(hands, PIN)
    assert (hands.page, hands.counter.visit.card) == ("settings_pin", None)
    assert hands.reads(wording("en")("pin.why.made_up"))
    hands.touch("dock.back")
    assert not hands.sees("account.settings")
    hands.scan(ANNA)
    touch_digits(hands, PIN)
    touch_digits(hands, "13579")
    touch_digits(hands, "13579")
    assert hands.counter.visit.card == ANNA
    assert hands.sees("account.settings")
    assert not aside(hands, opens, PIN)
    hands.touch("dock.signOut")
    hands.touch("home.account")
    hands.scan(ANNA)
    touch_digits(hands, "13579")
    assert hands.counter.visit.card == ANNA, "once is enough"


def test_who_leaves_a_made_up_pin_as_it_is_has_not_signed_in(open_hands: OpenHands) -> None:
    hands = open_hands(prepare=made_up, pin_for=frozenset({"borrow", "account"}))
    hands.scan(ANNA)
    touch_digits(hands, PIN)
    assert hands.page == "settings_pin"
    hands.scan(ANNA)
    assert (hands.page, hands.counter.visit.card) == ("borrow", None), "the card again asks for the PIN again"
    touch_digits(hands, PIN)
    touch_digits(hands, "8642")
    hands.touch("pin.leave")
    assert (hands.page, hands.counter.visit.card) == ("home", None)
    assert aside(hands, opens, PIN)


def test_a_made_up_pin_of_a_second_card_keeps_it_out_and_the_first_one_in(open_hands: OpenHands) -> None:
    hands = open_hands(prepare=first_pin_own, pin_for=frozenset({"borrow"}))
    hands.scan(ANNA)
    touch_digits(hands, PIN)
    hands.scan(BEN)
    touch_digits(hands, PIN)
    assert hands.page == "settings_pin"
    hands.touch("dock.back")
    assert (hands.page, hands.counter.visit.card) == ("borrow", ANNA)
    hands.scan(BEN)
    touch_digits(hands, PIN)
    touch_digits(hands, "8642")
    touch_digits(hands, "8642")
    hands.touch("borrow.join.no")
    assert (hands.page, hands.counter.visit.card) == ("borrow", BEN)
    assert [one.card for one in hands.counter.visit.cards] == [ANNA, BEN]


def test_what_a_card_was_wanted_for_is_done_after_its_new_pin_and_never_before(open_hands: OpenHands) -> None:
    hands = open_hands(prepare=made_up, pin_for=frozenset({"holds"}))
    done: list[str | None] = []
    for new in ("", "8642"):
        hands.counter.pages.sign_in.require("holds", lambda: done.append(hands.counter.visit.card))
        hands.settle()
        hands.scan(ANNA)
        touch_digits(hands, PIN)
        assert (hands.counter.shell_view_model.route.pages, done) == (("home", "settings_pin"), [])
        if new:
            touch_digits(hands, new)
            touch_digits(hands, new)
        else:
            hands.touch("dock.back")
        assert hands.page == "home"
    assert done == [ANNA]


def first_pin_own(services: Services) -> None:
    made_up(services)
    set_pin(services, ANNA)


def _after(state: ChangingPin, *events: flow.PinEvent) -> ChangingPin:
    for event in events:
        state, _effects = flow.advance(state, event)
    return state


@pytest.mark.parametrize("digits", ["", "123", "1234567890123", "12a4", "１２３４"])
@pytest.mark.parametrize("made_up_pin", ["", "2468"])
def test_what_is_no_pin_is_not_taken(digits: str, made_up_pin: str) -> None:
    begun = flow.begin(0, made_up_pin)
    state, effects = flow.advance(begun, flow.Typed(digits))
    assert (state.step, state.trouble, effects) == (begun.step, PinTrouble.SHORT, ())


def test_an_answer_to_something_older_changes_nothing_and_a_wrong_one_forgets_all_digits() -> None:
    asked = _after(flow.begin(0), flow.Typed("2468"))
    assert asked.step is PinStep.CHECKING
    assert _after(asked, flow.OldAnswered(asked.turn - 1, PinState.RIGHT)) == asked
    assert _after(asked, flow.Typed("9999")) == asked, "nothing is typed while an answer is waited for"
    proved = _after(asked, flow.OldAnswered(asked.turn, PinState.RIGHT))
    saving = _after(proved, flow.Typed("1357"), flow.Typed("1357"))
    late = _after(saving, flow.OldAnswered(saving.turn, PinState.LOCKED, _UNTIL))
    assert (late.step, late.trouble, late.old, late.new) == (PinStep.OLD, PinTrouble.LOCKED, "", "")
    away = _after(saving, flow.ChangeFailed(saving.turn, OSError("away")))
    assert (away.step, away.trouble) == (PinStep.AGAIN, PinTrouble.FAILED)
    done, effects = flow.advance(saving, flow.OldAnswered(saving.turn, PinState.RIGHT))
    assert (done.step, done.old, done.new, effects) == (PinStep.DONE, "", "", (flow.SayChanged(),))


def test_no_digit_of_a_pin_is_told_by_the_flow_itself() -> None:
    saving = _after(flow.begin(0, "2468"), flow.Typed("1357"), flow.Typed("1357"))
    assert "2468" not in repr(saving)
    assert "1357" not in repr((saving, flow.Typed("1357"), flow.ChangePin(1, "2468", "1357")))
