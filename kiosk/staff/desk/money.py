"""Money at the desk: paid, forgiven with a reason, asked for by hand, and given back."""

from datetime import datetime

from kiosk.circulation.acts import Acts
from kiosk.circulation.taking_back import TakenBack
from kiosk.decisions import Decider
from kiosk.membership.card_ledger import CardLedger, CardLedgers
from kiosk.model.charge import Charge, ChargeKind, PaymentMethod
from kiosk.model.errors import CardUnknown
from kiosk.model.money import Money
from kiosk.model.outcome import Outcome
from kiosk.staff.desk.timing import acting, said
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database


class DeskMoney:
    """Each method settles or books once for its ``act_id``; raises CardUnknown."""

    def __init__(self, database: Database, decider: Decider, acts: Acts) -> None:
        self._database = database
        self._ledgers = CardLedgers(database, decider)
        self._acts = acts

    @needs(Right.DESK)
    def pay(
        self, by: SignedIn, card: str, amount: Money, method: PaymentMethod, *, at: datetime, act_id: str
    ) -> Outcome:
        """Take a payment, in part too: the oldest charge first; raises InvalidAmount, MoreThanOwed."""
        return self._acts.settle(card, amount, acting(by, at), method=method, act_id=act_id)

    @needs(Right.WAIVE)
    def waive(
        self, by: SignedIn, card: str, amount: Money, *, reason: str, at: datetime, act_id: str
    ) -> Outcome:
        """Forgive so much, the oldest charge first; raises ReasonMissing, InvalidAmount, MoreThanOwed."""
        told = said(reason)
        return self._acts.settle(card, amount, acting(by, at), waive=True, reason=told, act_id=act_id)

    @needs(Right.DESK)
    def charge(
        self,
        by: SignedIn,
        card: str,
        kind: ChargeKind,
        amount: Money,
        *,
        note: str,
        at: datetime,
        act_id: str,
    ) -> Outcome:
        """Ask for a fee that no loan caused; raises InvalidAmount, FeeUnknown (another one without note)."""
        return self._acts.charge(card, kind, amount, acting(by, at), note=note, act_id=act_id)

    @needs(Right.WAIVE)
    def take_back(
        self, by: SignedIn, card: str, charge_id: int, *, reason: str, at: datetime, act_id: str
    ) -> TakenBack:
        """Take a charge back and pay out what was paid for it; raises ReasonMissing, ChargeUnknown."""
        told = said(reason)
        return self._acts.take_charge_back(card, charge_id, acting(by, at), reason=told, act_id=act_id)

    @needs(Right.DESK)
    def ledger(self, by: SignedIn, card: str, *, at: datetime) -> CardLedger:
        """Return every charge and settlement of the card with its balance."""
        return self._ledgers.of_card(card, at)

    @needs(Right.DESK)
    def charges(self, by: SignedIn, card: str) -> tuple[Charge, ...]:
        """Return everything ever charged to the card, the latest first."""
        with self._database.read() as view:
            patron = view.patrons.by_card(card)
            if patron is None:
                raise CardUnknown(card=card)
            return tuple(reversed(view.ledger.of_patron(patron.id)))
