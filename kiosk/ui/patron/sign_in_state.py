"""What the sign-in shows: asked for a card or its PIN, and why it does not go on; free of Qt."""

from dataclasses import dataclass

from kiosk.model.decision import Reason, ReasonCode
from kiosk.ui.patron.flows.signing_in import SigningIn, SignInStep, Trouble
from kiosk.ui.shared.trouble import trouble_behind
from kiosk.words import Wording
from kiosk.words.reasons import reason_sentence, way_out

_BUSY = {SignInStep.LOOKING: "sign_in.looking", SignInStep.CHECKING: "sign_in.checking"}
_REASONS = {
    Trouble.WRONG_PIN: ReasonCode.CARD_WRONG_PIN,
    Trouble.LOCKED: ReasonCode.CARD_LOCKED,
    Trouble.LOST: ReasonCode.CARD_LOST,
}


@dataclass(frozen=True, slots=True)
class SignInState:
    """All texts ready; `asks_pin` tells the PIN field from the card's, `busy` says what is waited for."""

    asks_pin: bool = False
    order: str = ""
    why: str = ""
    busy: str = ""
    trouble: str = ""
    turn: int = 0


def sign_in_state(state: SigningIn, purpose: str, words: Wording, *, doubted: bool = False) -> SignInState:
    """Return what to show of a sign-in for a purpose: borrow, account or holds.

    In doubt what was read may have been an item as well as a card.
    """
    at_pin = state.step in (SignInStep.PIN, SignInStep.CHECKING) or bool(state.kept)
    return SignInState(
        asks_pin=at_pin,
        order=words("sign_in.pin.order" if at_pin else "sign_in.order"),
        why=_why(state, purpose, words, doubted=doubted and at_pin),
        busy=words(_BUSY[state.step]) if state.step in _BUSY else "",
        trouble=trouble_sentence(state, words),
        turn=state.turn,
    )


def _why(state: SigningIn, purpose: str, words: Wording, *, doubted: bool) -> str:
    if doubted:
        return words("sign_in.pin.why.doubted", code=state.kept or state.card)
    at_pin = state.step in (SignInStep.PIN, SignInStep.CHECKING) or bool(state.kept)
    return words("sign_in.pin.why" if at_pin else f"sign_in.why.{purpose}")


def trouble_sentence(state: SigningIn, words: Wording) -> str:
    """Say what is wrong and what to do; empty for nothing."""
    trouble = state.trouble
    if trouble is None:
        return ""
    if trouble is Trouble.FAILED:
        return failure_sentence(state.error, words)
    if trouble in _REASONS:
        until = words.clock(state.locked_until) if state.locked_until else None
        reason = Reason(_REASONS[trouble], (("until", until),))
        return f"{reason_sentence(reason, words)} {way_out(reason, words)}"
    return words(f"sign_in.trouble.{trouble}", code=state.card)


def failure_sentence(error: Exception | None, words: Wording) -> str:
    """Say why it failed and what to do, with the support code."""
    return trouble_behind(error).said(words) if error is not None else ""
