"""Says what may be changed of a hold that waits: suspended, resumed, fetched elsewhere."""

from datetime import date, datetime, timedelta

from kiosk.model.decision import Reason, ReasonCode, RecordFacts
from kiosk.model.hold import Hold
from kiosk.model.library import Library
from kiosk.rules.calendar import calendar_of, local_day
from kiosk.rules.codes import same_code
from kiosk.rules.holds import WAITING, can_ever_be_filled
from kiosk.rules.resolution import RuleBook


def against_suspending(hold: Hold) -> tuple[Reason, ...]:
    """Refuse to suspend what an item is already kept for or on its way to."""
    return () if hold.state in WAITING else (_not_waiting(hold),)


def against_fetching_at(book: RuleBook, record: RecordFacts, moved: Hold, before: Hold) -> tuple[Reason, ...]:
    """Refuse to fetch elsewhere what already lies or travels, and what could never be lent there.

    ``moved`` is the hold with its new pickup branch.
    """
    if same_code(moved.pickup_branch, before.pickup_branch):
        return ()
    reasons = () if before.state in WAITING else (_not_waiting(before),)
    if can_ever_be_filled(book, record, moved):
        return reasons
    # In the order in which every refusal tells them.
    return (Reason(ReasonCode.HOLD_NO_ITEMS), *reasons)


def first_day_to_wait_again(library: Library, hold: Hold, at: datetime) -> date:
    """Return the first day that a suspension may end on: tomorrow in the pickup branch."""
    return local_day(calendar_of(library, hold.pickup_branch), at) + timedelta(days=1)


def _not_waiting(hold: Hold) -> Reason:
    return Reason(ReasonCode.HOLD_NOT_WAITING, (("branch", hold.pickup_branch), ("until", hold.ready_until)))
