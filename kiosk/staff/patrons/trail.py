"""What was done to a person's entry, by whom and when; of what was written only which fields."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import AuditEntry, Database


@dataclass(frozen=True, slots=True)
class TrailLine:
    """One act on a person's entry; ``fields`` are the names of those that changed."""

    at: datetime
    account: str
    act: str
    fields: tuple[str, ...]


class PatronTrail:
    """Reads the audit trail of one person."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @needs(Right.PATRONS_SEE)
    def of(self, by: SignedIn, patron_id: int, limit: int = 200) -> tuple[TrailLine, ...]:
        """Return what was done, the latest first."""
        with self._database.read() as view:
            return tuple(_line(entry) for entry in view.audit.about("patron", patron_id, limit))


def _line(entry: AuditEntry) -> TrailLine:
    named = entry.details.get("fields", ()) if hasattr(entry.details, "get") else ()
    return TrailLine(entry.at, entry.account, entry.act, tuple(map(str, named)))
