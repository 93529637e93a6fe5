"""Puts an item where the rules send it: shelf, hold shelf, another branch or staff."""

from dataclasses import replace

from kiosk.decisions import Decider
from kiosk.model.decision import CopyFacts, Facts, RecordFacts, Routing
from kiosk.model.hold import HoldState
from kiosk.model.item import Place
from kiosk.model.outcome import ActBy
from kiosk.rules.holds import ready_until
from kiosk.rules.resolution import RuleBook
from kiosk.storage import Act as Work


def settle_place(work: Work, decider: Decider, facts: Facts, by: ActBy) -> Routing:
    """Have the rules route the item, trap it for a hold or send it off, and store where it lies.

    ``facts`` are as after the return: no open loan, the condition corrected.
    """
    assert facts.copy is not None
    item = facts.copy.item
    routing = decider.route(facts, by.branch, by.at)
    hold, before = routing.hold, facts.copy.trapped_for
    if before is not None and (hold is None or hold.id != before.id):
        # It was kept for somebody who did not come in time.
        work.holds.close(before.id, HoldState.EXPIRED, by.at)
    if hold is not None and routing.place is Place.HOLD_SHELF:
        if hold.trapped_item_id != item.id or hold.ready_until is None:
            until = ready_until(RuleBook(facts.library), item, hold, by.at)
            work.holds.trap(hold.id, item.id, ready_at=by.at, ready_until=until)
    elif hold is not None and routing.place is Place.TRANSIT:
        work.holds.send(hold.id, item.id)
    at_branch = routing.branch if routing.place is Place.TRANSIT else by.branch
    work.items.set_place(item.id, routing.place, at_branch)
    return routing


def send_on(work: Work, decider: Decider, item_id: int, by: ActBy) -> Routing | None:
    """Route an item that lay or travelled for a hold which is over; None for one that is on loan or gone.

    It lies where it was, so it is routed there and not at the branch of whoever ended the hold.
    """
    item = work.items.get(item_id)
    if item is None:
        return None
    (facts,) = decider.facts_of_items(work, None, [item.barcode])
    if facts.copy is None or facts.copy.loan is not None:
        return None
    where = replace(by, branch=item.at_branch or item.branch)
    return settle_place(work, decider, untrapped(facts), where)


def untrapped(facts: Facts) -> Facts:
    """Return the facts with the copy kept for nobody, as after its hold has ended."""
    assert facts.copy is not None
    assert facts.record is not None
    item = replace(facts.copy.item, place=Place.SHELF)
    copy = CopyFacts(item, facts.copy.loan, None)
    return replace(facts, copy=copy, record=with_copy(facts.record, copy))


def with_copy(record: RecordFacts, copy: CopyFacts) -> RecordFacts:
    """Return the record's facts with one copy's replaced."""
    copies = tuple(copy if other.item.id == copy.item.id else other for other in record.copies)
    return replace(record, copies=copies)
