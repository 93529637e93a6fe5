"""What staff note about a patron for each other: kept about the person, so told on request."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from kiosk.storage.link import Link
from kiosk.storage.tables import patron_notes


@dataclass(frozen=True, slots=True)
class PatronNote:
    """One note, and who left it when."""

    id: int
    written: str
    by: str
    at: datetime


class PatronNotes:
    """Keeps notes, as rows."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def add(self, patron_id: int, text: str, *, by: str, at: datetime) -> int:
        """Keep a note; return its number."""
        values = {"patron_id": patron_id, "text": text, "by": by, "at": at}
        row = self._link.written(patron_notes.insert().values(values).returning(patron_notes.c.id))
        assert row is not None
        return int(row.id)

    def remove(self, patron_id: int, note_id: int) -> bool:
        """Take away a patron's note; False when there is none of that number."""
        mine = (patron_notes.c.id == note_id) & (patron_notes.c.patron_id == patron_id)
        return bool(self._link.write(patron_notes.delete().where(mine)).rowcount)

    def of(self, patron_id: int) -> tuple[PatronNote, ...]:
        """Return the notes about a patron, the newest first."""
        query = select(patron_notes).where(patron_notes.c.patron_id == patron_id)
        rows = self._link.all(query.order_by(patron_notes.c.id.desc()))
        return tuple(PatronNote(row.id, row.text, row.by, row.at) for row in rows)
