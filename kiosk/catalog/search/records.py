"""What the index is fed with: records with their copies, and the feed that says which changed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from kiosk.model.record import Description


@dataclass(frozen=True, slots=True)
class IndexedItem:
    """One copy that patrons may be told of; ``available`` means on the shelf and nobody's."""

    barcode: str
    branch: str
    item_type: str = ""
    location: str | None = None
    call_number: str | None = None
    available: bool = False


@dataclass(frozen=True, slots=True)
class IndexedRecord:
    """A record as it is to be found; ``loans`` is how often it was ever borrowed."""

    id: int
    control_number: str | None
    description: Description
    created_at: datetime
    items: tuple[IndexedItem, ...] = ()
    loans: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """Something about a record (or its copies) changed; sequence numbers only grow."""

    sequence: int
    record_id: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Records as they all stood when the feed had come to ``position``."""

    position: int
    records: Sequence[IndexedRecord]


Growing = Callable[[], bool]
"""Says whether the catalogue is still being filled, after waiting a moment for more of it."""


class ChangeSource(Protocol):
    """Where the index learns what the catalogue holds; the database stands behind it."""

    def epoch(self) -> str:
        """Return the name of this database's history; another name makes every index foreign."""
        ...

    def position(self) -> int:
        """Return the sequence number of the newest change, 0 when there is none."""
        ...

    def forgotten(self) -> int:
        """Return the number up to which changes are told no longer, 0 when all are."""
        ...

    def after(self, sequence: int, limit: int) -> Sequence[Change]:
        """Return the next changes after a sequence number, in order, at most ``limit``."""
        ...

    def records(self, ids: Sequence[int]) -> Iterable[IndexedRecord]:
        """Return those of the records that exist; one left out has been deleted."""
        ...

    def count(self) -> int:
        """Return how many records there are."""
        ...

    def commonest(self, kind: str, limit: int) -> Sequence[str]:
        """Return the subjects or authors (``kind``) that most records have, about in this order."""
        ...

    def batches(self, growing: Growing | None = None) -> Iterator[Batch]:
        """Yield every record once, by growing number, without holding them all.

        While ``growing`` says so, records that are added behind the last one are waited for.
        """
        ...
