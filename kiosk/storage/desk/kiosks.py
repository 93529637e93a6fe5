"""What kiosks tell of themselves: when they were last seen, and how they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from kiosk.storage.link import Link
from kiosk.storage.tables import kiosk_states


@dataclass(frozen=True, slots=True)
class KioskState:
    """A kiosk's last word; ``state`` is what its devices say."""

    name: str
    seen_at: datetime
    state: Mapping[str, Any]


class Kiosks:
    """Keeps the last word of every kiosk."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def seen(self, name: str, at: datetime, state: Mapping[str, Any]) -> None:
        """Note that a kiosk is there, and how it is."""
        row = {"name": name, "seen_at": at, "state": dict(state)}
        statement = self._link.insert(kiosk_states).values(row)
        self._link.write(statement.on_conflict_do_update(index_elements=["name"], set_=row))

    def all(self) -> tuple[KioskState, ...]:
        """Return every kiosk that was ever seen, by name."""
        rows = self._link.all(select(kiosk_states).order_by(kiosk_states.c.name))
        return tuple(KioskState(row.name, row.seen_at, row.state) for row in rows)
