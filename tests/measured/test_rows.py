"""The ways tried are enough of them."""

from dataclasses import astuple
from itertools import combinations

from tests.measured.rows import LANGUAGES, SIZES, THEMES, Way, pairwise

_VALUES = (SIZES, LANGUAGES, THEMES, (False, True), (False, True), (False, True))


def _meetings(ways: list[Way]) -> set[tuple[int, object, int, object]]:
    """Return which two values of which two things come together."""
    return {
        (one, astuple(way)[one], other, astuple(way)[other])
        for way in ways
        for one, other in combinations(range(len(_VALUES)), 2)
    }


def test_every_screen_meets_every_value() -> None:
    for screen in range(200):
        met = [astuple(way) for way in pairwise(screen)]
        for place, values in enumerate(_VALUES):
            assert {way[place] for way in met} == set(values), (screen, place)


def test_every_two_values_meet_on_some_screen() -> None:
    met = _meetings([way for screen in range(48) for way in pairwise(screen)])
    wanted = {
        (one, first, other, second)
        for one, other in combinations(range(len(_VALUES)), 2)
        for first in _VALUES[one]
        for second in _VALUES[other]
    }
    assert wanted - met == set()
