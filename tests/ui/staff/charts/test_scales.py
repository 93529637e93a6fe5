"""Scales hold what they show in few round steps."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.staff.charts.scales import every, steps_between, steps_to

sizes = st.floats(min_value=0.001, max_value=1e9)


@given(sizes)
def test_a_scale_from_nothing_holds_what_it_shows(top: float) -> None:
    steps = steps_to(top)
    assert steps[0] == 0
    assert steps[-1] >= top * 0.999
    assert 2 <= len(steps) <= 6
    gaps = {round(later - one, 9) for one, later in pairwise(steps)}
    assert max(gaps) - min(gaps) <= max(gaps) * 1e-6, "all steps are alike"


@given(st.floats(0, 1e7), st.floats(0, 1e7))
def test_a_scale_between_two_holds_both(low: float, high: float) -> None:
    low, high = sorted((low, high))
    steps = steps_between(low, high)
    assert steps[0] <= low + 1e-6 + 1e-9 * high
    assert steps[-1] >= high - 1e-6 - 1e-9 * high
    assert len(steps) <= 7
    assert steps[0] >= 0, "nothing is lent less than not at all"


@pytest.mark.parametrize(
    ("top", "steps"),
    [
        (0, (0, 1)),
        (3, (0, 1, 2, 3)),
        (57, (0, 20, 40, 60)),
        (177, (0, 50, 100, 150, 200)),
        (0.6, (0, 0.2, 0.4, 0.6)),
    ],
)
def test_steps_are_round_numbers(top: float, steps: tuple[float, ...]) -> None:
    assert steps_to(top) == pytest.approx(steps)


@given(st.integers(0, 5000), st.integers(1, 40))
def test_no_more_labels_are_written_than_have_room(count: int, most: int) -> None:
    assert math.ceil(count / every(count, most)) <= most
