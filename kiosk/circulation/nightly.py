"""What the library does once a day: safe twice, late or never."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.circulation.routing import send_on
from kiosk.decisions import Decider
from kiosk.model.hold import HoldState
from kiosk.model.outcome import ActBy
from kiosk.storage import Database


@dataclass(frozen=True, slots=True)
class NightlyReport:
    """How much was done."""

    holds_expired: int
    links_cut: int


class Nightly:
    """Lets holds lapse that were not fetched, and cuts the links of loans that are over."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def __call__(self, at: datetime) -> NightlyReport:
        """Do the day's work as at that time; one unit of work a hold, so that nothing waits long."""
        expired = sum(self._expire(hold_id, branch, at) for hold_id, branch in self._past_shelf(at).items())
        with self._database.act() as work:
            cut = work.loans.cut_links()
            work.commit()
        return NightlyReport(expired, cut)

    def _past_shelf(self, at: datetime) -> Mapping[int, str]:
        """Return the ready holds whose last day is over in their pickup branch, with the branch."""
        with self._database.read() as view:
            library = self._decider.libraries.current(view)
            late = view.holds.past_shelf(at.astimezone(UTC).date() + timedelta(days=1))
        found = {}
        for hold in late:
            branch = library.branch(hold.pickup_branch)
            zone = ZoneInfo(branch.calendar.time_zone if branch else library.time_zone)
            if hold.ready_until is not None and hold.ready_until < at.astimezone(zone).date():
                found[hold.id] = hold.pickup_branch
        return found

    def _expire(self, hold_id: int, branch: str, at: datetime) -> bool:
        with self._database.act() as work:
            before = work.holds.get(hold_id)
            expired = work.holds.close(hold_id, HoldState.EXPIRED, at)
            if expired is None or before is None:
                return False
            if before.trapped_item_id is not None:
                send_on(work, self._decider, before.trapped_item_id, ActBy(at, branch))
            work.commit()
            return True
