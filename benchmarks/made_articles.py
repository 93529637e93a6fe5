"""Articles in any number, made from a library's own by exchanging words, so that they stay alike in kind."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kiosk.model.article import Article

_WORD = re.compile(r"[^\W\d_]{4,}")
_KEPT = re.compile(r"\{\{.*?\}\}|\]\(.*?\)")
# A text of its own has some words of everybody's and some of its own matter.
_OWN = 0.4


def made_articles(samples: Sequence[Article], keys: int, seed: int = 7) -> Iterator[Article]:
    """Yield the samples, and then others of new keys until there are so many keys in each language.

    Each of the others is a sample in which four of ten different words became words that are made of
    two halves of words of its language: as with real texts, every new one brings some new words.
    """
    by_language: dict[str, list[Article]] = {}
    for article in samples:
        by_language.setdefault(article.language, []).append(article)
    for language, articles in sorted(by_language.items()):
        chance = random.Random(f"{seed} {language}")
        words = sorted({word for article in articles for word in _WORD.findall(article.body)})
        yield from articles
        for number in range(len(articles), keys):
            yield _another(articles[number % len(articles)], number, words, chance)


def _another(article: Article, number: int, words: Sequence[str], chance: random.Random) -> Article:
    became: dict[str, str] = {}

    def changed(text: str) -> str:
        parts, last = [], 0
        for kept in _KEPT.finditer(text):
            parts += [_WORD.sub(_exchange, text[last : kept.start()]), kept[0]]
            last = kept.end()
        return "".join([*parts, _WORD.sub(_exchange, text[last:])])

    def _exchange(found: re.Match[str]) -> str:
        word = found[0]
        if word not in became:
            became[word] = _made(words, chance) if chance.random() < _OWN else word
        return became[word]

    return replace(
        article,
        key=f"{article.key}-{number}",
        title=changed(article.title),
        body=changed(article.body),
        questions=tuple(changed(one) for one in article.questions),
        keywords=tuple(changed(one) for one in article.keywords),
        synonyms=(),
        related=(),
    )


def _made(words: Sequence[str], chance: random.Random) -> str:
    first, second = chance.choice(words), chance.choice(words)
    return first[: max(2, len(first) // 2)] + second[len(second) // 2 :]
