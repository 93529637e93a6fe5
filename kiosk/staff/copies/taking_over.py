"""What a record that goes has to give to the one that stays: fields that only it has, as they stand."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from kiosk.catalog.marc.record import Field, MarcRecord


class FieldGroup(StrEnum):
    """Kinds of fields that may be many on one record, so that one more is never wrong."""

    NUMBERS = "numbers"
    NOTES = "notes"
    SUBJECTS = "subjects"
    NAMES = "names"
    LINKS = "links"


_GROUPS = {
    FieldGroup.NUMBERS: ("020", "022", "024", "028"),
    FieldGroup.NOTES: ("5",),
    FieldGroup.SUBJECTS: ("600", "610", "611", "630", "647", "648", "650", "651", "653", "655"),
    FieldGroup.NAMES: ("700", "710", "711", "730"),
    FieldGroup.LINKS: ("856",),
}


def to_take(kept: MarcRecord, gone: Iterable[MarcRecord]) -> Mapping[FieldGroup, tuple[Field, ...]]:
    """Return by group, each once, the fields that the others have and the one that stays has not."""
    known = {_content(field) for field in kept.fields}
    found: dict[FieldGroup, list[Field]] = {}
    for field in (field for record in gone for field in record.fields if not field.is_control):
        group = _group_of(field.tag)
        if group is not None and _content(field) not in known:
            known.add(_content(field))
            found.setdefault(group, []).append(field)
    return {group: tuple(found[group]) for group in FieldGroup if group in found}


def with_taken(kept: MarcRecord, taken: Sequence[Field]) -> MarcRecord:
    """Return the record with more fields, each behind the last of no higher tag; the rest untouched."""
    fields = list(kept.fields)
    for field in taken:
        before = [place for place, one in enumerate(fields) if one.tag <= field.tag]
        fields.insert(before[-1] + 1 if before else 0, field)
    return MarcRecord(kept.leader, tuple(fields))


def _group_of(tag: str) -> FieldGroup | None:
    return next((group for group, tags in _GROUPS.items() if tag.startswith(tags)), None)


def _content(field: Field) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return what tells fields apart: indicators and final points are set one way here, another there."""
    return field.tag, tuple((code, " ".join(text.split()).rstrip(" .")) for code, text in field.subfields)
