"""Tells a person all that is kept of them, and forgets them: on request, or long after their card ended."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kiosk.decisions import Decider
from kiosk.membership.carrying_out import local_day
from kiosk.membership.erasing import erase_person
from kiosk.membership.own_data import own_data
from kiosk.membership.own_data_text import own_data_text
from kiosk.model.errors import CardUnknown
from kiosk.model.patron import Patron
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database
from kiosk.words import Wording

LEAST_DAYS = 90
_MOST_SWEPT = 1000


@dataclass(frozen=True, slots=True)
class OwnData:
    """Everything kept about a person: for machines and to read."""

    document: str
    text: str


@dataclass(frozen=True, slots=True)
class Swept:
    """What became of a sweep; ``kept`` had something open again, or were gone, when their turn came."""

    erased: int
    kept: int
    cancelled: bool = False


class PatronPrivacy:
    """Exports and erases; after an erasure ``forget_files`` takes away what files tell of the person."""

    def __init__(
        self, database: Database, decider: Decider, forget_files: Callable[[], object] = lambda: None
    ) -> None:
        self._database = database
        self._decider = decider
        self._forget_files = forget_files

    @needs(Right.PATRONS_PRIVACY)
    def export(self, by: SignedIn, patron_id: int, words: Wording, *, at: datetime) -> OwnData:
        """Return all that is kept about the person, and note that it was handed out; CardUnknown."""
        with self._database.act() as work:
            library = self._decider.libraries.current(work)
            file = work.patrons.export(patron_id)
            work.audit.write(
                at=at, account=by.account, act="export_data", subject="patron", subject_id=patron_id
            )
            work.commit()
        document = json.dumps(own_data(file, library.time_zone), ensure_ascii=False, indent=2)
        return OwnData(document, own_data_text(file, library, words))

    @needs(Right.PATRONS_PRIVACY)
    def erase(self, by: SignedIn, patron_id: int, *, at: datetime) -> None:
        """Forget the person for good; PatronHasLoans while anything is open, CardUnknown."""
        with self._database.act() as work:
            patron = work.patrons.get(patron_id)
            if patron is None:
                raise CardUnknown(patron=patron_id)
            erase_person(work, patron, by=by.account, at=at)
            work.commit()
        self._forget_files()

    @needs(Right.PATRONS_PRIVACY)
    def lapsed(
        self, by: SignedIn, days: int, *, at: datetime, limit: int = _MOST_SWEPT
    ) -> tuple[Patron, ...]:
        """Return whose card ended so many days ago or earlier, at least ninety, with nothing open."""
        with self._database.read() as view:
            return view.patrons.finder.lapsed(self._before(at, days), limit)

    @needs(Right.PATRONS_PRIVACY)
    def sweep(
        self,
        by: SignedIn,
        patron_ids: Sequence[int],
        days: int,
        *,
        at: datetime,
        progress: Callable[[int], None] = lambda done: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Swept:
        """Forget those of them who are still so, one act each; cancelled, those before stay forgotten."""
        erased, before = 0, self._before(at, days)
        stopped = False
        done = 0
        for done, patron_id in enumerate(patron_ids, start=1):
            if cancelled():
                stopped, done = True, done - 1
                break
            erased += self._swept(by, patron_id, before, at)
            progress(done)
        if erased:
            self._forget_files()
        return Swept(erased, done - erased, stopped)

    def _swept(self, by: SignedIn, patron_id: int, before: date, at: datetime) -> bool:
        with self._database.act() as work:
            patron = work.patrons.get(patron_id)
            if patron is None:
                return False
            work.patrons.lock(patron_id)
            if not work.patrons.finder.still_lapsed(patron_id, before):
                return False
            erase_person(work, patron, by=by.account, at=at)
            work.commit()
        return True

    def _before(self, at: datetime, days: int) -> date:
        with self._database.read() as view:
            today = local_day(self._decider.libraries.current(view), at)
        return today - timedelta(days=max(days, LEAST_DAYS))
