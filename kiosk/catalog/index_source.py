"""Feeds the search index from the database: which records changed, and what they say now."""

from collections.abc import Iterable, Iterator, Sequence

from kiosk.catalog.search import Batch, Change, Growing, IndexedItem, IndexedRecord
from kiosk.model.item import Condition, ItemStatus
from kiosk.storage import CopyToIndex, Database, RecordToIndex

_AT_ONCE = 500
_STANDING = frozenset({ItemStatus.AVAILABLE, ItemStatus.NOT_FOR_LOAN})


class DatabaseSource:
    """The catalogue as the index wants it; every call is a short read of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def epoch(self) -> str:
        """Return the name of this database's history."""
        with self._database.read() as view:
            return view.feed.position().epoch

    def position(self) -> int:
        """Return the newest change's number."""
        with self._database.read() as view:
            return view.feed.position().last

    def forgotten(self) -> int:
        """Return the number up to which changes are pruned."""
        with self._database.read() as view:
            return view.feed.position().forgotten

    def after(self, sequence: int, limit: int) -> Sequence[Change]:
        """Return the next changes in order."""
        with self._database.read() as view:
            return [Change(change.seq, change.record_id) for change in view.feed.after(sequence, limit)]

    def records(self, ids: Sequence[int]) -> Iterable[IndexedRecord]:
        """Return those of the records that exist."""
        with self._database.read() as view:
            return [_record(found) for found in view.records.to_index(ids)]

    def count(self) -> int:
        """Return how many records there are."""
        with self._database.read() as view:
            return view.records.counts().titles

    def commonest(self, kind: str, limit: int) -> Sequence[str]:
        """Return the headings of a kind that most records have, the commonest first."""
        with self._database.read() as view:
            return view.headings.commonest(kind, limit)

    def batches(self, growing: Growing | None = None) -> Iterator[Batch]:
        """Yield every record once, a batch held at a time, each read for itself: nobody has to wait."""
        last = 0
        while True:
            more = growing is not None and growing()
            while batch := self._after(last):
                yield batch
                last = batch.records[-1].id
            if not more:
                return

    def _after(self, last: int) -> Batch | None:
        with self._database.read() as view:
            position = view.feed.position().last
            ids = view.records.ids_after(last, _AT_ONCE)
            return Batch(position, [_record(found) for found in view.records.to_index(ids)]) if ids else None


def _record(found: RecordToIndex) -> IndexedRecord:
    return IndexedRecord(
        id=found.id,
        control_number=found.control_number,
        description=found.description,
        created_at=found.created_at,
        items=tuple([_item(copy) for copy in found.copies if copy.status is not ItemStatus.WITHDRAWN]),
        loans=found.loans,
    )


def _item(copy: CopyToIndex) -> IndexedItem:
    return IndexedItem(
        barcode=copy.barcode,
        branch=copy.branch,
        item_type=copy.item_type,
        location=copy.location,
        call_number=copy.call_number,
        available=copy.status in _STANDING and copy.condition is Condition.FINE,
    )
