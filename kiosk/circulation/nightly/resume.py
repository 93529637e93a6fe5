"""Lets suspended holds wait again whose day has come."""

from datetime import UTC, timedelta

from kiosk.circulation.nightly.step import Night
from kiosk.model.hold import Hold
from kiosk.rules.waking import suspension_is_over


def resume(night: Night) -> int:
    """Resume them, one unit of work a hold; return how many."""
    with night.database.read() as view:
        library = night.decider.libraries.current(view)
        # No zone is more than a day ahead of UTC.
        resting = view.holds.to_resume(night.at.astimezone(UTC).date() + timedelta(days=1))
    return sum(_resume(night, hold) for hold in resting if suspension_is_over(library, hold, night.at))


def _resume(night: Night, resting: Hold) -> bool:
    with night.database.act() as work:
        known = night.decider.facts_of_records(work, None, [resting.record_id], lock=True)
        hold = work.holds.get(resting.id)
        if hold is None or not suspension_is_over(known[resting.record_id].library, hold, night.at):
            return False
        work.holds.resume(hold.id)
        work.commit()
        return True
