"""The copies of a title, and what there is to choose from when one is described."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.decisions import Decider
from kiosk.model.errors import RecordUnknown
from kiosk.model.item import ItemStatus, barcode_key
from kiosk.model.library import Library
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import CopyRow, Database


@dataclass(frozen=True, slots=True)
class CopiesOfRecord:
    """A title's copies by barcode, withdrawn ones included, and how many wait for it."""

    record_id: int
    title: str
    call_number: str | None
    rows: tuple[CopyRow, ...]
    waiting: int
    library: Library
    locations: tuple[str, ...] = ()

    @property
    def on_shelf(self) -> int:
        """How many stand there for anybody to take."""
        return sum(row.copy.status is ItemStatus.AVAILABLE for row in self.rows)


@dataclass(frozen=True, slots=True)
class ByBarcode:
    """Copies in the order in which they were scanned, each once, and what was read that no copy has."""

    rows: tuple[CopyRow, ...]
    unknown: tuple[str, ...]


class CopyListing:
    """Reads copies for lists; changes nothing."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    @needs(Right.CATALOGUE_SEE)
    def of_record(self, by: SignedIn, record_id: int) -> CopiesOfRecord:
        """Return a title's copies; raises RecordUnknown."""
        with self._database.read() as view:
            record = view.records.get(record_id)
            if record is None:
                raise RecordUnknown(record=record_id)
            return CopiesOfRecord(
                record_id,
                record.description.title,
                record.description.call_number,
                view.copy_rows.of_record(record_id),
                len(view.holds.of_record(record_id)),
                self._decider.libraries.current(view),
                view.copy_rows.places(),
            )

    @needs(Right.CATALOGUE_SEE)
    def locations(self, by: SignedIn) -> tuple[str, ...]:
        """Return the places that copies stand in, by name."""
        with self._database.read() as view:
            return view.copy_rows.places()

    @needs(Right.CATALOGUE_SEE)
    def of_items(self, by: SignedIn, item_ids: Iterable[int]) -> tuple[CopyRow, ...]:
        """Return these copies as they are now, in the order given; those gone meanwhile are left out."""
        with self._database.read() as view:
            return view.copy_rows.of_items(item_ids)

    @needs(Right.CATALOGUE_SEE)
    def of_barcodes(self, by: SignedIn, barcodes: Iterable[str]) -> ByBarcode:
        """Return the copies with these barcodes."""
        codes = {key: code.strip() for code in barcodes if (key := barcode_key(code))}
        with self._database.read() as view:
            known = view.copy_rows.ids_of_barcodes(codes)
            rows = view.copy_rows.of_items([known[key] for key in codes if key in known])
        return ByBarcode(rows, tuple(code for key, code in codes.items() if key not in known))
