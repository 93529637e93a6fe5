"""The sign-in, step by step: who is let in, who is not, and what is told to somebody who guesses."""

from datetime import UTC, datetime

import pytest

from kiosk.model.decision import PinState
from kiosk.ui.patron.flows.codes import Cardholder, CodeKind
from kiosk.ui.patron.flows.signing_in import (
    AskingFailed,
    CardAnswered,
    CardRead,
    CheckPin,
    FindCard,
    LetIn,
    OtherCard,
    PinAnswered,
    PinTyped,
    ReadBadly,
    SignInEvent,
    SigningIn,
    SignInStep,
    Trouble,
    advance,
    begin,
)

ANNA = Cardholder("20000017", "Anna K.", "adult")
LOST = Cardholder("20000041", "Lara V.", "adult", lost=True)


def after(state: SigningIn, *events: SignInEvent) -> SigningIn:
    for event in events:
        state, _ = advance(state, event)
    return state


def looking(*, asks_pin: bool) -> SigningIn:
    return after(begin(asks_pin=asks_pin), CardRead("20000017"))


def at_pin() -> SigningIn:
    state = looking(asks_pin=True)
    return after(state, CardAnswered(state.turn, CodeKind.CARD, ANNA))


def test_a_card_read_is_looked_up() -> None:
    state, effects = advance(begin(asks_pin=False), CardRead(" 20000017 "))
    assert state.step is SignInStep.LOOKING
    assert effects == (FindCard(state.turn, "20000017"),)


def test_a_known_card_is_let_in_where_no_pin_is_asked() -> None:
    state = looking(asks_pin=False)
    state, effects = advance(state, CardAnswered(state.turn, CodeKind.CARD, ANNA))
    assert state.step is SignInStep.IN
    assert effects == (LetIn(ANNA, proved=False),)


@pytest.mark.parametrize(("kind", "holder"), [(CodeKind.CARD, ANNA), (CodeKind.NOTHING, None)])
def test_a_known_and_an_unknown_card_look_alike_where_a_pin_is_asked(
    kind: CodeKind, holder: Cardholder | None
) -> None:
    state = looking(asks_pin=True)
    after_card, effects = advance(state, CardAnswered(state.turn, kind, holder))
    assert (after_card.step, after_card.trouble, effects) == (SignInStep.PIN, None, ())
    typed, _ = advance(after_card, PinTyped("9999"))
    wrong, effects = advance(typed, PinAnswered(typed.turn, PinState.WRONG))
    assert (wrong.step, wrong.trouble, effects) == (SignInStep.PIN, Trouble.WRONG_PIN, ())


@pytest.mark.parametrize(
    ("kind", "holder", "trouble"),
    [
        (CodeKind.NOTHING, None, Trouble.UNKNOWN),
        (CodeKind.ITEM, None, Trouble.ITEM),
        (CodeKind.CARD, LOST, Trouble.LOST),
    ],
)
def test_who_is_not_let_in_is_told_why(kind: CodeKind, holder: Cardholder | None, trouble: Trouble) -> None:
    state = looking(asks_pin=False)
    state, effects = advance(state, CardAnswered(state.turn, kind, holder))
    assert (state.step, state.trouble, effects) == (SignInStep.CARD, trouble, ())


def test_a_lost_card_stays_out_even_with_its_pin() -> None:
    state = after(at_pin(), PinTyped("2468"))
    state, effects = advance(state, PinAnswered(state.turn, PinState.RIGHT, None, LOST))
    assert (state.step, state.trouble, effects) == (SignInStep.CARD, Trouble.LOST, ())


def test_the_right_pin_lets_in_and_is_forgotten() -> None:
    state, effects = advance(at_pin(), PinTyped("2468"))
    assert effects == (CheckPin(state.turn, "20000017", "2468"),)
    assert "2468" not in repr(state)
    state, effects = advance(state, PinAnswered(state.turn, PinState.RIGHT, None, ANNA))
    assert effects == (LetIn(ANNA, proved=True),)


def test_a_short_pin_is_not_counted_as_a_try() -> None:
    state, effects = advance(at_pin(), PinTyped("24"))
    assert (state.trouble, effects) == (Trouble.SHORT_PIN, ())


def test_a_locked_card_says_until_when() -> None:
    until = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
    state = after(at_pin(), PinTyped("9999"))
    state = after(state, PinAnswered(state.turn, PinState.LOCKED, until))
    assert (state.trouble, state.locked_until) == (Trouble.LOCKED, until)


def test_a_second_pin_while_one_is_checked_is_not_asked_twice() -> None:
    state, effects = advance(after(at_pin(), PinTyped("2468")), PinTyped("1357"))
    assert (state.step, effects) == (SignInStep.CHECKING, ())


def test_the_answer_to_an_older_card_lets_nobody_in() -> None:
    first = looking(asks_pin=False)
    second = after(first, CardRead("20000025"))
    state, effects = advance(second, CardAnswered(first.turn, CodeKind.CARD, ANNA))
    assert (state, effects) == (second, ())


@pytest.mark.parametrize("event", [CardRead("1"), CardRead("\x00\x0120000"), CardRead("7" * 90), ReadBadly()])
def test_a_garbled_scan_says_so(event: SignInEvent) -> None:
    state, effects = advance(begin(asks_pin=False), event)
    assert (state.trouble, effects) == (Trouble.GARBLED, ())


@pytest.mark.parametrize(("code", "kind"), [("30000017", CodeKind.ITEM), ("9783518188972", CodeKind.NOTHING)])
def test_an_item_read_while_the_pin_is_asked_for_keeps_the_card_and_says_to_type_it(
    code: str, kind: CodeKind
) -> None:
    state = after(at_pin(), CardRead(code))
    state, effects = advance(state, CardAnswered(state.turn, kind))
    assert (state.step, state.card, state.trouble, effects) == (
        SignInStep.PIN,
        "20000017",
        Trouble.PIN_FIRST,
        (),
    )
    _, effects = advance(state, PinTyped("2468"))
    assert next(effect for effect in effects if isinstance(effect, CheckPin)).card == "20000017"


def test_an_item_read_while_the_pin_is_checked_keeps_the_card_too() -> None:
    state = after(at_pin(), PinTyped("2468"), CardRead("30000017"))
    state = after(state, CardAnswered(state.turn, CodeKind.ITEM))
    assert (state.step, state.card, state.trouble) == (SignInStep.PIN, "20000017", Trouble.PIN_FIRST)


@pytest.mark.parametrize(("kind", "holder"), [(CodeKind.CARD, LOST), (CodeKind.NOTHING, None)])
def test_another_card_read_while_the_pin_is_asked_for_takes_its_place_known_or_not(
    kind: CodeKind, holder: Cardholder | None
) -> None:
    state = after(at_pin(), CardRead("20000041"))
    state = after(state, CardAnswered(state.turn, kind, holder))
    assert (state.step, state.card, state.kept, state.trouble) == (SignInStep.PIN, "20000041", "", None)


def test_a_scan_that_cannot_be_looked_up_while_the_pin_is_asked_for_keeps_the_card() -> None:
    state = after(at_pin(), CardRead("30000017"))
    state = after(state, AskingFailed(state.turn, OSError()))
    assert (state.step, state.card, state.trouble) == (SignInStep.PIN, "20000017", Trouble.FAILED)


def test_a_book_number_is_never_taken_for_a_card() -> None:
    state = after(begin(asks_pin=True), CardRead("9783518188972"))
    state = after(state, CardAnswered(state.turn, CodeKind.NOTHING))
    assert (state.step, state.trouble) == (SignInStep.CARD, Trouble.ITEM)


def test_a_failing_database_is_told_and_can_be_tried_again() -> None:
    state = looking(asks_pin=False)
    state = after(state, AskingFailed(state.turn, OSError()))
    assert (state.step, state.trouble) == (SignInStep.CARD, Trouble.FAILED)
    assert after(state, CardRead("20000017")).step is SignInStep.LOOKING


def test_a_card_already_in_is_asked_for_its_pin_alone() -> None:
    assert begin(asks_pin=True, card="20000017").step is SignInStep.PIN
    assert after(begin(asks_pin=True, card="20000017"), OtherCard()).step is SignInStep.CARD
