"""Taking back a request of one's own, after a question; free of Qt."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class OwnRequests:
    """`asked` is the number of the request that is asked about; those in `leaving` are being taken back."""

    asked: str = ""
    leaving: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class WithdrawWanted:
    """A request is to be taken back: that is asked first."""

    number: str


@dataclass(frozen=True, slots=True)
class WithdrawAnswered:
    """Whether it is meant."""

    agreed: bool


@dataclass(frozen=True, slots=True)
class WithdrawEnded:
    """It is taken back, or that failed."""

    number: str
    error: Exception | None = None


RequestsEvent = WithdrawWanted | WithdrawAnswered | WithdrawEnded


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take the request back."""

    number: str


@dataclass(frozen=True, slots=True)
class SayWithdrawn:
    """Tell that it is taken back, or with the error that it is not."""

    error: Exception | None


@dataclass(frozen=True, slots=True)
class ReadPost:
    """Read requests and messages again."""


RequestsEffect = Withdraw | SayWithdrawn | ReadPost
Next = tuple[OwnRequests, tuple[RequestsEffect, ...]]


def advance(state: OwnRequests, event: RequestsEvent) -> Next:
    """Return the next state and what is to be done; what does not fit changes nothing."""
    match event:
        case WithdrawWanted(number) if number not in state.leaving:
            return replace(state, asked=number), ()
        case WithdrawAnswered(agreed) if state.asked:
            number, state = state.asked, replace(state, asked="")
            if not agreed:
                return state, ()
            return replace(state, leaving=state.leaving | {number}), (Withdraw(number),)
        case WithdrawEnded(number, error) if number in state.leaving:
            return replace(state, leaving=state.leaving - {number}), (SayWithdrawn(error), ReadPost())
    return state, ()
