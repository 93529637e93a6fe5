"""Changes articles one by one: drafts, publishing, earlier versions; every change is audited."""

from datetime import datetime
from pathlib import Path

from kiosk.model.article import Article
from kiosk.model.errors import ArticleInvalid
from kiosk.model.problem import Problem
from kiosk.policies.article_changes import note_change
from kiosk.policies.folders import read_file
from kiosk.storage import ArticleVersion, Database


class Editing:
    """Writes articles; what patrons see changes with ``publish`` and ``restore`` alone."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def draft(self, file: Path, *, by: str, at: datetime) -> Article:
        """Keep a file ``<language>/<key>.md`` as what its article is to become; raises ArticleInvalid."""
        article = read_file(file)
        with self._database.act() as work:
            saved = work.articles.save_draft(article, by=by, at=at)
            note_change(work, "article_drafted", saved, by, at)
            work.commit()
        return saved

    def publish(self, key: str, language: str | None = None, *, by: str, at: datetime) -> tuple[Article, ...]:
        """Show the drafts of an article, of one language or all; raises ArticleInvalid where none is."""
        with self._database.act() as work:
            drafts = [
                one.article
                for one in work.articles.drafts()
                if one.article.key == key and language in (None, one.article.language)
            ]
            if not drafts:
                raise _wrong(key, language, "no_draft")
            for draft in drafts:
                if not draft.body.strip():
                    raise _wrong(key, draft.language, "no_body")
                work.articles.publish(key, draft.language)
                note_change(work, "article_published", draft, by, at)
            work.commit()
        return tuple(sorted(drafts, key=lambda draft: draft.language))

    def history(self, key: str, language: str) -> tuple[ArticleVersion, ...]:
        """Return every version of an article, the latest first; raises ArticleInvalid where there is none."""
        with self._database.read() as view:
            versions = view.articles.history(key, language)
        if not versions:
            raise _wrong(key, language, "no_such_article")
        return versions

    def restore(self, key: str, language: str, version: int, *, by: str, at: datetime) -> Article:
        """Make an article read as in one of its versions; raises ArticleInvalid where there is none such."""
        with self._database.act() as work:
            found = {one.article.version: one.article for one in work.articles.history(key, language)}
            if version not in found:
                raise _wrong(key, language, "no_such_version", version=version)
            if not found[version].body.strip():
                raise _wrong(key, language, "no_body")
            restored = work.articles.restore(key, language, version, by=by, at=at)
            assert restored is not None
            note_change(work, "article_restored", restored, by, at, {"from": version})
            work.commit()
        return restored


def _wrong(key: str, language: str | None, complaint: str, **values: object) -> ArticleInvalid:
    name = key if language is None else f"{language}/{key}"
    return ArticleInvalid(file=name, problem=Problem.of(f"article.{complaint}", **values))
