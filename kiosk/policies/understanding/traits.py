"""What of a text tells how it is asked: its terms, alone and beside each other, and pieces of its words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from math import log
from sys import intern

from kiosk.policies.understanding.analysis import Analyser
from kiosk.policies.understanding.letters import Words
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


def traits_of(words: Words, analyser: Analyser) -> Traits:
    """Return the traits of what somebody typed."""
    return Traits(_terms(analyser.typed(words)), _damped(_pieces(words)))


def traits_of_all(texts: Iterable[Words], analyser: Analyser, weight: float) -> Traits:
    """Return the sum of the traits of texts that the library wrote, each of that weight."""
    terms: dict[str, float] = {}
    once: list[str] = []  # every piece of every text, to be counted quickest all together
    oftener: list[tuple[str, float]] = []
    for words in texts:
        for term, much in _terms(analyser.units(words)).items():
            terms[term] = terms.get(term, 0.0) + much * weight
        pieces = _pieces(words)
        different = set(pieces)
        if len(different) < len(pieces):
            oftener += [(piece, log(number)) for piece, number in Counter(pieces).items() if number > 1]
            once += different
        else:
            once += pieces
    # As few pieces are many times there, one number of each size is kept for all of them.
    sizes: dict[int, float] = {}
    spelt: dict[str, float] = {
        piece: sizes.get(number) or sizes.setdefault(number, number * weight)
        for piece, number in Counter(once).items()
    }
    for piece, much in oftener:
        spelt[piece] += much * weight
    return Traits(terms, spelt)


def both(one: Traits, other: Traits) -> Traits:
    """Return the sum of two."""
    terms, pieces = dict(one.terms), dict(one.pieces)
    _add(terms, other.terms)
    _add(pieces, other.pieces)
    return Traits(terms, pieces)


@lru_cache(maxsize=20_000)
def pieces_of(word: str) -> Words:
    """Return the pieces of a word, each piece one string for all words, and remember them."""
    whole = f"_{word}_"
    return tuple(
        [
            intern(whole[start : start + length])
            for length in _PIECES
            for start in range(len(whole) - length + 1)
        ]
    )


def _pieces(words: Words) -> list[str]:
    return list(chain.from_iterable(map(pieces_of, words)))


def _damped(pieces: Iterable[str]) -> dict[str, float]:
    """Return how often each piece is there, oftener saying less and less."""
    return {piece: 1 + log(number) for piece, number in Counter(pieces).items()}


def _terms(units: Sequence[Unit]) -> dict[str, float]:
    if len(units) == 1:  # as most keywords are
        weight = units[0].weight or _SAYS_NOTHING
        return {term: sure * weight for term, sure in units[0].terms.items()}
    found: dict[str, float] = {}
    likeliest = []
    for unit in units:
        weight = unit.weight or _SAYS_NOTHING
        for term, sure in unit.terms.items():
            much = sure * weight
            if term not in found or much > found[term]:
                found[term] = much
        if unit.word != GAP:
            likeliest.append(unit.likeliest)
    for first, second in pairwise(likeliest):
        found.setdefault(f"{first} {second}", _BESIDE)
    return found


def _add(total: dict[str, float], more: Mapping[str, float]) -> None:
    sizes: dict[float, float] = {}  # each kept once, as above
    for name, much in more.items():
        summed = total[name] + much if name in total else much
        total[name] = sizes.setdefault(summed, summed)
