"""How a library builds its barcodes, told from those it has: what begins them, how long, which check."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from kiosk.model.card_number import gtin_check_digit

_SHAPE = re.compile(r"(?P<prefix>.*?)(?P<digits>\d+)")
# A check that so many barcodes pass, or nearly all, is no accident: one in ten passes it by chance.
_ENOUGH = 3
_NEARLY_ALL = 0.9
_WEIGHT_MODULUS = 11


class Check(StrEnum):
    """How the last character of a barcode follows from those before it."""

    NONE = "none"
    LUHN = "luhn"
    GTIN = "gtin"
    MODULO_11 = "modulo_11"


@dataclass(frozen=True, slots=True)
class BarcodeForm:
    """Barcodes of one kind: ``prefix``, then digits of which the last may be a check digit."""

    prefix: str = "3"
    digits: int = 9
    check: Check = Check.LUHN

    def number(self, serial: int) -> str | None:
        """Return the barcode of a serial number; None where the form has no room for it."""
        width = self.digits - (self.check is not Check.NONE)
        if serial < 0 or len(str(serial)) > width:
            return None
        body = f"{serial:0{width}}"
        digit = check_digit(self._checked(body), self.check)
        return None if digit is None else f"{self.prefix}{body}{digit}"

    def serial(self, barcode: str) -> int | None:
        """Return the serial number of a barcode of this form; None for any other."""
        code = barcode.strip()
        body = code.removeprefix(self.prefix)
        if not code.startswith(self.prefix) or not _digits(body) or len(body) != self.digits:
            return None
        if self.check is Check.NONE:
            return int(body)
        right = check_digit(self._checked(body[:-1]), self.check) == body[-1]
        return int(body[:-1] or "0") if right else None

    def after(self, barcode: str) -> Iterator[str]:
        """Yield the barcodes that follow one of this form, in order, to the end of the form."""
        serial = self.serial(barcode)
        while serial is not None:
            serial += 1
            number = self.number(serial)
            if number is not None:
                yield number
            elif len(str(serial)) > self.digits - (self.check is not Check.NONE):
                return

    def _checked(self, body: str) -> str:
        # Digits of the prefix count too: 3 0001 … is checked as one number.
        return "".join(letter for letter in self.prefix if letter.isdecimal()) + body


def check_digit(digits: str, check: Check) -> str | None:
    """Return the check digit behind these digits: empty without a check, None where there is none."""
    match check:
        case Check.NONE:
            return ""
        case Check.LUHN:
            return _luhn(digits)
        case Check.GTIN:
            return gtin_check_digit(digits)
        case Check.MODULO_11:
            return _modulo_11(digits)


def form_of(barcodes: Iterable[str]) -> BarcodeForm | None:
    """Return the form that most of these barcodes have; None where none of them ends in a digit."""
    shapes: dict[tuple[str, int], list[str]] = {}
    for barcode in dict.fromkeys(barcodes):
        match = _SHAPE.fullmatch(barcode.strip())
        if match and match["digits"].isascii():
            shapes.setdefault((match["prefix"], len(match["digits"])), []).append(barcode.strip())
    if not shapes:
        return None
    common = Counter({shape: len(found) for shape, found in shapes.items()})
    (prefix, digits), _ = common.most_common(1)[0]
    found = shapes[prefix, digits]
    passing = (check for check in (Check.LUHN, Check.GTIN, Check.MODULO_11) if digits > 1)
    for check in passing:
        form = BarcodeForm(prefix, digits, check)
        right = sum(form.serial(code) is not None for code in found)
        if right >= _ENOUGH and right >= len(found) * _NEARLY_ALL:
            return form
    return BarcodeForm(prefix, digits, Check.NONE)


def _luhn(digits: str) -> str:
    """Return the digit of ISO/IEC 7812, annex B, as library barcodes in Codabar have it."""
    total = 0
    for place, letter in enumerate(reversed(digits)):
        value = int(letter) * (1 if place % 2 else 2)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def _modulo_11(digits: str) -> str | None:
    """Return the digit by weights 2, 3, 4 … from the right; None where it would be ten."""
    total = sum(int(letter) * weight for weight, letter in enumerate(reversed(digits), start=2))
    rest = -total % _WEIGHT_MODULUS
    return None if rest == 10 else str(rest)


def _digits(text: str) -> bool:
    return text.isascii() and text.isdecimal()
