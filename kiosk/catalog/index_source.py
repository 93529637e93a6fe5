"""Feeds the search index from the database: which records changed, and what they say now."""

from collections.abc import Iterable, Iterator, Sequence

from kiosk.catalog.search import Batch, Change, Growing, IndexedItem, IndexedRecord
from kiosk.model.item import Condition, ItemStatus
from kiosk.storage import Copy, Database, StoredTitle, View

_SHOWN = frozenset(ItemStatus) - {ItemStatus.WITHDRAWN}


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
            batches = view.records.iterate(ids=ids, marc=False)
            return [record for batch in batches for record in _indexed(view, batch)]

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
            titles = next(view.records.iterate(after=last, marc=False), None)
            return Batch(position, list(_indexed(view, titles))) if titles else None


def _indexed(view: View, batch: Sequence[StoredTitle]) -> Iterator[IndexedRecord]:
    lent = view.records.lent([title.record.id for title in batch])
    for title in batch:
        yield _record(title, lent.get(title.record.id, 0))


def _record(title: StoredTitle, loans: int) -> IndexedRecord:
    record = title.record
    return IndexedRecord(
        id=record.id,
        control_number=record.control_number,
        description=record.description,
        created_at=record.created_at,
        items=tuple(_item(copy) for copy in title.copies if copy.status in _SHOWN),
        loans=loans,
    )


def _item(copy: Copy) -> IndexedItem:
    item = copy.item
    return IndexedItem(
        barcode=item.barcode,
        branch=item.branch,
        item_type=item.item_type,
        location=item.location,
        call_number=item.call_number,
        available=copy.status in (ItemStatus.AVAILABLE, ItemStatus.NOT_FOR_LOAN)
        and item.condition is Condition.FINE,
    )
