"""Formulas that hide in texts: none is left for a spreadsheet, every text is read back as it was."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.spreadsheet import armed, disarmed

# What matters here is rare among all letters there are.
telling = st.text(alphabet="=+-@＝＋－＠\t\r\n;,|'\" a1", max_size=12)
texts = telling | st.text(max_size=12)


@given(texts)
def test_every_text_is_read_back_as_it_was(text: str) -> None:
    assert armed(disarmed(text)) == text
    assert armed(armed(disarmed(disarmed(text)))) == text


@given(st.lists(telling, min_size=1, max_size=4), st.sampled_from(",;\t"))
def test_no_cell_begins_a_formula_however_a_spreadsheet_parts_it(row: list[str], delimiter: str) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerow([disarmed(text) for text in row])
    for line in csv.reader(io.StringIO(stream.getvalue(), newline=""), delimiter=delimiter):
        assert not [cell for cell in line if re.match(r'[ "]*[=+\-@＝＋－＠]', cell)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30 1", "'+49 30 1"),
        ("-", "'-"),
        ("@home", "'@home"),
        ("\t=1", "'\t'=1"),
        ("a;=1", "a;'=1"),
        ("'=1", "''=1"),
        ("'t Hooft", "'t Hooft"),
        ("Müller-Lüdenscheidt", "Müller-Lüdenscheidt"),
        ("a@example.org", "a@example.org"),
        ("", ""),
    ],
)
def test_only_what_a_spreadsheet_would_run_is_changed(text: str, told: str) -> None:
    assert disarmed(text) == told
