"""Articles in every language, each change a new version."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, select

from kiosk.model.article import Article
from kiosk.storage.link import Link
from kiosk.storage.numbers import count_up, counter
from kiosk.storage.tables import article_texts, articles

_VERSION = "articles_version"


@dataclass(frozen=True, slots=True)
class ArticleVersion:
    """An article as it read in one version, who wrote it and when."""

    article: Article
    written_by: str
    written_at: datetime


class Articles:
    """The library's policy texts; ``version`` tells when an index over them is stale."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def version(self) -> int:
        """Return a number that every change of any article moves on."""
        return counter(self._link, _VERSION)

    def all(self, language: str | None = None) -> tuple[Article, ...]:
        """Return all articles, or those of a language, by key and language."""
        query = _select_current()
        if language is not None:
            query = query.where(articles.c.language == language)
        rows = self._link.all(query.order_by(articles.c.article_key, articles.c.language))
        return tuple(_article_of(row) for row in rows)

    def get(self, key: str, language: str) -> Article | None:
        """Return an article as it reads now."""
        row = self._link.first(_select_current().where(*_is(key, language)))
        return None if row is None else _article_of(row)

    def history(self, key: str, language: str) -> tuple[ArticleVersion, ...]:
        """Return every version of an article, the latest first."""
        rows = self._link.all(
            _select_texts().where(*_is(key, language)).order_by(article_texts.c.version.desc())
        )
        return tuple(ArticleVersion(_article_of(row), row.written_by, row.written_at) for row in rows)

    def save(self, article: Article, *, by: str, at: datetime) -> Article:
        """Write an article; its version moves on unless nothing changed."""
        before = self.get(article.key, article.language)
        if before is not None and replace(article, version=before.version) == before:
            return before
        saved = replace(article, version=before.version + 1 if before else 1)
        head = _head(saved)
        statement = self._link.insert(articles).values(head)
        row = self._link.written(
            statement.on_conflict_do_update(index_elements=["article_key", "language"], set_=head).returning(
                articles.c.id
            )
        )
        assert row is not None
        text = {"article_id": row.id, "written_by": by, "written_at": at, **_text(saved)}
        self._link.write(article_texts.insert().values(text))
        count_up(self._link, _VERSION)
        return saved

    def replace(self, wanted: Iterable[Article], *, by: str, at: datetime) -> bool:
        """Make the articles equal to these; return whether anything changed."""
        before = self.version()
        kept = set()
        for article in wanted:
            self.save(article, by=by, at=at)
            kept.add((article.key, article.language))
        for article in self.all():
            if (article.key, article.language) not in kept:
                self.delete(article.key, article.language)
        return self.version() != before

    def delete(self, key: str, language: str | None = None) -> int:
        """Delete an article with its history, in one language or all; return how many."""
        statement = articles.delete().where(articles.c.article_key == key)
        if language is not None:
            statement = statement.where(articles.c.language == language)
        gone = self._link.write(statement).rowcount
        if gone:
            count_up(self._link, _VERSION)
        return gone


def _is(key: str, language: str) -> tuple[Any, Any]:
    return articles.c.article_key == key, articles.c.language == language


def _select_texts() -> Select[Any]:
    shown = [column for column in articles.c if column.name != "version"]
    return select(*shown, *article_texts.c).join(article_texts, article_texts.c.article_id == articles.c.id)


def _select_current() -> Select[Any]:
    return _select_texts().where(article_texts.c.version == articles.c.version)


def _head(article: Article) -> dict[str, Any]:
    return {
        "article_key": article.key,
        "language": article.language,
        "topic": article.topic,
        "visible": article.visible,
        "review": article.review,
        "valid_from": article.valid_from,
        "valid_until": article.valid_until,
        "version": article.version,
    }


def _text(article: Article) -> dict[str, Any]:
    return {
        "version": article.version,
        "title": article.title,
        "body": article.body,
        "questions": list(article.questions),
        "keywords": list(article.keywords),
        "synonyms": [[word, list(others)] for word, others in article.synonyms],
        "figure": article.figure,
        "refine": list(article.refine),
        "related": list(article.related),
    }


def _article_of(row: Row[Any]) -> Article:
    return Article(
        key=row.article_key,
        language=row.language,
        topic=row.topic,
        title=row.title,
        body=row.body,
        questions=tuple(row.questions),
        keywords=tuple(row.keywords),
        synonyms=tuple((word, tuple(others)) for word, others in row.synonyms),
        figure=row.figure,
        refine=tuple(row.refine),
        related=tuple(row.related),
        review=row.review,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        visible=row.visible,
        version=row.version,
    )
