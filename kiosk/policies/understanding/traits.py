"""What of a text tells how it is asked: its terms, alone and beside each other, and pieces of its words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import log

from kiosk.policies.understanding.analysis import Analyser
from kiosk.policies.understanding.letters import LONGEST_QUESTION, fold, words_of
from kiosk.policies.understanding.speech import GAP
from kiosk.policies.understanding.units import Unit

_SAYS_NOTHING = 0.25
_BESIDE = 0.5
_PIECES = (3, 4, 5)


@dataclass(frozen=True, slots=True)
class Traits:
    """How much of each trait a text has: ``terms`` of meaning, ``pieces`` of spelling."""

    terms: Mapping[str, float]
    pieces: Mapping[str, float]


def traits_of(text: str, analyser: Analyser, *, correct: bool = False) -> Traits:
    """Return the traits of a text; ``correct`` also reads misspelt words as known ones."""
    words = [fold(word, analyser.language) for word in words_of(text[:LONGEST_QUESTION])]
    return Traits(_terms(analyser.units(text, correct=correct)), _pieces(words))


def _terms(units: Iterable[Unit]) -> dict[str, float]:
    found: dict[str, float] = {}
    likeliest = []
    for unit in units:
        weight = unit.weight or _SAYS_NOTHING
        for term, sure in unit.terms.items():
            found[term] = max(found.get(term, 0.0), sure * weight)
        if unit.word != GAP:
            likeliest.append(max(unit.terms, key=unit.terms.__getitem__))
    for first, second in pairwise(likeliest):
        found.setdefault(f"{first} {second}", _BESIDE)
    return found


def _pieces(words: Iterable[str]) -> dict[str, float]:
    times: dict[str, int] = {}
    for word in words:
        whole = f"_{word}_"
        for length in _PIECES:
            for start in range(len(whole) - length + 1):
                piece = whole[start : start + length]
                times[piece] = times.get(piece, 0) + 1
    return {piece: 1 + log(n) for piece, n in times.items()}
