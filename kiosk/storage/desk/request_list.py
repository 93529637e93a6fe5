"""Requests as the list of staff shows them, each with who asked, and how many nobody has looked at."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, func, select

from kiosk.model.request_state import OPEN_REQUEST_STATES, RequestState
from kiosk.storage.desk.requests import PatronRequest
from kiosk.storage.link import Link
from kiosk.storage.tables import patrons, requests

_OPEN = tuple(sorted(OPEN_REQUEST_STATES))


@dataclass(frozen=True, slots=True)
class ListedRequest:
    """A request with the name and card of who asked, both None without a card."""

    request: PatronRequest
    name: str | None = None
    card: str | None = None


class RequestList:
    """Lists requests, those that are open whole, those that are over by the latest."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def unfinished(self) -> tuple[ListedRequest, ...]:
        """Return requests that are not over, the oldest first."""
        query = _select().where(requests.c.state.in_(_OPEN))
        return self._listed(query.order_by(requests.c.at, requests.c.id))

    def over(self, limit: int, before: tuple[datetime, int] | None = None) -> tuple[ListedRequest, ...]:
        """Return requests that are over, the latest asked first; ``before`` goes on behind time and id."""
        query = _select().where(requests.c.state.not_in(_OPEN))
        if before is not None:
            at, number = before
            query = query.where(
                (requests.c.at < at) | ((requests.c.at == at) & (requests.c.id < number)),
            )
        return self._listed(query.order_by(requests.c.at.desc(), requests.c.id.desc()).limit(limit))

    def new(self) -> int:
        """Count the requests that nobody has looked at."""
        waiting = requests.c.state == RequestState.OPEN.value
        return int(self._link.scalar(select(func.count()).select_from(requests).where(waiting)))

    def _listed(self, query: Select[Any]) -> tuple[ListedRequest, ...]:
        return tuple(_listed_of(row) for row in self._link.all(query))


def _select() -> Select[Any]:
    joined = requests.outerjoin(patrons, patrons.c.id == requests.c.patron_id)
    who = patrons.c.first_name, patrons.c.last_name, patrons.c.card
    return select(requests, *who).select_from(joined)


def _listed_of(row: Row[Any]) -> ListedRequest:
    request = PatronRequest(**{name: getattr(row, name) for name in PatronRequest.__dataclass_fields__})
    name = " ".join(filter(None, (row.first_name, row.last_name)))
    return ListedRequest(request, name or None, row.card)
