"""Lends an item on a card."""

from dataclasses import replace

from kiosk.circulation.finding_again import found_again
from kiosk.circulation.recording import new_act_id, of_loan, record_act
from kiosk.circulation.routing import let_go, send_on
from kiosk.decisions import Decider
from kiosk.model.charge import ChargeKind
from kiosk.model.decision import Act, Decision, Facts, Override, PinState, Request
from kiosk.model.hold import Hold, HoldState
from kiosk.model.item import Place
from kiosk.model.loan import Loan
from kiosk.model.money import Money
from kiosk.model.outcome import ActBy, Outcome
from kiosk.rules.agreeing import asks_for_more
from kiosk.rules.deciding_values import what_decided
from kiosk.storage import Act as Work
from kiosk.storage import BeforeLoan, Database, NewCharge, NewLoan


class Checkout:
    """Decides, lends, charges the loan fee and fills the patron's own hold, in one unit of work."""

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
        agreed: Money | None = None,
    ) -> Outcome:
        """Return the loan's outcome: done with its due date, or refused with all reasons.

        Where a loan would cost more than was ``agreed`` to, nothing is lent: the outcome has no reasons,
        and the charge to be agreed to.

        The same ``act_id`` again returns the loan that it made. Two who race for one item are told
        apart by the database: one lends, the other is refused with the reason.
        """
        act_id = act_id or new_act_id()
        request = Request(
            Act.CHECKOUT,
            by.at,
            by.branch,
            functions=by.functions,
            pin=pin,
            override=override,
            barcode=barcode,
        )
        with self._database.act() as work:
            outcome = self._attempt(work, card, request, by, act_id, agreed)
            if outcome is None:
                # Another has lent it between the look and the act: now the facts say so.
                outcome = self._attempt(work, card, request, by, act_id, agreed)
            if outcome is None:
                raise RuntimeError("an item that rules allow is refused by the database twice")
            if outcome.done:
                work.commit()
            return outcome

    def _attempt(
        self, work: Work, card: str, request: Request, by: ActBy, act_id: str, agreed: Money | None
    ) -> Outcome | None:
        barcode = request.barcode or ""
        (facts,) = self._decider.facts_of_items(work, card, [barcode], lock=True, at=by.at)
        before = work.loans.by_act(act_id)
        if before is not None:
            return replace(_outcome(barcode, facts, None, before), charge=_charged(work, act_id))
        decision = self._decider.decide(request, facts)
        if not decision.allowed or facts.patron is None or facts.copy is None:
            return _outcome(barcode, facts, decision, None)
        if agreed is not None and asks_for_more(decision.charge, agreed):
            return replace(_outcome(barcode, facts, decision, None), reasons=(), charge=decision.charge)
        # Before the loan, for it is the item's latest loan that ended as lost.
        found_again(work, facts.copy.item, by, act_id)
        loan = _lend(work, facts, decision, by, act_id)
        if loan is None:
            return None
        _charge(work, facts, decision, loan, by, act_id)
        _fill_hold(work, self._decider, facts, by)
        record_act(
            work,
            by,
            "checkout",
            *of_loan(request.override, facts.copy.item.id, loan.id),
            override=request.override,
            overridden=decision.overridden,
        )
        return _outcome(barcode, facts, decision, loan)


def _lend(work: Work, facts: Facts, decision: Decision, by: ActBy, act_id: str) -> Loan | None:
    assert facts.patron is not None
    assert facts.copy is not None
    assert decision.due_at is not None
    assert decision.terms is not None
    item, own = facts.copy.item, _own_hold(facts)
    loan = work.loans.open(
        NewLoan(
            act_id=act_id,
            item_id=item.id,
            patron_id=facts.patron.patron.id,
            branch=by.branch,
            lent_at=by.at,
            due_at=decision.due_at,
            terms=decision.terms,
            patron_category=facts.patron.patron.category,
            loan_fee=decision.charge,
            decided=what_decided(decision),
            before=BeforeLoan(
                own.id if own else None, own.state if own else None, item.place, item.at_branch
            ),
            by_patron=by.account is None,
        )
    )
    if loan is not None:
        work.items.set_place(item.id, Place.SHELF)
    return loan


def _charge(work: Work, facts: Facts, decision: Decision, loan: Loan, by: ActBy, act_id: str) -> None:
    if decision.charge and facts.patron and facts.record:
        work.ledger.book(
            NewCharge(
                act_id=act_id,
                patron_id=facts.patron.patron.id,
                kind=ChargeKind.LOAN_FEE,
                amount=decision.charge,
                booked_at=by.at,
                loan_id=loan.id,
                item_id=loan.item_id,
                title=facts.record.title,
            )
        )


def _charged(work: Work, act_id: str) -> Money | None:
    """Return the fee that the act booked when it was done first."""
    booked = work.ledger.booked_by(act_id)
    return booked[0].amount if booked else None


def _fill_hold(work: Work, decider: Decider, facts: Facts, by: ActBy) -> None:
    """Close the patron's own hold that the item fills; what was kept for either goes on its way."""
    assert facts.patron is not None
    assert facts.copy is not None
    assert facts.record is not None
    item, trapped = facts.copy.item, facts.copy.trapped_for
    if trapped is not None and trapped.patron_id != facts.patron.patron.id:
        let_go(work, facts, trapped, by)
    own = _own_hold(facts)
    if own is None:
        return
    work.holds.close(own.id, HoldState.FILLED, by.at)
    work.hold_waits.note(
        item_type=item.item_type,
        branch=own.pickup_branch,
        waited=(own.ready_at or by.at) - own.placed_at,
        filled_at=by.at,
    )
    if own.trapped_item_id is not None and own.trapped_item_id != item.id:
        send_on(work, decider, own.trapped_item_id, by)


def _own_hold(facts: Facts) -> Hold | None:
    assert facts.patron is not None
    assert facts.copy is not None
    assert facts.record is not None
    mine = [hold for hold in facts.record.holds if hold.patron_id == facts.patron.patron.id]
    trapped = [hold for hold in mine if hold.trapped_item_id == facts.copy.item.id]
    fillable = [hold for hold in mine if hold.item_id in (None, facts.copy.item.id)]
    return next(iter(trapped or fillable), None)


def _outcome(barcode: str, facts: Facts, decision: Decision | None, loan: Loan | None) -> Outcome:
    limits = decision.limits if decision else ()
    return Outcome(
        act="checkout",
        done=loan is not None,
        barcode=facts.copy.item.barcode if facts.copy else barcode.strip(),
        title=facts.record.title if facts.record else None,
        record_id=facts.record.record_id if facts.record else None,
        loan_id=loan.id if loan else None,
        due_at=loan.due_at if loan else None,
        charge=decision.charge if decision and loan else None,
        reasons=decision.reasons if decision and loan is None else (),
        limits=tuple(replace(use, used=use.used + 1) for use in limits) if loan else limits,
        renewals_left=loan.terms.renewals if loan else None,
    )
