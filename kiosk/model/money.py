"""Amounts of money in integer minor units with their currency; never a float."""

from dataclasses import dataclass
from decimal import Decimal
from functools import total_ordering

from kiosk.model.errors import InvalidAmount

# ISO 4217 currencies whose minor unit is not a hundredth.
_EXPONENTS = {"JPY": 0, "KRW": 0, "ISK": 0, "CLP": 0, "VND": 0, "BHD": 3, "KWD": 3, "TND": 3}


def minor_digits(currency: str) -> int:
    """Return how many decimal digits the currency's minor unit has (ISO 4217)."""
    return _EXPONENTS.get(currency, 2)


@total_ordering
@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units (cents) of one currency; arithmetic across currencies is an error."""

    minor: int
    currency: str

    @classmethod
    def zero(cls, currency: str) -> "Money":
        """Return nothing, in the currency."""
        return cls(0, currency)

    @classmethod
    def parse(cls, text: str, currency: str) -> "Money":
        """Read a decimal string such as ``1.50``; raise InvalidAmount unless exact in minor units."""
        try:
            scaled = Decimal(text.strip()).scaleb(minor_digits(currency))
        except ArithmeticError:
            raise InvalidAmount(amount=text) from None
        if not scaled.is_finite() or scaled != scaled.to_integral_value() or abs(scaled) > 10**12:
            raise InvalidAmount(amount=text)
        return cls(int(scaled), currency)

    def decimal(self) -> str:
        """Return the amount as a decimal string with the currency's digits, such as ``1.50``."""
        digits = minor_digits(self.currency)
        return f"{Decimal(self.minor).scaleb(-digits):.{digits}f}"

    def __add__(self, other: "Money") -> "Money":
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.minor - self._same(other), self.currency)

    def __mul__(self, times: int) -> "Money":
        return Money(self.minor * times, self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.minor < self._same(other)

    def __bool__(self) -> bool:
        return self.minor != 0

    def _same(self, other: "Money") -> int:
        if other.currency != self.currency:
            raise ValueError(f"cannot mix {self.currency} and {other.currency}")
        return other.minor
