"""Patrons as CSV files, in and out, by those who may."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from kiosk.decisions import Decider
from kiosk.membership.patron_files import PatronImport, import_patrons, patrons_csv
from kiosk.model.clock import Clock
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Act, Database


class PatronFiles:
    """Imports and exports whole files; either is noted with the number of rows."""

    def __init__(self, database: Database, decider: Decider, clock: Clock) -> None:
        self._database = database
        self._decider = decider
        self._clock = clock

    @needs(Right.PATRONS_EDIT)
    def take(self, by: SignedIn, path: Path) -> PatronImport:
        """Take the file's rows; each is stored whole or told by its line. Raises FileUnreadable.

        The trail says in one entry how far it came, also where it was killed.
        """
        with self._database.read() as view:
            library = self._decider.libraries.current(view)
        noting = _Noting(by, self._clock.now())
        report = import_patrons(self._database, library, path, self._clock, noting)
        if noting.entry is None:
            self._noted(by, "import_patrons", noting.of({"read": report.read}), noting.at)
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


class _Noting:
    """One entry in the trail for one import, true after each of its batches."""

    def __init__(self, by: SignedIn, at: datetime) -> None:
        self._by = by
        self.at = at
        self.entry: int | None = None

    def __call__(self, work: Act, counts: Mapping[str, int]) -> None:
        details = self.of(counts)
        if self.entry is None:
            self.entry = work.audit.write(
                at=self.at, account=self._by.account, act="import_patrons", details=details
            )
        else:
            work.audit.go_on(self.entry, details)

    @staticmethod
    def of(counts: Mapping[str, int]) -> dict[str, int]:
        """Return what the entry says."""
        return {name: counts.get(name, 0) for name in ("read", "created", "updated")}
