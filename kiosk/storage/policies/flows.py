"""Guided flows as the library wrote them, each a table of steps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

from kiosk.storage.link import Link
from kiosk.storage.numbers import count_up, counter
from kiosk.storage.tables import flows

_VERSION = "flows_version"


@dataclass(frozen=True, slots=True)
class StoredFlow:
    """A flow: ``steps`` is what its file says, of plain lists, tables, texts and numbers."""

    key: str
    steps: Mapping[str, Any]
    visible: bool = True
    version: int = 1


class Flows:
    """The library's guided flows; ``version`` tells when what was read of them is stale."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def version(self) -> int:
        """Return a number that every change of any flow moves on."""
        return counter(self._link, _VERSION)

    def all(self) -> tuple[StoredFlow, ...]:
        """Return all flows by key."""
        return tuple(_flow_of(row) for row in self._link.all(select(flows).order_by(flows.c.key)))

    def get(self, key: str) -> StoredFlow | None:
        """Return the flow of that key."""
        row = self._link.first(select(flows).where(flows.c.key == key))
        return None if row is None else _flow_of(row)

    def replace(self, wanted: Iterable[StoredFlow], *, by: str, at: datetime) -> bool:
        """Make the flows equal to these; return whether anything changed."""
        before, kept = self.version(), set()
        for flow in wanted:
            self.save(flow, by=by, at=at)
            kept.add(flow.key)
        gone = self._link.write(flows.delete().where(flows.c.key.not_in(kept))).rowcount
        if gone:
            count_up(self._link, _VERSION)
        return self.version() != before

    def save(self, flow: StoredFlow, *, by: str, at: datetime) -> None:
        """Write a flow; its version moves on unless nothing changed."""
        before = self.get(flow.key)
        if before is not None and (dict(before.steps), before.visible) == (dict(flow.steps), flow.visible):
            return
        values = {
            "key": flow.key,
            "steps": dict(flow.steps),
            "visible": flow.visible,
            "version": before.version + 1 if before is not None else 1,
            "written_by": by,
            "written_at": at,
        }
        written = self._link.insert(flows).values(values)
        self._link.write(written.on_conflict_do_update(index_elements=["key"], set_=values))
        count_up(self._link, _VERSION)

    def remove(self, key: str) -> bool:
        """Take a flow away; return whether it was there."""
        gone = bool(self._link.write(flows.delete().where(flows.c.key == key)).rowcount)
        if gone:
            count_up(self._link, _VERSION)
        return gone


def _flow_of(row: Row[Any]) -> StoredFlow:
    return StoredFlow(row.key, row.steps, row.visible, row.version)
