"""The words of an article, read and folded once for all that is made of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from kiosk.model.article import Article
from kiosk.policies.blocks import plain_block
from kiosk.policies.markdown import read_markdown
from kiosk.policies.placeholders import without
from kiosk.policies.understanding.letters import Folds, Words

_KEYWORD_WEIGHT = 0.9


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """An article's folded words, in order: of each of its wordings, and of each sentence of its text.

    ``weights`` tell how much each wording weighs; ``all`` are all its words.
    """

    article: Article
    wordings: tuple[Words, ...]
    weights: tuple[float, ...]
    sentences: tuple[Words, ...]
    all: frozenset[str]


def words_in(article: Article, folds: Folds) -> ArticleWords:
    """Read an article; ``folds`` are those of its language."""
    asked = (article.title, *article.questions)
    wordings = tuple(map(folds.words, (*asked, *article.keywords)))
    text = tuple(map(folds.words, _sentences(article.body)))
    return ArticleWords(
        article,
        wordings,
        (1.0,) * len(asked) + (_KEYWORD_WEIGHT,) * len(article.keywords),
        text,
        frozenset(chain(*wordings, *text)),
    )


def vocabulary(read: Iterable[ArticleWords]) -> set[str]:
    """Return all words of the wordings."""
    return {word for one in read for wording in one.wordings for word in wording}


def _sentences(body: str) -> list[str]:
    """Return the sentences of an article's text, its placeholders left out."""
    lines = (plain_block(block) for block in read_markdown(without(body)))
    return [sentence for line in lines for sentence in line.split(". ")]
