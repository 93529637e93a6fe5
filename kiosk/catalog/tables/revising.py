"""What a table's row changes of a record that may know far more than any table can say."""

import re
from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter

from kiosk.catalog.description import describe
from kiosk.catalog.marc.content import kept_form
from kiosk.catalog.marc.json_records import read_back
from kiosk.catalog.marc.record import Field, MarcRecord
from kiosk.catalog.tables.table_row import TableRow
from kiosk.catalog.tables.to_marc import to_marc
from kiosk.model.record import Description, Form
from kiosk.storage import NewRecord

# Which parts of a description a row speaks of, and the tags that are written anew when one differs.
_SAYS: dict[str, tuple[str, ...]] = {
    "title": ("245",),
    "authors": ("100", "110", "111", "700", "710", "711"),
    "year": ("008", "260", "264"),
    "language": ("008",),
    "form": ("007", "008"),
    "audience": ("008", "521"),
    "isbns": ("020",),
    "subjects": ("600", "610", "611", "630", "648", "650", "651", "653", "655", "689"),
    "publisher": ("260", "264"),
    "place": ("260", "264"),
    "extent": ("300",),
    "series": ("440", "490", "800", "810", "811", "830"),
    "summary": ("520",),
    "call_number": ("092", "090", "099"),
}
_SEPARATORS = re.compile(r"[\s:;,/=.|]+")
_TAG = attrgetter("tag")


def reviser(row: TableRow) -> Callable[[str, Form], NewRecord | None]:
    """Return the function that an import asks what the row changes of a stored record."""

    def revise(stored: str, form: Form) -> NewRecord | None:
        return revised(row, read_back(stored), form)

    return revise


def revised(row: TableRow, stored: MarcRecord, form: Form) -> NewRecord | None:
    """Return the stored record with what the row says otherwise, or None where it says nothing else.

    A cell left empty says nothing. Punctuation between elements is no difference: cataloguers
    write it, tables do not.
    """
    given = to_marc(row)
    # The stored form may have come from item types, of which the MARC record knows nothing any more.
    old, new = replace(describe(stored), form=form), describe(given)
    changed = {name for name in _SAYS if _said(row, name) and _differs(old, new, name)}
    renamed = bool(row.original_title) and row.original_title not in old.other_titles
    changed_tags = {"240"} if renamed else set()
    changed_tags |= {tag for name in changed for tag in _SAYS[name]}
    if not changed_tags:
        return None
    leader = (
        stored.leader if "form" not in changed else stored.leader[:6] + given.leader[6:8] + stored.leader[8:]
    )
    kept = [field for field in stored.fields if field.tag not in changed_tags]
    fresh = [_with_dates(field, stored) for field in given.fields if field.tag in changed_tags]
    record = MarcRecord(leader, tuple(sorted([*kept, *fresh], key=_TAG)))
    described = describe(record)
    if "form" not in changed:
        described = replace(described, form=form)
    return NewRecord(record.control_number, record.agency, described, *kept_form(record))


def _with_dates(field: Field, stored: MarcRecord) -> Field:
    """Put what a row says into 008 over what the stored record says there."""
    before = stored.get("008")
    if field.tag != "008" or before is None or len(before.data) != len(field.data):
        return field
    merged = [new if new not in " u" else old for new, old in zip(field.data, before.data, strict=True)]
    return Field("008", "".join(merged))


def _said(row: TableRow, name: str) -> bool:
    if name == "call_number":
        # With a barcode it is the item's.
        return row.call_number is not None and row.item is None
    if name == "authors":
        return bool(row.authors or row.contributors)
    return bool(getattr(row, name))


def _differs(old: Description, new: Description, name: str) -> bool:
    return _plain(getattr(old, name)) != _plain(getattr(new, name))


def _plain(value: object) -> str:
    text = " ".join(value) if isinstance(value, tuple) else str(value)
    return _SEPARATORS.sub(" ", text).strip()
