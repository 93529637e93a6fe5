"""What is meant by the fields of the money dialog; free of Qt."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.model.charge import ChargeKind, PaymentMethod
from kiosk.model.errors import InvalidAmount
from kiosk.model.money import Money


class MoneyAct(StrEnum):
    """What is done with money."""

    PAY = "pay"
    WAIVE = "waive"
    CHARGE = "charge"
    TAKE_BACK = "take_back"


@dataclass(frozen=True, slots=True)
class MoneyWanted:
    """One act of money, as it was typed and chosen."""

    act: MoneyAct
    amount: Money
    method: PaymentMethod = PaymentMethod.CASH
    kind: ChargeKind = ChargeKind.OTHER
    text: str = ""
    charge_id: int | None = None


def typed_amount(text: str, currency: str) -> Money | None:
    """Read an amount with a comma or a point, with or without its sign; None for none above nothing."""
    plain = "".join(letter for letter in text if letter.isdigit() or letter in ",.-")
    if "," in plain and "." in plain:
        # Of two kinds of marks the last parts the cents.
        last = max(plain.rfind(","), plain.rfind("."))
        plain = plain[:last].replace(",", "").replace(".", "") + "." + plain[last + 1 :]
    try:
        amount = Money.parse(plain.replace(",", "."), currency)
    except InvalidAmount:
        return None
    return amount if amount.minor > 0 else None
