"""The screens of these walks are measured, in every theme, language and size; nothing is let off.

What is measured, of all that is shown on the window:
contrast of each text against the pixels behind it; size of each target and its distance from the next;
words that are elided, clipped, broken or drawn over one another; whether keys lead to every target, with
a ring in sight and in the order of reading; name and role of each target, and whether a screen reader is
told every word.
"""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Sample
from tests.measured.measuring import measured, numbered
from tests.measured.rows import every_way, pairwise
from tests.measured.screens import Round, further_rounds, rounds

_ROUNDS = [pytest.param(one, id=one.name) for one in rounds()]
_FURTHER = [pytest.param(one, id=one.name) for one in further_rounds()]


@pytest.mark.parametrize("walk", _ROUNDS)
def test_every_screen_holds_in_ways_that_meet_pairwise(
    walk: Round, sample: Sample, tmp_path: Path, qtbot: QtBot
) -> None:
    found, looks = measured(walk, numbered(pairwise), sample, tmp_path / "library")
    assert looks
    assert not found, "\n".join(found)


@pytest.mark.proof
@pytest.mark.parametrize("walk", _FURTHER)
def test_every_further_screen_holds_in_ways_that_meet_pairwise(
    walk: Round, sample: Sample, tmp_path: Path, qtbot: QtBot
) -> None:
    found, looks = measured(walk, numbered(pairwise), sample, tmp_path / "library")
    assert looks
    assert not found, "\n".join(found)


@pytest.mark.proof
@pytest.mark.parametrize("walk", _ROUNDS + _FURTHER)
def test_every_screen_holds_in_every_size_language_and_theme(
    walk: Round, sample: Sample, tmp_path: Path, qtbot: QtBot
) -> None:
    found, looks = measured(walk, numbered(every_way), sample, tmp_path / "library")
    assert looks
    assert not found, "\n".join(found)
