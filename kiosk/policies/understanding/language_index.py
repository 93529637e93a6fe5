"""The articles of one language made searchable: wordings by likeness, whole texts by Whoosh's BM25F."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest

from kiosk.model.article import Article
from kiosk.policies.blocks import plain_block
from kiosk.policies.markdown import read_markdown
from kiosk.policies.placeholders import without
from kiosk.policies.understanding.analysis import CONCEPT, Analyser, Unit
from kiosk.policies.understanding.letters import words_of
from kiosk.policies.understanding.texts import TextIndex

_LOOKED_AT = 30
_KEYWORD_WEIGHT, _TEXT_WEIGHT = 0.9, 0.6
_UNHEARD = 0.6  # a word that no article has says something, but may be mere colour


@dataclass(frozen=True, slots=True)
class Likeness:
    """How an article meets a question, each from 0 to 1.

    ``wording`` is that of its best wording, ``next_wording`` of the second best; ``covered`` the
    share of the question that its title, wordings and keywords speak about, ``literally`` the share
    in the very words, ``in_text`` that with its text; ``ranked`` its BM25F beside the best article's.
    """

    key: str
    wording: float
    next_wording: float
    covered: float
    literally: float
    in_text: float
    ranked: float


@dataclass(slots=True)
class _Wording:
    article: int
    mass: float


class LanguageIndex:
    """Finds the likeliest articles of one language; built once, read by any thread."""

    def __init__(self, language: str, articles: Sequence[Article]) -> None:
        self.language = language
        self.articles = tuple(articles)
        spoken = [(*article.questions, *article.keywords, article.title) for article in articles]
        vocabulary = {word for texts in spoken for text in texts for word in words_of(text)}
        groups = [(word, *others) for article in articles for word, others in article.synonyms]
        self.analyser = Analyser(language, vocabulary, groups)
        self._asked: list[dict[str, float]] = [{} for _ in articles]
        self._written: list[dict[str, float]] = [{} for _ in articles]
        self._wordings: list[_Wording] = []
        self._postings: dict[str, list[tuple[int, float]]] = {}
        analysed = [self._analysed(number, article) for number, article in enumerate(articles)]
        self._idf = self._rarity()
        self._unheard = max(self._idf.values(), default=1.0)
        for number, (wordings, _text) in enumerate(analysed):
            for units, weight in wordings:
                self._post(number, units, weight)
        documents = (
            (_spelt(unit for units, _weight in wordings for unit in units), _spelt(text))
            for wordings, text in analysed
        )
        self._texts = TextIndex(documents)

    def likenesses(self, units: Sequence[Unit]) -> list[Likeness]:
        """Return how the articles that have most of the question meet it, in no order."""
        telling = [(unit, self._says(unit)) for unit in units]
        mass = sum(says for _unit, says in telling)
        if not mass:
            return []
        best, second = self._by_wording(telling, mass)
        ranked = self._texts.ranked(
            (term, sure * unit.weight) for unit, says in telling if says for term, sure in unit.terms.items()
        )
        return [
            Likeness(
                key=self.articles[number].key,
                wording=best.get(number, 0.0),
                next_wording=second.get(number, 0.0),
                covered=self._coverage(telling, self._asked[number], mass),
                literally=self._coverage(telling, self._asked[number], mass, literally=True),
                in_text=self._coverage(telling, self._written[number], mass),
                ranked=ranked.get(number, 0.0),
            )
            for number in sorted({*nlargest(_LOOKED_AT, best, key=best.__getitem__), *ranked})
        ]

    def known_share(self, units: Sequence[Unit]) -> float:
        """Return how much of what the question says is in words that the index has at all."""
        telling = [(unit, self._says(unit)) for unit in units]
        mass = sum(says for _unit, says in telling)
        heard = sum(says for unit, says in telling if any(term in self._idf for term in unit.terms))
        return heard / mass if mass else 0.0

    def _analysed(self, number: int, article: Article) -> tuple[list[tuple[list[Unit], float]], list[Unit]]:
        """Return the units of an article's wordings, each with its weight, and those of its text."""
        units = self.analyser.units
        wordings = [(units(text), 1.0) for text in (article.title, *article.questions)]
        wordings += [(units(text), _KEYWORD_WEIGHT) for text in article.keywords]
        for found, weight in wordings:
            _gather(self._asked[number], found, weight)
        text = units_of_text(self.analyser, article.body)
        _gather(self._written[number], text, _TEXT_WEIGHT)
        for term, weight in self._asked[number].items():
            self._written[number][term] = max(weight, self._written[number].get(term, 0.0))
        return wordings, text

    def _rarity(self) -> dict[str, float]:
        counts: dict[str, int] = {}
        for terms in self._asked:
            for term in terms:
                counts[term] = counts.get(term, 0) + 1
        total = len(self.articles)
        return {term: math.log(1 + (total - n + 0.5) / (n + 0.5)) for term, n in counts.items()}

    def _says(self, unit: Unit) -> float:
        """Return how much a unit says: rare words more, unheard ones as much as the rarest."""
        if not unit.weight:
            return 0.0
        heard = [self._idf[term] * sure for term, sure in unit.terms.items() if term in self._idf]
        return unit.weight * (max(heard) if heard else _UNHEARD * self._unheard)

    def _post(self, number: int, units: Iterable[Unit], weight: float) -> None:
        place = len(self._wordings)
        mass = 0.0
        seen: dict[str, float] = {}
        for unit in units:
            says = self._says(unit)
            mass += says
            if says:
                for term, sure in unit.terms.items():
                    seen[term] = max(seen.get(term, 0.0), sure)
        if not mass:
            return
        self._wordings.append(_Wording(number, mass))
        for term, sure in seen.items():
            self._postings.setdefault(term, []).append((place, sure * weight))

    def _by_wording(
        self, telling: Sequence[tuple[Unit, float]], mass: float
    ) -> tuple[dict[int, float], dict[int, float]]:
        matched: dict[int, float] = {}
        for unit, says in telling:
            if not says:
                continue
            met: dict[int, float] = {}
            for term, sure in unit.terms.items():
                for place, weight in self._postings.get(term, ()):
                    both = sure * weight
                    if both > met.get(place, 0.0):
                        met[place] = both
            for place, both in met.items():
                matched[place] = matched.get(place, 0.0) + says * both
        best: dict[int, float] = {}
        second: dict[int, float] = {}
        for place, value in matched.items():
            wording = self._wordings[place]
            asked, said = value / mass, min(1.0, value / wording.mass)
            alike = asked**0.6 * said**0.4
            number = wording.article
            if alike > best.get(number, 0.0):
                second[number] = best.get(number, 0.0)
                best[number] = alike
            elif alike > second.get(number, 0.0):
                second[number] = alike
        return best, second

    def _coverage(
        self,
        telling: Sequence[tuple[Unit, float]],
        terms: dict[str, float],
        mass: float,
        *,
        literally: bool = False,
    ) -> float:
        total = 0.0
        for unit, says in telling:
            if says:
                met = 0.0
                for term, sure in unit.terms.items():
                    if not (literally and term.startswith(CONCEPT)):
                        met = max(met, sure * terms.get(term, 0.0))
                total += says * met
        return total / mass


def units_of_text(analyser: Analyser, body: str) -> list[Unit]:
    """Return the units of an article's text, its placeholders left out."""
    lines = (plain_block(block) for block in read_markdown(without(body)))
    return [unit for line in lines for sentence in line.split(". ") for unit in analyser.units(sentence)]


def _gather(into: dict[str, float], units: Iterable[Unit], weight: float) -> None:
    for unit in units:
        if unit.weight:
            for term, sure in unit.terms.items():
                into[term] = max(into.get(term, 0.0), sure * weight)


def _spelt(units: Iterable[Unit]) -> Iterable[str]:
    return (term for unit in units if unit.weight for term in unit.terms)
