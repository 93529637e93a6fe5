"""Finds pairs of words that mean something when one comes soon after the other: "when … return"."""

from collections.abc import Callable, Sequence

from kiosk.policies.understanding.letters import Words
from kiosk.policies.understanding.units import LIKE_WORD, Unit

_WIDEST_GAP = 8
_ALIKE = LIKE_WORD * LIKE_WORD

_NONE: frozenset[int] = frozenset()
_Ends = dict[str, list[tuple[int, float]]]
_Meets = tuple[Unit, frozenset[int], frozenset[int]]


class Pairs:
    """Knows the pairs of a language; a pair is named by its number.

    A word of a text stands for the word of a pair where it is that word, or both surely share a term.
    """

    def __init__(self, pairs: Sequence[tuple[str, str]], unit_of: Callable[[str], Unit]) -> None:
        self._words: tuple[dict[str, list[int]], dict[str, list[int]]] = ({}, {})
        self._terms: tuple[_Ends, _Ends] = ({}, {})
        for number, pair in enumerate(pairs):
            for side, word in enumerate(pair):
                self._words[side].setdefault(word, []).append(number)
                unit = unit_of(word)
                for term, sure in unit.terms.items() if unit.weight else ():
                    self._terms[side].setdefault(term, []).append((number, sure))
        self._remembered: dict[str, _Meets] = {}
        self._leading: set[str] = set()

    def within(self, words: Words, units: Sequence[Unit], *, typed: bool) -> list[tuple[int, int, int]]:
        """Return each pair that a text has: where its two words stand, and the pair's number.

        Nothing is remembered of words that somebody typed.
        """
        if typed:
            meets = [self._meets(unit) for unit in units]
        else:
            self._remember(words, units)
            if self._leading.isdisjoint(words):
                return []
            meets = [self._remembered[word] for word in words]
        met: dict[int, tuple[int, int, int]] = {}
        for start, (_unit, firsts, _seconds) in enumerate(meets):
            if firsts:
                for end in range(start + 1, min(start + _WIDEST_GAP, len(meets))):
                    for number in firsts & meets[end][2]:
                        met.setdefault(number, (start, end, number))
        return list(met.values())

    def _remember(self, words: Words, units: Sequence[Unit]) -> None:
        if self._remembered.keys() >= set(words):
            return
        for word, unit in zip(words, units, strict=True):
            if word not in self._remembered:
                meets = self._remembered[word] = self._meets(unit)
                if meets[1]:
                    self._leading.add(word)

    def _meets(self, unit: Unit) -> _Meets:
        """Return the numbers of the pairs whose first, and whose second, word the unit may stand for."""
        known = self._remembered.get(unit.word)
        if known is not None and known[0] is unit:  # and no misspelt word that was read as another
            return known
        return unit, self._met(unit, 0), self._met(unit, 1)

    def _met(self, unit: Unit, side: int) -> frozenset[int]:
        words, terms = self._words[side], self._terms[side]
        if not unit.weight or terms.keys().isdisjoint(unit.terms):
            return frozenset(words[unit.word]) if unit.word in words else _NONE
        met = set(words.get(unit.word, ()))
        for term in terms.keys() & unit.terms.keys():
            sure = unit.terms[term]
            met.update(n for n, other in terms[term] if sure * other >= _ALIKE)
        return frozenset(met)
