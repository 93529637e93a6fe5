"""A call number on a book's back: whole, in lines that a narrow label has room for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.patron.spine_labels import spine_label


@pytest.mark.parametrize(
    ("call_number", "lines"),
    [
        ("ROM KEHL", ("ROM", "KEHL")),
        ("833.912 STAC", ("833.912", "STAC")),
        ("DVD 363.7 INC", ("DVD", "363.7", "INC")),
        ("QA76.73.P98 L88 2013", ("QA76", ".73.P98", "L88 2013")),
        ("FICTION", ("FICTION",)),
        ("Psychologie", ("Psychologie",)),
        ("  ", ()),
    ],
)
def test_a_label_is_broken_where_librarians_break_it(call_number: str, lines: tuple[str, ...]) -> None:
    assert spine_label(call_number) == lines


@given(st.text(alphabet="AB12. ", max_size=40))
def test_nothing_of_a_call_number_is_lost_on_its_label(call_number: str) -> None:
    lines = spine_label(call_number)
    assert "".join(lines).replace(" ", "") == call_number.replace(" ", "")
    assert len(lines) <= 3
