"""Articles in every language, each change a new version; one is live, and one may be a draft."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select

from kiosk.model.article import Article
from kiosk.storage.link import Link
from kiosk.storage.numbers import count_up, counter
from kiosk.storage.tables import articles

_VERSION = "articles_version"

ArticleId = tuple[str, str]
"""An article's key and its language."""
LiveVersion = tuple[int, datetime]
"""The number of the version that is live, and when it was written."""


class ArticleState(StrEnum):
    """What a version of an article is: shown to patrons, being written, or what it once was."""

    LIVE = "live"
    DRAFT = "draft"
    FORMER = "former"


@dataclass(frozen=True, slots=True)
class ArticleVersion:
    """An article as it read in one version, who wrote it and when."""

    article: Article
    state: ArticleState
    written_by: str
    written_at: datetime


class Articles:
    """The library's policy texts; ``version`` tells when an index over them is stale."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def version(self) -> int:
        """Return a number that every change of what is live moves on."""
        return counter(self._link, _VERSION)

    def all(self, language: str | None = None) -> tuple[Article, ...]:
        """Return all live articles, or those of a language, by key and language."""
        conditions = [articles.c.state == ArticleState.LIVE]
        if language is not None:
            conditions.append(articles.c.language == language)
        query = select(articles).where(*conditions)
        rows = self._link.all(query.order_by(articles.c.article_key, articles.c.language))
        return tuple(_article_of(row) for row in rows)

    def live_versions(self) -> dict[ArticleId, LiveVersion]:
        """Return which version of each article is live: of the same version, its words are the same."""
        what = articles.c.article_key, articles.c.language, articles.c.version, articles.c.written_at
        rows = self._link.all(select(*what).where(articles.c.state == ArticleState.LIVE))
        return {(row.article_key, row.language): (row.version, row.written_at) for row in rows}

    def get(self, key: str, language: str) -> Article | None:
        """Return an article as it reads now."""
        return self._current(key, language, ArticleState.LIVE)

    def draft(self, key: str, language: str) -> Article | None:
        """Return what an article is to become."""
        return self._current(key, language, ArticleState.DRAFT)

    def drafts(self) -> tuple[ArticleVersion, ...]:
        """Return every draft, the latest first."""
        query = select(articles).where(articles.c.state == ArticleState.DRAFT)
        rows = self._link.all(query.order_by(articles.c.written_at.desc(), articles.c.id.desc()))
        return tuple(_version_of(row) for row in rows)

    def history(self, key: str, language: str) -> tuple[ArticleVersion, ...]:
        """Return every version of an article, the latest first; also of one that is there no longer."""
        query = select(articles).where(*_is(key, language)).order_by(articles.c.version.desc())
        return tuple(_version_of(row) for row in self._link.all(query))

    def save(self, article: Article, *, by: str, at: datetime) -> Article:
        """Write an article and make it live; its version moves on unless nothing changed.

        A draft of it stays, and is still a draft.
        """
        before = self.get(article.key, article.language)
        if before is not None and replace(article, version=before.version) == before:
            return before
        saved = self._numbered(article)
        self._set_state(article.key, article.language, ArticleState.LIVE, ArticleState.FORMER)
        self._write(saved, ArticleState.LIVE, by, at)
        count_up(self._link, _VERSION)
        return saved

    def save_draft(self, article: Article, *, by: str, at: datetime) -> Article:
        """Write what an article is to become, in place of an earlier draft; patrons see nothing of it."""
        self.discard_draft(article.key, article.language)
        saved = self._numbered(article)
        self._write(saved, ArticleState.DRAFT, by, at)
        return saved

    def publish(self, key: str, language: str) -> Article | None:
        """Make the draft of an article live; return it, None where there is none."""
        draft = self.draft(key, language)
        if draft is None:
            return None
        self._set_state(key, language, ArticleState.LIVE, ArticleState.FORMER)
        self._set_state(key, language, ArticleState.DRAFT, ArticleState.LIVE)
        count_up(self._link, _VERSION)
        return draft

    def discard_draft(self, key: str, language: str) -> bool:
        """Forget the draft of an article; return whether there was one."""
        gone = articles.delete().where(*_is(key, language), articles.c.state == ArticleState.DRAFT)
        return bool(self._link.write(gone).rowcount)

    def restore(self, key: str, language: str, version: int, *, by: str, at: datetime) -> Article | None:
        """Make an article read again as in one of its versions, as a new one; None: no such version."""
        row = self._link.first(select(articles).where(*_is(key, language), articles.c.version == version))
        return None if row is None else self.save(_article_of(row), by=by, at=at)

    def replace(self, wanted: Iterable[Article], *, by: str, at: datetime) -> bool:
        """Make the live articles equal to these; return whether anything changed."""
        before = self.version()
        kept = set()
        for article in wanted:
            self.save(article, by=by, at=at)
            kept.add((article.key, article.language))
        for article in self.all():
            if (article.key, article.language) not in kept:
                self.retire(article.key, article.language)
        return self.version() != before

    def retire(self, key: str, language: str | None = None) -> int:
        """Take an article away, in one language or all, and keep its versions; return how many."""
        gone = self._set_state(key, language, ArticleState.LIVE, ArticleState.FORMER)
        if gone:
            count_up(self._link, _VERSION)
        return gone

    def _current(self, key: str, language: str, state: ArticleState) -> Article | None:
        row = self._link.first(select(articles).where(*_is(key, language), articles.c.state == state))
        return None if row is None else _article_of(row)

    def _numbered(self, article: Article) -> Article:
        query = select(func.max(articles.c.version)).where(*_is(article.key, article.language))
        return replace(article, version=int(self._link.scalar(query) or 0) + 1)

    def _write(self, article: Article, state: ArticleState, by: str, at: datetime) -> None:
        values = {"state": state.value, "written_by": by, "written_at": at, **_values(article)}
        self._link.write(articles.insert().values(values))

    def _set_state(self, key: str, language: str | None, before: ArticleState, after: ArticleState) -> int:
        conditions = [articles.c.article_key == key, articles.c.state == before]
        if language is not None:
            conditions.append(articles.c.language == language)
        return self._link.write(articles.update().where(*conditions).values(state=after.value)).rowcount


def _is(key: str, language: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return articles.c.article_key == key, articles.c.language == language


def _values(article: Article) -> dict[str, Any]:
    return {
        "article_key": article.key,
        "language": article.language,
        "version": article.version,
        "topic": article.topic,
        "visible": article.visible,
        "review": article.review,
        "valid_from": article.valid_from,
        "valid_until": article.valid_until,
        "title": article.title,
        "body": article.body,
        "questions": list(article.questions),
        "keywords": list(article.keywords),
        "synonyms": [[word, list(others)] for word, others in article.synonyms],
        "figure": article.figure,
        "refine": list(article.refine),
        "related": list(article.related),
    }


def _version_of(row: Row[Any]) -> ArticleVersion:
    return ArticleVersion(_article_of(row), ArticleState(row.state), row.written_by, row.written_at)


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
