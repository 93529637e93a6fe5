"""Ranks articles for a question and says how sure the first is: answer, choose or none."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.policies.answer import Band
from kiosk.policies.understanding.analysis import Unit
from kiosk.policies.understanding.language_index import LanguageIndex, Likeness

# Fitted on the questions of tests/policies that are marked "tune", and on each wording of the sample
# library asked of an index without it.
_WORDING, _NEXT, _COVERED, _IN_TEXT, _RANKED = 0.34, 0.10, 0.28, 0.13, 0.15
_ANSWER, _CHOOSE = 0.62, 0.30


@dataclass(frozen=True, slots=True)
class Ranked:
    """An article's key with its score from 0 to 1."""

    key: str
    score: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """The likeliest articles, best first, and the band that the first deserves."""

    band: Band
    found: tuple[Ranked, ...] = ()
    sureness: float = 0.0


def rank(index: LanguageIndex, question: str, limit: int = 3) -> Ranking:
    """Return the likeliest articles of the index for a question."""
    units = index.analyser.units(question, correct=True)
    found = sorted(index.likenesses(units), key=lambda one: (-score(one), one.key))
    if not found:
        return Ranking(Band.NONE)
    sure = sureness(found, index.known_share(units), units)
    band = Band.ANSWER if sure >= _ANSWER else Band.CHOOSE if sure >= _CHOOSE else Band.NONE
    if band is Band.NONE:
        return Ranking(band, (), sure)
    return Ranking(band, tuple(Ranked(one.key, round(score(one), 3)) for one in found[:limit]), sure)


def score(one: Likeness) -> float:
    """Return how well an article meets the question, from 0 to 1."""
    return (
        _WORDING * one.wording
        + _NEXT * one.next_wording
        + _COVERED * one.covered
        + _IN_TEXT * one.in_text
        + _RANKED * one.ranked
    )


def sureness(found: Sequence[Likeness], known: float, units: Sequence[Unit]) -> float:
    """Return how likely the first is the right one, from 0 to 1."""
    first = score(found[0])
    second = score(found[1]) if len(found) > 1 else 0.0
    return 1 / (1 + math.exp(-(10 * (first - 0.55) + 6 * (first - second) + 2 * (known - 0.8))))
