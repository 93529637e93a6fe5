"""What stands in the form of a copy, as texts: from fields and back, and kept as a draft; free of Qt."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from kiosk.model.errors import InvalidAmount
from kiosk.model.item import barcode_key
from kiosk.model.problem import Problem
from kiosk.staff.copies.fields import CopyFields, read_price


@dataclass(frozen=True, slots=True)
class TypedCopy:
    """The form's texts; ``barcode`` has one number a line where copies are added."""

    barcode: str = ""
    branch: str = ""
    item_type: str = ""
    location: str = ""
    call_number: str = ""
    price: str = ""
    not_for_loan: bool = False
    note: str = ""
    parts: str = ""


def typed_of(known: CopyFields) -> TypedCopy:
    """Return the form's texts for what is stored."""
    return TypedCopy(
        known.barcode,
        known.branch,
        known.item_type,
        known.location or "",
        known.call_number or "",
        known.price.decimal() if known.price is not None else "",
        known.not_for_loan,
        known.note or "",
        known.parts or "",
    )


def fields_typed(typed: TypedCopy, currency: str) -> tuple[CopyFields, dict[str, Problem]]:
    """Return what was typed as fields, and what cannot be read, by field."""
    wrong: dict[str, Problem] = {}
    price = None
    try:
        price = read_price(typed.price, currency)
    except InvalidAmount:
        wrong["price"] = Problem("copies.problem.price")
    made = CopyFields(
        typed.barcode.strip(),
        typed.branch,
        typed.item_type,
        typed.location.strip() or None,
        typed.call_number.strip() or None,
        price,
        typed.not_for_loan,
        typed.note.strip() or None,
        typed.parts.strip() or None,
    )
    return made, wrong


def numbers_of(text: str) -> tuple[str, ...]:
    """Return the barcodes of a text, one a line, each once: a scanner reads one twice now and then."""
    return tuple(
        {barcode_key(line): line.strip() for line in text.splitlines() if barcode_key(line)}.values()
    )


def as_draft(typed: TypedCopy) -> dict[str, Any]:
    """Return the texts as a draft keeps them."""
    return asdict(typed)


def from_draft(values: Mapping[str, Any]) -> TypedCopy | None:
    """Return the texts of a draft; None for one that is none of ours any more."""
    kinds = {field.name: bool if field.name == "not_for_loan" else str for field in fields(TypedCopy)}
    if set(values) != set(kinds) or not all(isinstance(values[name], kinds[name]) for name in kinds):
        return None
    return TypedCopy(**values)
