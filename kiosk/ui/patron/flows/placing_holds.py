"""Leads through placing a hold: on any copy or a certain one, where to collect it, and taking it back."""

from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.model.decision import Reason
from kiosk.model.outcome import Outcome


class HoldStep(StrEnum):
    """What the patron is asked or told."""

    NONE = ""
    WHERE = "hold"
    COPIES = "copies"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class PlacingHold:
    """How far it is: ``item`` is the barcode of the only copy wanted, empty for any.

    ``act_id`` is that of the hold being placed, ``last`` the one placed last, while it can be taken back.
    """

    step: HoldStep = HoldStep.NONE
    record_id: int = 0
    item: str = ""
    act_id: str = ""
    refusal: tuple[Reason, ...] = ()
    last: Outcome | None = None


@dataclass(frozen=True, slots=True)
class HoldWanted:
    """A title is to be kept: it is asked how."""

    record_id: int


@dataclass(frozen=True, slots=True)
class CopiesWanted:
    """A certain copy is to be chosen."""


@dataclass(frozen=True, slots=True)
class CopyChosen:
    """That copy alone is wanted; with an empty barcode any."""

    barcode: str = ""


@dataclass(frozen=True, slots=True)
class PickupChosen:
    """It is to be collected at that branch: that decides."""

    code: str
    act_id: str


@dataclass(frozen=True, slots=True)
class HoldAnswered:
    """What became of it."""

    act_id: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class HoldFailed:
    """It could not be tried."""

    act_id: str
    error: Exception


@dataclass(frozen=True, slots=True)
class TakeBackWanted:
    """The hold placed last was not meant."""


@dataclass(frozen=True, slots=True)
class TakeBackEnded:
    """That hold is cancelled, or that failed."""

    hold: Outcome
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class Dismissed:
    """The dialog is closed; from the copies it leads back to the question before."""


@dataclass(frozen=True, slots=True)
class TitleLeft:
    """Another title or page is looked at: what was asked about this one is dropped."""


PlacingEvent = (
    HoldWanted
    | CopiesWanted
    | CopyChosen
    | PickupChosen
    | HoldAnswered
    | HoldFailed
    | TakeBackWanted
    | TakeBackEnded
    | Dismissed
    | TitleLeft
)


@dataclass(frozen=True, slots=True)
class PlaceHold:
    """Put the patron into the queue."""

    record_id: int
    item: str
    pickup: str
    act_id: str


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Cancel the hold that was just placed."""

    hold: Outcome


@dataclass(frozen=True, slots=True)
class SayHeld:
    """Tell that it is kept, with a way to take that back, and read the title again."""

    title: str


@dataclass(frozen=True, slots=True)
class SayTakenBack:
    """Tell that the hold is cancelled, and read the title again."""


@dataclass(frozen=True, slots=True)
class SayFailed:
    """Tell what went wrong; it can be tried again."""

    error: Exception
    undoing: bool = False


PlacingEffect = PlaceHold | TakeBack | SayHeld | SayTakenBack | SayFailed
Next = tuple[PlacingHold, tuple[PlacingEffect, ...]]


def advance(state: PlacingHold, event: PlacingEvent) -> Next:
    """Return the next state and what is to be done; what does not fit changes nothing."""
    match event:
        case HoldWanted(record_id) if not state.act_id:
            return PlacingHold(HoldStep.WHERE, record_id, last=state.last), ()
        case CopiesWanted() if state.step is HoldStep.WHERE and not state.act_id:
            return replace(state, step=HoldStep.COPIES), ()
        case CopyChosen(barcode) if state.step in (HoldStep.WHERE, HoldStep.COPIES) and not state.act_id:
            return replace(state, step=HoldStep.WHERE, item=barcode), ()
        case PickupChosen(code, act_id) if state.step is HoldStep.WHERE and not state.act_id:
            placed = PlaceHold(state.record_id, state.item, code, act_id)
            return replace(state, step=HoldStep.NONE, act_id=act_id), (placed,)
        case HoldAnswered(act_id, outcome) if act_id == state.act_id:
            return _answered(state, outcome)
        case HoldFailed(act_id, error) if act_id == state.act_id:
            return replace(state, act_id=""), (SayFailed(error),)
        case TakeBackWanted() if state.last is not None:
            return replace(state, last=None), (TakeBack(state.last),)
        case TakeBackEnded(_, None):
            return state, (SayTakenBack(),)
        case TakeBackEnded(hold, error) if error is not None:
            return replace(state, last=state.last or hold), (SayFailed(error, undoing=True),)
        case Dismissed() if state.step is HoldStep.COPIES:
            return replace(state, step=HoldStep.WHERE), ()
        case Dismissed() | TitleLeft():
            return replace(state, step=HoldStep.NONE, refusal=()), ()
    return state, ()


def _answered(state: PlacingHold, outcome: Outcome) -> Next:
    state = replace(state, act_id="")
    if outcome.done:
        return replace(state, last=outcome), (SayHeld(outcome.title or ""),)
    return replace(state, step=HoldStep.REFUSED, refusal=outcome.reasons), ()
