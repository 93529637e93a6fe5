"""Leads from what somebody wants of the library to a number, and from a number to how far that is."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from kiosk.model.errors import RequestUnknown
from kiosk.model.request import FIELDS, RequestKind, problems_of
from kiosk.model.request_number import read_request_number
from kiosk.model.request_state import RequestState
from kiosk.rules.expecting import Expectation

# What can be asked for here; the first two are two ways to the same book.
KINDS = (RequestKind.PURCHASE, RequestKind.INTERLIBRARY_LOAN, RequestKind.QUESTION)
EMAIL = "email"
_REACHED = frozenset({"phone"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that was taken: what it is called from now on, and whether with a card.

    A question is `expected` to be answered then; that was told `at` this moment.
    """

    number: str
    kind: RequestKind
    with_card: bool
    expected: Expectation | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Tried:
    """What a try to send it said, and for whom."""

    kind: RequestKind
    details: Mapping[str, str]
    email: str | None
    card: str | None


@dataclass(frozen=True, slots=True)
class RequestForm:
    """What was typed, by field, and what is wrong with it; `typed` outlasts a change of kind.

    `act` names the one request that was `tried`, however often the same is; `turn` drops answers to older
    tries.
    """

    kind: RequestKind = RequestKind.PURCHASE
    typed: Mapping[str, str] = field(default_factory=dict)
    wrong: Mapping[str, str] = field(default_factory=dict)
    busy: bool = False
    error: Exception | None = None
    made: Asked | None = None
    with_card: bool = False
    act: str = ""
    tried: Tried | None = None
    turn: int = 0

    @property
    def begun(self) -> bool:
        """Tell whether anything would be lost."""
        return self.made is None and any(text.strip() for text in self.typed.values())


# What happens.


@dataclass(frozen=True, slots=True)
class KindChosen:
    """Another kind of request is meant."""

    kind: RequestKind


@dataclass(frozen=True, slots=True)
class Typed:
    """A field has another text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class SendWanted:
    """It is to be sent, for a card or nobody known; `act` is taken unless just this was tried already."""

    act: str
    card: str | None


@dataclass(frozen=True, slots=True)
class RequestTaken:
    """The library took it."""

    turn: int
    number: str
    expected: Expectation | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SendingFailed:
    """The library did not."""

    turn: int
    error: Exception


RequestEvent = KindChosen | Typed | SendWanted | RequestTaken | SendingFailed


@dataclass(frozen=True, slots=True)
class Send:
    """Make the request."""

    turn: int
    act: str
    kind: RequestKind
    details: Mapping[str, str]
    email: str | None
    card: str | None


Next = tuple[RequestForm, Send | None]


def advance(form: RequestForm, event: RequestEvent) -> Next:
    """Return the next form and what is to be sent; what does not fit changes nothing."""
    match event:
        case KindChosen(kind) if kind in KINDS and not form.busy:
            return replace(form, kind=kind, wrong={}, error=None), None
        case Typed(name, text) if not form.busy and form.made is None:
            return replace(form, typed={**form.typed, name: text}, wrong={}, error=None), None
        case SendWanted(act, card) if not form.busy and form.made is None:
            return _send(form, act, card)
        case RequestTaken(turn, number, expected, at) if form.busy and turn == form.turn:
            told = expected if form.kind is RequestKind.QUESTION else None
            made = Asked(number, form.kind, form.with_card, told, at)
            return RequestForm(form.kind, made=made, turn=form.turn), None
        case SendingFailed(turn, error) if form.busy and turn == form.turn:
            return replace(form, busy=False, error=error), None
    return form, None


def fields_of(kind: RequestKind, *, with_card: bool) -> tuple[str, ...]:
    """Return the fields of a kind; without a card also where an answer may go: a card has its own."""
    own = tuple(name for name in FIELDS[kind] if name not in _REACHED)
    return own if with_card else (*own, EMAIL, *(name for name in FIELDS[kind] if name in _REACHED))


def _send(form: RequestForm, act: str, card: str | None) -> Next:
    asked = fields_of(form.kind, with_card=card is not None)
    details = {name: form.typed.get(name, "") for name in asked if name != EMAIL}
    email = (form.typed.get(EMAIL, "").strip() or None) if card is None else None
    wrong: dict[str, str] = {}
    for name, problem in problems_of(form.kind, details, email):
        wrong.setdefault(name, problem.key.rpartition(".")[2])
    if wrong:
        return replace(form, wrong=wrong), None
    tried = Tried(form.kind, details, email, card)
    # A try that seemed to fail may have been taken: only the very same may go by its name.
    turn, act = form.turn + 1, form.act if tried == form.tried else act
    known = card is not None
    going = replace(form, busy=True, error=None, wrong={}, with_card=known, act=act, tried=tried, turn=turn)
    return going, Send(turn, act, form.kind, details, email, card)


# A number typed, and how far its request is.


@dataclass(frozen=True, slots=True)
class Told:
    """What a number alone tells; `next_step` is what staff wrote for everybody, `answer` without a card."""

    number: str
    kind: str
    state: RequestState
    made_at: datetime
    changed_at: datetime
    next_step: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Lookup:
    """A number being asked about; `wrong` is `form` for what cannot be one, `unknown` for nobody's."""

    typed: str = ""
    wrong: str = ""
    busy: bool = False
    error: Exception | None = None
    told: Told | None = None
    turn: int = 0


def number_typed(lookup: Lookup, text: str) -> Lookup:
    """Keep what is typed; what was told of another number goes."""
    if text == lookup.typed:
        return lookup
    return Lookup(text, turn=lookup.turn + 1)


def look_up(lookup: Lookup) -> tuple[Lookup, str | None]:
    """Return the number to ask about, None for what cannot be one."""
    number = read_request_number(lookup.typed)
    if number is None:
        return Lookup(lookup.typed, wrong="form", turn=lookup.turn + 1), None
    return Lookup(lookup.typed, busy=True, turn=lookup.turn + 1), number


def looked_up(lookup: Lookup, turn: int, answer: Told | Exception) -> Lookup:
    """Take the answer, unless another number is asked about by now."""
    if turn != lookup.turn or not lookup.busy:
        return lookup
    if isinstance(answer, Told):
        return replace(lookup, busy=False, told=answer)
    if isinstance(answer, RequestUnknown):
        return replace(lookup, busy=False, wrong="unknown")
    return replace(lookup, busy=False, error=answer)
