"""What the pages of requests show: what to ask for, its form, the number, and how far one is; free of Qt."""

from dataclasses import dataclass, field

from kiosk.model.errors import TooManyHere, TooManyRequests
from kiosk.model.request_state import OPEN_REQUEST_STATES, RequestState
from kiosk.ui.patron.channel_rows import ChannelRow
from kiosk.ui.patron.flows.requesting import KINDS, Asked, Lookup, RequestForm, Told, fields_of
from kiosk.ui.patron.form_fields import FormField
from kiosk.ui.shared.trouble import trouble_behind
from kiosk.words import Wording
from kiosk.words.expecting import expected_sentence
from kiosk.words.reasons import error_sentence

_LONGEST = {"text": 2000, "phone": 40, "note": 1000, "year": 20, "isbn": 40}
_DIGITS = frozenset({"year"})
_TONES = {RequestState.READY: 0, RequestState.DONE: 0, RequestState.DECLINED: 2, RequestState.WITHDRAWN: 2}
_WAITING = 1
_OWN_WORDS = frozenset({"missing", "email", "phone", "links", "too_long"})


@dataclass(frozen=True, slots=True)
class RequestPaper:
    """How far the printed number is."""

    state: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class RequestFound:
    """How far a request is; ``tone`` is 0 good, 1 waiting, 2 over without."""

    kind: str = ""
    state: str = ""
    tone: int = _WAITING
    dates: str = ""
    next_step: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class RequestsState:
    """Everything shown, texts ready."""

    kind: int = 0
    fields: tuple[FormField, ...] = ()
    title: str = ""
    why: str = ""
    card: str = ""
    busy: bool = False
    failure: str = ""
    channels: tuple[ChannelRow, ...] = ()
    number: str = ""
    number_kind: str = ""
    how: str = ""
    expect: str = ""
    paper: str = ""
    paper_note: str = ""
    lookup: tuple[FormField, ...] = ()
    looking: bool = False
    lookup_failure: str = ""
    found: RequestFound = field(default_factory=RequestFound)


def request_state(
    form: RequestForm,
    lookup: Lookup,
    paper: RequestPaper,
    name: str,
    words: Wording,
    channels: tuple[ChannelRow, ...] = (),
) -> RequestsState:
    """Derive all pages; `name` is the first name and initial of whose card it is, empty without one.

    The `channels` stand where a kiosk takes no more for now.
    """
    made = form.made
    return RequestsState(
        kind=KINDS.index(form.kind),
        fields=tuple(_field(one, form, words) for one in fields_of(form.kind, with_card=bool(name))),
        title=words(f"requests.{form.kind}.title"),
        why=words(f"requests.{form.kind}.why"),
        card=words("requests.card", name=name) if name else "",
        busy=form.busy,
        failure=_failure(form.error, words) if form.error is not None else "",
        channels=channels if isinstance(form.error, TooManyHere) else (),
        number=made.number if made else "",
        number_kind=words(f"request.kind.{made.kind}") if made else "",
        how=words("requests.how.card" if made.with_card else "requests.how") if made else "",
        expect=expectation(made, words) if made else "",
        paper=paper.state,
        paper_note=words(f"answer.paper.{paper.state}", code=paper.code) if paper.state else "",
        lookup=(_number(lookup, words),),
        looking=lookup.busy,
        lookup_failure=trouble_behind(lookup.error).said(words) if lookup.error is not None else "",
        found=_found(lookup.told, words) if lookup.told is not None else RequestFound(),
    )


def expectation(made: Asked, words: Wording) -> str:
    """Say when a question will be read; empty for all else."""
    if made.expected is None or made.at is None:
        return ""
    return expected_sentence(made.expected, made.at, words)


def _failure(error: Exception, words: Wording) -> str:
    own = isinstance(error, TooManyRequests | TooManyHere)
    return error_sentence(error, words) if own else trouble_behind(error).said(words)  # type: ignore[arg-type]


def _field(name: str, form: RequestForm, words: Wording) -> FormField:
    why = form.wrong.get(name, "")
    needed = name == fields_of(form.kind, with_card=True)[0]
    return FormField(
        name=name,
        label=words(f"requests.field.{name}"),
        text=form.typed.get(name, ""),
        hint="" if needed else words("form.optional"),
        error=words(f"requests.wrong.{why}" if why in _OWN_WORDS else "requests.wrong.other") if why else "",
        kind="digits" if name in _DIGITS else "text",
        longest=_LONGEST.get(name, 200),
    )


def _number(lookup: Lookup, words: Wording) -> FormField:
    return FormField(
        name="number",
        label=words("requests.field.number"),
        text=lookup.typed,
        error=words(f"requests.lookup.{lookup.wrong}") if lookup.wrong else "",
        longest=20,
    )


def _found(told: Told, words: Wording) -> RequestFound:
    """Say how far it is; what staff wrote stands before what the state says by itself."""
    made, changed = words.dated(told.made_at, "year"), words.dated(told.changed_at, "year")
    over = told.state not in OPEN_REQUEST_STATES
    return RequestFound(
        kind=words(f"request.kind.{told.kind}"),
        state=words(f"requests.state.{told.state}"),
        tone=_TONES.get(told.state, _WAITING),
        dates=words("requests.dates" if changed != made else "requests.date", made=made, changed=changed),
        next_step=told.next_step or words(f"requests.next.{'over' if over else told.state}"),
        answer=words("requests.answer", text=told.answer) if told.answer else "",
    )
