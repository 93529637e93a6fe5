"""What staff wrote about a card: restrictions, set and lifted."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from kiosk.storage.link import Link
from kiosk.storage.tables import restrictions


@dataclass(frozen=True, slots=True)
class Restriction:
    """Why a patron may not act, told to the patron; open while ``lifted_at`` is None."""

    id: int
    text: str
    set_by: str | None
    set_at: datetime | None
    lifted_by: str | None = None
    lifted_at: datetime | None = None


class Restrictions:
    """A patron's restrictions, as rows."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def set(self, patron_id: int, text: str, by: str, at: datetime) -> int:
        """Restrict a card; return the restriction's number."""
        values = {"patron_id": patron_id, "text": text, "imported": False, "set_by": by, "set_at": at}
        row = self._link.written(restrictions.insert().values(values).returning(restrictions.c.id))
        assert row is not None
        return int(row.id)

    def lift(self, restriction_id: int, by: str, at: datetime) -> bool:
        """Lift a restriction; False when it is none or lifted already."""
        statement = restrictions.update().where(
            restrictions.c.id == restriction_id, restrictions.c.lifted_at.is_(None)
        )
        return bool(self._link.write(statement.values(lifted_by=by, lifted_at=at)).rowcount)

    def of(self, patron_id: int) -> tuple[Restriction, ...]:
        """Return all restrictions of a patron, the newest first."""
        query = select(restrictions).where(restrictions.c.patron_id == patron_id)
        rows = self._link.all(query.order_by(restrictions.c.id.desc()))
        return tuple(
            Restriction(row.id, row.text, row.set_by, row.set_at, row.lifted_by, row.lifted_at)
            for row in rows
        )

    def import_text(self, patron_id: int, text: str | None) -> bool:
        """Make the one imported restriction equal to the text (None: gone); return whether it changed."""
        mine = (restrictions.c.patron_id == patron_id) & restrictions.c.imported
        there = self._link.scalar(select(restrictions.c.text).where(mine))
        if there == text:
            return False
        self._link.write(restrictions.delete().where(mine))
        if text is not None:
            self._link.write(restrictions.insert().values(patron_id=patron_id, text=text, imported=True))
        return True
