"""Where something stands that a patron asked staff to do."""

from enum import StrEnum


class RequestState(StrEnum):
    """A request's state: asked, on its way, or over."""

    OPEN = "open"
    ACCEPTED = "accepted"
    WAITING = "waiting"
    ORDERED = "ordered"
    READY = "ready"
    DECLINED = "declined"
    DONE = "done"
    WITHDRAWN = "withdrawn"


OPEN_REQUEST_STATES = frozenset(
    {
        RequestState.OPEN,
        RequestState.ACCEPTED,
        RequestState.WAITING,
        RequestState.ORDERED,
        RequestState.READY,
    }
)
