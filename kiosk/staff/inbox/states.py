"""In which of five states staff see what was left for them, and how it reaches whoever left it."""

from collections.abc import Sequence
from enum import StrEnum

from kiosk.model.patron import Patron
from kiosk.model.request import AnswerWay, RequestKind
from kiosk.model.request_state import RequestState
from kiosk.storage import PatronRequest


class InboxState(StrEnum):
    """Nobody has looked, somebody has it, it waits for something, it was answered, it was put away."""

    NEW = "new"
    TAKEN = "taken"
    WAITING = "waiting"
    ANSWERED = "answered"
    CLOSED = "closed"


UNFINISHED = (InboxState.NEW, InboxState.TAKEN, InboxState.WAITING)
_WAITING = frozenset({RequestState.WAITING.value, RequestState.ORDERED.value, RequestState.READY.value})


def inbox_state(request: PatronRequest) -> InboxState:
    """Return the state in which staff see a request."""
    if request.state == RequestState.OPEN.value:
        return InboxState.NEW
    if request.state == RequestState.ACCEPTED.value:
        return InboxState.TAKEN
    if request.state in _WAITING:
        return InboxState.WAITING
    told = bool(request.answer) or request.kind != RequestKind.QUESTION.value
    done = request.state == RequestState.DONE.value
    return InboxState.ANSWERED if done and told else InboxState.CLOSED


def answer_ways(request: PatronRequest, patron: Patron | None, *, reachable: bool) -> tuple[AnswerWay, ...]:
    """Return the ways by which an answer arrives; ``reachable`` tells that the patron reads letters.

    At the next card scan only answers to messages are told: other requests stand in the account anyway.
    """
    ways = []
    if reachable if patron is not None else bool(request.email):
        ways.append(AnswerWay.EMAIL)
    if patron is not None and request.kind == RequestKind.QUESTION.value:
        ways.append(AnswerWay.CARD)
    return tuple(ways)


def first_words(request: PatronRequest, longest: int = 90) -> str:
    """Return what a list shows of a request: the first line of its text, or title and author."""
    details = request.details
    said: Sequence[object] = (details.get("title"), details.get("author"))
    text = str(details.get("text") or " · ".join(str(one) for one in said if one))
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
