"""A record's description as columns, and back."""

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from sqlalchemy import Column, Row

from kiosk.model.record import Audience, BibRecord, Description, Form
from kiosk.storage.tables import records

_LISTS = frozenset({"authors", "names", "other_titles", "subjects", "series", "notes", "isbns", "issns"})
_NAMES = tuple(field.name for field in fields(Description))
_FORMS = {form.value: form for form in Form}
_AUDIENCES = {audience.value: audience for audience in Audience}
_read = attrgetter(*_NAMES)
LISTED_COLUMNS: tuple[Column[Any], ...] = tuple(column for column in records.c if column.name != "marc")


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record as it comes in: its identity, its MARC record as MARC-in-JSON, and what derives from it."""

    control_number: str | None
    agency: str | None
    description: Description
    marc: str
    content_hash: str


def description_values(description: Description) -> dict[str, Any]:
    """Return the description by column."""
    return {name: _plain(getattr(description, name)) for name in _NAMES}


def record_values(record: NewRecord) -> dict[str, Any]:
    """Return everything that comes in with a record, by column."""
    return {
        "control_number": record.control_number,
        "agency": record.agency,
        "content_hash": record.content_hash,
        "marc": record.marc,
        **description_values(record.description),
    }


def description_of(row: Row[Any]) -> Description:
    """Return the description that a row of records holds."""
    found = dict(zip(_NAMES, _read(row), strict=True))
    for name in _LISTS:
        found[name] = tuple(found[name])
    found["form"] = _FORMS[found["form"]]
    found["audience"] = _AUDIENCES.get(found["audience"])
    return Description(**found)


def record_of(row: Row[Any], *, marc: str | None = None) -> BibRecord:
    """Return the record that a row holds; ``marc`` stands in where the row was read without it."""
    return BibRecord(
        id=row.id,
        control_number=row.control_number,
        agency=row.agency,
        description=description_of(row),
        marc=row.marc if marc is None else marc,
        content_hash=row.content_hash,
        created_at=row.created_at,
        updated_at=row.updated_at,
        edited_here=row.edited_here,
    )


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
