"""The articles of one language read into words, and what the language's words mean by them."""

from collections.abc import Sequence

from kiosk.model.article import Article
from kiosk.policies.giving_way import GiveWay, go_on
from kiosk.policies.understanding.analysis import Analyser
from kiosk.policies.understanding.article_words import ArticleWords, vocabulary, words_in
from kiosk.policies.understanding.letters import Folds


class LanguageWords:
    """Enough to tell a language by; what did not change is taken over from ``before``."""

    def __init__(
        self,
        language: str,
        articles: Sequence[Article],
        before: "LanguageWords | None" = None,
        give_way: GiveWay = go_on,
    ) -> None:
        self.language = language
        old = {one.article.key: one for one in before.read} if before is not None else {}
        folds = Folds(language)
        read = []
        for one in articles:
            same = one.key in old and old[one.key].article == one
            read.append(old[one.key] if same else words_in(one, folds))
            give_way()
        self.read: tuple[ArticleWords, ...] = tuple(read)
        groups = [(word, *others) for article in articles for word, others in article.synonyms]
        known = before.analyser if before is not None else None
        self.analyser: Analyser = Analyser(language, vocabulary(self.read), groups, known, give_way)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, in order."""
        return tuple(one.article for one in self.read)
