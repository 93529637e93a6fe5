"""What patrons ask staff to do: suggestions to buy, changes of address, memberships to confirm."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, select

from kiosk.storage.link import Link
from kiosk.storage.tables import requests


@dataclass(frozen=True, slots=True)
class PatronRequest:
    """A request; ``state`` is open, accepted, declined, done or withdrawn."""

    act_id: str
    patron_id: int
    kind: str
    at: datetime
    details: Mapping[str, Any] = field(default_factory=dict)
    state: str = "open"
    answer: str | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    id: int = 0


class Requests:
    """Keeps requests; a repeated act makes one."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def make(self, new: PatronRequest) -> PatronRequest:
        """Keep an open request; for a repeated act return the one that was made."""
        values = {"act_id": new.act_id, "patron_id": new.patron_id, "kind": new.kind, "at": new.at}
        values |= {"details": dict(new.details), "state": "open"}
        self._link.write(self._link.insert(requests).values(values).on_conflict_do_nothing())
        return self._all(requests.c.act_id == new.act_id)[0]

    def waiting(self, kind: str | None = None) -> tuple[PatronRequest, ...]:
        """Return open requests, the oldest first."""
        kinds = [] if kind is None else [requests.c.kind == kind]
        return self._all(requests.c.state == "open", *kinds)

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

    def _all(self, *conditions: ColumnElement[bool]) -> tuple[PatronRequest, ...]:
        rows = self._link.all(select(requests).where(*conditions).order_by(requests.c.at, requests.c.id))
        return tuple(_request_of(row) for row in rows)


def _request_of(row: Row[Any]) -> PatronRequest:
    return PatronRequest(**{name: getattr(row, name) for name in PatronRequest.__dataclass_fields__})
