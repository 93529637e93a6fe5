"""Finds pairs of words that mean something when one comes soon after the other: "when … return"."""

from collections.abc import Callable, Sequence

from kiosk.policies.understanding.units import LIKE_WORD, Unit

_WIDEST_GAP = 8
_ALIKE = LIKE_WORD * LIKE_WORD

_NONE: frozenset[int] = frozenset()
_Ends = dict[str, list[tuple[int, float]]]


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
        self._remembered: dict[tuple[str, bool], tuple[frozenset[int], frozenset[int]]] = {}

    def within(self, units: Sequence[Unit], *, typed: bool) -> list[tuple[int, int, int]]:
        """Return each pair that a text has: where its two words stand, and the pair's number.

        Nothing is remembered of words that somebody typed.
        """
        known = self._remembered.get
        ends = [known((unit.word, unit.known)) or self._ends(unit, typed) for unit in units]
        met: dict[int, tuple[int, int, int]] = {}
        for start, (firsts, _seconds) in enumerate(ends):
            if firsts:
                for end in range(start + 1, min(start + _WIDEST_GAP, len(ends))):
                    for number in firsts & ends[end][1]:
                        met.setdefault(number, (start, end, number))
        return list(met.values())

    def _ends(self, unit: Unit, typed: bool) -> tuple[frozenset[int], frozenset[int]]:
        """Return the numbers of the pairs whose first, and whose second, word the unit may stand for."""
        ends = self._met(unit, 0), self._met(unit, 1)
        if not typed:
            self._remembered[unit.word, unit.known] = ends
        return ends

    def _met(self, unit: Unit, side: int) -> frozenset[int]:
        words, terms = self._words[side], self._terms[side]
        if not unit.weight or terms.keys().isdisjoint(unit.terms):
            return frozenset(words[unit.word]) if unit.word in words else _NONE
        met = set(words.get(unit.word, ()))
        for term in terms.keys() & unit.terms.keys():
            sure = unit.terms[term]
            met.update(n for n, other in terms[term] if sure * other >= _ALIKE)
        return frozenset(met)
