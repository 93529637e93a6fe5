"""Which changes a rebuild has seen by itself, because it read the record after they were made."""

from bisect import bisect_left

from kiosk.catalog.search.records import Batch, Change


class RecordsRead:
    """Remembers for each batch of records, which come by growing number, how far the feed had come."""

    def __init__(self) -> None:
        self._last_ids: list[int] = []
        self._positions: list[int] = []

    def note(self, batch: Batch) -> None:
        """Remember a batch."""
        if batch.records:
            self._last_ids.append(batch.records[-1].id)
            self._positions.append(batch.position)

    def missed(self, change: Change) -> bool:
        """Return whether a change came after its record was read, or to one that never was."""
        place = bisect_left(self._last_ids, change.record_id)
        return place == len(self._last_ids) or change.sequence > self._positions[place]
