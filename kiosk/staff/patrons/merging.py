"""Makes one of two cards of one person, after both were seen side by side."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kiosk.model.errors import CardUnknown
from kiosk.model.patron import Patron
from kiosk.model.staff_errors import CardsNotOnePerson, PatronChangedMeanwhile
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, Moved


@dataclass(frozen=True, slots=True)
class Merge:
    """What would be done: who stays, who goes, and what moves over."""

    stays: Patron
    goes: Patron
    moving: Moved

    @property
    def doubtful(self) -> bool:
        """Tell whether they seem to be two people: born on other days, or without a name in common."""
        born = {self.stays.birth_date, self.goes.birth_date} - {None}
        return len(born) > 1 or _names(self.stays).isdisjoint(_names(self.goes))


def _names(patron: Patron) -> set[str]:
    whole = f"{patron.last_name} {patron.first_name or ''}"
    return set(whole.replace("-", " ").casefold().split())


class PatronMerging:
    """Shows and does a merge, in one act; ``forget_files`` takes away files of the one who goes."""

    def __init__(self, database: Database, forget_files: Callable[[], object] = lambda: None) -> None:
        self._database = database
        self._forget_files = forget_files

    @needs(Right.PATRONS_PRIVACY)
    def preview(self, by: SignedIn, patron_id: int, card: str) -> Merge:
        """Return what merging the other card into the patron's would do; CardUnknown, CardsNotOnePerson."""
        with self._database.read() as view:
            stays, goes = view.patrons.get(patron_id), view.patrons.by_card(card)
            if stays is None or goes is None:
                raise CardUnknown(card=card)
            if stays.id == goes.id:
                raise CardsNotOnePerson(card=card)
            return Merge(stays, goes, view.merging.would_move(goes.id))

    @needs(Right.PATRONS_PRIVACY)
    def merge(self, by: SignedIn, seen: Merge, *, at: datetime) -> Moved:
        """Do what was shown, or nothing.

        Raises PatronChangedMeanwhile where either is not as it was shown, HoldsInTheWay, CardUnknown.
        """
        with self._database.act() as work:
            for number in sorted((seen.stays.id, seen.goes.id)):
                work.patrons.lock(number)
            stays, goes = work.patrons.get(seen.stays.id), work.patrons.get(seen.goes.id)
            if stays != seen.stays or goes != seen.goes:
                raise PatronChangedMeanwhile(fields=(), names=(), now=None)
            moved = work.merging.merge(seen.stays, seen.goes, at)
            counts = {"loans": moved.loans, "holds": moved.holds, "charges": moved.charges}
            counts |= {"requests": moved.requests, "messages": moved.messages}
            work.audit.write(
                at=at,
                account=by.account,
                act="merge",
                subject="patron",
                subject_id=seen.stays.id,
                details={"moved": counts, "closed_holds": moved.closed_holds},
            )
            work.commit()
        self._forget_files()
        return moved
