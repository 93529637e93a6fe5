"""What librarians may say of a copy, checked field by field before anything is stored."""

import unicodedata
from dataclasses import dataclass, replace
from typing import Any

from kiosk.model.errors import InvalidAmount
from kiosk.model.item import Item, barcode_key
from kiosk.model.library import Library
from kiosk.model.money import Money
from kiosk.model.problem import Problem

LONGEST = {"barcode": 48, "location": 120, "call_number": 120, "note": 2000, "parts": 500}
_TEXTS = ("location", "call_number", "note", "parts")
NAMES = ("barcode", "branch", "item_type", *_TEXTS, "price", "not_for_loan")


@dataclass(frozen=True, slots=True)
class CopyFields:
    """The part of a copy that describes it; where it lies and its state are the acts' business."""

    barcode: str
    branch: str
    item_type: str
    location: str | None = None
    call_number: str | None = None
    price: Money | None = None
    not_for_loan: bool = False
    note: str | None = None
    parts: str | None = None


def fields_of(item: Item) -> CopyFields:
    """Return what describes a copy."""
    return CopyFields(**{name: getattr(item, name) for name in NAMES})


def with_fields(item: Item, fields: CopyFields) -> Item:
    """Return the copy with its description replaced."""
    return replace(item, **{name: getattr(fields, name) for name in NAMES})


def tidy(fields: CopyFields) -> CopyFields:
    """Return the fields without blanks around them; an empty text is none."""
    texts: dict[str, Any] = {name: _tidied(getattr(fields, name)) for name in _TEXTS}
    return replace(fields, barcode=fields.barcode.strip(), **texts)


def differing(before: CopyFields, after: CopyFields) -> tuple[str, ...]:
    """Return the names of the fields in which the two differ."""
    return tuple(name for name in NAMES if getattr(before, name) != getattr(after, name))


def told(fields: CopyFields, names: tuple[str, ...]) -> dict[str, Any]:
    """Return these fields as the audit trail keeps them."""
    values = {name: getattr(fields, name) for name in names}
    return {name: value.decimal() if isinstance(value, Money) else value for name, value in values.items()}


def problems(fields: CopyFields, library: Library) -> dict[str, Problem]:
    """Return what is wrong, by field; the fields are tidied."""
    found = {name: problem for name in LONGEST if (problem := _text_problem(getattr(fields, name), name))}
    if not barcode_key(fields.barcode):
        found["barcode"] = Problem("copies.problem.barcode_missing")
    if all(branch.code != fields.branch for branch in library.branches):
        found["branch"] = Problem("copies.problem.branch_unknown")
    if all(kind.code != fields.item_type for kind in library.item_types):
        found["item_type"] = Problem("copies.problem.type_unknown")
    if fields.price is not None and fields.price.minor < 0:
        found["price"] = Problem("copies.problem.price_negative")
    return found


def read_price(text: str, currency: str) -> Money | None:
    """Return the amount typed, with a point or a comma; None for nothing; raises InvalidAmount."""
    typed = text.strip().replace("\u00a0", "").replace(" ", "")
    if not typed:
        return None
    price = Money.parse(typed.replace(",", ".") if typed.count(",") == 1 else typed, currency)
    if price.minor < 0 or price.minor > 2**31 - 1:
        raise InvalidAmount(amount=text)
    return price


def _tidied(text: str | None) -> str | None:
    return (text or "").strip() or None


def _text_problem(text: str | None, name: str) -> Problem | None:
    if text is None:
        return None
    if len(text) > LONGEST[name]:
        return Problem.of("copies.problem.too_long", most=LONGEST[name])
    # A note may have several lines; what goes on a label or a list may not.
    allowed = "\n" if name == "note" else ""
    if any(unicodedata.category(letter) in ("Cc", "Cs") and letter not in allowed for letter in text):
        return Problem("copies.problem.control_character")
    return None
