"""Opens articles in all languages and keeps what was written, as drafts or for patrons to read at once."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from kiosk.decisions import Decider
from kiosk.model.article import Article
from kiosk.model.errors import ArticleExists, ArticleInvalid
from kiosk.model.problem import Problem
from kiosk.model.staff_errors import ArticleChangedMeanwhile
from kiosk.policies.article_changes import note_change
from kiosk.staff.answers.pages import (
    OpenArticle,
    OpenPage,
    Seen,
    changed_fields,
    checked_page,
    same_words,
)
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Act, ArticleState, ArticleVersion, Database, View


class ArticleEditing:
    """Keeps pages; what a colleague wrote meanwhile is never overwritten unseen.

    All that changes something raises ArticleChangedMeanwhile where a page is not as it was seen.
    """

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    @needs(Right.POLICIES_SEE)
    def open(self, by: SignedIn, key: str) -> OpenArticle:
        """Return an article with a page for every language; one that is not there is all empty."""
        with self._database.read() as view:
            languages = self._decider.libraries.current(view).languages
            return OpenArticle(key, tuple(_page(view, key, language) for language in languages))

    @needs(Right.POLICIES_SEE)
    def history(self, by: SignedIn, key: str, language: str) -> tuple[ArticleVersion, ...]:
        """Return every version of a page, the latest first."""
        with self._database.read() as view:
            return view.articles.history(key, language)

    @needs(Right.POLICIES_EDIT)
    def begin(
        self,
        by: SignedIn,
        key: str,
        language: str,
        topic: str,
        title: str,
        *,
        body: str = "",
        wordings: Sequence[str] = (),
        at: datetime,
    ) -> Article:
        """Begin an article as a draft; raises ArticleExists, ArticleInvalid."""
        begun = Article(key, language, topic, title, body, questions=tuple(dict.fromkeys(wordings)))
        page = checked_page(begun, draft=True)
        with self._database.act() as work:
            languages = self._decider.libraries.current(work).languages
            _lock(work, key, at)
            if any(_page(work, key, one).newest for one in languages):
                raise ArticleExists(article=key, language=language)
            saved = work.articles.save_draft(page, by=by.account, at=at)
            _note(work, "article_begun", None, saved, by, at)
            work.commit()
        return saved

    @needs(Right.POLICIES_EDIT)
    def save(
        self,
        by: SignedIn,
        pages: Iterable[Article],
        seen: Mapping[str, Seen],
        *,
        publish: bool,
        at: datetime,
    ) -> tuple[str, ...]:
        """Keep pages of one article, as drafts or for patrons; return the languages in which that changed.

        Raises ArticleInvalid; nothing is changed then.
        """
        wanted = [checked_page(page, draft=not publish) for page in pages]
        with self._database.act() as work:
            for page in wanted:
                _lock(work, page.key, at)
                _refuse_unseen(work, page.key, page.language, seen.get(page.language, Seen()))
            keep = _publish if publish else _draft
            changed = tuple(page.language for page in wanted if keep(work, page, by, at))
            work.commit()
        return changed

    @needs(Right.POLICIES_EDIT)
    def restore(
        self, by: SignedIn, key: str, language: str, version: int, *, seen: Seen, at: datetime
    ) -> Article:
        """Make a page read again as in one of its versions, as a new one; a draft of it stays.

        Raises ArticleInvalid where there is no such version, or no text in it.
        """
        with self._database.act() as work:
            _lock(work, key, at)
            _refuse_unseen(work, key, language, seen)
            versions = {one.article.version: one for one in work.articles.history(key, language)}
            if version not in versions:
                problem = Problem.of("article.no_such_version", version=version)
                raise ArticleInvalid(file=f"{language}/{key}", problem=problem)
            wanted = checked_page(versions[version].article, draft=False)
            live = work.articles.get(key, language)
            restored = work.articles.save(wanted, by=by.account, at=at)
            if not same_words(live, wanted):
                _note(work, "article_restored", live, restored, by, at, {"from": version})
            work.commit()
        return restored

    @needs(Right.POLICIES_EDIT)
    def discard(self, by: SignedIn, key: str, language: str, *, seen: Seen, at: datetime) -> bool:
        """Forget the draft of a page; return whether there was one."""
        with self._database.act() as work:
            _lock(work, key, at)
            _refuse_unseen(work, key, language, seen)
            gone = _forget_draft(work, key, language, by, at)
            work.commit()
        return gone

    @needs(Right.POLICIES_EDIT)
    def retire(
        self, by: SignedIn, key: str, seen: Mapping[str, Seen], *, at: datetime
    ) -> tuple[Article, ...]:
        """Take an article away from patrons in these languages; its versions stay, and can be restored."""
        with self._database.act() as work:
            _lock(work, key, at)
            retired = []
            for language, known in seen.items():
                _refuse_unseen(work, key, language, known)
                live = work.articles.get(key, language)
                _forget_draft(work, key, language, by, at)
                if live is not None and work.articles.retire(key, language):
                    _note(work, "article_retired", live, None, by, at)
                    retired.append(live)
            work.commit()
        return tuple(retired)


def _page(view: View, key: str, language: str) -> OpenPage:
    current = {one.state: one for one in view.articles.history(key, language)}
    return OpenPage(language, current.get(ArticleState.LIVE), current.get(ArticleState.DRAFT))


def _lock(work: Act, key: str, at: datetime) -> None:
    work.attempts.lock([f"article:{key}"], at)


def _refuse_unseen(work: Act, key: str, language: str, seen: Seen) -> None:
    there = _page(work, key, language)
    if there.seen != seen:
        who = there.newest.written_by if there.newest else ""
        raise ArticleChangedMeanwhile(article=key, language=language, by=who)


def _publish(work: Act, page: Article, by: SignedIn, at: datetime) -> bool:
    live, draft = (read(page.key, page.language) for read in (work.articles.get, work.articles.draft))
    if same_words(page, live):
        return _forget_draft(work, page.key, page.language, by, at)
    if same_words(page, draft):
        shown = work.articles.publish(page.key, page.language)
        assert shown is not None
    else:
        work.articles.discard_draft(page.key, page.language)
        shown = work.articles.save(page, by=by.account, at=at)
    _note(work, "article_published", live, shown, by, at)
    return True


def _draft(work: Act, page: Article, by: SignedIn, at: datetime) -> bool:
    live, draft = (read(page.key, page.language) for read in (work.articles.get, work.articles.draft))
    if same_words(page, draft or live):
        return False
    if same_words(page, live):
        return _forget_draft(work, page.key, page.language, by, at)
    saved = work.articles.save_draft(page, by=by.account, at=at)
    _note(work, "article_drafted", draft or live, saved, by, at)
    return True


def _forget_draft(work: Act, key: str, language: str, by: SignedIn, at: datetime) -> bool:
    draft = work.articles.draft(key, language)
    if draft is not None:
        work.articles.discard_draft(key, language)
        _note(work, "article_draft_discarded", draft, None, by, at)
    return draft is not None


def _note(
    work: Act,
    act: str,
    before: Article | None,
    after: Article | None,
    by: SignedIn,
    at: datetime,
    more: Mapping[str, object] | None = None,
) -> None:
    """Write into the audit what was changed, each part before and after."""
    about = after or before
    assert about is not None
    if after is not None:
        parts = changed_fields(before, after)
        details: dict[str, object] = {
            "before": {name: _plain(was) for name, (was, _) in parts.items()},
            "after": {name: _plain(now) for name, (_, now) in parts.items()},
        }
    else:
        details = {"before": {"title": about.title, "body": about.body}, "after": {}}
    note_change(work, act, about, by.account, at, {**details, **(more or {})})


def _plain(value: Any) -> Any:
    """Return a value as JSON keeps it."""
    if isinstance(value, date):
        return value.isoformat()
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
