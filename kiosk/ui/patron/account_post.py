"""What a patron and staff have written to each other, read on worker threads: requests and messages."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.model.errors import CardUnknown
from kiosk.model.request import RequestKind
from kiosk.model.request_state import OPEN_REQUEST_STATES, RequestState
from kiosk.services import Services
from kiosk.storage import Message, PatronRequest

_OVER_SHOWN = timedelta(days=30)  # what is over for longer is no news
_OPEN = frozenset(state.value for state in OPEN_REQUEST_STATES)


@dataclass(frozen=True, slots=True)
class Post:
    """Requests, those still open first, and messages, the latest first; `new` are numbers of unread ones."""

    patron_id: int
    requests: tuple[PatronRequest, ...] = ()
    messages: tuple[Message, ...] = ()
    new: frozenset[int] = frozenset()


def read_post(services: Services, card: str, at: datetime) -> Post:
    """Read it; CardUnknown."""
    with services.database.read() as view:
        patron = view.patrons.by_card(card)
        if patron is None:
            raise CardUnknown(card=card)
        requests = view.requests.of_patron(patron.id)
        messages = view.messages.of_patron(patron.id)
        unread = view.messages.unread(patron.id)
    shown = [one for one in requests if is_open(one) or (_is_news(one, at) and not _is_letter(one))]
    shown.sort(key=lambda one: one.at, reverse=True)
    shown.sort(key=lambda one: not is_open(one))
    written = [one for one in messages if one.from_staff or one.text or one.question]
    written.sort(key=lambda one: one.replied_at or one.at, reverse=True)
    return Post(patron.id, tuple(shown), tuple(written), frozenset(message.id for message in unread))


def is_open(request: PatronRequest) -> bool:
    """Tell whether something more will come of a request."""
    return request.state in _OPEN


def _is_letter(request: PatronRequest) -> bool:
    """Tell whether the answer stands among the messages, with the question."""
    return request.kind == RequestKind.QUESTION.value and bool(request.answer)


def _is_news(request: PatronRequest, at: datetime) -> bool:
    """Tell whether a request that is over is still shown; who took it back knows."""
    lately = (request.decided_at or request.at) >= at - _OVER_SHOWN
    return lately and request.state != RequestState.WITHDRAWN.value


def has_unread_answer(services: Services, card: str) -> bool:
    """Tell whether staff answered something that the card's owner has not read yet."""
    with services.database.read() as view:
        patron = view.patrons.by_card(card)
        return patron is not None and any(one.reply for one in view.messages.unread(patron.id))


def note_messages_seen(services: Services, post: Post, at: datetime) -> int:
    """Note that the patron saw what was new in what was read; return how many.

    What has come since is still to be told of.
    """
    with services.database.act() as work:
        seen = work.messages.seen(post.patron_id, post.new, at)
        work.commit()
    return seen
