"""Money owed and money in: the ledger's entries."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.model.money import Money


class ChargeKind(StrEnum):
    """What a charge is for: a fine for lateness, or a fee for anything else."""

    FINE = "fine"
    LOAN_FEE = "loan_fee"
    REPLACEMENT = "replacement"
    MEMBERSHIP = "membership"
    CARD_REPLACEMENT = "card_replacement"
    OTHER = "other"


class SettlementKind(StrEnum):
    """How a charge becomes less."""

    PAYMENT = "payment"
    WAIVER = "waiver"
    REVERSAL = "reversal"
    REFUND = "refund"


class PaymentMethod(StrEnum):
    """How money came in."""

    CASH = "cash"
    CARD = "card"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Charge:
    """An amount owed; ``open_amount`` is what payments, waivers and reversals have left of it."""

    id: int
    patron_id: int
    kind: ChargeKind
    amount: Money
    open_amount: Money
    booked_at: datetime
    loan_id: int | None = None
    item_id: int | None = None
    title: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Settlement:
    """One payment, waiver, reversal or refund on one charge; the amount is what the charge became less by."""

    id: int
    charge_id: int
    kind: SettlementKind
    amount: Money
    at: datetime
    by: str
    reason: str | None = None
    method: PaymentMethod | None = None
