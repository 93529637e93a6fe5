"""Decides where a returned item goes."""

from datetime import datetime

from kiosk.model.decision import CopyFacts, Facts, Reason, ReasonCode, Routing
from kiosk.model.hold import Hold
from kiosk.model.item import Condition, Place
from kiosk.rules.codes import same_code
from kiosk.rules.holds import TRAPPED, has_lapsed, next_to_fill
from kiosk.rules.resolution import RuleBook
from kiosk.rules.waking import awake

_TO_STAFF = {
    Condition.LOST: ReasonCode.ITEM_LOST,
    Condition.WITHDRAWN: ReasonCode.ITEM_WITHDRAWN,
    Condition.DAMAGED: ReasonCode.ITEM_DAMAGED,
}


def route(facts: Facts, branch: str, at: datetime) -> Routing:
    """Return where an item goes that is handed in at the branch.

    The hold in the answer is the one it is to be kept for; an item kept already stays with its
    hold, so that the same return told twice gives the same answer.
    """
    copy = facts.copy
    if copy is None:
        return Routing(Place.STAFF, reasons=(Reason(ReasonCode.ITEM_UNKNOWN),))
    why = _TO_STAFF.get(copy.item.condition)
    if why is not None:
        return Routing(Place.STAFF, reasons=(Reason(why),))
    hold = _kept_for(facts, copy, at) or _first_in_queue(facts, copy, at)
    if hold is not None:
        if same_code(hold.pickup_branch, branch):
            return Routing(Place.HOLD_SHELF, hold=hold)
        return Routing(Place.TRANSIT, hold.pickup_branch, hold)
    if not same_code(copy.item.branch, branch):
        return Routing(Place.TRANSIT, copy.item.branch)
    return Routing(Place.SHELF)


def _kept_for(facts: Facts, copy: CopyFacts, at: datetime) -> Hold | None:
    hold = copy.trapped_for
    if hold is None or hold.state not in TRAPPED or has_lapsed(facts.library, hold, at):
        return None
    return hold


def _first_in_queue(facts: Facts, copy: CopyFacts, at: datetime) -> Hold | None:
    if facts.record is None:
        return None
    return next_to_fill(RuleBook(facts.library), awake(facts.library, facts.record, at), copy.item)
