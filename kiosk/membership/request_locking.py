"""Holds a request for whoever brings it a step on, and refuses who does not know how far it is."""

from kiosk.model.errors import CardUnknown
from kiosk.model.request_number import shown_request_number
from kiosk.model.staff_errors import RequestChangedMeanwhile
from kiosk.storage import Act, PatronRequest


def locked(work: Act, number: str) -> PatronRequest | None:
    """Return the request of that number with its patron and itself locked, in this order as everywhere."""
    found = work.requests.by_number(number)
    if found is not None and found.patron_id is not None:
        try:
            work.patrons.lock(found.patron_id)
        except CardUnknown:
            return None  # forgotten at this moment, and the request with the person
    return work.requests.by_number(number, lock=True)


def refuse_unseen(work: Act, found: PatronRequest, seen: int | None) -> None:
    """Raise RequestChangedMeanwhile where somebody else did something that is not known of."""
    steps = work.requests.steps(found.id) if seen is not None else ()
    if seen is not None and len(steps) != seen:
        last = steps[-1] if steps else None
        raise RequestChangedMeanwhile(
            number=shown_request_number(found.number), by=last.by if last else "", state=found.state
        )
