"""Small changes of a MARC record: one field put, replaced or taken out, all others left as they are."""

from kiosk.catalog.marc.record import Field, MarcRecord


def with_field(record: MarcRecord, place: int, field: Field) -> MarcRecord:
    """Replace the field at that place."""
    if record.fields[place] == field:
        return record
    return record.having((*record.fields[:place], field, *record.fields[place + 1 :]))


def without_field(record: MarcRecord, place: int) -> MarcRecord:
    """Leave out the field at that place."""
    return record.having((*record.fields[:place], *record.fields[place + 1 :]))


def place_for(record: MarcRecord, tag: str) -> int:
    """Return where a new field of that tag goes: behind the last one that is not above it."""
    below = [place for place, field in enumerate(record.fields) if field.tag <= tag]
    return below[-1] + 1 if below else 0


def with_new_field(record: MarcRecord, field: Field, place: int | None = None) -> MarcRecord:
    """Put a field in its place by tag, or at the place given."""
    at = place_for(record, field.tag) if place is None else place
    return record.having((*record.fields[:at], field, *record.fields[at:]))


def place_of(record: MarcRecord, *tags: str) -> int | None:
    """Return the place of the first field of the first of those tags that is there."""
    for tag in tags:
        for place, field in enumerate(record.fields):
            if field.tag == tag:
                return place
    return None


def is_punctuated(record: MarcRecord) -> bool:
    """Tell whether the record writes punctuation between elements into its subfields, as ISBD has it."""
    if record.leader[18:19] in ("a", "i"):
        return True
    described = record.all("245", "260", "264", "300")
    values = [value for field in described for _, value in field.subfields[:-1]]
    return any(value.rstrip().endswith(("/", ":", ";")) for value in values)
