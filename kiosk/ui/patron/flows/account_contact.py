"""Leads from the contact details that are known to a request for others; free of Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kiosk.model.problem import Problem
from kiosk.model.request import RequestKind, problems_of

# What changes most often first.
FIELDS = ("email", "phone", "first_name", "last_name", "street", "postcode", "city")
_NEVER_EMPTY = "last_name"
_ALL = ""  # a problem of the whole form


@dataclass(frozen=True, slots=True)
class ChangingContact:
    """`known` is what the library has, `typed` what stands in the fields, `wrong` what is told of each.

    `act` names the one request however often it is tried; `turn` drops answers to older tries.
    """

    known: Mapping[str, str] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)
    wrong: Mapping[str, Problem] = field(default_factory=dict)
    error: Exception | None = None
    busy: bool = False
    act: str = ""
    turn: int = 0

    @property
    def changes(self) -> dict[str, str]:
        """Give what is to be other than it is known; an empty text takes a detail away."""
        texts = {name: " ".join(text.split()) for name, text in self.typed.items()}
        return {name: text for name, text in texts.items() if text != self.known.get(name, "")}

    @property
    def trouble(self) -> Problem | None:
        """Give what is wrong with the form as a whole."""
        return self.wrong.get(_ALL)


@dataclass(frozen=True, slots=True)
class DetailsRead:
    """What the library has, while nothing was typed yet."""

    known: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FieldTyped:
    """A field has another text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class ChangeWanted:
    """Ask staff for it; `act` is taken if none was begun yet."""

    act: str


@dataclass(frozen=True, slots=True)
class RequestMade:
    """Staff will look at it, under that number."""

    turn: int
    number: str


@dataclass(frozen=True, slots=True)
class RequestFailed:
    """It could not be made."""

    turn: int
    error: Exception


ContactEvent = DetailsRead | FieldTyped | ChangeWanted | RequestMade | RequestFailed


@dataclass(frozen=True, slots=True)
class MakeRequest:
    """Make the request."""

    turn: int
    changes: Mapping[str, str]
    act: str


@dataclass(frozen=True, slots=True)
class SayAsked:
    """Tell its number, and go back."""

    number: str


ContactEffect = MakeRequest | SayAsked
Next = tuple[ChangingContact, tuple[ContactEffect, ...]]


def advance(state: ChangingContact, event: ContactEvent) -> Next:
    """Return the next state and what is to be done; what does not fit changes nothing."""
    match event:
        case DetailsRead(known) if not state.typed:
            return replace(state, known=known, typed={name: known.get(name, "") for name in FIELDS}), ()
        case FieldTyped(name, text) if name in state.typed and not state.busy:
            wrong = {key: told for key, told in state.wrong.items() if key not in (name, _ALL)}
            # Another wish is another request.
            return replace(state, typed={**state.typed, name: text}, wrong=wrong, error=None, act=""), ()
        case ChangeWanted(act) if state.typed and not state.busy:
            return _wanted(state, act)
        case RequestMade(turn, number) if state.busy and turn == state.turn:
            return ChangingContact(turn=turn), (SayAsked(number),)
        case RequestFailed(turn, error) if state.busy and turn == state.turn:
            return replace(state, busy=False, error=error), ()
    return state, ()


def _wanted(state: ChangingContact, act: str) -> Next:
    changes = state.changes
    wrong = dict(problems_of(RequestKind.CONTACT, changes)) if changes else {}
    if changes.get(_NEVER_EMPTY) == "":
        wrong = {_NEVER_EMPTY: Problem.of("request.problem.missing")}
    if not changes:
        wrong = {_ALL: Problem.of("contact.trouble.nothing")}
    if wrong:
        return replace(state, wrong=wrong, error=None), ()
    asked = replace(state, busy=True, wrong={}, error=None, act=state.act or act, turn=state.turn + 1)
    return asked, (MakeRequest(asked.turn, changes, asked.act),)
