"""What comes in from outside, and what became of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.model.item import Condition
from kiosk.model.record import Form
from kiosk.storage.catalogue.descriptions import NewRecord


@dataclass(frozen=True, slots=True)
class IncomingItem:
    """An item in this library's codes; None says nothing, so that a stored value stays.

    ``due_at`` makes the item, when it is created, lent to nobody known until it is returned.
    """

    barcode: str
    branch: str
    item_type: str
    location: str | None = None
    call_number: str | None = None
    shelf_key: str | None = None
    price: int | None = None
    condition: Condition = Condition.FINE
    not_for_loan: bool | None = None
    at_branch: str | None = None
    note: str | None = None
    parts: str | None = None
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """A record with its items: the unit of an import.

    ``revise`` is for sources poorer than MARC: it is given the stored MARC record and form and
    returns what to store instead, or None where the source says nothing new. With ``items_only``
    the stored description is left alone, and a record that is not there is rejected. ``known_id``
    says which record it is where that is known already, ``likely_id`` where title and year agree;
    ``shelf_key_of`` lets items without a call number take the record's.
    """

    record: NewRecord
    items: tuple[IncomingItem, ...] = ()
    revise: Callable[[str, Form], NewRecord | None] | None = None
    items_only: bool = False
    known_id: int | None = None
    likely_id: int | None = None
    shelf_key_of: Callable[[str], str] | None = None


class Outcome(StrEnum):
    """What became of a record's description."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"


class ItemFate(StrEnum):
    """What became of an item; TAKEN is a barcode that an item of another record has."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    TAKEN = "taken"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of one incoming record.

    ``local_changes``: edited here, so not overwritten. ``repeated``: said otherwise earlier in the
    same file, which stays.
    """

    outcome: Outcome
    items: tuple[ItemFate, ...] = ()
    record_id: int | None = None
    local_changes: bool = False
    repeated: bool = False
