"""Forgets a person for good: refused while anything is open, audited without a name."""

from datetime import datetime

from kiosk.model.errors import CardUnknown
from kiosk.model.patron import Patron
from kiosk.storage import Act, Database


def erase_person(work: Act, patron: Patron, *, by: str, at: datetime) -> None:
    """Forget a patron within an act; raises PatronHasLoans, with how many loans, holds and charges."""
    work.patrons.lock(patron.id)
    work.patrons.erase(patron.id)
    work.audit.write(at=at, account=by, act="erase", subject="patron", subject_id=patron.id)


class Erasing:
    """Forgets whom staff name by card."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, card: str, *, by: str, at: datetime) -> None:
        """Forget the person with that card; CardUnknown, PatronHasLoans."""
        with self._database.act() as work:
            patron = work.patrons.by_card(card)
            if patron is None:
                raise CardUnknown(card=card)
            try:
                erase_person(work, patron, by=by, at=at)
            except CardUnknown:
                raise CardUnknown(card=card) from None  # somebody else was quicker
            work.commit()
