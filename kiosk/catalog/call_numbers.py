"""Call numbers in the order of the shelf, and the shelf on which one stands."""

import re
from collections.abc import Iterable

from kiosk.catalog.folding import fold
from kiosk.model.library import Shelf

# A decimal part belongs to the number before it: 363.738 stands between 363.7 and 363.8.
_NUMBER = re.compile(r"(\d+)(?:[.,](\d+))?")
_DIGITS = 8


def call_number_key(call_number: str) -> str:
    """Return the key by which call numbers sort as they stand: numbers by value, decimals as decimals.

    Compared by code point: "363.738 WALL" before "363.8 ABC", "ROM KEHL 9" before "ROM KEHL 10",
    a shorter one before its continuations.
    """
    words: list[str] = []
    position = 0
    for number in _NUMBER.finditer(call_number):
        words += fold(call_number[position : number.start()]).split()
        words.append(_number_key(number[1], number[2]))
        position = number.end()
    words += fold(call_number[position:]).split()
    return " ".join(words)


def _number_key(whole: str, decimals: str | None) -> str:
    # "!" sorts below every letter and digit, so 363 stands before 363.1 and before 363 A.
    digits = (whole if whole.isascii() else fold(whole)).lstrip("0") or "0"
    key = f"{len(digits):02d}{digits}" if len(digits) > _DIGITS else digits.zfill(_DIGITS)
    return f"{key}.{decimals}" if decimals else key


def shelf_of(
    call_number: str | None, shelves: Iterable[Shelf], branch: str, location: str | None
) -> Shelf | None:
    """Return the shelf that holds the call number, or None.

    Shelves of the branch and location are compared by sort key, both ends included; the upper
    end also takes in its continuations (a shelf to "FIC KZ" holds "FIC KZAB"). Of several the
    narrowest, which begins last, is taken.
    """
    if not call_number:
        return None
    key = call_number_key(call_number)
    place = fold(location or "")
    best: tuple[str, Shelf] | None = None
    for shelf in shelves:
        if shelf.branch.casefold() != branch.casefold() or (place and fold(shelf.location) != place):
            continue
        first, last = call_number_key(shelf.first), call_number_key(shelf.last)
        if first <= key and (key <= last or key.startswith(last)) and (best is None or first > best[0]):
            best = (first, shelf)
    return best[1] if best is not None else None
