"""What the page for a new PIN shows, derived from its flow; free of Qt."""

from dataclasses import dataclass

from kiosk.model.decision import Reason, ReasonCode
from kiosk.ui.patron.flows.account_pin import ChangingPin, PinStep, PinTrouble
from kiosk.ui.patron.sign_in_state import failure_sentence
from kiosk.words import Wording
from kiosk.words.reasons import reason_sentence, way_out

_ASKED = {PinStep.CHECKING: PinStep.OLD, PinStep.SAVING: PinStep.AGAIN, PinStep.DONE: PinStep.AGAIN}
_REASONS = {PinTrouble.WRONG: ReasonCode.CARD_WRONG_PIN, PinTrouble.LOCKED: ReasonCode.CARD_LOCKED}


@dataclass(frozen=True, slots=True)
class PinPageState:
    """All texts ready; `must` where nothing else can be done before. `turn` counts what was typed."""

    order: str = ""
    why: str = ""
    label: str = ""
    busy: str = ""
    trouble: str = ""
    must: bool = False
    turn: int = 0


def pin_page_state(state: ChangingPin, words: Wording) -> PinPageState:
    """Return what to show of a change under way."""
    asked = _ASKED.get(state.step, state.step)
    made_up = state.made_up and asked is PinStep.NEW
    return PinPageState(
        order=words(f"pin.order.{asked}"),
        why=words("pin.why.made_up" if made_up else f"pin.why.{asked}"),
        label=words(f"pin.label.{asked}"),
        busy=words(f"pin.busy.{state.step}") if state.step in (PinStep.CHECKING, PinStep.SAVING) else "",
        trouble=_trouble(state, words),
        must=state.made_up,
        turn=state.turn,
    )


def _trouble(state: ChangingPin, words: Wording) -> str:
    trouble = state.trouble
    if trouble is None:
        return ""
    if trouble is PinTrouble.FAILED:
        return failure_sentence(state.error, words)
    if trouble in _REASONS:
        until = words.clock(state.locked_until) if state.locked_until else None
        reason = Reason(_REASONS[trouble], (("until", until),))
        return f"{reason_sentence(reason, words)} {way_out(reason, words)}"
    return words(f"pin.trouble.{trouble}")
