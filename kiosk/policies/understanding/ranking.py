"""Ranks articles for a question and says how sure the first is: answer, choose or none."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.policies.answer import Band
from kiosk.policies.understanding import fitted
from kiosk.policies.understanding.evidence import evidence_of
from kiosk.policies.understanding.language_index import LanguageIndex
from kiosk.policies.understanding.matters import matters_of
from kiosk.policies.understanding.weighing import Weighed, weigh

_PART_SURE = 0.5  # a part of a question has fewer words to be sure by


@dataclass(frozen=True, slots=True)
class Ranked:
    """An article's key with its score from 0 to 1: its share of the belief."""

    key: str
    score: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """The likeliest articles, best first, and the band that the first deserves."""

    band: Band
    found: tuple[Ranked, ...] = ()
    sureness: float = 0.0


def rank(index: LanguageIndex, question: str, shown: Callable[[str], bool] = bool, limit: int = 3) -> Ranking:
    """Return the likeliest articles of the index for a question, of those whose key is ``shown``.

    A question of two matters is never answered by one of them: both are offered.
    """
    weighed = weigh(evidence_of(index, question, shown))
    if weighed is None:
        return Ranking(Band.NONE)
    band = band_of(weighed)
    keys = [one.key for one, _share in weighed.shares]
    others = _others(index, question, keys[0], shown) if band is not Band.NONE else []
    if band is Band.NONE:
        return Ranking(band, (), weighed.sureness)
    if others:
        band = Band.CHOOSE
        keys = list(dict.fromkeys((keys[0], *others, *keys)))
    shares = {one.key: share for one, share in weighed.shares}
    found = tuple(Ranked(key, round(shares.get(key, 0.0), 3)) for key in keys[:limit])
    return Ranking(band, found, weighed.sureness)


def band_of(weighed: Weighed) -> Band:
    """Return what the evidence allows: one answer, a choice, or none."""
    if weighed.sureness >= fitted.ANSWER:
        return Band.ANSWER
    return Band.CHOOSE if weighed.sense >= fitted.CHOOSE else Band.NONE


def _others(index: LanguageIndex, question: str, first: str, shown: Callable[[str], bool]) -> list[str]:
    """Return the articles that other matters of the question are about, where it has more than one."""
    parts = [weigh(evidence_of(index, part, shown)) for part in matters_of(question, index.language)]
    sure = [part for part in parts if part is not None and part.sureness >= _PART_SURE]
    keys = list(dict.fromkeys(part.shares[0][0].key for part in sure))
    return [key for key in keys if key != first] if len(keys) > 1 else []
