"""How long a hold will wait."""

from datetime import timedelta
from fractions import Fraction
from math import ceil
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.rules.estimate import copies_for, weeks_to_wait
from kiosk.rules.resolution import RuleBook

from .builders import copy, hold, item, library, record, rule


def weeks(*days: float) -> list[timedelta]:
    return [timedelta(days=one) for one in days]


@pytest.mark.parametrize(
    ("days", "place", "copies", "expected"),
    [
        ((7, 7, 7, 7), 1, 1, None),
        ((7, 7, 7, 7, 7), 1, 1, 1),
        ((7, 7, 7, 7, 7), 3, 1, 3),
        ((7, 7, 7, 7, 7), 3, 2, 2),
        ((1, 1, 8, 100, 100), 1, 1, 2),
        ((1, 1, 7, 8, 100, 100), 1, 1, 2),
        ((1, 1, 6, 8, 100, 100), 1, 1, 1),
        ((0, 0, 0, 0, 0), 4, 1, 0),
        ((7, 7, 7, 7, 7), 1, 0, None),
        ((7, 7, 7, 7, 7), 0, 1, None),
    ],
)
def test_the_estimate_is_the_median_by_place_and_copies(
    days: tuple[float, ...], place: int, copies: int, expected: int | None
) -> None:
    assert weeks_to_wait(weeks(*days), place, copies) == expected


@given(st.lists(st.integers(0, 600_000), min_size=5, max_size=40), st.integers(1, 50), st.integers(1, 9))
def test_the_estimate_is_exact(minutes: list[int], place: int, copies: int) -> None:
    exact = Fraction(median([Fraction(one) for one in minutes])) * place / copies / (7 * 24 * 60)
    assert weeks_to_wait([timedelta(minutes=one) for one in minutes], place, copies) == ceil(exact)


def test_the_copies_are_those_that_could_fill_the_hold() -> None:
    here = library(rule(2, {"item_type": "dvd"}, holds=False))
    known = record(
        copy(item(1)), copy(item(2)), copy(item(3, not_for_loan=True)), copy(item(4, item_type="dvd"))
    )
    assert copies_for(RuleBook(here), known, hold()) == 2
    assert copies_for(RuleBook(here), known, hold(item_id=2)) == 1
    assert copies_for(RuleBook(here), known, hold(item_id=3)) == 0
