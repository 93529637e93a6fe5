"""Takes payments and forgives charges."""

from kiosk.circulation.recording import new_act_id, record_act
from kiosk.circulation.running_fines import book_running_fines
from kiosk.decisions import Decider
from kiosk.model.charge import PaymentMethod, SettlementKind
from kiosk.model.decision import PatronFacts
from kiosk.model.errors import CardUnknown, InvalidAmount, MoreThanOwed
from kiosk.model.money import Money
from kiosk.model.outcome import ActBy, Outcome
from kiosk.storage import Act as Work
from kiosk.storage import Database


class Settle:
    """Settles what a card owes, the oldest charge first; never more than is owed.

    Charges come first; what they do not need goes to the fines of overdue loans, which are booked as far
    as they have run and run on from there.
    """

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def __call__(
        self,
        card: str,
        amount: Money,
        by: ActBy,
        *,
        waive: bool = False,
        reason: str | None = None,
        method: PaymentMethod | None = None,
        act_id: str | None = None,
    ) -> Outcome:
        """Return the outcome with what was settled as its charge; the same ``act_id`` again settles no more.

        Raises CardUnknown; InvalidAmount for nothing or less; MoreThanOwed.
        """
        act_id = act_id or new_act_id()
        if amount.minor <= 0:
            raise InvalidAmount(amount=amount.decimal())
        act = "waive" if waive else "pay"
        with self._database.act() as work:
            patron = _locked(work, card, by)
            if work.ledger.settled_by(act_id):
                return Outcome(act, True, "", charge=amount)
            if patron.unpaid < amount:
                book_running_fines(work, self._decider.libraries.current(work), patron, by, act_id)
            settled = work.ledger.settle(
                patron.patron.id,
                act_id=act_id,
                kind=SettlementKind.WAIVER if waive else SettlementKind.PAYMENT,
                amount=amount,
                at=by.at,
                by=by.account or "kiosk",
                reason=reason,
                method=None if waive else method,
            )
            if settled.left_over:
                raise MoreThanOwed(amount=amount, owed=amount - settled.left_over)
            record_act(work, by, act, "patron", patron.patron.id, reason=reason)
            work.commit()
        return Outcome(act, True, "", charge=amount)


def _locked(work: Work, card: str, by: ActBy) -> PatronFacts:
    """Return the patron, locked together with the titles that are overdue: no return fines them meanwhile."""
    known = work.facts.gather(card=card, at=by.at).patron
    if known is None:
        raise CardUnknown(card=card)
    late = sorted({facts.record_id for facts in known.loans if facts.loan.due_at < by.at})
    patron = work.facts.gather(card=card, record_ids=late, lock=True, at=by.at).patron
    if patron is None:
        raise CardUnknown(card=card)
    return patron
