"""Whatever stands in a field and whatever is typed over it: what is not of the line stays as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalog.marc.record import Field
from kiosk.staff.records import form_lines
from kiosk.staff.records.lines import Line, rewritten, segments, shown

LINES = [
    form_lines.TITLE,
    form_lines.RESPONSIBILITY,
    form_lines.PUBLISHED,
    form_lines.EXTENT,
    form_lines.NAME,
    form_lines.SERIES,
    form_lines.NOTE,
]
LETTERS = st.text("abż :;,./=+()[]1952-", max_size=14)
FIELDS = st.lists(st.tuples(st.sampled_from("abcdehnpvqx0368"), LETTERS), max_size=6).map(
    lambda pairs: Field("245", "", "1 ", tuple(pairs))
)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.codes)
@given(field=FIELDS, text=LETTERS, punctuated=st.booleans())
def test_what_is_not_of_the_line_keeps_its_words(
    line: Line, field: Field, text: str, punctuated: bool
) -> None:
    changed = rewritten(line, field, text, punctuated=punctuated)
    if changed is None:
        others = [value for code, value in field.subfields if code not in line.codes + line.dependent]
        assert not any(value.strip() for value in others)
        return
    assert (changed.tag, changed.indicators) == (field.tag, field.indicators)
    assert words(line, changed) == words(line, field)


def words(line: Line, field: Field) -> list[tuple[str, str]]:
    """Return the other subfields without the marks at their ends, which follow what comes behind them."""
    others = [(code, value) for code, value in field.subfields if code not in line.codes]
    return [(code, value.strip(" :;,./=+")) for code, value in others]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.codes)
@given(field=FIELDS, punctuated=st.booleans())
def test_what_is_shown_written_back_is_the_field_itself(line: Line, field: Field, punctuated: bool) -> None:
    assert rewritten(line, field, shown(line, field), punctuated=punctuated) is field


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.codes)
@given(field=FIELDS)
def test_the_parts_of_a_line_are_the_line(line: Line, field: Field) -> None:
    text = shown(line, field)
    for one in segments(line, field):
        assert text[one.start : one.end] == one.text
        assert one.lead + one.text + one.tail == field.subfields[one.place][1]
