"""Columns are as wide as their content; where there is too little room it is fairly shared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.staff.widgets.column_widths import LEAST, WantedWidth, shared_widths

W = WantedWidth


@pytest.mark.parametrize(
    ("available", "wanted", "widths"),
    [
        (500, (W(80, 100), W(90, 100), W(200)), (100, 100, 300)),  # room: the usual widths, the rest is free
        (400, (W(80, 100), W(90, 100), W(220)), (90, 90, 220)),  # what is usual gives way to what is written
        (300, (W(80, 100), W(90, 100), W(300)), (80, 90, 130)),  # too little: only the longest is cut
        (300, (W(200), W(300), W(40, 60)), (126, 126, 48)),  # two long ones share
        (600, (W(100), W(300)), (150, 450)),  # free room by what is written
        (100, (W(300), W(300), W(300)), (LEAST, LEAST, LEAST)),  # then one scrolls
        (300, (W(200, 0, 120), W(300, 0, 90), W(40, 60)), (126, 126, 48)),  # headings fit a fair share
        (300, (W(200, 0, 150), W(300, 0, 90), W(40, 60)), (150, 102, 48)),  # one that needs more has more
        (100, (W(10, 0, 120), W(300, 0, 90)), (120, 90)),  # headings are never cut
        (300, (W(60, 80), W(60, 80)), (80, 220)),  # no free column: the last takes the rest
        (300, (), ()),  # a table of nothing
        (301, (W(300, parts=2), W(200), W(40)), (169, 84, 48)),  # what a row is about has twice as much
        (301, (W(120, parts=2), W(200), W(200)), (120, 91, 90)),  # but no more than it wants
        (300, (W(300, parts=2), W(200, 0, 140)), (160, 140)),  # and cuts no heading
    ],
)
def test_widths_follow_the_content(available: int, wanted: tuple[W, ...], widths: tuple[int, ...]) -> None:
    assert shared_widths(available, wanted) == widths


@given(
    st.integers(0, 3000),
    st.lists(
        st.builds(
            WantedWidth,
            st.integers(0, 900),
            st.integers(0, 300),
            st.integers(LEAST, 200),
            st.integers(1, 3),
        ),
        min_size=1,
        max_size=12,
    ),
)
def test_nothing_is_cut_where_there_is_room_and_no_room_is_left(available: int, wanted: list[W]) -> None:
    found = shared_widths(available, wanted)
    assert all(width >= one.least for width, one in zip(found, wanted, strict=True))
    if available >= sum(one.least for one in wanted):
        assert sum(found) == available
    if available >= sum(max(one.content, one.least) for one in wanted):
        assert all(width >= one.content for width, one in zip(found, wanted, strict=True))
