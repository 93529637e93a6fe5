"""The library's articles at one version, made searchable: what a question is understood by."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from threading import Lock

from kiosk.model.article import Article
from kiosk.model.library import Library
from kiosk.policies.answer import Band, RelatedQuestion
from kiosk.policies.blocks import Block
from kiosk.policies.giving_way import GiveWay, go_on
from kiosk.policies.markdown import read_markdown
from kiosk.policies.refining import choices_of
from kiosk.policies.understanding.language_index import LanguageIndex
from kiosk.policies.understanding.language_words import LanguageWords
from kiosk.policies.understanding.languages import tell_language
from kiosk.policies.understanding.letters import folded_words, is_readable
from kiosk.policies.understanding.ranking import Ranked, Ranking, rank
from kiosk.policies.understanding.searches import search_meant
from kiosk.policies.understanding.speech import speech_of
from kiosk.policies.understanding.units import Unit

_NAMED = 0.6  # a chip's name and the question's word must mean the same at least so surely


@dataclass(frozen=True, slots=True)
class Understood:
    """What a question means: its language, the articles likeliest meant, the words of a search."""

    language: str
    band: Band
    found: tuple[Ranked, ...] = ()
    search: str | None = None


class Knowledge:
    """Reads articles into indexes by language; what did not change is taken over from ``before``.

    ``articles`` are all of them by key and language, those too that nobody is to be shown. The first
    question in a language waits for its index, unless that is prepared.
    """

    def __init__(
        self,
        version: int,
        articles: Iterable[Article],
        before: "Knowledge | None" = None,
        give_way: GiveWay = go_on,
    ) -> None:
        self.version = version
        self.articles = {(article.key, article.language): article for article in articles}
        self._articles = {one: article for one, article in self.articles.items() if article.visible}
        self._names: dict[tuple[str, str], list[Unit]] = {}
        self._templates: dict[tuple[str, str], tuple[Block, ...]] = {}
        self._words: dict[str, LanguageWords] = self._read(
            before._words if before is not None else {}, give_way
        )
        self._indexes: dict[str, LanguageIndex] = {}
        self._earlier = dict(before._indexes) if before is not None else {}
        self._building = Lock()

    @property
    def languages(self) -> frozenset[str]:
        """The languages that there are articles in."""
        return frozenset(self._words)

    @property
    def prepared(self) -> frozenset[str]:
        """The languages whose index is built."""
        return frozenset(self._indexes)

    def prepare(self, languages: Iterable[str], give_way: GiveWay = go_on) -> None:
        """Build the indexes of languages now, so that no question waits for them."""
        for language in sorted(self.languages.intersection(languages)):
            self._index(language, give_way)

    def article(self, key: str, language: str, today: date) -> Article | None:
        """Return an article that is to be shown that day."""
        found = self._articles.get((key, language))
        return found if found is not None and _is_valid(found, today) else None

    def in_any_language(self, key: str, languages: Iterable[str], today: date) -> Article | None:
        """Return the article in the first of the languages that has it."""
        found = (self.article(key, language, today) for language in languages)
        return next((article for article in found if article is not None), None)

    def shown(self, language: str, today: date) -> tuple[Article, ...]:
        """Return all articles of a language that are to be shown that day."""
        return tuple(
            article
            for article in self._articles.values()
            if article.language == language and _is_valid(article, today)
        )

    def related(self, article: Article, today: date) -> tuple[RelatedQuestion, ...]:
        """Return the related articles in the article's language."""
        found = (self.article(key, article.language, today) for key in article.related)
        return tuple(RelatedQuestion(other.key, other.title) for other in found if other is not None)

    def template(self, article: Article) -> tuple[Block, ...]:
        """Return the article's Markdown as blocks, read once."""
        key = article.key, article.language
        if key not in self._templates:
            self._templates[key] = read_markdown(article.body)
        return self._templates[key]

    def understand(self, question: str, language: str, today: date) -> Understood:
        """Return what the question means; nonsense and what cannot be read mean nothing."""
        if not is_readable(question) or not self._words:
            return Understood(language, Band.NONE)
        analysers = {known: words.analyser for known, words in self._words.items()}
        told = tell_language(question, language, analysers)
        if told not in self._words:
            return Understood(told, Band.NONE)
        index = self._index(told)

        def shown(key: str) -> bool:
            return self.article(key, told, today) is not None

        ranking = rank(index, question, shown)
        meant = search_meant(question, index.analyser)
        if meant is not None and ranking.band is Band.ANSWER:
            # Half of its words at least are names and the like: no article says what they are about.
            ranking = replace(ranking, band=Band.CHOOSE)
        elif meant is not None and meant.plainly:
            ranking = _of_search(index, ranking, shown)
        return Understood(told, ranking.band, ranking.found, meant.words if meant else None)

    def is_familiar(self, word: str, language: str) -> bool:
        """Return whether a folded word is one of the language, as its articles and speech have it."""
        words = self._words.get(language)
        return words is not None and words.analyser.familiarity(word) > 0

    def named_in(self, question: str, language: str, article: Article, library: Library) -> dict[str, str]:
        """Return what the question itself says of the article's chips: "how long may I keep a film?"."""
        found = {}
        analyser = self._words[language].analyser
        typed = analyser.typed(folded_words(question, language)) if article.refine else ()
        asked = [unit for unit in typed if unit.weight == 1.0]
        for key in article.refine:
            named = []
            for code, name in choices_of(library, key):
                words = self._named(name.in_language(language, library.languages), language)
                likeness = max(
                    (_likeness(unit, word) for unit in asked for word in words if word.weight == 1.0),
                    default=(0.0, 0.0),
                )
                if likeness[0] >= _NAMED:
                    named.append((likeness, code))
            named.sort(reverse=True)
            if len(named) == 1 or (named and named[0][0] > named[1][0]):
                found[key] = named[0][1]
        return found

    def _named(self, name: str, language: str) -> list[Unit]:
        """Return the units of a chip's name, read once."""
        if (name, language) not in self._names:
            analyser = self._words[language].analyser
            self._names[name, language] = analyser.units(folded_words(name, language))
        return self._names[name, language]

    def _read(self, before: Mapping[str, LanguageWords], give_way: GiveWay) -> dict[str, LanguageWords]:
        by_language: dict[str, list[Article]] = {}
        for article in self._articles.values():
            by_language.setdefault(article.language, []).append(article)
        return {
            language: before[language]
            if language in before and before[language].articles == tuple(articles)
            else LanguageWords(language, articles, before.get(language), give_way)
            for language, articles in sorted(by_language.items())
        }

    def _index(self, language: str, give_way: GiveWay = go_on) -> LanguageIndex:
        """Return the index of a language that has articles, built when it is first asked for."""
        index = self._indexes.get(language)
        if index is not None:
            return index
        with self._building:
            if language not in self._indexes:
                words, earlier = self._words[language], self._earlier.pop(language, None)
                known = earlier if earlier is not None and earlier.words is words else None
                self._indexes[language] = known or LanguageIndex(words, earlier, give_way=give_way)
            return self._indexes[language]


def _likeness(asked: Unit, named: Unit) -> tuple[float, float]:
    """Return how surely both are one word, then how little else either may mean: a book is no e-book."""
    surest = max((sure * named.terms.get(term, 0.0) for term, sure in asked.terms.items()), default=0.0)
    terms = asked.terms.keys() | named.terms.keys()
    pairs = [(asked.terms.get(term, 0.0), named.terms.get(term, 0.0)) for term in terms]
    either = sum(max(pair) for pair in pairs)
    return surest, sum(min(pair) for pair in pairs) / either if either else 0.0


def _of_search(index: LanguageIndex, ranking: Ranking, shown: Callable[[str], bool]) -> Ranking:
    """Offer what the library says of searching before what else the question may have meant."""
    means = rank(index, speech_of(index.language).search_means, shown)
    keys = dict.fromkeys([one.key for one in means.found[:1]] + [one.key for one in ranking.found])
    scores = {one.key: one.score for one in (*means.found, *ranking.found)}
    found = tuple(Ranked(key, scores[key]) for key in keys)[:3]
    return Ranking(Band.CHOOSE if found else Band.NONE, found)


def _is_valid(article: Article, today: date) -> bool:
    return (article.valid_from is None or article.valid_from <= today) and (
        article.valid_until is None or article.valid_until >= today
    )
