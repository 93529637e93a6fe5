"""One physical copy with a barcode."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.model.money import Money


class Condition(StrEnum):
    """The state of the copy itself; whether it is on loan follows from its open loan."""

    FINE = "fine"
    DAMAGED = "damaged"
    MISSING = "missing"
    LOST = "lost"
    WITHDRAWN = "withdrawn"


class Place(StrEnum):
    """Where a copy that nobody has out lies."""

    SHELF = "shelf"
    HOLD_SHELF = "hold_shelf"
    TRANSIT = "transit"
    STAFF = "staff"


class ItemStatus(StrEnum):
    """What a copy is at the moment, as shown: derived from condition, place and open loan."""

    AVAILABLE = "available"
    ON_LOAN = "on_loan"
    HOLD_SHELF = "hold_shelf"
    IN_TRANSIT = "in_transit"
    WITH_STAFF = "with_staff"
    NOT_FOR_LOAN = "not_for_loan"
    DAMAGED = "damaged"
    MISSING = "missing"
    LOST = "lost"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Item:
    """A copy: ``branch`` is its home; ``at_branch`` where it is or, in transit, where it goes.

    ``parts`` says in words what belongs to it and should come back with it.
    """

    id: int
    record_id: int
    barcode: str
    branch: str
    item_type: str
    location: str | None = None
    call_number: str | None = None
    price: Money | None = None
    condition: Condition = Condition.FINE
    not_for_loan: bool = False
    place: Place = Place.SHELF
    at_branch: str | None = None
    note: str | None = None
    parts: str | None = None


def barcode_key(text: str) -> str:
    """Return the form in which barcodes and card numbers are compared: trimmed, without case."""
    return text.strip().casefold()
