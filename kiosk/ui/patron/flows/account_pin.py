"""Leads from the old PIN over the new one, typed twice, to the change; free of Qt."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from kiosk.model.decision import PinState

SHORTEST, LONGEST = 4, 12


class PinStep(StrEnum):
    """What is asked for, or waited for."""

    OLD = "old"
    CHECKING = "checking"
    NEW = "new"
    AGAIN = "again"
    SAVING = "saving"
    DONE = "done"


class PinTrouble(StrEnum):
    """Why what was typed is not taken."""

    SHORT = "short"
    NOT_NEW = "not_new"
    UNLIKE = "unlike"
    WRONG = "wrong"
    LOCKED = "locked"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class NewPinFirst:
    """A card is only let in once the PIN that staff made up for it is changed.

    `then` lets it in; `left` is called where nobody changed it.
    """

    card: str
    pin: str = field(repr=False)
    then: Callable[[], None]
    left: Callable[[], None]


@dataclass(frozen=True, slots=True)
class ChangingPin:
    """One change; `made_up` where the old PIN came from staff. `turn` tells an older question's answer."""

    step: PinStep = PinStep.OLD
    made_up: bool = False
    old: str = field(default="", repr=False)
    new: str = field(default="", repr=False)
    trouble: PinTrouble | None = None
    locked_until: datetime | None = None
    error: Exception | None = None
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Typed:
    """Digits were typed and confirmed."""

    digits: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class OldAnswered:
    """What became of the old PIN: on its own first, and once more with the new one."""

    turn: int
    pin: PinState
    locked_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class ChangeFailed:
    """The database could not be asked."""

    turn: int
    error: Exception


PinEvent = Typed | OldAnswered | ChangeFailed


@dataclass(frozen=True, slots=True)
class CheckOld:
    """Check the old PIN before a new one is asked for."""

    turn: int
    old: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ChangePin:
    """Put the new PIN in the old one's place."""

    turn: int
    old: str = field(repr=False)
    new: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SayChanged:
    """Tell that it is done, and go on."""


PinEffect = CheckOld | ChangePin | SayChanged
Next = tuple[ChangingPin, tuple[PinEffect, ...]]


def begin(turn: int, made_up: str = "") -> ChangingPin:
    """Begin with the old PIN, or with the new one where the PIN made up by staff was just proved."""
    step = PinStep.NEW if made_up else PinStep.OLD
    return ChangingPin(step, bool(made_up), made_up, turn=turn + 1)


def advance(state: ChangingPin, event: PinEvent) -> Next:
    """Return the next state and what is to be done; what does not fit the step changes nothing."""
    match event:
        case Typed(digits):
            return _typed(state, digits)
        case OldAnswered(turn, pin, until) if turn == state.turn:
            return _old_answered(state, pin, until)
        case ChangeFailed(turn, error) if turn == state.turn and state.step in _WAITING:
            back = PinStep.OLD if state.step is PinStep.CHECKING else PinStep.AGAIN
            return replace(state, step=back, trouble=PinTrouble.FAILED, error=error), ()
    return state, ()


_WAITING = (PinStep.CHECKING, PinStep.SAVING)


def _typed(state: ChangingPin, digits: str) -> Next:
    if state.step not in (PinStep.OLD, PinStep.NEW, PinStep.AGAIN):
        return state, ()
    turn = state.turn + 1
    clean = replace(state, trouble=None, locked_until=None, error=None, turn=turn)
    if state.step is PinStep.AGAIN:
        if digits != state.new:
            return replace(clean, step=PinStep.NEW, new="", trouble=PinTrouble.UNLIKE), ()
        return replace(clean, step=PinStep.SAVING), (ChangePin(turn, state.old, state.new),)
    if re.fullmatch(rf"[0-9]{{{SHORTEST},{LONGEST}}}", digits) is None:
        return replace(clean, trouble=PinTrouble.SHORT), ()
    if state.step is PinStep.OLD:
        return replace(clean, step=PinStep.CHECKING, old=digits), (CheckOld(turn, digits),)
    if digits == state.old:
        return replace(clean, trouble=PinTrouble.NOT_NEW), ()
    return replace(clean, step=PinStep.AGAIN, new=digits), ()


def _old_answered(state: ChangingPin, pin: PinState, until: datetime | None) -> Next:
    if state.step not in _WAITING:
        return state, ()
    if pin is not PinState.RIGHT:
        trouble = PinTrouble.LOCKED if pin is PinState.LOCKED else PinTrouble.WRONG
        # Nothing typed outlives a wrong PIN; one that staff made up anew meanwhile is asked for as any.
        return ChangingPin(
            PinStep.OLD, state.made_up, trouble=trouble, locked_until=until, turn=state.turn
        ), ()
    if state.step is PinStep.CHECKING:
        return replace(state, step=PinStep.NEW), ()
    return ChangingPin(PinStep.DONE, state.made_up, turn=state.turn), (SayChanged(),)
