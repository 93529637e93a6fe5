"""Puts an item where the rules send it: shelf, hold shelf, another branch or staff."""

from dataclasses import replace

from kiosk.decisions import Decider
from kiosk.model.decision import CopyFacts, Facts, RecordFacts, Routing
from kiosk.model.hold import Hold, HoldState
from kiosk.model.item import Place
from kiosk.model.outcome import ActBy
from kiosk.rules.holds import has_lapsed, ready_until
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
    known = facts.record.holds if facts.record is not None else ()
    if before is not None and (hold is None or hold.id != before.id):
        let_go(work, facts, before, by)
    if hold is not None and any(one.id == hold.id and one.state is HoldState.SUSPENDED for one in known):
        work.holds.resume(hold.id)
    if hold is not None and routing.place is Place.HOLD_SHELF:
        if hold.trapped_item_id != item.id or hold.state is not HoldState.READY:
            until = ready_until(RuleBook(facts.library), item, hold, by.at)
            work.holds.trap(hold.id, item.id, ready_at=by.at, ready_until=until)
    elif hold is not None and routing.place is Place.TRANSIT:
        work.holds.send(hold.id, item.id)
    at_branch = routing.branch if routing.place is Place.TRANSIT else by.branch
    work.items.set_place(item.id, routing.place, at_branch)
    return routing


def let_go(work: Work, facts: Facts, hold: Hold, by: ActBy) -> None:
    """Take the item from the hold it was kept for: over if nobody came in time, else queued again."""
    if has_lapsed(facts.library, hold, by.at):
        work.holds.close(hold.id, HoldState.EXPIRED, by.at)
    else:
        work.holds.release(hold.id)


def send_on(work: Work, decider: Decider, item_id: int, by: ActBy) -> Routing | None:
    """Route an item that lay or travelled for a hold which is over; None for one that stays as it is.

    It lies where it was, so it is routed there and not at the branch of whoever ended the hold. What
    is on its way goes on travelling: who gets it is decided when it arrives.
    """
    item = work.items.get(item_id)
    if item is None:
        return None
    (facts,) = decider.facts_of_items(work, None, [item.barcode])
    if facts.copy is None or facts.copy.loan is not None or item.place is Place.TRANSIT:
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
