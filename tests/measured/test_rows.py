"""The ways tried are enough of them."""

from dataclasses import astuple
from itertools import combinations

from tests.measured.rows import LANGUAGES, SIZES, THEMES, Way, every_way, pairwise

_VALUES = (SIZES, LANGUAGES, THEMES, (False, True), (False, True), (False, True))


def _meetings(ways: list[Way]) -> set[tuple[int, object, int, object]]:
    """Return which two values of which two things come together."""
    return {
        (one, astuple(way)[one], other, astuple(way)[other])
        for way in ways
        for one, other in combinations(range(len(_VALUES)), 2)
    }


def test_every_screen_meets_two_sizes_two_languages_and_aids_on_and_off() -> None:
    for screen in range(200):
        one, other = pairwise(screen)
        assert one.size != other.size, screen
        assert one.language != other.language, screen
        assert one.low != other.low, screen
        assert one.moving != other.moving, screen


def test_in_the_proof_every_screen_meets_every_size_language_and_theme_and_every_two_values() -> None:
    for screen in range(8):
        ways = every_way(screen)
        assert len({(way.size, way.language, way.theme) for way in ways}) == 36
        assert _wanted() - _meetings(list(ways)) == set()


def test_every_two_values_meet_on_some_screen() -> None:
    met = _meetings([way for screen in range(96) for way in pairwise(screen)])
    assert _wanted() - met == set()


def _wanted() -> set[tuple[int, object, int, object]]:
    return {
        (one, first, other, second)
        for one, other in combinations(range(len(_VALUES)), 2)
        for first in _VALUES[one]
        for second in _VALUES[other]
    }
