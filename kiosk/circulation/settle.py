"""Takes payments and forgives charges."""

from kiosk.circulation.recording import new_act_id, record_act
from kiosk.decisions import Decider
from kiosk.model.charge import SettlementKind
from kiosk.model.errors import CardUnknown, InvalidAmount, MoreThanOwed
from kiosk.model.money import Money
from kiosk.model.outcome import ActBy, Outcome
from kiosk.storage import Database


class Settle:
    """Settles a card's charges, the oldest first; never more than is owed."""

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
            patron = work.patrons.by_card(card)
            if patron is None:
                raise CardUnknown(card=card)
            repeated = bool(work.ledger.settled_by(act_id))
            settled = work.ledger.settle(
                patron.id,
                act_id=act_id,
                kind=SettlementKind.WAIVER if waive else SettlementKind.PAYMENT,
                amount=amount,
                at=by.at,
                by=by.account or "kiosk",
                reason=reason,
            )
            if settled.left_over:
                raise MoreThanOwed(amount=amount, owed=amount - settled.left_over)
            if not repeated:
                record_act(work, by, act, "patron", patron.id, reason=reason)
            work.commit()
        return Outcome(act, True, "", charge=amount)
