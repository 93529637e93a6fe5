"""Lets holds lapse that nobody fetched in time, and sends their items on."""

from datetime import UTC, timedelta

from kiosk.circulation.nightly.step import Night
from kiosk.circulation.routing import send_on
from kiosk.model.hold import Hold, HoldState
from kiosk.model.outcome import ActBy
from kiosk.rules.holds import has_lapsed


def lapse(night: Night) -> int:
    """Close the ready holds whose time is over, one unit of work a hold; return how many."""
    return sum(_expire(night, hold) for hold in _past_shelf(night))


def _past_shelf(night: Night) -> list[Hold]:
    """Return the ready holds whose last day is over in their pickup branch."""
    with night.database.read() as view:
        library = night.decider.libraries.current(view)
        # No zone is more than a day ahead of UTC.
        late = view.holds.past_shelf(night.at.astimezone(UTC).date() + timedelta(days=1))
    return [hold for hold in late if has_lapsed(library, hold, night.at)]


def _expire(night: Night, late: Hold) -> bool:
    with night.database.act() as work:
        known = night.decider.facts_of_records(work, None, [late.record_id], lock=True)
        hold = work.holds.get(late.id)
        if hold is None or not has_lapsed(known[late.record_id].library, hold, night.at):
            return False
        work.holds.close(hold.id, HoldState.EXPIRED, night.at)
        if hold.trapped_item_id is not None:
            send_on(work, night.decider, hold.trapped_item_id, ActBy(night.at, hold.pickup_branch))
        work.commit()
        return True
