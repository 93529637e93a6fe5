"""The other catalogues that a library copies records from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

from kiosk.storage.link import Link
from kiosk.storage.tables import record_sources


@dataclass(frozen=True, slots=True)
class StoredSource:
    """A catalogue by its code; ``target`` says in plain values where it is and how it is asked."""

    code: str
    position: int
    active: bool
    target: Mapping[str, Any]
    changed_by: str
    changed_at: datetime


class RecordSources:
    """Keeps only what a library has said itself."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def all(self) -> tuple[StoredSource, ...]:
        """Return all of them by position and code."""
        ordered = select(record_sources).order_by(record_sources.c.position, record_sources.c.code)
        return tuple(_source_of(row) for row in self._link.all(ordered))

    def get(self, code: str) -> StoredSource | None:
        """Return the one of that code."""
        row = self._link.first(select(record_sources).where(record_sources.c.code == code))
        return None if row is None else _source_of(row)

    def save(self, source: StoredSource) -> None:
        """Keep it in place of the one of that code."""
        row = {name: getattr(source, name) for name in StoredSource.__dataclass_fields__}
        row["target"] = dict(source.target)
        statement = self._link.insert(record_sources).values(row)
        self._link.write(statement.on_conflict_do_update(index_elements=["code"], set_=row))

    def reset(self, code: str) -> bool:
        """Go back to the program's own, or to none; return whether the library had said anything."""
        return bool(self._link.write(record_sources.delete().where(record_sources.c.code == code)).rowcount)


def _source_of(row: Row[Any]) -> StoredSource:
    return StoredSource(**{name: getattr(row, name) for name in StoredSource.__dataclass_fields__})
