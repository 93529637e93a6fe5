"""What staff write on a card: restrictions, which the patron is told, and notes for each other."""

from datetime import datetime

from kiosk.model.staff_errors import TextMissing
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Act, Database

_LONGEST = 2000


class PatronRemarks:
    """Sets and lifts restrictions, leaves and takes away notes; the trail says that, never what."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @needs(Right.PATRONS_EDIT)
    def restrict(self, by: SignedIn, patron_id: int, text: str, *, at: datetime) -> int:
        """Restrict a card, with what the patron is told; return the restriction's number.

        Raises TextMissing, CardUnknown.
        """
        told = _written(text)
        with self._database.act() as work:
            work.patrons.lock(patron_id)
            number = work.patrons.restrict(patron_id, told, by.account, at)
            _audited(work, by, at, "restrict", patron_id)
            work.commit()
        return number

    @needs(Right.PATRONS_EDIT)
    def lift(self, by: SignedIn, patron_id: int, restriction_id: int, *, at: datetime) -> bool:
        """Lift a restriction; False when somebody else has, or it is another's."""
        with self._database.act() as work:
            mine = {one.id for one in work.patrons.restrictions(patron_id)}
            if restriction_id not in mine or not work.patrons.lift(restriction_id, by.account, at):
                return False
            _audited(work, by, at, "lift_restriction", patron_id)
            work.commit()
        return True

    @needs(Right.PATRONS_EDIT)
    def note(self, by: SignedIn, patron_id: int, text: str, *, at: datetime) -> int:
        """Leave a note; return its number. Raises TextMissing, CardUnknown."""
        written = _written(text)
        with self._database.act() as work:
            work.patrons.lock(patron_id)
            number = work.patrons.notes.add(patron_id, written, by=by.account, at=at)
            _audited(work, by, at, "note", patron_id)
            work.commit()
        return number

    @needs(Right.PATRONS_EDIT)
    def forget_note(self, by: SignedIn, patron_id: int, note_id: int, *, at: datetime) -> bool:
        """Take a note away; False when it is gone already, or another's."""
        with self._database.act() as work:
            if not work.patrons.notes.remove(patron_id, note_id):
                return False
            _audited(work, by, at, "forget_note", patron_id)
            work.commit()
        return True


def _written(text: str) -> str:
    clean = "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in text).strip()
    if not clean:
        raise TextMissing
    return clean[:_LONGEST]


def _audited(work: Act, by: SignedIn, at: datetime, act: str, patron_id: int) -> None:
    work.audit.write(at=at, account=by.account, act=act, subject="patron", subject_id=patron_id)
