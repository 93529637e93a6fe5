"""Requests and messages as an account shows them; free of Qt."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.model.request import FIELDS, RequestKind
from kiosk.model.request_number import shown_request_number
from kiosk.model.request_state import RequestState
from kiosk.storage import Message, PatronRequest
from kiosk.ui.patron.account_post import Post, is_open
from kiosk.ui.patron.flows.account_requests import OwnRequests
from kiosk.ui.patron.title_rows import GOOD, STOP, WAIT
from kiosk.ui.patron.title_words import DOT
from kiosk.words import Wording

_TONES = {RequestState.READY: GOOD, RequestState.DONE: GOOD, RequestState.DECLINED: STOP}
_LONGEST = 160  # characters of what was asked for; all of it stands in one's own data


@dataclass(frozen=True, slots=True)
class AccountRequest:
    """One request; `answer` is what staff wrote to it, empty for nothing."""

    number: str
    kind: str
    about: str
    meta: str
    state: str
    tone: int
    step: str
    answer: str
    open: bool
    busy: bool
    button_name: str


@dataclass(frozen=True, slots=True)
class AccountLetter:
    """What one wrote and what staff answered, or what staff wrote by themselves."""

    key: int
    head: str
    asked: str
    text: str
    waits: bool
    new: bool


@dataclass(frozen=True, slots=True)
class PostState:
    """All texts ready; `news` says how many messages are new, `question` what is asked about a request."""

    requests: tuple[AccountRequest, ...] = ()
    letters: tuple[AccountLetter, ...] = ()
    news: str = ""
    question: str = ""
    failure: str = ""


def post_state(post: Post, acts: OwnRequests, words: Wording) -> PostState:
    """Return what to show to its owner."""
    asked = next((one for one in post.requests if one.number == acts.asked), None)
    kind = words(f"request.kind.{asked.kind}") if asked else ""
    return PostState(
        requests=tuple(_request(one, acts, words) for one in post.requests),
        letters=tuple(_letter(one, one.id in post.new, words) for one in post.messages),
        news=words.count("account.messages.new", len(post.new)) if post.new else "",
        question=words("account.request.question", kind=kind) if asked else "",
    )


def _request(request: PatronRequest, acts: OwnRequests, words: Wording) -> AccountRequest:
    state, number = RequestState(request.state), shown_request_number(request.number)
    kind = words(f"request.kind.{request.kind}")
    said = state if is_open(request) else "over"
    return AccountRequest(
        number=request.number,
        kind=kind,
        about=_about(request.kind, request.details, words),
        meta=DOT.join((number, words.dated(request.at, "year"))),
        state=words(f"requests.state.{state}"),
        tone=_TONES.get(state, WAIT),
        step=request.next_step or words(f"requests.next.{said}"),
        answer=words("requests.answer", text=request.answer) if request.answer else "",
        open=is_open(request),
        busy=request.number in acts.leaving,
        button_name=words("account.request.withdraw.name", kind=kind, number=number),
    )


def _about(kind: str, details: Mapping[str, str], words: Wording) -> str:
    """Say in a line what was asked for: a title, a question, or which details are to change."""
    if kind == RequestKind.CONTACT.value:
        names = (name for name in FIELDS[RequestKind.CONTACT] if name in details)
        return DOT.join(words(f"contact.field.{name}") for name in names)
    return _cut(DOT.join(filter(None, (details.get(name) for name in ("title", "author", "text")))))


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def _letter(message: Message, new: bool, words: Wording) -> AccountLetter:
    if message.from_staff:
        head = words("account.letter.staff", day=words.dated(message.at, "year"))
        return AccountLetter(message.id, head, "", message.text, waits=False, new=new)
    head = words("account.letter.asked", day=words.dated(message.at, "year"))
    asked = message.text or message.question or ""
    if message.reply:
        return AccountLetter(message.id, head, asked, message.reply, waits=False, new=new)
    # What staff put away without an answer gets none.
    waits = message.closed_at is None
    said = words("account.letter.waits" if waits else "account.letter.closed")
    return AccountLetter(message.id, head, asked, said, waits=waits, new=new)
