"""Charges a card with a fee that no loan caused."""

from kiosk.circulation.recording import new_act_id, record_act
from kiosk.decisions import Decider
from kiosk.model.charge import ChargeKind
from kiosk.model.errors import CardUnknown, FeeUnknown, InvalidAmount
from kiosk.model.money import Money
from kiosk.model.outcome import ActBy, Outcome
from kiosk.storage import Database, NewCharge

FEES = (ChargeKind.MEMBERSHIP, ChargeKind.CARD_REPLACEMENT, ChargeKind.OTHER)


class ChargeFee:
    """Books what staff ask for: a membership, another card, or something else that the note names."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def __call__(
        self,
        card: str,
        kind: ChargeKind,
        amount: Money,
        by: ActBy,
        *,
        note: str | None = None,
        act_id: str | None = None,
    ) -> Outcome:
        """Return the outcome with the fee as its charge; the same ``act_id`` again books no more.

        Raises CardUnknown; InvalidAmount for nothing or less; FeeUnknown for what only loans cause, and
        for something else without a note.
        """
        act_id = act_id or new_act_id()
        note = (note or "").strip() or None
        if amount.minor <= 0:
            raise InvalidAmount(amount=amount.decimal())
        if kind not in FEES or (kind is ChargeKind.OTHER and note is None):
            raise FeeUnknown(kind=str(kind), known=", ".join(FEES))
        with self._database.act() as work:
            patron = work.facts.gather(card=card, lock=True).patron
            if patron is None:
                raise CardUnknown(card=card)
            number = patron.patron.id
            if not work.ledger.booked_by(act_id):
                work.ledger.book(NewCharge(act_id, number, kind, amount, by.at, note=note))
                record_act(work, by, "charge", "patron", number, reason=note)
                work.commit()
        return Outcome("charge_fee", True, "", charge=amount)
