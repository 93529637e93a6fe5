"""Takes single records into the catalogue, matched with what is there exactly as an import matches."""

from datetime import datetime

from kiosk.catalog.import_units import new_record
from kiosk.catalog.marc.record import MarcRecord
from kiosk.storage import Act, View
from kiosk.storage.imports import Incoming, Manner, Outcome, Pretence, Stored, pretend_batch, store_batch


def take_record(act: Act, record: MarcRecord, at: datetime, *, overwrite: bool = False) -> Stored:
    """Store the record and its headings in the act, which the caller commits; say what became of it."""
    (stored,) = store_batch(act, [Incoming(new_record(record))], at, Manner(overwrite))
    return stored


def same_record(view: View, record: MarcRecord) -> int | None:
    """Return the number of the stored record that taking this one would meet, or None if it is new."""
    (stored,) = pretend_batch(view, [Incoming(new_record(record))], Pretence(), Manner())
    return None if stored.outcome is Outcome.CREATED else stored.record_id
