"""Keeps staff from being flooded: so many messages a card and a kiosk, and the same one once a day."""

from datetime import datetime, timedelta

from kiosk.model.errors import TooManyHere, TooManyRequests
from kiosk.model.request import RequestKind, same_words
from kiosk.model.request_state import RequestState
from kiosk.storage import Act, PatronRequest

MOST_OPEN = 30  # requests of one card at once; whoever wants more talks to staff anyway
MOST_HERE = 10  # requests without a card at one kiosk within the hour
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


def said_before(work: Act, new: PatronRequest) -> PatronRequest | None:
    """Return the message of the last day that says the same, for the same answer; None for news.

    One that was taken back does not count: it is meant anew.
    """
    if new.kind != RequestKind.QUESTION.value:
        return None
    since = new.at - _DAY
    before = work.requests.of_nobody(since) if new.patron_id is None else _own(work, new.patron_id, since)
    return next((one for one in before if _is_same(one, new)), None)


def refuse_too_many_open(work: Act, patron_id: int) -> None:
    """Raise TooManyRequests where a card has as many open as it may."""
    if len(work.requests.open_of(patron_id)) >= MOST_OPEN:
        raise TooManyRequests(most=MOST_OPEN)


def refuse_too_many_here(work: Act, kiosk: str, at: datetime) -> None:
    """Raise TooManyHere where as many were made at a kiosk without a card within the hour as may be."""
    made = [one for one in work.requests.of_nobody(at - _HOUR) if one.details.get("kiosk") == kiosk]
    if len(made) >= MOST_HERE:
        raise TooManyHere(most=MOST_HERE)


def _own(work: Act, patron_id: int, since: datetime) -> tuple[PatronRequest, ...]:
    return tuple(one for one in work.requests.of_patron(patron_id) if one.at >= since)


def _is_same(one: PatronRequest, new: PatronRequest) -> bool:
    if one.kind != new.kind or one.state == RequestState.WITHDRAWN.value or one.at > new.at:
        return False
    return _said(one) == _said(new)


def _said(one: PatronRequest) -> tuple[str, str, str, str]:
    """Return what makes a message what it is: where it was left, its words, and where its answer goes."""
    details = one.details
    kiosk = str(details.get("kiosk", "")) if one.patron_id is None else ""
    reached = same_words(str(details.get("phone", "")))
    return kiosk, same_words(str(details.get("text", ""))), same_words(one.email or ""), reached
