"""What a code read or typed turns out to be: an item, somebody's card, or nothing known here."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.model.item import barcode_key

SHORTEST, LONGEST = 3, 64
_BOOK_NUMBER = 13


class CodeKind(StrEnum):
    """What stands behind a code."""

    ITEM = "item"
    CARD = "card"
    NOTHING = "nothing"
    EITHER = "either"  # a card or nothing: where a PIN is asked for, nobody is told which


@dataclass(frozen=True, slots=True)
class Thing:
    """An item as a patron sees it; `zone` is that of its home branch, in which its dates are told.

    `picture` is the file URL of the library's own cover, empty where there is none; `parts` says in words
    what belongs to it; `language` is that of its title in two letters, empty where nobody knows.
    """

    barcode: str
    record_id: int
    title: str
    author: str = ""
    form: str = "book"
    zone: str = "UTC"
    picture: str = ""
    parts: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Cardholder:
    """Whose card it is, as far as a public screen may know; `language` is that of its owner.

    `has_pin`: there is a PIN to ask for; `made_up_pin`: it came from staff and must be changed.
    """

    card: str
    name: str
    category: str
    lost: bool = False
    language: str | None = None
    made_up_pin: bool = False
    has_pin: bool = False


def is_readable(code: str) -> bool:
    """Tell whether a scan can be a code at all, and not the remains of one."""
    text = code.strip()
    return SHORTEST <= len(text) <= LONGEST and text.isprintable()


def is_book_number(code: str) -> bool:
    """Tell whether a code is the number printed on a book's back (ISBN): no library's card has one."""
    text = code.strip()
    return len(text) == _BOOK_NUMBER and text.isdecimal() and text.startswith(("978", "979"))


def same_thing(one: str, other: str) -> bool:
    """Tell whether two codes are the same, as barcodes are compared."""
    return barcode_key(one) == barcode_key(other)
