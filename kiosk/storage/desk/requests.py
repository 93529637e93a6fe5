"""What patrons ask staff to do: suggestions to buy, changes of address, memberships to confirm."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, select

from kiosk.model.request_number import read_request_number
from kiosk.model.request_state import OPEN_REQUEST_STATES, RequestState
from kiosk.storage.desk.request_numbers import drawn_number
from kiosk.storage.link import Link
from kiosk.storage.tables import request_steps, requests

_OPEN = tuple(sorted(OPEN_REQUEST_STATES))


@dataclass(frozen=True, slots=True)
class PatronRequest:
    """A request; ``state`` is one of RequestState's values. ``patron_id`` is None without a card.

    ``number`` is drawn when it is made: whoever knows it may ask what became of it.
    """

    act_id: str
    patron_id: int | None
    kind: str
    at: datetime
    details: Mapping[str, Any] = field(default_factory=dict)
    state: str = "open"
    answer: str | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    id: int = 0
    number: str = ""
    branch: str | None = None
    language: str | None = None
    email: str | None = None
    next_step: str | None = None
    record_id: int | None = None


@dataclass(frozen=True, slots=True)
class RequestStep:
    """What staff did with a request, told to who made it."""

    at: datetime
    state: str
    note: str | None
    by: str


class Requests:
    """Keeps requests and their steps; a repeated act makes one."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def make(self, new: PatronRequest) -> PatronRequest:
        """Keep an open request under a number of its own; for a repeated act return the one that was made."""
        given = ("act_id", "patron_id", "kind", "at", "branch", "language", "email", "next_step", "record_id")
        values = {name: getattr(new, name) for name in given}
        values |= {"details": dict(new.details), "state": RequestState.OPEN.value}
        while True:
            statement = self._link.insert(requests).values({**values, "number": drawn_number()})
            self._link.write(statement.on_conflict_do_nothing())
            made = self._all(requests.c.act_id == new.act_id)
            if made:
                return made[0]

    def get(self, request_id: int) -> PatronRequest | None:
        """Return the request of that id."""
        return next(iter(self._all(requests.c.id == request_id)), None)

    def by_number(self, typed: str, *, lock: bool = False) -> PatronRequest | None:
        """Return the request of that number, however it is grouped and cased.

        With ``lock`` nobody else brings it on before the act ends.
        """
        number = read_request_number(typed)
        if number is None:
            return None
        if lock:
            self._link.first(select(requests.c.id).where(requests.c.number == number).with_for_update())
        return next(iter(self._all(requests.c.number == number)), None)

    def by_act(self, act_id: str) -> PatronRequest | None:
        """Return the request that an act made."""
        return next(iter(self._all(requests.c.act_id == act_id)), None)

    def stepped(self, request_id: int, act_id: str) -> bool:
        """Tell whether an act brought the request a step on."""
        return self._stepped(request_id, act_id)

    def open_of(self, patron_id: int, kind: str | None = None) -> tuple[PatronRequest, ...]:
        """Return a patron's requests that are not over, the oldest first."""
        kinds = [] if kind is None else [requests.c.kind == kind]
        return self._all(requests.c.patron_id == patron_id, requests.c.state.in_(_OPEN), *kinds)

    def all(self, kind: str | None = None, limit: int = 1000) -> tuple[PatronRequest, ...]:
        """Return the latest requests, over or not, the oldest first."""
        query = select(requests).order_by(requests.c.at.desc(), requests.c.id.desc()).limit(limit)
        rows = self._link.all(query if kind is None else query.where(requests.c.kind == kind))
        return tuple(_request_of(row) for row in reversed(rows))

    def waiting(self, kind: str | None = None) -> tuple[PatronRequest, ...]:
        """Return requests that nobody has looked at, the oldest first."""
        kinds = [] if kind is None else [requests.c.kind == kind]
        return self._all(requests.c.state == "open", *kinds)

    def unfinished(self, kind: str | None = None) -> tuple[PatronRequest, ...]:
        """Return requests that are not over, the oldest first."""
        kinds = [] if kind is None else [requests.c.kind == kind]
        return self._all(requests.c.state.in_(_OPEN), *kinds)

    def of_nobody(self, since: datetime, limit: int = 1000) -> tuple[PatronRequest, ...]:
        """Return requests made without a card from a moment on, the latest first."""
        nobody = requests.c.patron_id.is_(None) & (requests.c.at >= since)
        query = select(requests).where(nobody).order_by(requests.c.at.desc(), requests.c.id.desc())
        return tuple(_request_of(row) for row in self._link.all(query.limit(limit)))

    def of_patron(self, patron_id: int) -> tuple[PatronRequest, ...]:
        """Return all requests of a patron, the oldest first."""
        return self._all(requests.c.patron_id == patron_id)

    def decide(
        self, request_id: int, state: str, *, by: str, at: datetime, answer: str | None = None
    ) -> PatronRequest | None:
        """Decide an open request; None when it is none or decided already."""
        statement = requests.update().where(requests.c.id == request_id, requests.c.state == "open")
        decided = {"state": state, "answer": answer, "decided_by": by, "decided_at": at}
        row = self._link.written(statement.values(decided).returning(*requests.c))
        return None if row is None else _request_of(row)

    def move(
        self,
        request_id: int,
        state: RequestState,
        *,
        act_id: str,
        by: str,
        at: datetime,
        note: str | None = None,
        next_step: str | None = None,
    ) -> PatronRequest | None:
        """Bring an unfinished request a step on, and note it; None when it is none or over.

        A repeated act returns the request as it is now. ``note`` becomes the answer where it ends.
        """
        unfinished = (requests.c.id == request_id) & requests.c.state.in_(_OPEN)
        if self._link.first(select(requests.c.id).where(unfinished).with_for_update()) is None:
            return self.get(request_id) if self._stepped(request_id, act_id) else None
        entry = {"act_id": act_id, "request_id": request_id, "at": at, "state": state.value}
        entry |= {"note": note, "by": by}
        statement = self._link.insert(request_steps).values(entry).on_conflict_do_nothing()
        if self._link.written(statement.returning(request_steps.c.id)) is None:
            return self.get(request_id) if self._stepped(request_id, act_id) else None
        values: dict[str, Any] = {"state": state.value, "next_step": next_step}
        values |= {"decided_by": by, "decided_at": at, "answer": note}
        self._link.write(requests.update().where(requests.c.id == request_id).values(values))
        return self.get(request_id)

    def steps(self, request_id: int) -> tuple[RequestStep, ...]:
        """Return what was done with a request, the first step first."""
        query = select(request_steps).where(request_steps.c.request_id == request_id)
        rows = self._link.all(query.order_by(request_steps.c.at, request_steps.c.id))
        return tuple(RequestStep(row.at, row.state, row.note, row.by) for row in rows)

    def over_before(self, moment: datetime, limit: int) -> tuple[int, ...]:
        """Return the ids of requests that were decided before then and are over."""
        over = requests.c.state.not_in(_OPEN) & (requests.c.decided_at < moment)
        return tuple(
            self._link.column(select(requests.c.id).where(over).order_by(requests.c.id).limit(limit))
        )

    def reachable_before(self, moment: datetime, limit: int) -> tuple[int, ...]:
        """Return the ids of requests made before then under which a typed address or number is kept.

        Only those without a card: a patron's own stand with the patron.
        """
        old = requests.c.patron_id.is_(None) & (requests.c.at < moment)
        query = select(requests.c.id, requests.c.email, requests.c.details).where(old)
        rows = self._link.all(query.order_by(requests.c.id))
        return tuple(row.id for row in rows if row.email or "phone" in row.details)[:limit]

    def forget_contact(self, ids: Iterable[int]) -> int:
        """Forget the typed address and number of these requests; return how many there were."""
        found = self._all(requests.c.id.in_(list(ids)))
        for one in found:
            kept = {name: value for name, value in one.details.items() if name != "phone"}
            values = {"email": None, "details": kept}
            self._link.write(requests.update().where(requests.c.id == one.id).values(values))
        return len(found)

    def forget(self, ids: Iterable[int]) -> int:
        """Forget these requests with their steps; return how many there were."""
        return self._link.write(requests.delete().where(requests.c.id.in_(list(ids)))).rowcount

    def _stepped(self, request_id: int, act_id: str) -> bool:
        mine = (request_steps.c.act_id == act_id) & (request_steps.c.request_id == request_id)
        return self._link.first(select(request_steps.c.id).where(mine)) is not None

    def _all(self, *conditions: ColumnElement[bool]) -> tuple[PatronRequest, ...]:
        rows = self._link.all(select(requests).where(*conditions).order_by(requests.c.at, requests.c.id))
        return tuple(_request_of(row) for row in rows)


def _request_of(row: Row[Any]) -> PatronRequest:
    return PatronRequest(**{name: getattr(row, name) for name in PatronRequest.__dataclass_fields__})
