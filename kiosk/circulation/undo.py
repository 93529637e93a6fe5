"""Undoes the loan a card has just made: loan, fee, hold and item are as before."""

from dataclasses import replace

from kiosk.circulation.limits_after import limits_after
from kiosk.circulation.recording import new_act_id, record_act
from kiosk.circulation.routing import settle_place, untrapped
from kiosk.decisions import Decider
from kiosk.model.decision import Facts
from kiosk.model.hold import Hold, HoldState
from kiosk.model.item import Condition, Item, Place
from kiosk.model.loan import Loan
from kiosk.model.outcome import ActBy, Outcome
from kiosk.rules.codes import same_code
from kiosk.rules.holds import TRAPPED, standing_at
from kiosk.rules.undoing import against_undoing
from kiosk.storage import Act as Work
from kiosk.storage import BeforeLoan, Database


class Undo:
    """Takes back the last loan of a card at a branch, within minutes."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def __call__(self, card: str, barcode: str, by: ActBy, *, act_id: str | None = None) -> Outcome:
        """Return the outcome: done, or refused with all reasons; the same ``act_id`` again undoes no more.

        A fee that was paid is refunded. An item thought lost or missing that was lent stays found.
        """
        act_id = act_id or new_act_id()
        with self._database.act() as work:
            (facts,) = self._decider.facts_of_items(work, card, [barcode], lock=True, at=by.at)
            if work.loans.closed_by(act_id) is not None:
                return _laid(_outcome(facts, barcode, done=True), facts.copy.item if facts.copy else None)
            latest = work.loans.latest_of(facts.patron.patron.id) if facts.patron else None
            reasons = against_undoing(facts, latest, barcode.strip(), by.branch, by.at)
            if reasons or facts.copy is None or facts.copy.loan is None:
                return replace(_outcome(facts, barcode, done=False), reasons=reasons)
            loan = facts.copy.loan
            before = work.loans.before(loan.id) or BeforeLoan()
            _take_charges_back(work, loan, by, act_id)
            work.loans.close(loan.id, act_id=act_id, at=by.at, undone=True)
            hold = _wait_again(work, facts, loan, before)
            _put_back(work, self._decider, facts, before, hold, by)
            limits = limits_after(work, facts.library, loan, facts.copy.item, by)
            item = work.items.get(loan.item_id)
            record_act(work, by, "undo", "item", loan.item_id)
            work.commit()
        done = _laid(_outcome(facts, barcode, done=True), item)
        return replace(done, hold_id=hold.id if hold else None, limits=limits)


def _take_charges_back(work: Work, loan: Loan, by: ActBy, act_id: str) -> None:
    """Take back the fee, and the fine that was settled where a loan of hours was due within minutes."""
    for charge in work.ledger.of_loan(loan.id):
        work.ledger.reverse(charge.id, act_id=act_id, at=by.at, by=by.account or "kiosk", reason="undone")


def _wait_again(work: Work, facts: Facts, loan: Loan, before: BeforeLoan) -> Hold | None:
    """Open the hold again that the loan filled, with the item that was kept for it if that is still there."""
    assert facts.copy is not None
    hold = work.holds.get(before.filled_hold_id) if before.filled_hold_id is not None else None
    if hold is None or hold.state is not HoldState.FILLED or before.filled_hold_state is None:
        return None
    item = facts.copy.item
    work.hold_waits.take_back(
        item_type=item.item_type, branch=hold.pickup_branch, filled_at=hold.closed_at or loan.lent_at
    )
    state = before.filled_hold_state
    other = hold.trapped_item_id if state in TRAPPED and hold.trapped_item_id != item.id else None
    if other is not None and not _keep_again(work, other, hold, state):
        state = HoldState.QUEUED
    return work.holds.reopen(hold.id, state)


def _keep_again(work: Work, item_id: int, hold: Hold, state: HoldState) -> bool:
    """Keep another item again that had been kept for the hold, if it is still there and sound."""
    item = work.items.get(item_id)
    if item is None or item.condition is not Condition.FINE:
        return False
    if work.holds.of_item(item_id) or work.loans.of_item(item_id):
        return False
    if state is HoldState.IN_TRANSIT:
        return item.place is Place.TRANSIT and same_code(item.at_branch, hold.pickup_branch)
    if item.place is not Place.SHELF or not same_code(standing_at(item), hold.pickup_branch):
        return False
    work.items.set_place(item_id, Place.HOLD_SHELF, hold.pickup_branch)
    return True


def _put_back(
    work: Work, decider: Decider, facts: Facts, before: BeforeLoan, hold: Hold | None, by: ActBy
) -> None:
    """Put the item where it had been; if that was for a hold which is over, it is routed anew."""
    assert facts.copy is not None
    item = facts.copy.item
    place = before.place or Place.SHELF
    kept = hold is not None and hold.trapped_item_id == item.id
    if place is Place.HOLD_SHELF and not kept:
        (now,) = decider.facts_of_items(work, None, [item.barcode])
        settle_place(work, decider, untrapped(now), replace(by, branch=before.at_branch or by.branch))
    else:
        work.items.set_place(item.id, place, before.at_branch)


def _laid(outcome: Outcome, item: Item | None) -> Outcome:
    """Return the outcome with where the item belongs now; a branch only where it has to travel."""
    if item is None:
        return outcome
    return replace(
        outcome, place=item.place, place_branch=item.at_branch if item.place is Place.TRANSIT else None
    )


def _outcome(facts: Facts, barcode: str, *, done: bool) -> Outcome:
    return Outcome(
        act="undo",
        done=done,
        barcode=facts.copy.item.barcode if facts.copy else barcode.strip(),
        title=facts.record.title if facts.record else None,
        record_id=facts.record.record_id if facts.record else None,
    )
