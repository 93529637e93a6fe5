"""The fields of the form: what each shows of a MARC record, and what it changes of it when it is changed.

Showing and writing back what was shown leaves the record itself; a change leaves all other fields alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from unicodedata import normalize

from kiosk.catalog.description.fields import by_tag
from kiosk.catalog.description.publication import call_number_of
from kiosk.catalog.marc.record import Field, MarcRecord
from kiosk.model.record import Form
from kiosk.staff.records import coded, form_lines
from kiosk.staff.records.lines import Line, rewritten, shown
from kiosk.staff.records.marc_fields import (
    is_punctuated,
    place_of,
    with_field,
    with_new_field,
    without_field,
)
from kiosk.staff.records.numbers import numbers, with_numbers
from kiosk.staff.records.repeats import lines_of, with_lines


class FormField(StrEnum):
    """A field of the form whose content is a text or a code; headings have a place of their own."""

    TITLE = "title"
    AUTHOR = "author"
    RESPONSIBILITY = "responsibility"
    EDITION = "edition"
    PUBLISHED = "published"
    YEAR = "year"
    EXTENT = "extent"
    ISBN = "isbn"
    ISSN = "issn"
    FORM = "form"
    LANGUAGE = "language"
    AUDIENCE = "audience"
    CALL_NUMBER = "call_number"
    SERIES = "series"
    SUMMARY = "summary"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class _Way:
    show: Callable[[MarcRecord], str]
    change: Callable[[MarcRecord, str], MarcRecord]


def form_value(record: MarcRecord, field: FormField) -> str:
    """Return what the form shows: a line, lines, or a code."""
    return _WAYS[field].show(record)


def with_form_value(record: MarcRecord, field: FormField, text: str) -> MarcRecord:
    """Return the record with one field of the form changed; the same record where nothing is."""
    text = normalize("NFC", text)
    if text == form_value(record, field):
        return record
    changed = _WAYS[field].change(record, text)
    return record if changed == record else changed


def tags_of(field: FormField, record: MarcRecord) -> tuple[str, ...]:
    """Return the tags behind a field of the form, the one in use first."""
    if field is FormField.PUBLISHED:
        place = _published_place(record)
        return (record.fields[place].tag,) if place is not None else ("264",)
    return _TAGS[field]


def fields_of(tag: str) -> tuple[FormField, ...]:
    """Return the fields of the form that a field of MARC stands behind, as the form has them one by one."""
    if tag in ("260", "264"):
        return (FormField.PUBLISHED,)
    return tuple(field for field, tags in _TAGS.items() if tag in tags)


def class_mark(record: MarcRecord) -> str:
    """Return the call number that counts where the record has none of its own: that of a classification."""
    fields, _ = by_tag(record)
    return call_number_of(fields) or ""


def _published_place(record: MarcRecord) -> int | None:
    for place, field in enumerate(record.fields):
        if field.tag == "264" and field.indicators[1:] == "1":
            return place
    return place_of(record, "260", "264")


def _summary_place(record: MarcRecord) -> int | None:
    for place, field in enumerate(record.fields):
        if field.tag == "520" and field.indicators[:1] != "4" and field.first("a").strip():
            return place
    return None


def _first(*tags: str) -> Callable[[MarcRecord], int | None]:
    return lambda record: place_of(record, *tags)


def _line(find: Callable[[MarcRecord], int | None], tag: str, indicators: str, line: Line) -> _Way:
    def show(record: MarcRecord) -> str:
        place = find(record)
        return shown(line, record.fields[place]) if place is not None else ""

    def change(record: MarcRecord, text: str) -> MarcRecord:
        place = find(record)
        before = record.fields[place] if place is not None else Field(tag, "", indicators, ())
        after = rewritten(line, before, text.strip(), punctuated=is_punctuated(record))
        if place is None:
            return record if after is None else with_new_field(record, after)
        return without_field(record, place) if after is None else with_field(record, place, after)

    return _Way(show, change)


def _author() -> _Way:
    plain = _line(_first("100", "110", "111"), "100", "1 ", form_lines.NAME)

    def change(record: MarcRecord, text: str) -> MarcRecord:
        if place_of(record, "100", "110", "111") is None and "," not in text:
            direct = _line(_first("100"), "100", "0 ", form_lines.NAME)
            return direct.change(record, text)
        return plain.change(record, text)

    return _Way(plain.show, change)


def _repeated(tag: str, indicators: str, line: Line) -> _Way:
    return _Way(
        lambda record: lines_of(record, tag, line),
        lambda record, text: with_lines(record, tag, indicators, line, text),
    )


def _numbered(tag: str) -> _Way:
    return _Way(lambda record: numbers(record, tag), lambda record, text: with_numbers(record, tag, text))


_TITLE_INDICATORS = "00"
_WAYS = MappingProxyType(
    {
        FormField.TITLE: _line(_first("245"), "245", _TITLE_INDICATORS, form_lines.TITLE),
        FormField.AUTHOR: _author(),
        FormField.RESPONSIBILITY: _line(_first("245"), "245", _TITLE_INDICATORS, form_lines.RESPONSIBILITY),
        FormField.EDITION: _line(_first("250"), "250", "  ", form_lines.EDITION),
        FormField.PUBLISHED: _line(_published_place, "264", " 1", form_lines.PUBLISHED),
        FormField.YEAR: _Way(coded.year, coded.with_year),
        FormField.EXTENT: _line(_first("300"), "300", "  ", form_lines.EXTENT),
        FormField.ISBN: _numbered("020"),
        FormField.ISSN: _numbered("022"),
        FormField.FORM: _Way(
            lambda record: coded.form(record).value,
            lambda record, text: coded.with_form(record, Form(text)),
        ),
        FormField.LANGUAGE: _Way(coded.language, coded.with_language),
        FormField.AUDIENCE: _Way(coded.audience, coded.with_audience),
        FormField.CALL_NUMBER: _line(_first("099", "092", "090"), "099", "  ", form_lines.CALL_NUMBER),
        FormField.SERIES: _repeated("490", "0 ", form_lines.SERIES),
        FormField.SUMMARY: _line(_summary_place, "520", "  ", form_lines.SUMMARY),
        FormField.NOTES: _repeated("500", "  ", form_lines.NOTE),
    }
)
_TAGS = MappingProxyType(
    {
        FormField.TITLE: ("245",),
        FormField.AUTHOR: ("100", "110", "111"),
        FormField.RESPONSIBILITY: ("245",),
        FormField.EDITION: ("250",),
        FormField.YEAR: ("008",),
        FormField.EXTENT: ("300",),
        FormField.ISBN: ("020",),
        FormField.ISSN: ("022",),
        FormField.FORM: ("LDR",),
        FormField.LANGUAGE: ("008",),
        FormField.AUDIENCE: ("008", "521"),
        FormField.CALL_NUMBER: ("099", "092", "090"),
        FormField.SERIES: ("490",),
        FormField.SUMMARY: ("520",),
        FormField.NOTES: ("500",),
    }
)
