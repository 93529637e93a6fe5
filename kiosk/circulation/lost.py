"""Declares an item lost."""

from kiosk.circulation.recording import new_act_id, of_loan, record_act
from kiosk.circulation.unfillable import close_unfillable
from kiosk.decisions import Decider
from kiosk.model.charge import ChargeKind
from kiosk.model.decision import Facts, Reason, ReasonCode
from kiosk.model.item import Condition, Place
from kiosk.model.money import Money
from kiosk.model.outcome import ActBy, Outcome
from kiosk.rules.fines import FineMeter, replacement_charge
from kiosk.storage import Act as Work
from kiosk.storage import Database, NewCharge


class DeclareLost:
    """Ends the loan, books the fine so far and the replacement, and closes holds nothing can fill now."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def __call__(
        self, barcode: str, by: ActBy, *, act_id: str | None = None, reason: str | None = None
    ) -> Outcome:
        """Return the outcome with all that was charged; declaring it twice charges once."""
        repeatable = act_id is not None
        act_id = act_id or new_act_id()
        with self._database.act() as work:
            (facts,) = self._decider.facts_of_items(work, None, [barcode], lock=True)
            if facts.copy is None or facts.record is None:
                unknown = Reason(ReasonCode.ITEM_UNKNOWN, (("barcode", barcode.strip()),))
                return Outcome("lost", False, barcode.strip(), reasons=(unknown,))
            if work.loans.closed_by(act_id) is not None:
                return _outcome(facts, _booked(work, act_id))
            if repeatable and work.acts_done.knows(act_id):
                return _outcome(facts, None)
            if repeatable and facts.copy.loan is None:
                work.acts_done.remember(act_id, by.at)
            item, loan = facts.copy.item, facts.copy.loan
            # Before the loan ends: what was typed goes when the loan no longer names its patron.
            record_act(work, by, "lost", *of_loan(reason, item.id, loan.id if loan else None), reason=reason)
            charge = _end_loan(work, facts, by, act_id)
            if facts.copy.trapped_for is not None:
                work.holds.release(facts.copy.trapped_for.id)
            work.items.set_condition(item.id, Condition.LOST)
            work.items.set_place(item.id, Place.SHELF)
            close_unfillable(work, facts, Condition.LOST, by)
            work.commit()
            return _outcome(facts, charge)


def _outcome(facts: Facts, charge: Money | None) -> Outcome:
    assert facts.copy is not None
    assert facts.record is not None
    return Outcome(
        act="lost",
        done=True,
        barcode=facts.copy.item.barcode,
        title=facts.record.title,
        record_id=facts.record.record_id,
        charge=charge,
    )


def _booked(work: Work, act_id: str) -> Money | None:
    """Return the fine and the replacement that the act booked when it was done first."""
    booked = [charge.amount for charge in work.ledger.booked_by(act_id)]
    return sum(booked[1:], booked[0]) if booked else None


def _end_loan(work: Work, facts: Facts, by: ActBy, act_id: str) -> Money | None:
    assert facts.copy is not None
    assert facts.record is not None
    loan, item = facts.copy.loan, facts.copy.item
    if loan is None:
        return None
    at = max(by.at, loan.lent_at)
    replacement = replacement_charge(item, loan.terms)
    fine = FineMeter(facts.library, at).fine(loan, item.branch, item.price)
    if loan.patron_id is not None:
        for kind, amount in ((ChargeKind.FINE, fine), (ChargeKind.REPLACEMENT, replacement)):
            if amount:
                new = NewCharge(
                    act_id, loan.patron_id, kind, amount, at, loan.id, item.id, facts.record.title
                )
                work.ledger.book(new)
    work.loans.close(loan.id, act_id=act_id, at=at, lost=True)
    return fine + replacement if loan.patron_id is not None else None
