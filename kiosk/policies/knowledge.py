"""The library's articles at one version, made searchable: what a question is understood by."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from kiosk.model.article import Article
from kiosk.model.library import Library
from kiosk.policies.answer import Band, RelatedQuestion
from kiosk.policies.blocks import Block
from kiosk.policies.markdown import read_markdown
from kiosk.policies.refining import choices_of
from kiosk.policies.understanding.language_index import LanguageIndex
from kiosk.policies.understanding.languages import tell_language
from kiosk.policies.understanding.letters import is_readable
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
    """Reads articles into indexes by language; what did not change is taken over from ``before``."""

    def __init__(self, version: int, articles: Iterable[Article], before: "Knowledge | None" = None) -> None:
        self.version = version
        self._articles = {(article.key, article.language): article for article in articles if article.visible}
        self._templates: dict[tuple[str, str], tuple[Block, ...]] = {}
        self._before = before

    @property
    def articles(self) -> Iterable[Article]:
        """All articles, those that are not to be shown today too."""
        return self._articles.values()

    def prepare(self) -> None:
        """Build the indexes now, so that no question waits for them."""
        _ = self._indexes
        self._before = None

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
        if not is_readable(question) or not self._indexes:
            return Understood(language, Band.NONE)
        analysers = {known: index.analyser for known, index in self._indexes.items()}
        told = tell_language(question, language, analysers)
        index = self._indexes.get(told)
        if index is None:
            return Understood(told, Band.NONE)

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
        index = self._indexes.get(language)
        return index is not None and index.analyser.familiarity(word) > 0

    def named_in(self, question: str, language: str, article: Article, library: Library) -> dict[str, str]:
        """Return what the question itself says of the article's chips: "how long may I keep a film?"."""
        found = {}
        analyser = self._indexes[language].analyser
        asked = [unit for unit in analyser.units(question, correct=True) if unit.weight == 1.0]
        for key in article.refine:
            named = []
            for code, name in choices_of(library, key):
                words = analyser.units(name.in_language(language, library.languages))
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

    @cached_property
    def _indexes(self) -> dict[str, LanguageIndex]:
        languages = sorted({language for _key, language in self._articles})
        return {language: self._index(language) for language in languages}

    def _index(self, language: str) -> LanguageIndex:
        articles = [article for article in self._articles.values() if article.language == language]
        before = self._before._indexes.get(language) if self._before is not None else None
        if before is not None and before.articles == tuple(articles):
            return before
        return LanguageIndex(language, articles, before)


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
