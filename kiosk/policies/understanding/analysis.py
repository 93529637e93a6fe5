"""Turns text of one language into units of meaning: stems, parts of compounds, groups of like words."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from math import ceil, floor
from types import MappingProxyType

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kiosk.policies.giving_way import GiveWay, go_on
from kiosk.policies.understanding.compounds import CompoundSplitter
from kiosk.policies.understanding.letters import Words
from kiosk.policies.understanding.pairs import Pairs
from kiosk.policies.understanding.speech import GAP, phrase, speech_of
from kiosk.policies.understanding.stems import stems
from kiosk.policies.understanding.units import CONCEPT, LIKE_WORD, Unit

_OTHER_STEM = 0.9
_PART = 0.8
_FORM = 0.8
_SHORTEST_TO_CORRECT = 4
_MOST_CORRECTIONS = 8
_LEAST_LIKENESS, _LEAST_OF_SHORT = 0.74, 0.79
_CORRECTED = 1000
_WORDS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Changes:
    """How an analyser differs from an earlier one: what of a text may now be understood otherwise.

    ``words`` may be taken apart otherwise, or begin phrases, and ``terms`` are shared by words, of groups
    of like meaning that came or went.
    """

    words: frozenset[str]
    terms: frozenset[str]


class Analyser:
    """Analyses texts of one language by its speech and the words of its articles.

    ``vocabulary`` are their words, folded. An analyser ``before`` of the same language lends what it
    knows of words. What the library wrote is remembered by word, and nothing of what somebody typed.
    """

    def __init__(
        self,
        language: str,
        vocabulary: Iterable[str],
        synonyms: Iterable[Sequence[str]],
        before: "Analyser | None" = None,
        give_way: GiveWay = go_on,
    ) -> None:
        self.language = language
        self._speech = speech_of(language)
        own = (tuple(phrase(one, language) for one in group) for group in synonyms)
        self._groups = {_concept(group): group for group in (*self._speech.same, *own)}
        self._single: dict[str, list[str]] = {}
        self._phrases: dict[str, list[tuple[Words, str]]] = {}
        self._gapped: list[tuple[tuple[str, str], str]] = []
        for concept, group in self._groups.items():
            self._add(concept, group)
        own_words = frozenset(vocabulary)
        self._elsewhere: dict[str, list[tuple[str, ...]]] = {}
        for one in self._speech.elsewhere:
            # What the articles themselves speak about is answered here after all.
            if one and not (len(one) == 1 and one[0] in own_words):
                self._elsewhere.setdefault(one[0], []).append(one)
        told = {word for group in self._groups.values() for one in group for word in one if word != GAP}
        self._words = sorted(own_words | told)
        self._known = frozenset(self._words)
        old = before._stem_of if before is not None else {}
        self._stem_of: dict[str, str] = {}
        for number, word in enumerate(self._words):
            self._stem_of[word] = old.get(word) or stems(word, language)[0]
            if not number % _WORDS_AT_ONCE:
                give_way()
        self._known_stems = frozenset(self._stem_of.values())
        self._near: dict[int, list[str]] = {}
        parts = {*self._words, *(word for word in self._speech.filler if len(word) > 6)}
        self._splitter = CompoundSplitter(parts if language == "de" else ())
        self._remembered: dict[str, Unit] = {}

    def units(self, words: Words) -> list[Unit]:
        """Return the units of folded words that the library wrote, in order."""
        known, make = self._remembered.get, self._unit
        found = [known(word) or make(word) for word in words]
        return self._with_phrases(words, found, typed=False) if len(words) > 1 else found

    def typed(self, words: Words) -> list[Unit]:
        """Return the units of folded words that somebody typed; misspelt ones are read as known ones."""
        found = [self._remembered.get(word) or self._make(word) for word in words]
        return self._with_phrases(words, self._corrected(found), typed=True)

    def belongs_elsewhere(self, words: Words) -> bool:
        """Return whether words are of questions that other counters answer: weather, licences."""
        return any(
            words[start : start + len(one)] == one
            for start, word in enumerate(words)
            for one in self._elsewhere.get(word, ())
        )

    def familiarity(self, word: str) -> float:
        """Return how much a folded word is at home in the language: 1 as it stands, less in another form."""
        if word in self._known or word in self._speech.filler:
            return 1.0
        return _FORM if stems(word, self.language)[0] in self._known_stems else 0.0

    def changes_since(self, before: "Analyser", texts: Iterable[Collection[str]]) -> Changes:
        """Return how this analyser differs from one of the same language, of words in those texts."""
        parts = self._splitter.known ^ before._splitter.known

        def touched(word: str) -> bool:
            return any(part in word for part in parts)

        told: set[Words] = set()
        for analyser, other in ((self, before), (before, self)):
            for concept, group in analyser._groups.items():
                # The words of a pair have to be like others, which is told by their parts too.
                if concept not in other._groups or any(
                    GAP in one and any(map(touched, one)) for one in group
                ):
                    told.update(group)
        words = {word for one in told for word in one if word != GAP}
        terms = {term for word in words for analyser in (self, before) for term in analyser._unit(word).terms}
        apart = _words_with(parts, set().union(*texts)) if parts else set()
        return Changes(frozenset({*apart, *(one[0] for one in told if one)}), frozenset(terms))

    @cached_property
    def _pairs(self) -> Pairs:
        return Pairs([pair for pair, _concept in self._gapped], self._unit)

    def _add(self, concept: str, group: Iterable[tuple[str, ...]]) -> None:
        for one in group:
            if len(one) == 3 and one[1] == GAP:
                self._gapped.append(((one[0], one[2]), concept))
            elif len(one) == 1:
                for stem in stems(one[0], self.language)[:1]:
                    self._single.setdefault(stem, []).append(concept)
            elif one:
                self._phrases.setdefault(one[0], []).append((one, concept))

    def _unit(self, word: str) -> Unit:
        unit = self._remembered.get(word)
        if unit is None:
            unit = self._remembered[word] = self._make(word)
        return unit

    def _make(self, word: str) -> Unit:
        first, *others = stems(word, self.language)
        terms = {first: 1.0}
        for stem in others:
            terms.setdefault(stem, _OTHER_STEM)
        for stem in (first, *others):
            for concept in self._single.get(stem, ()):
                terms.setdefault(concept, LIKE_WORD)
        filler = self._speech.filler
        for part in self._splitter.parts(word):
            if part in filler:
                continue
            stem = stems(part, self.language)[0]
            terms.setdefault(stem, _PART)
            for concept in self._single.get(stem, ()):
                terms.setdefault(concept, _PART * LIKE_WORD)
        known = len(terms) > 1 or word in self._known or word in filler or first in self._known_stems
        return Unit(word, MappingProxyType(terms), self._weight(word), known)

    def _weight(self, word: str) -> float:
        if word in self._speech.asking:
            return 0.3
        return 0.0 if word in self._speech.filler or len(word) == 1 else 1.0

    def _corrected(self, units: list[Unit]) -> list[Unit]:
        left = _MOST_CORRECTIONS
        found = []
        for unit in units:
            if not unit.known and len(unit.word) >= _SHORTEST_TO_CORRECT and left:
                left -= 1
                unit = correction(self, unit.word)
            found.append(unit)
        return found

    def _correction(self, unit: Unit) -> Unit:
        """Return the unit with the terms of the known words most like it, or the unit itself."""
        least = _LEAST_LIKENESS if len(unit.word) > 7 else _LEAST_OF_SHORT
        near = self._as_long_as(len(unit.word), least)
        alike = process.extract(
            unit.word, near, scorer=OSA.normalized_similarity, limit=2, score_cutoff=least
        )
        terms = dict(unit.terms)
        weight = 0.0
        for word, likeness, _place in alike:
            other = self._unit(word)
            weight = max(weight, other.weight)
            for term, sure in other.terms.items():
                terms[term] = max(terms.get(term, 0.0), sure * likeness)
        if not alike:
            return unit
        return Unit(unit.word, MappingProxyType(terms), weight, known=weight > 0)

    def _as_long_as(self, length: int, least: float) -> list[str]:
        """Return the known words that can be so like a word of that length."""
        near = self._near.get(length)
        if near is None:
            shortest, longest = ceil(length * least), floor(length / least)
            near = [word for word in self._words if shortest <= len(word) <= longest]
            self._near[length] = near
        return near

    def _with_phrases(self, words: Words, units: list[Unit], *, typed: bool) -> list[Unit]:
        """Let phrases of like meaning speak through the words that make them up."""
        begun = self._phrases
        phrases = not begun.keys().isdisjoint(words)
        pairs = self._pairs.within(words, units, typed=typed)
        if not phrases and not pairs:
            return units
        found = list(units)
        extra: list[Unit] = []
        for start, word in enumerate(words) if phrases else ():
            for one, concept in begun.get(word, ()):
                if words[start : start + len(one)] == one:
                    members = [n for n in range(start, start + len(one)) if found[n].weight == 1.0]
                    for n in members:
                        found[n] = _also(found[n], concept)
                    if not members:
                        extra.append(Unit(" ".join(one), MappingProxyType({concept: LIKE_WORD}), 1.0))
        for start, end, number in pairs:
            concept = self._gapped[number][1]
            extra.append(Unit(GAP, MappingProxyType({concept: LIKE_WORD}), 1.0))
            for n in (start, end):
                if found[n].weight == 1.0:
                    found[n] = _also(found[n], concept)
        return found + extra


@lru_cache(maxsize=_CORRECTED)
def correction(analyser: Analyser, word: str) -> Unit:
    """Return what an unknown word probably is, and remember it until `forget_words`."""
    return analyser._correction(analyser._make(word))


def _concept(group: Iterable[Words]) -> str:
    """Return a name for a group that is its own wherever the group stands."""
    told = "/".join(" ".join(one) for one in group)
    return f"{CONCEPT}{blake2b(told.encode(), digest_size=6).hexdigest()}"


def _words_with(parts: Iterable[str], words: Iterable[str]) -> set[str]:
    """Return the words that have one of the parts in them: as one text they are looked through at once."""
    text = f" {' '.join(words)} "
    found = set()
    for part in parts:
        at = text.find(part)
        while at >= 0:
            end = text.index(" ", at)
            found.add(text[text.rindex(" ", 0, at) + 1 : end])
            at = text.find(part, end)
    return found


def _also(unit: Unit, concept: str) -> Unit:
    terms = {**unit.terms, concept: max(LIKE_WORD, unit.terms.get(concept, 0.0))}
    return Unit(unit.word, MappingProxyType(terms), 1.0, known=True)
