"""On 560 real records the form changes what is changed in it, and not a byte besides."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.catalog.marc.json_records import read_back, to_json
from kiosk.catalog.marc.record import Field, MarcRecord
from kiosk.model.record import Form
from kiosk.staff.records.form_fields import FormField, form_value, tags_of, with_form_value
from kiosk.staff.records.form_lines import PUBLISHED, TITLE
from kiosk.staff.records.lines import segments
from kiosk.staff.records.marc_text import content_text, field_of

from .real_records import stored_forms

CODED = {FormField.FORM, FormField.LANGUAGE, FormField.AUDIENCE, FormField.YEAR}
NUMBERS = {FormField.ISBN, FormField.ISSN}
RARE = {FormField.CALL_NUMBER, FormField.SUMMARY}
LINES = [field for field in FormField if field not in CODED | NUMBERS]


def test_there_are_five_hundred_of_them(records: tuple[MarcRecord, ...]) -> None:
    assert len(records) >= 500


def test_a_record_that_is_opened_and_written_back_is_the_same_byte_for_byte(real: Path) -> None:
    for stored in stored_forms(real):
        record = read_back(stored)
        for field in FormField:
            record = with_form_value(record, field, form_value(record, field))
        assert to_json(record) == stored


def test_a_row_of_the_table_and_its_field_are_the_same(records: tuple[MarcRecord, ...]) -> None:
    for record in records:
        for field in record.fields:
            assert field_of(field.tag, field.indicators, content_text(field)) == field


def typed(text: str) -> Iterator[str]:
    yield f"{text} neu".strip()
    yield f"Neu {text}".strip()
    yield f"{text[: len(text) // 2]}ż{text[len(text) // 2 :]}"
    yield "Etwas ganz anderes"


@pytest.mark.parametrize("field", LINES)
def test_a_changed_line_changes_its_field_alone_and_reads_as_typed(
    records: tuple[MarcRecord, ...], field: FormField
) -> None:
    for record in records:
        for text in typed(form_value(record, field)):
            changed = with_form_value(record, field, text)
            assert form_value(changed, field) == text
            assert rest(changed, field) == rest(record, field)
            assert changed.leader == record.leader


def rest(record: MarcRecord, field: FormField) -> list[Field]:
    own = tags_of(field, record)
    return [one for one in record.fields if one.tag not in own]


@pytest.mark.parametrize("field", LINES)
def test_letters_added_to_a_line_leave_indicators_order_and_other_subfields(
    records: tuple[MarcRecord, ...], field: FormField
) -> None:
    looked_at = 0
    for record in records:
        text = form_value(record, field)
        if not text:
            continue
        changed = with_form_value(record, field, f"Neu{text}")
        pairs = [(old, new) for old, new in zip(record.fields, changed.fields, strict=True) if old != new]
        ((old, new),) = pairs
        assert (new.tag, new.indicators) == (old.tag, old.indicators)
        assert [code for code, _ in new.subfields] == [code for code, _ in old.subfields]
        other = [n for n, pair in enumerate(old.subfields) if pair != new.subfields[n]]
        assert len(other) == 1
        looked_at += 1
    assert looked_at > (3 if field in RARE else 10)


@pytest.mark.parametrize(
    ("field", "code", "places"),
    [(FormField.LANGUAGE, "pol", range(35, 38)), (FormField.YEAR, "1987", range(6, 15))],
)
def test_a_code_of_008_is_changed_in_its_places_alone(
    records: tuple[MarcRecord, ...], field: FormField, code: str, places: range
) -> None:
    for record in records:
        changed = with_form_value(record, field, code)
        assert form_value(changed, field) == code
        assert rest(changed, field) == rest(record, field)
        before, after = record.data("008"), changed.data("008")
        if len(before) == 40:
            untouched = [n for n in range(40) if n not in places]
            assert [before[n] for n in untouched] == [after[n] for n in untouched]


@pytest.mark.parametrize("field", sorted(NUMBERS))
def test_a_new_number_leaves_the_fields_of_the_others(
    records: tuple[MarcRecord, ...], field: FormField
) -> None:
    number = "978-0-00-723018-1" if field is FormField.ISBN else "0028-0836"
    (tag,) = tags_of(field, records[0])
    for record in records:
        before = form_value(record, field)
        changed = with_form_value(record, field, f"{before}; {number}" if before else number)
        assert rest(changed, field) == rest(record, field)
        assert set(record.all(tag)) <= set(changed.all(tag))
        assert len(changed.all(tag)) == len(record.all(tag)) + (number not in before)
        assert form_value(changed, field).endswith(number) or number in before
        assert with_form_value(changed, field, before).all(tag) == record.all(tag) or number in before


@pytest.mark.parametrize("form", list(Form))
def test_any_record_can_be_said_to_be_of_any_form(records: tuple[MarcRecord, ...], form: Form) -> None:
    told = {"006", "007", "008", "245", "336", "337", "338"}
    for record in records:
        changed = with_form_value(record, FormField.FORM, form)
        assert form_value(changed, FormField.FORM) == form
        kept = [one for one in record.fields if one.tag not in told]
        assert kept == [one for one in changed.fields if one.tag not in told]


def test_no_line_shows_the_marks_between_subfields_as_text(records: tuple[MarcRecord, ...]) -> None:
    for record in records:
        for tag, line in (("245", TITLE), ("260", PUBLISHED), ("264", PUBLISHED)):
            for field in record.all(tag):
                for one in segments(line, field):
                    assert one.text == one.text.strip(" :;,/=")
                    assert one.lead + one.text + one.tail == field.subfields[one.place][1]
