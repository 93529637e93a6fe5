"""A record as it is kept, and when two records are the same: a digest of their content."""

from hashlib import blake2b

from kiosk.catalog.marc.json_records import assembled, entries
from kiosk.catalog.marc.record import MarcRecord


def kept_form(record: MarcRecord) -> tuple[str, str]:
    """Return the JSON form of a record and its content hash.

    The hashes of two records agree when leader codes and fields do, in whatever order the tags stood.
    """
    fields = entries(record)
    written = assembled(record.leader, fields)
    tags = [field.tag for field in record.fields]
    if tags == sorted(tags):
        return written, _digest(written)
    places = sorted(range(len(tags)), key=tags.__getitem__)
    return written, _digest(assembled(record.leader, [fields[place] for place in places]))


def content_hash(record: MarcRecord) -> str:
    """Return the digest by which records are compared."""
    return kept_form(record)[1]


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
