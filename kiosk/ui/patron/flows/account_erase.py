"""Asking to be forgotten, and taking that back; free of Qt."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class AskingToErase:
    """`asked` while it is asked whether it is meant; `act` names the one request, however often tried."""

    asked: bool = False
    busy: bool = False
    act: str = ""
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class EraseWanted:
    """The patron wants to be forgotten; `act` is taken if none was begun yet."""

    act: str


@dataclass(frozen=True, slots=True)
class EraseAnswered:
    """Whether it is meant."""

    agreed: bool


@dataclass(frozen=True, slots=True)
class TakeBackWanted:
    """The wish is to be taken back."""


@dataclass(frozen=True, slots=True)
class EraseEnded:
    """It is asked for or taken back, or failed."""

    error: Exception | None = None


EraseEvent = EraseWanted | EraseAnswered | TakeBackWanted | EraseEnded


@dataclass(frozen=True, slots=True)
class AskToErase:
    """Make the request."""

    act: str


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Withdraw the request that waits."""


@dataclass(frozen=True, slots=True)
class ReadErasure:
    """Read again how it stands."""


EraseEffect = AskToErase | TakeBack | ReadErasure
Next = tuple[AskingToErase, tuple[EraseEffect, ...]]


def advance(state: AskingToErase, event: EraseEvent) -> Next:
    """Return the next state and what is to be done; what does not fit changes nothing."""
    match event:
        case EraseWanted(act) if not state.busy and not state.asked:
            return replace(state, asked=True, act=state.act or act, error=None), ()
        case EraseAnswered(agreed) if state.asked:
            if not agreed:
                return AskingToErase(), ()
            return replace(state, asked=False, busy=True), (AskToErase(state.act),)
        case TakeBackWanted() if not state.busy and not state.asked:
            return AskingToErase(busy=True), (TakeBack(),)
        case EraseEnded(error) if state.busy:
            # Tried again after a failure, it is the same request.
            act = state.act if error is not None else ""
            return AskingToErase(act=act, error=error), (ReadErasure(),)
    return state, ()
