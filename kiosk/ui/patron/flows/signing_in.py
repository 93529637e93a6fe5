"""Leads from a card, read or typed, over the PIN where one is asked, to a visit of that card."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from kiosk.model.decision import PinState
from kiosk.ui.patron.flows.codes import Cardholder, CodeKind, is_book_number, is_readable

SHORTEST_PIN = 4


class SignInStep(StrEnum):
    """Where a sign-in stands."""

    CARD = "card"
    LOOKING = "looking"
    PIN = "pin"
    CHECKING = "checking"
    IN = "in"


class Trouble(StrEnum):
    """Why it does not go on."""

    GARBLED = "garbled"
    UNKNOWN = "unknown"
    ITEM = "item"
    PIN_FIRST = "pin_first"
    LOST = "lost"
    SHORT_PIN = "short_pin"
    WRONG_PIN = "wrong_pin"
    LOCKED = "locked"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SigningIn:
    """One sign-in; `turn` counts what was asked, so that an answer to an older question is dropped.

    `kept` is the card whose PIN was being asked for when something else was read.
    """

    asks_pin: bool = False
    step: SignInStep = SignInStep.CARD
    card: str = ""
    kept: str = ""
    trouble: Trouble | None = None
    locked_until: datetime | None = None
    error: Exception | None = None
    turn: int = 0


# What happens.


@dataclass(frozen=True, slots=True)
class CardRead:
    """A code came from the reader or the number pad."""

    code: str


@dataclass(frozen=True, slots=True)
class ReadBadly:
    """Something was read, but not whole."""


@dataclass(frozen=True, slots=True)
class CardAnswered:
    """What the code is; `holder` where it is a card."""

    turn: int
    kind: CodeKind
    holder: Cardholder | None = None


@dataclass(frozen=True, slots=True)
class PinTyped:
    """The digits, gone from memory once they are checked."""

    pin: str


@dataclass(frozen=True, slots=True)
class PinAnswered:
    """Whether it was right, and then whose card it is."""

    turn: int
    pin: PinState
    locked_until: datetime | None = None
    holder: Cardholder | None = None


@dataclass(frozen=True, slots=True)
class AskingFailed:
    """The database could not be asked."""

    turn: int
    error: Exception


@dataclass(frozen=True, slots=True)
class OtherCard:
    """The patron wants to give another card."""


SignInEvent = CardRead | ReadBadly | CardAnswered | PinTyped | PinAnswered | AskingFailed | OtherCard


# What is to be done.


@dataclass(frozen=True, slots=True)
class FindCard:
    """Find out what the code is."""

    turn: int
    code: str


@dataclass(frozen=True, slots=True)
class CheckPin:
    """Check the PIN of a card, known or not, in the same time."""

    turn: int
    card: str
    pin: str


@dataclass(frozen=True, slots=True)
class LetIn:
    """Begin the card's visit; `proved` says that its PIN was right."""

    holder: Cardholder
    proved: bool


SignInEffect = FindCard | CheckPin | LetIn
Next = tuple[SigningIn, tuple[SignInEffect, ...]]


def begin(*, asks_pin: bool, card: str | None = None) -> SigningIn:
    """Begin; a card of this visit whose PIN is still wanted is not asked for again."""
    if card is not None and asks_pin:
        return SigningIn(asks_pin, SignInStep.PIN, card)
    return SigningIn(asks_pin)


def from_turn(state: SigningIn, turn: int) -> SigningIn:
    """Count turns on over a new beginning, so that no answer of before fits."""
    return SigningIn(state.asks_pin, state.step, state.card, turn=turn + 1)


def advance(state: SigningIn, event: SignInEvent) -> Next:
    """Return the next state and what is to be done; what does not fit the step changes nothing."""
    if state.step is SignInStep.IN:
        return state, ()
    match event:
        case CardRead(code):
            return _card_read(state, code)
        case ReadBadly():
            return replace(state, trouble=Trouble.GARBLED), ()
        case CardAnswered() if state.step is SignInStep.LOOKING and event.turn == state.turn:
            return _card_answered(state, event)
        case PinTyped(pin) if state.step is SignInStep.PIN:
            return _pin_typed(state, pin)
        case PinAnswered() if state.step is SignInStep.CHECKING and event.turn == state.turn:
            return _pin_answered(state, event)
        case AskingFailed(turn, error) if turn == state.turn:
            return _asking_failed(state, error), ()
        case OtherCard():
            return SigningIn(state.asks_pin, turn=state.turn + 1), ()
    return state, ()


def _card_read(state: SigningIn, code: str) -> Next:
    if not is_readable(code):
        return replace(state, trouble=Trouble.GARBLED), ()
    turn = state.turn + 1
    kept = state.card if state.step in (SignInStep.PIN, SignInStep.CHECKING) else state.kept
    looking = SigningIn(state.asks_pin, SignInStep.LOOKING, code.strip(), kept, turn=turn)
    return looking, (FindCard(turn, code.strip()),)


def _card_answered(state: SigningIn, answer: CardAnswered) -> Next:
    laid_down = answer.kind is CodeKind.ITEM or (answer.holder is None and is_book_number(state.card))
    if laid_down and state.kept:
        return _back_to_pin(state, Trouble.PIN_FIRST), ()
    if laid_down:
        return replace(state, step=SignInStep.CARD, card="", trouble=Trouble.ITEM), ()
    if state.asks_pin:
        # Known or not: whoever guesses card numbers learns nothing here.
        return replace(state, step=SignInStep.PIN, kept=""), ()
    if answer.holder is None:
        return replace(state, step=SignInStep.CARD, trouble=Trouble.UNKNOWN), ()
    return _let_in(state, answer.holder, proved=False)


def _back_to_pin(state: SigningIn, trouble: Trouble) -> SigningIn:
    """Ask for the PIN of the card that was there before; a book laid down meanwhile does not drop it."""
    return replace(state, step=SignInStep.PIN, card=state.kept, kept="", trouble=trouble)


def _asking_failed(state: SigningIn, error: Exception) -> SigningIn:
    if state.kept:
        return replace(_back_to_pin(state, Trouble.FAILED), error=error)
    back = SignInStep.PIN if state.step is SignInStep.CHECKING else SignInStep.CARD
    return replace(state, step=back, trouble=Trouble.FAILED, error=error)


def _pin_typed(state: SigningIn, pin: str) -> Next:
    if len(pin) < SHORTEST_PIN:
        return replace(state, trouble=Trouble.SHORT_PIN), ()
    turn = state.turn + 1
    checking = replace(state, step=SignInStep.CHECKING, trouble=None, error=None, turn=turn)
    return checking, (CheckPin(turn, state.card, pin),)


def _pin_answered(state: SigningIn, answer: PinAnswered) -> Next:
    if answer.pin is PinState.RIGHT and answer.holder is not None:
        return _let_in(state, answer.holder, proved=True)
    locked = answer.pin is PinState.LOCKED
    trouble = Trouble.LOCKED if locked else Trouble.WRONG_PIN
    return replace(state, step=SignInStep.PIN, trouble=trouble, locked_until=answer.locked_until), ()


def _let_in(state: SigningIn, holder: Cardholder, *, proved: bool) -> Next:
    if holder.lost:
        # Whoever found a lost card sees nothing of its owner.
        return SigningIn(state.asks_pin, trouble=Trouble.LOST, turn=state.turn), ()
    return replace(state, step=SignInStep.IN, trouble=None), (LetIn(holder, proved),)
