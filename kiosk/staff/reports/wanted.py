"""What patrons wanted and did not find: searches without hits, questions without an answer."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.decisions import Decider
from kiosk.policies.learning import Learning
from kiosk.staff.reports.report import Column, ColumnKind, Report
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database

_COLUMNS = (
    Column("language"),
    Column("times", ColumnKind.COUNT),
    Column("last_at", ColumnKind.DAY),
)


class WantedReports:
    """Lists what was sought or asked in vain, the commonest first, without who it was."""

    def __init__(self, database: Database, decider: Decider, learning: Learning) -> None:
        self._database = database
        self._decider = decider
        self._learning = learning

    @needs(Right.REPORTS)
    def searches(self, by: SignedIn, days: int, limit: int, *, at: datetime) -> Report:
        """Return the searches of so many days that found nothing."""
        found = self._learning.searched(at - timedelta(days=days), limit)
        zone = self._zone()
        rows = tuple(
            (one.text, one.language, one.times, one.last_at.astimezone(zone).date()) for one in found
        )
        return Report((Column("searched"), *_COLUMNS), rows)

    @needs(Right.REPORTS)
    def questions(self, by: SignedIn, days: int, limit: int, *, at: datetime) -> Report:
        """Return the questions of so many days that got no answer that helped."""
        found = self._learning.unanswered(at - timedelta(days=days), limit)
        zone = self._zone()
        rows = tuple(
            (one.text, one.language, one.times, one.last_at.astimezone(zone).date()) for one in found
        )
        return Report((Column("question"), *_COLUMNS), rows)

    def _zone(self) -> ZoneInfo:
        with self._database.read() as view:
            return ZoneInfo(self._decider.libraries.current(view).time_zone)
