"""Patrons as CSV files, in and out, by those who may."""

from datetime import datetime
from pathlib import Path

from kiosk.decisions import Decider
from kiosk.membership.patron_files import PatronImport, import_patrons, patrons_csv
from kiosk.model.clock import Clock
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database


class PatronFiles:
    """Imports and exports whole files; either is noted with the number of rows."""

    def __init__(self, database: Database, decider: Decider, clock: Clock) -> None:
        self._database = database
        self._decider = decider
        self._clock = clock

    @needs(Right.PATRONS_EDIT)
    def take(self, by: SignedIn, path: Path) -> PatronImport:
        """Take the file's rows; each is stored whole or told by its line. Raises FileUnreadable."""
        with self._database.read() as view:
            library = self._decider.libraries.current(view)
        report = import_patrons(self._database, library, path, self._clock)
        counts = {"read": report.read, "created": report.created, "updated": report.updated}
        self._noted(by, "import_patrons", counts, self._clock.now())
        return report

    @needs(Right.PATRONS_PRIVACY)
    def give(self, by: SignedIn) -> tuple[str, int]:
        """Return all patrons as CSV that imports back, without PINs, and how many they are."""
        with self._database.read() as view:
            text, count = patrons_csv(view)
        self._noted(by, "export_patrons", {"patrons": count}, self._clock.now())
        return text, count

    def _noted(self, by: SignedIn, act: str, counts: dict[str, int], at: datetime) -> None:
        with self._database.act() as work:
            work.audit.write(at=at, account=by.account, act=act, details=counts)
            work.commit()
