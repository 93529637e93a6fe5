"""The screens of these walks are measured, in every theme, language and size; nothing is let off.

What is measured, of all that is shown on the window:
contrast of each text against the pixels behind it; size of each target and its distance from the next;
words that are elided, clipped, broken or drawn over one another; whether keys lead to every target, with
a ring in sight and in the order of reading; name and role of each target, and whether a screen reader is
told every word.
"""

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from scripts.hands import Hands
from tests.journeys.conftest import Sample
from tests.measured.faults import faults
from tests.measured.looking_round import looked_at, turn
from tests.measured.rows import SIZES, Way, every_way, pairwise
from tests.measured.screens import Round, further_rounds, rounds

_ROUNDS = [pytest.param(one, id=one.name) for one in rounds()]
_FURTHER = [pytest.param(one, id=one.name) for one in further_rounds()]


@pytest.mark.parametrize("walk", _ROUNDS)
def test_every_screen_holds_in_ways_that_meet_pairwise(
    walk: Round, sample: Sample, tmp_path: Path, qtbot: QtBot
) -> None:
    found = _measured(walk, pairwise, sample, tmp_path / "library")
    assert not found, "\n".join(found)


@pytest.mark.proof
@pytest.mark.parametrize("walk", _FURTHER)
def test_every_further_screen_holds_in_ways_that_meet_pairwise(
    walk: Round, sample: Sample, tmp_path: Path, qtbot: QtBot
) -> None:
    found = _measured(walk, pairwise, sample, tmp_path / "library")
    assert not found, "\n".join(found)


@pytest.mark.proof
@pytest.mark.parametrize("walk", _ROUNDS)
def test_every_screen_holds_in_every_size_language_and_theme(
    walk: Round, sample: Sample, tmp_path: Path, qtbot: QtBot
) -> None:
    found = _measured(walk, every_way, sample, tmp_path / "library")
    assert not found, "\n".join(found)


def _measured(
    walk: Round, ways: Callable[[int], tuple[Way, ...]], sample: Sample, library: Path
) -> list[str]:
    found: list[str] = []

    def measure(hands: Hands, name: str) -> None:
        with looked_at(hands):
            for way in ways(zlib.crc32(name.encode()) % 96):
                turn(hands, way)
                found.extend(f"{name}, {way}: {fault}" for fault in faults(hands))

    walk.go(sample, library, SIZES[0], measure)
    return found
