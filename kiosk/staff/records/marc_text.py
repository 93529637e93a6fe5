"""A field as one line of the MARC table, and back: each the exact inverse of the other.

Subfields begin with $ and their code; a dollar in a text is written {dollar}, as the Library of
Congress' own text format has it.
"""

import re
from unicodedata import normalize

from kiosk.catalog.marc.record import Field, MarcRecord
from kiosk.staff.records.indicators import fitting_indicators

_ESCAPED = re.compile(r"\{(dollar|lcub)\}")
_SUBFIELD = re.compile(r"\$([!-#%-~])")
_BLANKS = "#_\\"
LEADER = "LDR"


def is_control_tag(tag: str) -> bool:
    """Tell whether fields of that tag have neither indicators nor subfields."""
    return tag == LEADER or (tag.isdigit() and tag < "010")


def content_text(field: Field) -> str:
    """Return what the table shows of a field."""
    if field.is_control:
        return field.data
    return " ".join(f"${code} {_escape(value)}" for code, value in field.subfields)


def field_of(tag: str, indicators: str, text: str) -> Field:
    """Return the field that a row of the table says; text before the first code is subfield a."""
    text = normalize("NFC", text)  # as the whole catalogue is
    if is_control_tag(tag):
        return Field(tag, text)
    hits = list(_SUBFIELD.finditer(text))
    subfields = []
    if (before := text[: hits[0].start()] if hits else text).strip():
        subfields.append(("a", _plain(before.strip())))
    for number, hit in enumerate(hits):
        last = number == len(hits) - 1
        value = text[hit.end() : None if last else hits[number + 1].start()].removeprefix(" ")
        subfields.append((hit[1], _plain(value if last else value.removesuffix(" "))))
    return Field(tag, "", _indicators(indicators), tuple(subfields) or (("a", ""),))


def retagged(field: Field, tag: str) -> Field:
    """Return the field under another tag, content and indicators as they can be there."""
    if is_control_tag(tag):
        if field.is_control:
            return field._replace(tag=tag)
    elif field.is_control:
        return Field(tag, "", fitting_indicators(tag, "  "), (("a", field.data),))
    else:
        return field._replace(tag=tag, indicators=fitting_indicators(tag, field.indicators))
    return Field(tag, " ".join(value for _, value in field.subfields))


def with_row(record: MarcRecord, place: int | None, field: Field) -> MarcRecord:
    """Put what a row says in its place; without one it is the leader."""
    if place is None:
        return MarcRecord(field.data.ljust(24)[:24], record.fields)
    return record.having((*record.fields[:place], field, *record.fields[place + 1 :]))


def _indicators(text: str) -> str:
    found = "".join(" " if char in _BLANKS else char for char in text)
    return found.ljust(2)[:2]


def _escape(value: str) -> str:
    if "$" not in value and "{" not in value:
        return value
    return _ESCAPED.sub(lambda hit: f"{{lcub}}{hit[1]}}}", value).replace("$", "{dollar}")


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda hit: "$" if hit[1] == "dollar" else "{", text)
