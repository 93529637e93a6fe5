"""What an article is understood by: the terms of its wordings and of its text, and how they stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.model.article import Article
from kiosk.policies.blocks import plain_block
from kiosk.policies.markdown import read_markdown
from kiosk.policies.placeholders import without
from kiosk.policies.understanding.analysis import Analyser, Changes
from kiosk.policies.understanding.letters import fold, words_of
from kiosk.policies.understanding.units import Unit

_KEYWORD_WEIGHT, _TEXT_WEIGHT = 0.9, 0.6


@dataclass(frozen=True, slots=True)
class ArticleTerms:
    """An article analysed.

    ``wordings`` are the units of each of its wordings. ``asked`` holds the terms of all of them with
    their weight, ``written`` these and those of its text. ``postings`` tells for each term in which
    wordings it stands, with how surely. ``words`` are all words, folded. ``asked_text`` and
    ``written_text`` are the terms as they follow each other.
    """

    article: Article
    wordings: tuple[tuple[Unit, ...], ...]
    asked: dict[str, float]
    written: dict[str, float]
    postings: dict[str, list[tuple[int, float]]]
    words: frozenset[str]
    asked_text: str
    written_text: str

    def touched_by(self, changes: Changes, words: Iterable[str]) -> bool:
        """Return whether it may be understood otherwise; ``words`` are those taken apart otherwise."""
        return not (
            self.words.isdisjoint(words)
            and self.words.isdisjoint(changes.words)
            and self.written.keys().isdisjoint(changes.terms)
        )


def spoken(article: Article) -> tuple[tuple[str, float], ...]:
    """Return an article's wordings, each with its weight."""
    asked = [(text, 1.0) for text in (article.title, *article.questions)]
    return (*asked, *((text, _KEYWORD_WEIGHT) for text in article.keywords))


def analysed(article: Article, analyser: Analyser) -> ArticleTerms:
    """Analyse an article."""
    told = spoken(article)
    wordings = [(tuple(analyser.units(text)), weight) for text, weight in told]
    lines = sentences(article.body)
    text = [unit for line in lines for unit in analyser.units(line)]
    asked: dict[str, float] = {}
    for units, weight in wordings:
        _gather(asked, units, weight)
    written: dict[str, float] = {}
    _gather(written, text, _TEXT_WEIGHT)
    for term, weight in asked.items():
        written[term] = max(weight, written.get(term, 0.0))
    texts = (*(one for one, _weight in told), *lines)
    return ArticleTerms(
        article,
        tuple(units for units, _weight in wordings),
        asked,
        written,
        _postings(wordings),
        frozenset(fold(word, analyser.language) for one in texts for word in words_of(one)),
        " ".join(_spelt(unit for units, _weight in wordings for unit in units)),
        " ".join(_spelt(text)),
    )


def sentences(body: str) -> list[str]:
    """Return the sentences of an article's text, its placeholders left out."""
    lines = (plain_block(block) for block in read_markdown(without(body)))
    return [sentence for line in lines for sentence in line.split(". ")]


def _postings(wordings: Iterable[tuple[Sequence[Unit], float]]) -> dict[str, list[tuple[int, float]]]:
    postings: dict[str, list[tuple[int, float]]] = {}
    for place, (units, weight) in enumerate(wordings):
        seen: dict[str, float] = {}
        for unit in units:
            if unit.weight:
                for term, sure in unit.terms.items():
                    seen[term] = max(seen.get(term, 0.0), sure)
        for term, sure in seen.items():
            postings.setdefault(term, []).append((place, sure * weight))
    return postings


def _gather(into: dict[str, float], units: Iterable[Unit], weight: float) -> None:
    for unit in units:
        if unit.weight:
            for term, sure in unit.terms.items():
                into[term] = max(into.get(term, 0.0), sure * weight)


def _spelt(units: Iterable[Unit]) -> Iterable[str]:
    return (term for unit in units if unit.weight for term in unit.terms)
