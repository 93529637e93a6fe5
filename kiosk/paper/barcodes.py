"""Turns a number into the bars of a barcode, or says why that symbology cannot hold it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from barcode import Code39, Code128
from barcode.charsets import code39
from barcode.ean import EuropeanArticleNumber13

from kiosk.model.errors import CodeImpossible
from kiosk.model.library import Symbology
from kiosk.model.problem import Problem

_EAN_DIGITS = 13
__all__ = ["Bars", "Symbology", "bars_of", "with_check_digit"]
_LONGEST = 48  # more characters make a code wider than any sheet


@dataclass(frozen=True, slots=True)
class Bars:
    """The dark bars as (place, width) in modules; `text` is what stands below, `quiet` stays white beside."""

    text: str
    bars: tuple[tuple[int, int], ...]
    width: int
    quiet: tuple[int, int]

    @property
    def room(self) -> int:
        """How many modules the code takes, the white beside it included."""
        return self.width + sum(self.quiet)


class _Code128(Code128):  # type: ignore[misc]  # it says nothing of its types
    """The library's Code 128, but for a number that begins with 99.

    There it takes the pair of digits for a change of the character set, which has the same value, and
    leaves it out.
    """

    def _try_to_optimize(self, encoded: list[int]) -> list[int]:
        if self.code.startswith("99"):
            return encoded
        shorter: list[int] = super()._try_to_optimize(encoded)
        return shorter


def bars_of(text: str, symbology: Symbology) -> Bars:
    """Return the bars that a reader reads as this text; raises CodeImpossible.

    Code 39 has no small letters: it reads as capitals, which as a barcode or card number are the same.
    """
    code = text.strip()
    if problem := _impossible(code, symbology):
        raise CodeImpossible(text=text, symbology=symbology.value, problem=problem)
    match symbology:
        case Symbology.CODE128:
            (modules,), quiet = _Code128(code).build(), (10, 10)
        case Symbology.EAN13:
            (modules,), quiet = EuropeanArticleNumber13(code).build(), (11, 7)
        case _:
            code = code.upper()
            checked = symbology is Symbology.CODE39_CHECK
            (modules,), quiet = Code39(code, add_checksum=checked).build(), (10, 10)
    return Bars(code, tuple(_runs(modules)), len(modules), quiet)


def with_check_digit(digits: str) -> str:
    """Return twelve digits with the check digit that makes them an EAN-13 number."""
    if len(digits) != _EAN_DIGITS - 1 or not _all_digits(digits):
        raise CodeImpossible(
            text=digits, symbology=Symbology.EAN13.value, problem=Problem("code.ean_twelve_digits")
        )
    return f"{digits}{EuropeanArticleNumber13(digits).calculate_checksum()}"


def _impossible(code: str, symbology: Symbology) -> Problem | None:
    if not code:
        return Problem("code.empty")
    if symbology is Symbology.EAN13:
        return _no_ean(code)
    if len(code) > _LONGEST:
        return Problem.of("code.too_long", most=_LONGEST)
    known = (
        {chr(place) for place in range(32, 127)} if symbology is Symbology.CODE128 else {*code39.MAP} - {"*"}
    )
    # Only the letters a to z have a capital that is the same letter for every reader.
    capital = code if symbology is Symbology.CODE128 else code.translate(_CAPITALS)
    if wrong := sorted({letter for letter in capital if letter not in known}):
        shown = " ".join(letter if letter.isprintable() else f"U+{ord(letter):04X}" for letter in wrong)
        return Problem.of("code.letters", letters=shown)
    return None


def _no_ean(code: str) -> Problem | None:
    if len(code) != _EAN_DIGITS or not _all_digits(code):
        return Problem("code.ean_digits")
    right = with_check_digit(code[:-1])
    return None if right == code else Problem.of("code.ean_check", digit=right[-1])


def _all_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _runs(modules: str) -> Iterator[tuple[int, int]]:
    place = 0
    for dark, run in groupby(modules):
        width = len(list(run))
        if dark == "1":
            yield place, width
        place += width


_CAPITALS = {ord(letter): letter.upper() for letter in "abcdefghijklmnopqrstuvwxyz"}
