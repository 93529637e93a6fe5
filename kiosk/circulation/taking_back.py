"""Takes a charge back: what is open of it is cancelled, what was paid for it is paid out again."""

from dataclasses import dataclass

from kiosk.circulation.recording import new_act_id, record_act
from kiosk.decisions import Decider
from kiosk.model.charge import Settlement, SettlementKind
from kiosk.model.errors import CardUnknown
from kiosk.model.money import Money
from kiosk.model.outcome import ActBy
from kiosk.model.staff_errors import ChargeUnknown
from kiosk.storage import Database


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What was still open and is no longer owed, and what goes back into the patron's hand."""

    cancelled: Money
    paid_out: Money


class TakeChargeBack:
    """Takes one charge of a card back; what was waived of it stays waived."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def __call__(
        self, card: str, charge_id: int, by: ActBy, *, reason: str, act_id: str | None = None
    ) -> TakenBack:
        """Return what became of it; the same ``act_id`` again, or a second time, pays nothing more out.

        Raises CardUnknown, and ChargeUnknown for a charge that is not the card's.
        """
        act_id = act_id or new_act_id()
        with self._database.act() as work:
            patron = work.facts.gather(card=card, lock=True).patron
            if patron is None:
                raise CardUnknown(card=card)
            charges = work.ledger.of_patron(patron.patron.id)
            charge = next((one for one in charges if one.id == charge_id), None)
            if charge is None:
                raise ChargeUnknown(charge=charge_id)
            before = work.ledger.settled_by(act_id)
            done = work.ledger.reverse(
                charge_id, act_id=act_id, at=by.at, by=by.account or "kiosk", reason=reason
            )
            if len(done) > len(before):
                changed = {"before": charge.open_amount.decimal(), "after": "0"}
                record_act(work, by, "take_back", "charge", charge_id, reason=reason, changed=changed)
                work.commit()
        currency = charge.amount.currency
        return TakenBack(
            _sum(done, SettlementKind.REVERSAL, currency), _sum(done, SettlementKind.REFUND, currency)
        )


def _sum(settled: tuple[Settlement, ...], kind: SettlementKind, currency: str) -> Money:
    amounts = (one.amount for one in settled if one.kind is kind)
    return sum(amounts, Money.zero(currency))
