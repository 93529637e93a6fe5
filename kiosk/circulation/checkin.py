"""Takes an item back, whoever brings it."""

from dataclasses import replace

from kiosk.circulation.finding_again import found_again
from kiosk.circulation.limits_after import limits_after
from kiosk.circulation.recording import new_act_id, record_act
from kiosk.circulation.return_made import ReturnMade, before_return, return_made
from kiosk.circulation.routing import settle_place, with_copy
from kiosk.decisions import Decider
from kiosk.model.charge import ChargeKind
from kiosk.model.decision import CopyFacts, Facts, Reason, ReasonCode, Routing
from kiosk.model.loan import Loan
from kiosk.model.money import Money
from kiosk.model.outcome import ActBy, Outcome
from kiosk.rules.calendar import calendar_of, local_day
from kiosk.rules.fines import FineMeter
from kiosk.storage import Act as Work
from kiosk.storage import Database, NewCharge


class Checkin:
    """Ends the loan, books its fine, corrects a lost or missing item and sends it where it belongs."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def __call__(
        self, barcode: str, by: ActBy, *, act_id: str | None = None, reason: str | None = None
    ) -> Outcome:
        """Do it as ``with_way_back`` does, without a way back."""
        return self.with_way_back(barcode, by, act_id=act_id, reason=reason)[0]

    def with_way_back(
        self, barcode: str, by: ActBy, *, act_id: str | None = None, reason: str | None = None
    ) -> tuple[Outcome, ReturnMade | None]:
        """Return where to lay the item; ``charge`` and ``limits`` are for the card's owner alone to see.

        Returning twice is harmless, and the same ``act_id`` never ends a later loan. A return dated
        before the loan counts as at its beginning, and its day is summed up anew. A ``reason`` is why it is
        dated. The second is what undoes it; None for what ended no loan, and for an act that is repeated.
        """
        repeatable = act_id is not None
        act_id = act_id or new_act_id()
        with self._database.act() as work:
            (facts,) = self._decider.facts_of_items(work, None, [barcode], lock=True)
            if facts.copy is None or facts.record is None:
                return _unknown(barcode), None
            before = work.loans.closed_by(act_id)
            if before is not None:
                return _outcome(facts, before, _booked(work, act_id), _lying(facts.copy)), None
            if repeatable and work.acts_done.knows(act_id):
                return _outcome(facts, None, None, _lying(facts.copy)), None
            loan = facts.copy.loan
            if repeatable and loan is None:
                work.acts_done.remember(act_id, by.at)
            there, cut = facts, before_return(work, loan) if loan is not None else None
            fine = self._end_loan(work, facts, by, act_id)
            facts = _as_returned(work, facts, by, act_id)
            routing = settle_place(work, self._decider, facts, by)
            assert facts.copy is not None
            limits = limits_after(work, facts.library, loan, facts.copy.item, by)
            if by.noted_at is not None and loan is not None:
                ended = max(by.at, loan.lent_at)
                work.day_sums.count_anew(local_day(calendar_of(facts.library, by.branch), ended))
            record_act(work, by, "return", "item", facts.copy.item.id, reason=reason)
            made = return_made(work, there, loan, routing, by, act_id, cut) if loan and cut else None
            work.commit()
        return replace(_outcome(facts, loan, fine, routing), limits=limits), made

    def _end_loan(self, work: Work, facts: Facts, by: ActBy, act_id: str) -> Money | None:
        assert facts.copy is not None
        loan, item = facts.copy.loan, facts.copy.item
        if loan is None:
            return None
        at = max(by.at, loan.lent_at)
        fine = FineMeter(facts.library, at).fine(loan, item.branch, item.price)
        if fine and loan.patron_id is not None and facts.record is not None:
            work.ledger.book(
                NewCharge(
                    act_id=act_id,
                    patron_id=loan.patron_id,
                    kind=ChargeKind.FINE,
                    amount=fine,
                    booked_at=at,
                    loan_id=loan.id,
                    item_id=item.id,
                    title=facts.record.title,
                )
            )
        work.loans.close(loan.id, act_id=act_id, at=at, branch=by.branch, by_patron=by.account is None)
        if loan.claims_returned:
            # It was claimed to be here, and now it is: nothing is disputed any more.
            work.loans.claim_returned(loan.id, False)
        return fine if loan.patron_id is not None else None


def _as_returned(work: Work, facts: Facts, by: ActBy, act_id: str) -> Facts:
    """Return the facts without the loan; an item that was lost or missing is found."""
    assert facts.copy is not None
    assert facts.record is not None
    item = found_again(work, facts.copy.item, by, act_id)
    copy = CopyFacts(item, None, facts.copy.trapped_for)
    return replace(facts, copy=copy, record=with_copy(facts.record, copy))


def _booked(work: Work, act_id: str) -> Money | None:
    """Return the fine that the act booked when it was done first."""
    fines = [c.amount for c in work.ledger.booked_by(act_id) if c.kind is ChargeKind.FINE]
    return fines[0] if fines else None


def _lying(copy: CopyFacts) -> Routing:
    """Return where the item is, for an act that was done before."""
    return Routing(copy.item.place, copy.item.at_branch, copy.trapped_for)


def _unknown(barcode: str) -> Outcome:
    code = barcode.strip()
    reason = Reason(ReasonCode.ITEM_UNKNOWN, (("barcode", code),))
    return Outcome("return", False, code, reasons=(reason,))


def _outcome(facts: Facts, loan: Loan | None, fine: Money | None, routing: Routing) -> Outcome:
    assert facts.copy is not None
    assert facts.record is not None
    return Outcome(
        act="return",
        done=True,
        barcode=facts.copy.item.barcode,
        title=facts.record.title,
        record_id=facts.record.record_id,
        loan_id=loan.id if loan else None,
        hold_id=routing.hold.id if routing.hold else None,
        charge=fine,
        place=routing.place,
        place_branch=routing.branch,
        reasons=routing.reasons,
    )
