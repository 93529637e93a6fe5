"""All articles by topic, with how each stands in every language."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kiosk.decisions import Decider
from kiosk.model.article import Article
from kiosk.model.library import Library
from kiosk.policies.article_text import TOPICS
from kiosk.policies.checking import Finding, check_beside, check_page
from kiosk.rules.calendar import calendar_of, local_day
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import ArticleId, Database, LiveVersion


class PageState(StrEnum):
    """Patrons read it; it is kept from them, for good or by its dates; it is begun; it is not there."""

    SHOWN = "shown"
    HIDDEN = "hidden"
    NOT_NOW = "not_now"
    DRAFT = "draft"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class PageOnShelf:
    """A page: ``drafted`` where a newer text waits, ``stale`` how many complaints there are of it."""

    language: str
    state: PageState
    drafted: bool = False
    overdue: bool = False
    stale: int = 0


@dataclass(frozen=True, slots=True)
class OnShelf:
    """An article in the list, under its title in the language of whoever looks, else another."""

    key: str
    topic: str
    title: str
    pages: tuple[PageOnShelf, ...]
    review: date | None
    changed_at: datetime | None

    @property
    def asks_for_work(self) -> bool:
        """Whether something about it wants doing."""
        return any(
            page.overdue or page.stale or page.drafted or page.state is PageState.MISSING
            for page in self.pages
        )


@dataclass(frozen=True, slots=True)
class _Checked:
    version: LiveVersion
    library: Library
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Texts:
    live: Mapping[ArticleId, Article]
    drafts: Mapping[ArticleId, Article]
    written: Mapping[ArticleId, LiveVersion]
    findings: Mapping[ArticleId, Sequence[Finding]]
    today: date


class ArticleShelf:
    """Lists what is written."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider
        self._known: Mapping[ArticleId, _Checked] = {}

    @needs(Right.POLICIES_SEE)
    def all(self, by: SignedIn, language: str, *, at: datetime) -> tuple[OnShelf, ...]:
        """Return every article, live or begun, by topic and title."""
        with self._database.read() as view:
            library = self._decider.libraries.current(view)
            live = view.articles.all()
            drafts = [one.article for one in view.articles.drafts()]
            written = view.articles.live_versions()
        today = local_day(calendar_of(library, by.branch), at)
        findings = self._findings(live, written, library)
        for found in check_beside(live, today):
            findings[found.key, found.language or ""].append(found)
        texts = _Texts(_by_id(live), _by_id(drafts), written, findings, today)
        keys = {key for key, _language in (*texts.live, *texts.drafts)}
        rows = (_row(key, library.languages, language, texts) for key in keys)
        order = {topic: number for number, topic in enumerate(TOPICS)}
        return tuple(
            sorted(rows, key=lambda row: (order.get(row.topic, len(order)), row.title.casefold(), row.key))
        )

    def _findings(
        self, live: Sequence[Article], written: Mapping[ArticleId, LiveVersion], library: Library
    ) -> dict[ArticleId, list[Finding]]:
        """Return what is stale in each page by itself; looked for anew only where something changed."""
        known, now = self._known, {}
        for page in live:
            one = page.key, page.language
            before = known.get(one)
            if before is None or before.version != written[one] or before.library is not library:
                before = _Checked(written[one], library, check_page(page, library))
            now[one] = before
        self._known = now
        return defaultdict(list, {one: list(checked.findings) for one, checked in now.items()})

    @needs(Right.POLICIES_SEE)
    def all_titles(self, by: SignedIn) -> dict[str, tuple[tuple[str, str], ...]]:
        """Return key and title of every article that patrons see, by language, in order of title."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        with self._database.read() as view:
            for one in view.articles.all():
                found[one.language].append((one.key, one.title))
        return {
            language: tuple(sorted(titles, key=lambda one: one[1].casefold()))
            for language, titles in found.items()
        }

    @needs(Right.POLICIES_SEE)
    def titles(self, by: SignedIn, language: str) -> dict[str, str]:
        """Return the titles of what patrons see by key, in that language where they are written in it."""
        found: dict[str, str] = {}
        with self._database.read() as view:
            for one in view.articles.all():
                if one.language == language or one.key not in found:
                    found[one.key] = one.title
        return found


def _by_id(articles: Sequence[Article]) -> dict[ArticleId, Article]:
    return {(one.key, one.language): one for one in articles}


def _row(key: str, languages: Sequence[str], language: str, texts: _Texts) -> OnShelf:
    wanted = dict.fromkeys((language, *languages, *(one[1] for one in texts.live), *_languages(texts)))
    every = [text for one in wanted for text in _readings(texts, (key, one))]
    times = [texts.written[key, one][1] for one in wanted if (key, one) in texts.written]
    return OnShelf(
        key,
        every[0].topic,
        every[0].title,
        tuple(_page((key, one), texts) for one in languages),
        min((text.review for text in every if text.review is not None), default=None),
        max(times, default=None),
    )


def _languages(texts: _Texts) -> list[str]:
    return [language for _key, language in texts.drafts]


def _readings(texts: _Texts, one: ArticleId) -> list[Article]:
    return [texts.live[one]] if one in texts.live else [texts.drafts[one]] if one in texts.drafts else []


def _page(one: ArticleId, texts: _Texts) -> PageOnShelf:
    article, drafted = texts.live.get(one), one in texts.drafts
    if article is None:
        return PageOnShelf(one[1], PageState.DRAFT if drafted else PageState.MISSING, drafted)
    found = texts.findings.get(one, ())
    overdue = any(finding.check == "reviews" for finding in found)
    return PageOnShelf(one[1], _state(article, texts.today), drafted, overdue, len(found) - overdue)


def _state(article: Article, today: date) -> PageState:
    if not article.visible:
        return PageState.HIDDEN
    begun = article.valid_from is None or article.valid_from <= today
    over = article.valid_until is not None and article.valid_until < today
    return PageState.SHOWN if begun and not over else PageState.NOT_NOW
