"""A place in the queue for a record or one of its items."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class HoldState(StrEnum):
    """Where a hold stands in its life."""

    QUEUED = "queued"
    IN_TRANSIT = "in_transit"
    READY = "ready"
    SUSPENDED = "suspended"
    FILLED = "filled"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    UNFILLABLE = "unfillable"


OPEN_HOLD_STATES = frozenset({HoldState.QUEUED, HoldState.IN_TRANSIT, HoldState.READY, HoldState.SUSPENDED})


@dataclass(frozen=True, slots=True)
class Hold:
    """A hold: ``item_id`` is the only item wanted; ``trapped_item_id`` the one kept or on its way for it.

    Of two that wait the higher ``priority`` goes first. ``suspended_until`` is the day on which a
    suspended hold waits again, None until it is resumed. ``patron_category`` is the holder's, where it is
    known: rules may lend an item to some categories only.
    """

    id: int
    act_id: str
    record_id: int
    patron_id: int
    pickup_branch: str
    placed_at: datetime
    state: HoldState = HoldState.QUEUED
    item_id: int | None = None
    trapped_item_id: int | None = None
    ready_at: datetime | None = None
    ready_until: date | None = None
    closed_at: datetime | None = None
    priority: int = 0
    suspended_until: date | None = None
    patron_category: str | None = None
