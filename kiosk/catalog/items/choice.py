"""Which field of a file holds its items, told by what the values look like across many records."""

import re
from collections.abc import Iterable

from kiosk.catalog.items.dialects import DIALECTS
from kiosk.catalog.items.source_item import SourceItem
from kiosk.catalog.marc.record import MarcRecord

ITEM_TAGS = tuple(DIALECTS)
_BARCODE = re.compile(r"[\w.:/+ -]{1,40}")
# Of a tag's barcodes so many must differ: item types and shelf marks repeat.
_DISTINCT = 0.5
# Tags come in the order of the contract; an earlier one with so large a part of the most is taken,
# because what a system has in a later tag may be left over from the system before it.
_ENOUGH = 0.1


class ItemFinder:
    """Finds item fields under one tag, or decides on the tag from the records it is shown first."""

    def __init__(self, wanted: str = "auto") -> None:
        """Take ``auto``, ``none``, or one of the tags."""
        self._wanted = wanted
        self.tag: str | None = wanted if wanted in DIALECTS else None

    @property
    def undecided(self) -> bool:
        """Return whether more records should be shown before items are looked for."""
        return self._wanted == "auto" and self.tag is None

    def look_at(self, records: Iterable[MarcRecord]) -> None:
        """Decide on the tag under which most fields are items, if there is any."""
        if not self.undecided:
            return
        barcodes: dict[str, list[str]] = {tag: [] for tag in ITEM_TAGS}
        for record in records:
            for field in record.fields:
                if field.tag in DIALECTS:
                    item = DIALECTS[field.tag](field)
                    if item is not None and _BARCODE.fullmatch(item.barcode):
                        barcodes[field.tag].append(item.barcode)
        likely = {
            tag: len(found)
            for tag, found in barcodes.items()
            if found and len(set(found)) >= len(found) * _DISTINCT
        }
        most = max(likely.values(), default=0)
        self.tag = next((tag for tag, count in likely.items() if count >= most * _ENOUGH), None)

    def split(self, record: MarcRecord) -> tuple[MarcRecord, list[SourceItem]]:
        """Part a record from its items; fields of the tag that are no items stay."""
        if self.tag is None:
            return record, []
        tag, read = self.tag, DIALECTS[self.tag]
        found = {place: read(field) for place, field in enumerate(record.fields) if field[0] == tag}
        items = [item for item in found.values() if item is not None]
        if not items:
            return record, items
        kept = [field for place, field in enumerate(record.fields) if found.get(place) is None]
        return record.having(kept), items
