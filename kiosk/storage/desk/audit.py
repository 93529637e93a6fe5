"""Who did what when, with which reason and over which refusals."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select

from kiosk.storage.link import Link
from kiosk.storage.tables import audit


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act; ``subject`` and ``subject_id`` say what it was done to, ``details`` name no title."""

    id: int
    at: datetime
    account: str
    act: str
    subject: str | None
    subject_id: int | None
    details: Mapping[str, Any]
    reason: str | None
    overridden: tuple[str, ...]


class Audit:
    """Appends and reads; nothing is ever changed here, and old entries are forgotten whole."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def write(
        self,
        *,
        at: datetime,
        account: str,
        act: str,
        subject: str | None = None,
        subject_id: int | None = None,
        details: Mapping[str, Any] | None = None,
        reason: str | None = None,
        overridden: Iterable[str] = (),
    ) -> None:
        """Append an entry, in the transaction of the act itself."""
        entry = {"at": at, "account": account, "act": act, "subject": subject, "subject_id": subject_id}
        entry |= {"details": dict(details or {}), "reason": reason, "overridden": sorted(overridden)}
        self._link.write(audit.insert().values(entry))

    def about(self, subject: str, subject_id: int, limit: int = 200) -> tuple[AuditEntry, ...]:
        """Return what was done to something, the latest first."""
        return self._latest(limit, audit.c.subject == subject, audit.c.subject_id == subject_id)

    def latest(self, limit: int = 200, before: int | None = None) -> tuple[AuditEntry, ...]:
        """Return the latest entries, the newest first; ``before`` goes on behind that entry."""
        return self._latest(limit, *([] if before is None else [audit.c.id < before]))

    def before(self, moment: datetime, limit: int) -> tuple[int, ...]:
        """Return the numbers of entries older than that, the oldest first."""
        old = select(audit.c.id).where(audit.c.at < moment)
        return tuple(self._link.column(old.order_by(audit.c.at, audit.c.id).limit(limit)))

    def forget(self, numbers: Iterable[int]) -> int:
        """Forget these entries; return how many there were."""
        return self._link.write(audit.delete().where(audit.c.id.in_(list(numbers)))).rowcount

    def _latest(self, limit: int, *conditions: ColumnElement[bool]) -> tuple[AuditEntry, ...]:
        rows = self._link.all(select(audit).where(*conditions).order_by(audit.c.id.desc()).limit(limit))
        return tuple(
            AuditEntry(
                id=row.id,
                at=row.at,
                account=row.account,
                act=row.act,
                subject=row.subject,
                subject_id=row.subject_id,
                details=row.details,
                reason=row.reason,
                overridden=tuple(row.overridden),
            )
            for row in rows
        )
