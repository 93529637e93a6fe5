"""Ranks articles for a question and says how sure the first is: answer, choose or none."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.policies.answer import Band
from kiosk.policies.understanding.language_index import LanguageIndex, Likeness

# Both fitted on the questions of tests/policies marked "tune", and on the sample library's own wordings,
# each asked of an index without it. Coverage in the wordings is also part of that in the text, whence
# the minus.
_WORDING, _NEXT, _COVERED, _LITERALLY, _IN_TEXT, _RANKED = 0.31, 0.21, -0.07, -0.04, 0.25, 0.34
_BIAS, _SCORE, _AHEAD, _KNOWN, _SURE_WORDING, _SURE_COVERED = -3.14, 2.56, 4.39, 0.46, 1.66, 1.49
_SURE_LITERALLY, _SHORT, _ELSEWHERE = -0.43, -2.17, -4.59
_ANSWER, _CHOOSE = 0.75, 0.25
# Rank alone is no reason: so much of the question the article must speak about.
_ANSWER_COVERS, _CHOOSE_COVERS = 0.5, 0.3


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


def rank(index: LanguageIndex, question: str, shown: Callable[[str], bool] = bool, limit: int = 3) -> Ranking:
    """Return the likeliest articles of the index for a question, of those whose key is ``shown``."""
    units = index.analyser.units(question, correct=True)
    likely = [one for one in index.likenesses(units) if shown(one.key)]
    found = sorted(likely, key=lambda one: (-score(one), one.key))
    if not found:
        return Ranking(Band.NONE)
    says = sum(unit.weight == 1.0 for unit in units)
    sure = sureness(found, index.known_share(units), says, index.analyser.belongs_elsewhere(question))
    spoken_of = found[0].in_text
    if sure >= _ANSWER and spoken_of >= _ANSWER_COVERS:
        band = Band.ANSWER
    elif sure >= _CHOOSE and spoken_of >= _CHOOSE_COVERS:
        band = Band.CHOOSE
    else:
        band = Band.NONE
    if band is Band.NONE:
        return Ranking(band, (), sure)
    return Ranking(
        band, tuple(Ranked(one.key, round(min(1.0, max(0.0, score(one))), 3)) for one in found[:limit]), sure
    )


def score(one: Likeness) -> float:
    """Return how well an article meets the question, from 0 to 1."""
    return (
        _WORDING * one.wording
        + _NEXT * one.next_wording
        + _COVERED * one.covered
        + _LITERALLY * one.literally
        + _IN_TEXT * one.in_text
        + _RANKED * one.ranked
    )


def sureness(found: Sequence[Likeness], known: float, says: int, elsewhere: bool) -> float:
    """Return how likely the first is the right one, from 0 to 1.

    ``known`` is the share of the question in words that the articles have, ``says`` how many of its
    words say something, ``elsewhere`` whether it has words of questions that other counters answer.
    """
    first = found[0]
    ahead = score(first) - (score(found[1]) if len(found) > 1 else 0.0)
    weighed = (
        _BIAS
        + _SCORE * score(first)
        + _AHEAD * ahead
        + _KNOWN * known
        + _SURE_WORDING * first.wording
        + _SURE_COVERED * first.covered
        + _SURE_LITERALLY * first.literally
        + _SHORT / (1 + says)
        + _ELSEWHERE * elsewhere
    )
    return 1 / (1 + math.exp(-weighed))
