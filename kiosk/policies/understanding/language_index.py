"""The articles of one language made searchable: wordings by likeness, whole texts by Whoosh's BM25F."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from kiosk.policies.giving_way import GiveWay, go_on
from kiosk.policies.understanding.analysis import Analyser
from kiosk.policies.understanding.article_terms import ArticleTerms, analysed
from kiosk.policies.understanding.article_words import ArticleWords
from kiosk.policies.understanding.heard import AskedBefore, Heard, Sound, Sounds, asked_before_in
from kiosk.policies.understanding.language_words import LanguageWords
from kiosk.policies.understanding.letters import Words
from kiosk.policies.understanding.texts import TextIndex
from kiosk.policies.understanding.units import CONCEPT, Unit

_LOOKED_AT = 30
_WORDINGS_OF = 50  # so many articles, whose wordings cover most together, are looked at wording by wording
_HEARD = 8
_UNHEARD = 0.6  # a word that no article has says something, but may be mere colour

_Telling = Sequence[tuple[Unit, float]]


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
        words: LanguageWords,
        before: "LanguageIndex | None" = None,
        examples: AskedBefore | None = None,
        give_way: GiveWay = go_on,
    ) -> None:
        self.words = words
        self.language, self.analyser = words.language, words.analyser
        kept = before.untouched(self.analyser) if before is not None else {}
        self._terms: list[ArticleTerms] = []
        for one in words.read:
            self._terms.append(_taken_over(one, kept) or analysed(one, self.analyser))
            give_way()
        self._numbers = {one.article.key: number for number, one in enumerate(words.read)}
        self._having: dict[str, list[int]] = {}
        for number, terms in enumerate(self._terms):
            for term in terms.asked:
                self._having.setdefault(term, []).append(number)
            give_way()
        rarity = [self._rarity(having) for having in range(len(self._terms) + 1)]
        self._idf = {term: rarity[len(having)] for term, having in self._having.items()}
        self._unheard = max(self._idf.values(), default=1.0)
        self._masses: dict[tuple[int, int], float] = {}
        documents = {one.words.article.key: (one.asked_terms, one.written_terms) for one in self._terms}
        self._heard: Heard = Heard(
            examples or asked_before_in(words.language),
            words.read,
            before._heard if before is not None else None,
            give_way,
        )
        self._texts: TextIndex = TextIndex(documents, before._texts if before is not None else None, give_way)

    def untouched(self, analyser: Analyser) -> dict[str, ArticleTerms]:
        """Return the articles that another analyser understands just so, by key."""
        changes = analyser.changes_since(self.analyser, (terms.words.all for terms in self._terms))
        return {terms.words.article.key: terms for terms in self._terms if not terms.touched_by(changes)}

    def sounds(self, question: Words) -> Sounds:
        """Return how the question sounds beside each article, and beside what is answered elsewhere."""
        return self._heard.sounds(question)

    def likenesses(self, units: Sequence[Unit], sounds: Sounds) -> list[Likeness]:
        """Return how the articles that may be meant meet the question, in no order."""
        telling = [(unit, says) for unit in units if (says := self._says(unit))]
        mass = sum(says for _unit, says in telling)
        if not mass:
            return []
        covering = self._covering(telling)
        best, second = self._by_wording(
            telling, mass, nlargest(_WORDINGS_OF, covering, key=covering.__getitem__)
        )
        ranked = self._texts.ranked(
            (term, sure * unit.weight) for unit, _says in telling for term, sure in unit.terms.items()
        )
        found = {self._numbers[key]: rank for key, rank in ranked.items() if key in self._numbers}
        likely = {*nlargest(_LOOKED_AT, best, key=best.__getitem__), *found}
        likely.update(self._numbers[key] for key in sounds.likeliest(_HEARD) if key in self._numbers)
        return [
            Likeness(
                key=self._terms[number].words.article.key,
                wording=best.get(number, 0.0),
                next_wording=second.get(number, 0.0),
                covered=covering.get(number, 0.0) / mass,
                literally=_coverage(telling, self._terms[number].asked, literally=True) / mass,
                in_text=_coverage(telling, self._terms[number].written) / mass,
                ranked=found.get(number, 0.0),
                sound=sounds.of(self._terms[number].words.article.key),
            )
            for number in sorted(likely)
        ]

    def _rarity(self, having: int) -> float:
        return math.log(1 + (len(self._terms) - having + 0.5) / (having + 0.5))

    def _says(self, unit: Unit) -> float:
        """Return how much a unit says: rare words more, unheard ones as much as the rarest."""
        if not unit.weight:
            return 0.0
        idf = self._idf
        heard = [idf[term] * sure for term, sure in unit.terms.items() if term in idf]
        return unit.weight * (max(heard) if heard else _UNHEARD * self._unheard)

    def _covering(self, telling: _Telling) -> dict[int, float]:
        """Return how much of the question the wordings of each article speak about, all together."""
        covering: dict[int, float] = {}
        for unit, says in telling:
            met: dict[int, float] = {}
            for term, sure in unit.terms.items():
                for number in self._having.get(term, ()):
                    surely = sure * self._terms[number].asked[term]
                    if surely > met.get(number, 0.0):
                        met[number] = surely
            for number, surely in met.items():
                covering[number] = covering.get(number, 0.0) + says * surely
        return covering

    def _by_wording(
        self, telling: _Telling, mass: float, numbers: Iterable[int]
    ) -> tuple[dict[int, float], dict[int, float]]:
        """Return how the best and the second best wording of articles meet the question."""
        best: dict[int, float] = {}
        second: dict[int, float] = {}
        for number in numbers:
            matched = self._matched(telling, number).items()
            alike = [
                (value / mass) ** 0.6 * min(1.0, value / self._mass(number, place)) ** 0.4
                for place, value in matched
            ]
            alike.sort()
            best[number] = alike[-1]
            second[number] = alike[-2] if len(alike) > 1 else 0.0
        return best, second

    def _matched(self, telling: _Telling, number: int) -> dict[int, float]:
        """Return how much of the question each wording of an article says, by its place."""
        postings = self._terms[number].postings
        matched: dict[int, float] = {}
        for unit, says in telling:
            met: dict[int, float] = {}
            for term, sure in unit.terms.items():
                for place, weight in postings.get(term, ()):
                    surely = sure * weight
                    if surely > met.get(place, 0.0):
                        met[place] = surely
            for place, surely in met.items():
                matched[place] = matched.get(place, 0.0) + says * surely
        return matched

    def _mass(self, number: int, place: int) -> float:
        """Return how much a wording says."""
        mass = self._masses.get((number, place))
        if mass is None:
            mass = sum(map(self._says, self._terms[number].wordings[place]))
            self._masses[number, place] = mass
        return mass


def _taken_over(words: ArticleWords, kept: Mapping[str, ArticleTerms]) -> ArticleTerms | None:
    terms = kept.get(words.article.key)
    return terms if terms is not None and terms.words is words else None


def _coverage(telling: _Telling, terms: Mapping[str, float], *, literally: bool = False) -> float:
    total = 0.0
    for unit, says in telling:
        met = 0.0
        for term, sure in unit.terms.items():
            if term in terms and not (literally and term.startswith(CONCEPT)):
                met = max(met, sure * terms[term])
        total += says * met
    return total
