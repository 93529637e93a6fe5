"""The audit trail as staff read it: who did what to what when, and how it was before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kiosk.model.calendar import Calendar
from kiosk.rules.calendar import end_of_day, start_of_day
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import AuditEntry, AuditSought, Database


@dataclass(frozen=True, slots=True)
class TrailFilter:
    """What of the trail is wanted, by days of the library; None stands for any."""

    account: str | None = None
    act: str | None = None
    subject: str | None = None
    subject_id: int | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class TrailNames:
    """What a filter may be set to: accounts there are, and acts done of late."""

    accounts: tuple[str, ...]
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ValueChange:
    """One value of an entry, by its path, as it was and as it became; empty where there was none."""

    path: str
    before: str
    after: str


class AuditTrail:
    """Reads the trail; nothing changes it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @needs(Right.AUDIT)
    def entries(
        self, by: SignedIn, wanted: TrailFilter, *, limit: int = 200, behind: AuditEntry | None = None
    ) -> tuple[AuditEntry, ...]:
        """Return entries, the latest first; ``behind`` goes on after that one."""
        with self._database.read() as view:
            zone = Calendar(view.library.load().time_zone)
            sought = AuditSought(
                account=wanted.account,
                act=wanted.act,
                subject=wanted.subject,
                subject_id=wanted.subject_id,
                first=start_of_day(zone, wanted.first) if wanted.first else None,
                last=end_of_day(zone, wanted.last) if wanted.last else None,
            )
            return view.audit.found(sought, limit, behind)

    @needs(Right.AUDIT)
    def names(self, by: SignedIn) -> TrailNames:
        """Return by what the trail may be narrowed."""
        with self._database.read() as view:
            return TrailNames(tuple(account.name for account in view.staff.all()), view.audit.acts())


def changes_of(entry: AuditEntry) -> tuple[ValueChange, ...]:
    """Return what an entry says of before and after, value by value; what else it says as new."""
    details = entry.details
    before, after = (_flat(details.get(side, {})) for side in ("before", "after"))
    if "before" not in details and "after" not in details:
        after = _flat(details)
    paths = dict.fromkeys((*before, *after))
    return tuple(ValueChange(path, before.get(path, ""), after.get(path, "")) for path in paths)


def _flat(value: Any, path: str = "") -> dict[str, str]:
    if isinstance(value, Mapping):
        found: dict[str, str] = {}
        for key, below in value.items():
            found |= _flat(below, f"{path} › {key}" if path else str(key))
        return found
    if isinstance(value, list | tuple):
        return {path: ", ".join(map(str, value))}
    return {path: "" if value is None else str(value)}
