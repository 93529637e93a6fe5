"""What the library does once a day: safe twice, late or never."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from kiosk.circulation.routing import send_on
from kiosk.decisions import Decider
from kiosk.model.hold import Hold, HoldState
from kiosk.model.outcome import ActBy
from kiosk.rules.holds import has_lapsed
from kiosk.storage import Database

_HOLDS_KEPT = timedelta(days=30)  # how long one can still see what became of a hold
_WRONG_PINS_KEPT = timedelta(days=1)
_ACTS_KEPT = timedelta(days=30)  # how late an act may be repeated by a kiosk that was cut off
_CHANGES_KEPT = timedelta(days=30)  # how long a kiosk may be away before its index is built anew


@dataclass(frozen=True, slots=True)
class NightlyReport:
    """How much was done."""

    holds_expired: int
    links_cut: int
    holds_forgotten: int
    changes_forgotten: int


class Nightly:
    """Lets holds lapse that were not fetched, cuts the links of ended loans, forgets what nobody asks for."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def __call__(self, at: datetime) -> NightlyReport:
        """Do the day's work as at that time; one unit of work a hold, so that nothing waits long."""
        expired = sum(self._expire(hold, at) for hold in self._past_shelf(at))
        with self._database.act() as work:
            cut = work.loans.cut_links()
            forgotten = work.holds.forget_closed(at - _HOLDS_KEPT)
            work.attempts.clear_before(at - _WRONG_PINS_KEPT)
            work.acts_done.forget_before(at - _ACTS_KEPT)
            today = at.astimezone(UTC).date()
            changes = work.feed.forget_before(today - _CHANGES_KEPT)
            work.feed.mark(today)
            work.commit()
        return NightlyReport(expired, cut, forgotten, changes)

    def _past_shelf(self, at: datetime) -> list[Hold]:
        """Return the ready holds whose last day is over in their pickup branch."""
        with self._database.read() as view:
            library = self._decider.libraries.current(view)
            # No zone is more than a day ahead of UTC.
            late = view.holds.past_shelf(at.astimezone(UTC).date() + timedelta(days=1))
        return [hold for hold in late if has_lapsed(library, hold, at)]

    def _expire(self, late: Hold, at: datetime) -> bool:
        with self._database.act() as work:
            known = self._decider.facts_of_records(work, None, [late.record_id], lock=True)
            hold = work.holds.get(late.id)
            if hold is None or not has_lapsed(known[late.record_id].library, hold, at):
                return False
            work.holds.close(hold.id, HoldState.EXPIRED, at)
            if hold.trapped_item_id is not None:
                send_on(work, self._decider, hold.trapped_item_id, ActBy(at, hold.pickup_branch))
            work.commit()
            return True
