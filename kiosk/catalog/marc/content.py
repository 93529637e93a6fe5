"""When two MARC records are the same: a digest of their content."""

from hashlib import blake2b
from operator import attrgetter

from kiosk.catalog.marc.json_records import to_json
from kiosk.catalog.marc.record import MarcRecord

_TAG = attrgetter("tag")


def content_hash(record: MarcRecord, written: str | None = None) -> str:
    """Return a digest that agrees when leader codes and fields agree, in whatever order the tags stood.

    ``written`` is the record's JSON form where the caller has it already.
    """
    tags = [field.tag for field in record.fields]
    if written is None or tags != sorted(tags):
        written = to_json(record.having(sorted(record.fields, key=_TAG)))
    return blake2b(written.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
