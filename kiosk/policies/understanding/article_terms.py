"""What an article is understood by: the terms of its wordings and of its text, and how they stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.policies.understanding.analysis import Analyser, Changes
from kiosk.policies.understanding.article_words import ArticleWords
from kiosk.policies.understanding.units import Unit

_TEXT_WEIGHT = 0.6


@dataclass(frozen=True, slots=True)
class ArticleTerms:
    """An article analysed, made of its ``words``.

    ``wordings`` are the units of each of its wordings. ``asked`` holds the terms of all of them with
    their weight, ``written`` these and those of its text. ``postings`` tells for each term in which
    wordings it stands, with how surely. ``asked_terms`` and ``written_terms`` are all terms as they
    follow each other.
    """

    words: ArticleWords
    wordings: tuple[tuple[Unit, ...], ...]
    asked: dict[str, float]
    written: dict[str, float]
    postings: dict[str, list[tuple[int, float]]]
    asked_terms: tuple[str, ...]
    written_terms: tuple[str, ...]

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
    postings = _postings(wordings)
    asked = {term: max(sure for _place, sure in found) for term, found in postings.items()}
    written = {term: sure * _TEXT_WEIGHT for term, sure in _surest(text).items()}
    for term, weight in asked.items():
        written[term] = max(weight, written.get(term, 0.0))
    return ArticleTerms(
        words,
        tuple(units for units, _weight in wordings),
        asked,
        written,
        postings,
        tuple(_spelt(unit for units, _weight in wordings for unit in units)),
        tuple(_spelt(text)),
    )


def _postings(wordings: Iterable[tuple[Sequence[Unit], float]]) -> dict[str, list[tuple[int, float]]]:
    postings: dict[str, list[tuple[int, float]]] = {}
    for place, (units, weight) in enumerate(wordings):
        for term, sure in _surest(units).items():
            postings.setdefault(term, []).append((place, sure * weight))
    return postings


def _surest(units: Iterable[Unit]) -> dict[str, float]:
    """Return the terms of units, each as sure as the surest unit has it."""
    surest: dict[str, float] = {}
    for unit in units:
        if unit.weight:
            for term, sure in unit.terms.items():
                if sure > surest.get(term, 0.0):
                    surest[term] = sure
    return surest


def _spelt(units: Iterable[Unit]) -> Iterable[str]:
    return (term for unit in units if unit.weight for term in unit.terms)
