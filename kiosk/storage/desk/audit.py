"""Who did what when, with which reason and over which refusals."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, select

from kiosk.storage.desk.typed_words import about_person
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


@dataclass(frozen=True, slots=True)
class AuditSought:
    """Which entries are wanted, from ``first`` to ``last``; None stands for any."""

    account: str | None = None
    act: str | None = None
    subject: str | None = None
    subject_id: int | None = None
    first: datetime | None = None
    last: datetime | None = None


class Audit:
    """Appends and reads; what is over is never changed here, and old entries are forgotten whole."""

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
    ) -> int:
        """Append an entry, in the transaction of the act itself; return its number."""
        entry = {"at": at, "account": account, "act": act, "subject": subject, "subject_id": subject_id}
        entry |= {"details": dict(details or {}), "reason": reason, "overridden": sorted(overridden)}
        return int(self._link.written(audit.insert().values(entry).returning(audit.c.id))[0])  # type: ignore[index]

    def go_on(self, number: int, details: Mapping[str, Any]) -> None:
        """Say in an entry how far its act has come, which is one of many transactions and not over yet."""
        self._link.write(audit.update().where(audit.c.id == number).values(details=dict(details)))

    def about(self, subject: str, subject_id: int, limit: int = 200) -> tuple[AuditEntry, ...]:
        """Return what was done to something, the latest first."""
        return self._latest(limit, audit.c.subject == subject, audit.c.subject_id == subject_id)

    def about_person(self, patron_id: int, limit: int = 200) -> tuple[AuditEntry, ...]:
        """Return what was done to a patron and to what still names them, the latest first."""
        return self._latest(limit, about_person(patron_id))

    def latest(self, limit: int = 200, before: int | None = None) -> tuple[AuditEntry, ...]:
        """Return the latest entries, the newest first; ``before`` goes on behind that entry."""
        return self._latest(limit, *([] if before is None else [audit.c.id < before]))

    def found(
        self, sought: AuditSought, limit: int, behind: AuditEntry | None = None
    ) -> tuple[AuditEntry, ...]:
        """Return what was sought, the latest first; ``behind`` goes on after that entry."""
        equal = {name: getattr(sought, name) for name in ("account", "act", "subject", "subject_id")}
        wanted = [audit.c[name] == value for name, value in equal.items() if value is not None]
        if sought.first is not None:
            wanted.append(audit.c.at >= sought.first)
        if sought.last is not None:
            wanted.append(audit.c.at <= sought.last)
        if behind is not None:
            wanted.append(audit.c.at <= behind.at)
            wanted.append((audit.c.at < behind.at) | (audit.c.id < behind.id))
        # By time, not by number: an act may be back-dated.
        latest = select(audit).where(*wanted).order_by(audit.c.at.desc(), audit.c.id.desc()).limit(limit)
        return tuple(_entry_of(row) for row in self._link.all(latest))

    def acts(self, among: int = 5000) -> tuple[str, ...]:
        """Return the acts among the latest entries, by name."""
        latest = select(audit.c.act).order_by(audit.c.id.desc()).limit(among).subquery()
        return tuple(sorted(self._link.column(select(latest.c.act).distinct())))

    def latest_of(self, subject: str, acts: Iterable[str]) -> AuditEntry | None:
        """Return the latest of these acts on a subject that there is but one of, such as the library."""
        found = self._latest(1, audit.c.subject == subject, audit.c.act.in_(list(acts)))
        return found[0] if found else None

    def before(self, moment: datetime, limit: int) -> tuple[int, ...]:
        """Return the numbers of entries older than that, the oldest first."""
        old = select(audit.c.id).where(audit.c.at < moment)
        return tuple(self._link.column(old.order_by(audit.c.at, audit.c.id).limit(limit)))

    def forget(self, numbers: Iterable[int]) -> int:
        """Forget these entries; return how many there were."""
        return self._link.write(audit.delete().where(audit.c.id.in_(list(numbers)))).rowcount

    def _latest(self, limit: int, *conditions: ColumnElement[bool]) -> tuple[AuditEntry, ...]:
        latest = select(audit).where(*conditions).order_by(audit.c.id.desc()).limit(limit)
        return tuple(_entry_of(row) for row in self._link.all(latest))


def _entry_of(row: Row[Any]) -> AuditEntry:
    return AuditEntry(
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
