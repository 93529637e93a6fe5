"""Who answers for which minor."""

from sqlalchemy import select

from kiosk.model.patron import Guardian
from kiosk.storage.link import Link
from kiosk.storage.tables import guardians


class Guardians:
    """At most one guardian a patron."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def of(self, patron_id: int) -> Guardian | None:
        """Return who answers for the patron."""
        row = self._link.first(select(guardians).where(guardians.c.patron_id == patron_id))
        return None if row is None else Guardian(row.guardian_id, row.name, row.phone, row.email)

    def wards(self, guardian_id: int) -> tuple[int, ...]:
        """Return the numbers of the patrons that a patron answers for."""
        query = select(guardians.c.patron_id).where(guardians.c.guardian_id == guardian_id)
        return tuple(self._link.column(query.order_by(guardians.c.patron_id)))

    def set(self, patron_id: int, guardian: Guardian | None) -> None:
        """Say who answers for the patron; None: nobody."""
        if guardian is None:
            self._link.write(guardians.delete().where(guardians.c.patron_id == patron_id))
            return
        row = {"patron_id": patron_id, "guardian_id": guardian.patron_id, "name": guardian.name}
        row |= {"phone": guardian.phone, "email": guardian.email}
        statement = self._link.insert(guardians).values(row)
        self._link.write(statement.on_conflict_do_update(index_elements=["patron_id"], set_=row))
