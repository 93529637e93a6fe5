"""What patrons settle about their own card, and what is asked before it is done; free of Qt."""

from dataclasses import dataclass, replace
from enum import StrEnum


class OwnAct(StrEnum):
    """One thing to settle."""

    REPORT_LOST = "report_lost"
    KEEP_HISTORY = "keep_history"
    FORGET_HISTORY = "forget_history"
    WANT_EMAILS = "want_emails"
    NO_EMAILS = "no_emails"


# What cannot be taken back here is asked about first.
_ASKED_FIRST = frozenset({OwnAct.REPORT_LOST, OwnAct.FORGET_HISTORY})


@dataclass(frozen=True, slots=True)
class Settling:
    """`asked` is what is asked about; while `busy` nothing else is begun."""

    asked: OwnAct | None = None
    busy: bool = False


@dataclass(frozen=True, slots=True)
class ActWanted:
    """A button or switch was touched."""

    act: OwnAct


@dataclass(frozen=True, slots=True)
class LanguageWanted:
    """Another language is to be spoken from now on, and at every sign-in."""

    language: str


@dataclass(frozen=True, slots=True)
class ActAnswered:
    """Whether it is meant."""

    agreed: bool


@dataclass(frozen=True, slots=True)
class ActEnded:
    """It is done, or failed."""

    act: OwnAct | None
    error: Exception | None = None


SettlingEvent = ActWanted | LanguageWanted | ActAnswered | ActEnded


@dataclass(frozen=True, slots=True)
class DoAct:
    """Do it."""

    act: OwnAct


@dataclass(frozen=True, slots=True)
class SaveLanguage:
    """Keep it as the patron's own, and speak it."""

    language: str


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """Read again what is kept, whatever became of it."""


@dataclass(frozen=True, slots=True)
class SaySettled:
    """Tell that it is saved, or with the error that it is not."""

    error: Exception | None


@dataclass(frozen=True, slots=True)
class EndVisit:
    """The card is lost: its visit is over, with words on what comes next."""


SettlingEffect = DoAct | SaveLanguage | ReadAgain | SaySettled | EndVisit
Next = tuple[Settling, tuple[SettlingEffect, ...]]


def advance(state: Settling, event: SettlingEvent) -> Next:
    """Return the next state and what is to be done; what does not fit changes nothing."""
    match event:
        case ActWanted(act) if not state.busy and state.asked is None:
            if act in _ASKED_FIRST:
                return replace(state, asked=act), ()
            return Settling(busy=True), (DoAct(act),)
        case LanguageWanted(language) if not state.busy and state.asked is None:
            return Settling(busy=True), (SaveLanguage(language),)
        case ActAnswered(agreed) if state.asked is not None:
            return (Settling(busy=True), (DoAct(state.asked),)) if agreed else (Settling(), ())
        case ActEnded(act, error) if state.busy:
            if act is OwnAct.REPORT_LOST and error is None:
                return Settling(), (EndVisit(),)
            return Settling(), (SaySettled(error), ReadAgain())
    return state, ()
