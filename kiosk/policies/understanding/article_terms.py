"""What an article is understood by: the terms of its wordings and of its text, and how they stand."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from kiosk.policies.understanding.analysis import Analyser, Changes
from kiosk.policies.understanding.article_words import ArticleWords
from kiosk.policies.understanding.units import Unit

_TEXT_WEIGHT = 0.6


@dataclass(frozen=True, slots=True)
class ArticleTerms:
    """An article analysed, made of its ``words``.

    ``wordings`` are the units of each of its wordings. ``asked`` holds the terms of all of them with
    their weight, ``written`` these and those of its text. ``postings`` tells for each term in which
    wordings it stands, with how surely. ``asked_terms`` and ``written_terms`` count the terms.
    """

    words: ArticleWords
    wordings: tuple[tuple[Unit, ...], ...]
    asked: dict[str, float]
    written: dict[str, float]
    postings: dict[str, list[tuple[int, float]]]
    asked_terms: Mapping[str, int]
    written_terms: Mapping[str, int]

    def touched_by(self, changes: Changes) -> bool:
        """Return whether it may be understood otherwise."""
        return not (
            self.written.keys().isdisjoint(changes.terms) and self.words.all.isdisjoint(changes.words)
        )


def analysed(words: ArticleWords, analyser: Analyser) -> ArticleTerms:
    """Analyse an article."""
    wordings = [
        (tuple(analyser.units(one)), weight)
        for one, weight in zip(words.wordings, words.weights, strict=True)
    ]
    text = [unit for line in words.sentences for unit in analyser.units(line)]
    postings: dict[str, list[tuple[int, float]]] = {}
    asked: dict[str, float] = {}
    for place, (units, weight) in enumerate(wordings):
        for term, sure in _surest(units).items():
            surely = sure * weight
            if term not in postings:
                postings[term] = [(place, surely)]
                asked[term] = surely
            else:
                postings[term].append((place, surely))
                if surely > asked[term]:
                    asked[term] = surely
    written = {term: sure * _TEXT_WEIGHT for term, sure in _surest(text).items()}
    for term, weight in asked.items():
        written[term] = max(weight, written.get(term, 0.0))
    return ArticleTerms(
        words,
        tuple(units for units, _weight in wordings),
        asked,
        written,
        postings,
        _counted(chain.from_iterable(units for units, _weight in wordings)),
        _counted(text),
    )


def _surest(units: Sequence[Unit]) -> Mapping[str, float]:
    """Return the terms of units, each as sure as the surest unit has it."""
    if len(units) == 1:  # as most keywords are
        return units[0].terms if units[0].weight else {}
    surest: dict[str, float] = {}
    for unit in units:
        if unit.weight:
            for term, sure in unit.terms.items():
                if term not in surest or sure > surest[term]:
                    surest[term] = sure
    return surest


def _counted(units: Iterable[Unit]) -> Mapping[str, int]:
    return Counter(chain.from_iterable([unit.terms for unit in units if unit.weight]))
