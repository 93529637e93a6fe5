"""What records looked like: one version before staff first changed a record, one after every change."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select

from kiosk.model.record import BibRecord, Form
from kiosk.storage.link import Link
from kiosk.storage.tables import record_versions

# The act under which a version is kept that no account made: an import, or what was there at first.
ARRIVED = "record.arrived"


@dataclass(frozen=True, slots=True)
class RecordVersion:
    """A record as it was from a moment on; ``account`` is None for what an import brought."""

    record_id: int
    number: int
    at: datetime
    account: str | None
    act: str
    form: Form
    marc: str


class RecordVersions:
    """Keeps and reads versions; nothing kept is ever changed."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def keep(self, before: BibRecord | None, after: BibRecord, *, account: str, act: str) -> int:
        """Keep what a record has become, and before it what it was if nobody kept that; return the number.

        For the act that changes the record, in its transaction, after the change; a new record has no before.
        """
        last = self.last(after.id)
        number = last.number if last else 0
        if before is not None and (last is None or (last.marc, last.form) != _state(before)):
            number += 1
            self._insert(number, before, None, ARRIVED)
        self._insert(number + 1, after, account, act)
        return number + 1

    def last(self, record_id: int) -> RecordVersion | None:
        """Return the latest version kept of a record."""
        return self._first(record_versions.c.record_id == record_id)

    def get(self, record_id: int, number: int) -> RecordVersion | None:
        """Return one version of a record."""
        return self._first(record_versions.c.record_id == record_id, record_versions.c.number == number)

    def of(self, record_id: int, limit: int = 100, before: int | None = None) -> tuple[RecordVersion, ...]:
        """Return the versions of a record, the latest first; ``before`` goes on behind that number."""
        query = select(record_versions).where(record_versions.c.record_id == record_id)
        if before is not None:
            query = query.where(record_versions.c.number < before)
        rows = self._link.all(query.order_by(record_versions.c.number.desc()).limit(limit))
        return tuple(map(_version, rows))

    def count(self, record_id: int) -> int:
        """Count the versions kept of a record."""
        counted = select(func.count()).where(record_versions.c.record_id == record_id)
        return int(self._link.scalar(counted) or 0)

    def _first(self, *conditions: ColumnElement[bool]) -> RecordVersion | None:
        query = select(record_versions).where(*conditions).order_by(record_versions.c.number.desc())
        row = self._link.first(query.limit(1))
        return _version(row) if row is not None else None

    def _insert(self, number: int, record: BibRecord, account: str | None, act: str) -> None:
        marc, form = _state(record)
        values = {"record_id": record.id, "number": number, "at": record.updated_at, "account": account}
        values |= {"act": act, "form": form.value, "marc": marc}
        self._link.write(record_versions.insert().values(values))


def _state(record: BibRecord) -> tuple[str, Form]:
    return record.marc, record.description.form


def _version(row: Row[Any]) -> RecordVersion:
    return RecordVersion(row.record_id, row.number, row.at, row.account, row.act, Form(row.form), row.marc)
