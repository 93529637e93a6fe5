"""Names and subjects of a record as single headings: shown, added as typed or as established, taken out."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from unicodedata import normalize

from kiosk.catalog.description.names import authors_of
from kiosk.catalog.description.topics import subjects_of
from kiosk.catalog.marc.record import Field, MarcRecord
from kiosk.staff.records.marc_fields import place_of, with_field, with_new_field

SUBJECT_TAGS = ("600", "610", "611", "630", "647", "648", "650", "651", "653", "655", "689")
NAME_TAGS = ("100", "110", "111", "700", "710", "711", "720")
_CONTRIBUTORS = ("700", "710", "711", "720")
_MAIN = ("100", "110", "111")
# What belongs to a person's part in this one work, and not to the heading.
_OF_THIS_WORK = "eij4u5689t"
_DIVIDER = " -- "


class HeadingKind(StrEnum):
    """Which headings of a record: its main entry, the others who made it, what it is about."""

    AUTHOR = "author"
    CONTRIBUTOR = "contributor"
    SUBJECT = "subject"

    @property
    def list_name(self) -> str:
        """Return the browse list in which such headings stand."""
        return "subject" if self is HeadingKind.SUBJECT else "author"


@dataclass(frozen=True, slots=True)
class RecordHeading:
    """A heading on the record: the place of its field, and its text as the catalogue shows it."""

    place: int
    text: str
    tag: str


def headings_of(record: MarcRecord, kind: HeadingKind) -> tuple[RecordHeading, ...]:
    """Return the headings of a kind in the record's order; works inside are no contributors."""
    tags = {
        HeadingKind.AUTHOR: _MAIN,
        HeadingKind.CONTRIBUTOR: _CONTRIBUTORS,
        HeadingKind.SUBJECT: SUBJECT_TAGS,
    }[kind]
    found = (
        RecordHeading(place, heading_text(field), field.tag)
        for place, field in enumerate(record.fields)
        if field.tag in tags
    )
    return tuple(one for one in found if one.text)


@lru_cache(maxsize=4096)
def heading_text(field: Field) -> str:
    """Return a field of a name or a subject as the browse lists show it."""
    of_one = {field.tag: [field]}
    found = subjects_of(of_one, {}) if field.tag in SUBJECT_TAGS else authors_of(of_one)
    return found[0] if found else ""


def with_heading(record: MarcRecord, kind: HeadingKind, text: str, established: Field | None) -> MarcRecord:
    """Add a heading, or change the main entry: as it is established elsewhere, or as typed.

    The record is returned as it is where nothing was typed or the heading is there already.
    """
    field = _made(kind, normalize("NFC", text.strip()), established)
    if field is None or any(one.text == heading_text(field) for one in headings_of(record, kind)):
        return record
    place = place_of(record, *_MAIN) if kind is HeadingKind.AUTHOR else None
    if place is None:
        return with_new_field(record, field)
    own = tuple(pair for pair in record.fields[place].subfields if pair[0] in _OF_THIS_WORK)
    return with_field(record, place, field._replace(subfields=(*field.subfields, *own)))


def _made(kind: HeadingKind, text: str, established: Field | None) -> Field | None:
    if established is not None:
        bare = tuple(pair for pair in established.subfields if pair[0] not in _OF_THIS_WORK)
        if kind is HeadingKind.SUBJECT:
            kept = tuple(pair for pair in established.subfields if pair[0] not in "56e4")
            return established._replace(subfields=kept)
        first = "1" if kind is HeadingKind.AUTHOR else "7"
        tag = f"{first}{established.tag[1:]}" if established.tag != "720" else f"{first}00"
        return Field(tag, "", f"{established.indicators[0]} ", bare)
    if not text:
        return None
    if kind is HeadingKind.SUBJECT:
        main, *parts = [part.strip() for part in text.split(_DIVIDER.strip()) if part.strip()] or [text]
        return Field("650", "", " 4", (("a", main), *(("x", part) for part in parts)))
    tag = "100" if kind is HeadingKind.AUTHOR else "700"
    return Field(tag, "", "1 " if "," in text else "0 ", (("a", text),))
