"""The articles of one language made searchable: wordings by likeness, whole texts by Whoosh's BM25F."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from kiosk.model.article import Article
from kiosk.policies.understanding.analysis import Analyser
from kiosk.policies.understanding.article_terms import ArticleTerms, analysed, spoken
from kiosk.policies.understanding.heard import AskedBefore, Heard, Sound, asked_before_in
from kiosk.policies.understanding.letters import words_of
from kiosk.policies.understanding.texts import TextIndex
from kiosk.policies.understanding.units import CONCEPT, Unit

_LOOKED_AT = 30
_HEARD = 8
_UNHEARD = 0.6  # a word that no article has says something, but may be mere colour


@dataclass(frozen=True, slots=True)
class Likeness:
    """How an article meets a question, each from 0 to 1.

    ``wording`` is that of its best wording, ``next_wording`` of the second best; ``covered`` the
    share of the question that its title, wordings and keywords speak about, ``literally`` the share
    in the very words, ``in_text`` that with its text; ``ranked`` its BM25F beside the best article's.
    ``sound`` tells how the question sounds beside what is asked about it.
    """

    key: str
    wording: float
    next_wording: float
    covered: float
    literally: float
    in_text: float
    ranked: float
    sound: Sound


class LanguageIndex:
    """Finds the likeliest articles of one language; built once, read by any thread.

    Of an index ``before`` it takes over what did not change: an edit costs the articles it touches.
    """

    def __init__(
        self,
        language: str,
        articles: Sequence[Article],
        before: "LanguageIndex | None" = None,
        examples: AskedBefore | None = None,
    ) -> None:
        self.language = language
        self.articles = tuple(articles)
        self.analyser = _analyser(language, articles)
        kept = before.untouched(self.analyser) if before is not None else {}
        self._terms = [_taken_over(article, kept) or analysed(article, self.analyser) for article in articles]
        self._numbers = {terms.article.key: number for number, terms in enumerate(self._terms)}
        self._having: dict[str, list[int]] = {}
        for number, terms in enumerate(self._terms):
            for term in terms.asked:
                self._having.setdefault(term, []).append(number)
        rarity = [self._rarity(having) for having in range(len(articles) + 1)]
        self._idf = {term: rarity[len(having)] for term, having in self._having.items()}
        self._unheard = max(self._idf.values(), default=1.0)
        self._masses: dict[tuple[int, int], float] = {}
        documents = {terms.article.key: (terms.asked_text, terms.written_text) for terms in self._terms}
        self._heard: Heard = Heard(
            examples or asked_before_in(language), articles, before._heard if before is not None else None
        )
        self._texts: TextIndex = TextIndex(documents, before._texts if before is not None else None)

    def untouched(self, analyser: Analyser) -> dict[str, ArticleTerms]:
        """Return the articles that another analyser understands just so, by key."""
        changes = analyser.changes_since(self.analyser)
        words = {word for terms in self._terms for word in terms.words} if changes.parts else ()
        touched = {word for word in words if changes.touch_word(word)}
        return {terms.article.key: terms for terms in self._terms if not terms.touched_by(changes, touched)}

    def sounds(self, question: str) -> dict[str, Sound]:
        """Return how the question sounds beside each article, and beside what is answered elsewhere."""
        return self._heard.sounds(question)

    def likenesses(self, units: Sequence[Unit], sounds: Mapping[str, Sound]) -> list[Likeness]:
        """Return how the articles that may be meant meet the question, in no order."""
        telling = [(unit, self._says(unit)) for unit in units]
        mass = sum(says for _unit, says in telling)
        if not mass:
            return []
        best, second = self._by_wording(telling, mass)
        ranked = self._texts.ranked(
            (term, sure * unit.weight) for unit, says in telling if says for term, sure in unit.terms.items()
        )
        found = {self._numbers[key]: rank for key, rank in ranked.items() if key in self._numbers}
        heard = nlargest(_HEARD, sounds, key=lambda key: (sounds[key].terms, key))
        likely = {*nlargest(_LOOKED_AT, best, key=best.__getitem__), *found}
        likely.update(self._numbers[key] for key in heard if key in self._numbers)
        return [
            Likeness(
                key=self._terms[number].article.key,
                wording=best.get(number, 0.0),
                next_wording=second.get(number, 0.0),
                covered=_coverage(telling, self._terms[number].asked, mass),
                literally=_coverage(telling, self._terms[number].asked, mass, literally=True),
                in_text=_coverage(telling, self._terms[number].written, mass),
                ranked=found.get(number, 0.0),
                sound=sounds.get(self._terms[number].article.key, Sound()),
            )
            for number in sorted(likely)
        ]

    def known_share(self, units: Sequence[Unit]) -> float:
        """Return how much of what the question says is in words that the index has at all."""
        telling = [(unit, self._says(unit)) for unit in units]
        mass = sum(says for _unit, says in telling)
        heard = sum(says for unit, says in telling if any(term in self._having for term in unit.terms))
        return heard / mass if mass else 0.0

    def _rarity(self, having: int) -> float:
        return math.log(1 + (len(self._terms) - having + 0.5) / (having + 0.5))

    def _says(self, unit: Unit) -> float:
        """Return how much a unit says: rare words more, unheard ones as much as the rarest."""
        if not unit.weight:
            return 0.0
        having = self._having
        heard = [
            self._rarity(len(having[term])) * sure for term, sure in unit.terms.items() if term in having
        ]
        return unit.weight * (max(heard) if heard else _UNHEARD * self._unheard)

    def _by_wording(
        self, telling: Sequence[tuple[Unit, float]], mass: float
    ) -> tuple[dict[int, float], dict[int, float]]:
        matched: dict[tuple[int, int], float] = {}
        for unit, says in telling:
            if not says:
                continue
            met: dict[tuple[int, int], float] = {}
            for term, sure in unit.terms.items():
                for number in self._having.get(term, ()):
                    for place, weight in self._terms[number].postings[term]:
                        both = sure * weight
                        if both > met.get((number, place), 0.0):
                            met[number, place] = both
            for where, both in met.items():
                matched[where] = matched.get(where, 0.0) + says * both
        best: dict[int, float] = {}
        second: dict[int, float] = {}
        for where, value in matched.items():
            number = where[0]
            alike = (value / mass) ** 0.6 * min(1.0, value / self._mass(where)) ** 0.4
            if alike > best.get(number, 0.0):
                second[number] = best.get(number, 0.0)
                best[number] = alike
            elif alike > second.get(number, 0.0):
                second[number] = alike
        return best, second

    def _mass(self, where: tuple[int, int]) -> float:
        """Return how much a wording says."""
        mass = self._masses.get(where)
        if mass is None:
            number, place = where
            mass = self._masses[where] = sum(map(self._says, self._terms[number].wordings[place]))
        return mass


def _analyser(language: str, articles: Iterable[Article]) -> Analyser:
    vocabulary = {
        word for article in articles for text, _weight in spoken(article) for word in words_of(text)
    }
    groups = [(word, *others) for article in articles for word, others in article.synonyms]
    return Analyser(language, vocabulary, groups)


def _taken_over(article: Article, kept: dict[str, ArticleTerms]) -> ArticleTerms | None:
    terms = kept.get(article.key)
    return terms if terms is not None and terms.article == article else None


def _coverage(
    telling: Sequence[tuple[Unit, float]], terms: dict[str, float], mass: float, *, literally: bool = False
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
