"""Renews loans of a card: one, some or all, each with its own outcome."""

from collections.abc import Sequence

from kiosk.circulation.recording import new_act_id, of_loan, record_act
from kiosk.decisions import Decider
from kiosk.model.charge import ChargeKind
from kiosk.model.decision import Act, Decision, Facts, Override, PinState, Reason, Request
from kiosk.model.loan import Loan
from kiosk.model.money import Money
from kiosk.model.outcome import ActBy, Outcome
from kiosk.rules.deciding_values import what_decided
from kiosk.storage import Act as Work
from kiosk.storage import Database, NewCharge


class Renew:
    """Decides, moves the due date and books the fine of an overdue loan, one unit of work a loan."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def __call__(
        self,
        card: str,
        barcode: str,
        by: ActBy,
        *,
        act_id: str | None = None,
        pin: PinState = PinState.NOT_ASKED,
        override: Override | None = None,
    ) -> Outcome:
        """Return the renewal's outcome: done with its new due date, or refused with all reasons.

        The same ``act_id`` again renews nothing more and returns the loan as it is now.
        """
        act_id = act_id or new_act_id()
        request = Request(
            Act.RENEW, by.at, by.branch, functions=by.functions, pin=pin, override=override, barcode=barcode
        )
        with self._database.act() as work:
            (facts,) = self._decider.facts_of_items(work, card, [barcode], lock=True, at=by.at)
            before = work.loans.renewed_by(act_id)
            if before is not None:
                return _outcome(barcode, facts, before, charge=_charged(work, act_id))
            decision = self._decider.decide(request, facts)
            if not decision.allowed:
                return _outcome(barcode, facts, None, reasons=decision.reasons)
            loan = _move_due_date(work, facts, decision, by, act_id)
            record_act(
                work,
                by,
                "renew",
                *of_loan(override, facts.copy.item.id if facts.copy else None, loan.id if loan else None),
                override=override,
                overridden=decision.overridden,
            )
            work.commit()
            return _outcome(barcode, facts, loan, charge=decision.fine_to_book)

    def all(self, card: str, by: ActBy, barcodes: Sequence[str] = ()) -> tuple[Outcome, ...]:
        """Renew the loans named, or all of the card by due date; each is decided by itself."""
        if not barcodes:
            with self._database.read() as view:
                patron = view.facts.gather(card=card).patron
                barcodes = [loan.barcode for loan in patron.loans] if patron else []
        return tuple(self(card, barcode, by) for barcode in barcodes)


def _move_due_date(work: Work, facts: Facts, decision: Decision, by: ActBy, act_id: str) -> Loan | None:
    assert facts.patron is not None
    assert facts.copy is not None
    assert facts.copy.loan is not None
    assert facts.record is not None
    assert decision.due_at is not None
    assert decision.terms is not None
    if decision.fine_to_book:
        work.ledger.book(
            NewCharge(
                act_id=act_id,
                patron_id=facts.patron.patron.id,
                kind=ChargeKind.FINE,
                amount=decision.fine_to_book,
                booked_at=by.at,
                loan_id=facts.copy.loan.id,
                item_id=facts.copy.item.id,
                title=facts.record.title,
            )
        )
    return work.loans.renew(
        facts.copy.loan.id,
        act_id=act_id,
        at=by.at,
        due_at=decision.due_at,
        terms=decision.terms,
        fine_booked=decision.fine_to_book,
        decided=what_decided(decision),
    )


def _charged(work: Work, act_id: str) -> Money | None:
    """Return the fine that the act booked when it was done first."""
    booked = work.ledger.booked_by(act_id)
    return booked[0].amount if booked else None


def _outcome(
    barcode: str,
    facts: Facts,
    loan: Loan | None,
    *,
    charge: Money | None = None,
    reasons: tuple[Reason, ...] = (),
) -> Outcome:
    return Outcome(
        act="renew",
        done=loan is not None,
        barcode=facts.copy.item.barcode if facts.copy else barcode.strip(),
        title=facts.record.title if facts.record else None,
        record_id=facts.record.record_id if facts.record else None,
        loan_id=loan.id if loan else None,
        due_at=loan.due_at if loan else None,
        charge=charge,
        reasons=reasons,
        renewals_left=max(0, loan.terms.renewals - loan.renewals_used) if loan else None,
    )
