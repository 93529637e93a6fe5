"""Takes payments and forgives charges."""

from kiosk.circulation.recording import new_act_id
from kiosk.decisions import Decider
from kiosk.model.charge import SettlementKind
from kiosk.model.errors import CardUnknown, InvalidAmount
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
        """Return the outcome with what was settled as its charge.

        Raises CardUnknown; InvalidAmount for nothing, less than nothing or more than is owed.
        """
        with self._database.act() as work:
            patron = work.patrons.by_card(card)
            if patron is None:
                raise CardUnknown(card=card)
            owed = work.ledger.owed(patron.id)
            if not Money.zero(amount.currency) < amount <= owed:
                raise InvalidAmount(amount=amount.decimal())
            work.ledger.settle(
                patron.id,
                act_id=act_id or new_act_id(),
                kind=SettlementKind.WAIVER if waive else SettlementKind.PAYMENT,
                amount=amount,
                at=by.at,
                by=by.account or "kiosk",
                reason=reason,
            )
            work.commit()
        return Outcome("waive" if waive else "pay", True, "", charge=amount)
