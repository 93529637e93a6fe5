"""ISBNs and ISSNs on one line of the form: shown as printed on books, kept as they stand in the record."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from stdnum import isbn, issn

from kiosk.catalog.marc.record import Field, MarcRecord, data_field
from kiosk.staff.records.marc_fields import with_new_field

_NUMBER = re.compile(r"[0-9][0-9\s\u2010-\u2015-]*[0-9Xx](?![0-9])")
_BETWEEN = re.compile(r"\s*[;,\n]\s*")
_DASHES = re.compile(r"[\s\u2010-\u2015-]")


def numbers(record: MarcRecord, tag: str) -> str:
    """Return the numbers of all fields of that tag, in the record's order."""
    return "; ".join(_shown(field) for _, field in _holding(record, tag))


def with_numbers(record: MarcRecord, tag: str, text: str) -> MarcRecord:
    """Make the numbers those of the text; a field whose number stays is left as it is."""
    wanted = [part for part in _BETWEEN.split(text.strip()) if part]
    holding = _holding(record, tag)
    there = [_shown(field) for _, field in holding]
    fields: list[Field | None] = list(record.fields)
    added: list[Field] = []
    for kind, start, end, first, last in _changes(there, wanted):
        new = wanted[first:last]
        for offset, place in enumerate(place for place, _ in holding[start:end]):
            if kind != "equal":
                fields[place] = _with_number(record.fields[place], new[offset]) if offset < len(new) else None
        added += [data_field(tag, "  ", ("a", _kept(one))) for one in new[end - start :]]
    changed = record.having(field for field in fields if field is not None)
    for field in added:
        changed = with_new_field(changed, field)
    return changed


def bare_number(text: str) -> str:
    """Return a number without what is written between its digits."""
    return _DASHES.sub("", text).upper()


def read_ranges() -> None:
    """Read the table of ranges of ISBNs, by which each is divided; else the first that is shown waits."""
    isbn.format("9780000000002")


def _changes(there: Sequence[str], wanted: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    old, new = [bare_number(one) for one in there], [bare_number(one) for one in wanted]
    return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())


def _holding(record: MarcRecord, tag: str) -> list[tuple[int, Field]]:
    held = ((place, field) for place, field in enumerate(record.fields) if field.tag == tag)
    return [(place, field) for place, field in held if field.first("a").strip()]


def _shown(field: Field) -> str:
    value = field.first("a").strip()
    found = _NUMBER.search(value)
    number = found[0] if found else value
    bare = bare_number(number)
    if field.tag == "020" and isbn.is_valid(bare):
        return str(isbn.format(bare))
    return str(issn.format(bare)) if field.tag == "022" and issn.is_valid(bare) else number


def _with_number(field: Field, text: str) -> Field:
    subfields = list(field.subfields)
    place = next(n for n, (code, value) in enumerate(subfields) if code == "a")
    value = subfields[place][1]
    found = _NUMBER.search(value)
    start, end = found.span() if found else (0, len(value))
    subfields[place] = ("a", f"{value[:start]}{_kept(text)}{value[end:]}")
    return field._replace(subfields=tuple(subfields))


def _kept(text: str) -> str:
    """Return an ISBN as MARC keeps it, without hyphens; what is none stays as it was typed."""
    bare = bare_number(text)
    return bare if len(bare) in (10, 13) and bare[:-1].isdigit() else text
