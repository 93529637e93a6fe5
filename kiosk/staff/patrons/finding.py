"""Finds patrons as one types, and lists those who want something of staff."""

from datetime import date, timedelta
from enum import StrEnum

from kiosk.model.patron import Patron
from kiosk.staff.patrons.wanted import wanted_of
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database

_SOON = timedelta(days=30)


class PatronList(StrEnum):
    """A list that is looked through rather than searched."""

    NEWEST = "newest"
    EXPIRING = "expiring"
    BLOCKED = "blocked"
    TEMPORARY = "temporary"


class PatronFinding:
    """Answers while one types; changes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @needs(Right.PATRONS_SEE)
    def find(self, by: SignedIn, typed: str, limit: int = 100) -> tuple[Patron, ...]:
        """Return who may be meant, the exact card first, then by name; nobody for nothing typed."""
        with self._database.read() as view:
            return view.patrons.finder.find(wanted_of(typed), limit)

    @needs(Right.PATRONS_SEE)
    def listed(self, by: SignedIn, which: PatronList, *, today: date, limit: int = 500) -> tuple[Patron, ...]:
        """Return a list: who came last, whose card ends within thirty days, who is blocked, who is new."""
        with self._database.read() as view:
            finder = view.patrons.finder
            match which:
                case PatronList.NEWEST:
                    return finder.newest(limit)
                case PatronList.EXPIRING:
                    return finder.expiring(today, today + _SOON, limit)
                case PatronList.BLOCKED:
                    return finder.blocked(limit)
                case PatronList.TEMPORARY:
                    return view.patrons.temporary(limit)
