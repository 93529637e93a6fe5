"""A template and what was typed become a new record; a record becomes a template."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from kiosk.catalog.description import describe
from kiosk.catalog.description.identifiers import isbn13
from kiosk.catalog.marc.characters import clean
from kiosk.catalog.marc.record import Field, MarcRecord, control, data_field
from kiosk.catalog.tables.table_row import TableRow
from kiosk.catalog.tables.to_marc import to_marc

# What a template keeps of a record: what it is, not what it is called.
_KEPT = frozenset({"006", "007", "008", "040", "041", "044", "490", "521", "655"})
_PHYSICAL = "3"
_OF_THE_TITLE = frozenset({"001", "003", "020", "100", "245", "264"})
_MADE_APART = "x-desk"
_LANGUAGE = slice(35, 38)
_ENTERED, _DATES = slice(0, 6), slice(6, 15)
_CODED_LENGTH = 40


@dataclass(frozen=True, slots=True)
class NewTitle:
    """What is typed before a new record is opened: enough to tell it from others."""

    title: str
    author: str = ""
    isbn: str = ""
    year: int | None = None
    language: str | None = None
    publisher: str = ""


def begun(template: MarcRecord, title: NewTitle, at: datetime, *, apart: bool) -> MarcRecord:
    """Return the new record: the template's codes and fields, the title's own, tags in order.

    Its number is made from what was typed, so that the same typed twice is one record; ``apart``
    gives it a number of its own.
    """
    described = describe(template)
    row = TableRow(form=described.form)
    author, publisher = _clean(title.author), _clean(title.publisher)
    isbn = isbn13(title.isbn)
    row = replace(
        row,
        title=_clean(title.title),
        authors=(author,) if author else (),
        year=title.year,
        isbns=(isbn,) if isbn else (),
        language=title.language or described.language,
        publisher=publisher or None,
    )
    made = to_marc(row)
    own = [field for field in made.fields if field.tag in _OF_THE_TITLE]
    if title.isbn.strip() and not isbn:
        # What stands in a book and is no valid ISBN has a place of its own.
        own.append(data_field("020", "  ", ("z", _clean(title.isbn))))
    if apart:
        own = [field for field in own if field.tag not in ("001", "003")]
        own += [control("001", f"d{uuid4().hex[:16]}"), control("003", _MADE_APART)]
    kept = [field for field in template.fields if field.tag not in _OF_THE_TITLE and field.tag != "008"]
    coded = control("008", _coded(template.get("008"), _data(made), at))
    return MarcRecord(template.leader, tuple(sorted((*own, *kept, coded), key=lambda field: field.tag)))


def as_template(record: MarcRecord) -> MarcRecord:
    """Return what of a record may stand in others: codes, media types, genre; dates are left open."""
    kept = []
    for field in record.fields:
        if field.tag == "008":
            padded = field.data.ljust(_CODED_LENGTH)[:_CODED_LENGTH]
            kept.append(control("008", f"{' ' * 6}n{'uuuu'}{' ' * 4}{padded[15:]}"))
        elif field.tag in _KEPT or field.tag.startswith(_PHYSICAL):
            kept.append(field)
    return record.having(kept)


def _coded(template: Field | None, made: str, at: datetime) -> str:
    """Return 008: when it was made, the title's dates and language, all else the template's."""
    codes = list((template.data if template else made).ljust(_CODED_LENGTH)[:_CODED_LENGTH])
    codes[_ENTERED] = f"{at:%y%m%d}"
    codes[_DATES] = made[_DATES]
    codes[_LANGUAGE] = made[_LANGUAGE]
    return "".join(codes)


def _data(record: MarcRecord) -> str:
    found = record.get("008")
    return found.data if found is not None else ""


def _clean(text: str) -> str:
    return clean(" ".join(text.split()), [])
