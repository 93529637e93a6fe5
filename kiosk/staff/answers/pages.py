"""One article in all languages as somebody opens it to write, and what differs between two readings."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from kiosk.model.article import Article
from kiosk.model.errors import ArticleInvalid
from kiosk.policies.article_text import read_article, write_article
from kiosk.storage import ArticleVersion

FIELDS = tuple(field.name for field in fields(Article) if field.name not in {"key", "language", "version"})


@dataclass(frozen=True, slots=True)
class Seen:
    """Which versions of a page somebody has before their eyes; None where there is none."""

    live: int | None = None
    draft: int | None = None


@dataclass(frozen=True, slots=True)
class OpenPage:
    """One language of an article: what patrons read, and what it is to become."""

    language: str
    live: ArticleVersion | None = None
    draft: ArticleVersion | None = None

    @property
    def newest(self) -> ArticleVersion | None:
        """The draft, else what is live."""
        return self.draft or self.live

    @property
    def seen(self) -> Seen:
        """Return what whoever opened it has seen."""
        versions = (one.article.version if one else None for one in (self.live, self.draft))
        return Seen(*versions)


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """An article with a page for every language of the library, written or not."""

    key: str
    pages: tuple[OpenPage, ...]

    def page(self, language: str) -> OpenPage:
        """Return the page of a language, an empty one where there is none."""
        return next((page for page in self.pages if page.language == language), OpenPage(language))

    @property
    def is_new(self) -> bool:
        """Whether nothing is written in any language."""
        return all(page.newest is None for page in self.pages)


@dataclass(frozen=True, slots=True)
class Difference:
    """A part of a page that a colleague changed; ``clash`` where it was changed here too, otherwise."""

    field: str
    base: Any
    mine: Any
    theirs: Any

    @property
    def clash(self) -> bool:
        """Whether both changed it, and not to the same."""
        return bool(self.mine != self.base)


def same_words(one: Article | None, other: Article | None) -> bool:
    """Tell whether two pages read alike, whatever their versions."""
    if one is None or other is None:
        return one is other
    return bool(replace(one, version=other.version) == other)


def checked_page(page: Article, *, draft: bool) -> Article:
    """Return a page as it is kept, its lists and blanks in order; a draft may have no text yet.

    Raises ArticleInvalid.
    """
    unwritten = draft and not page.body.strip()
    whole = replace(page, body="…") if unwritten else page
    name = f"{page.language}/{page.key}"
    read = read_article(write_article(whole), page.key, page.language, name)
    return replace(read, body="" if unwritten else read.body, version=page.version)


def is_valid(page: Article) -> bool:
    """Tell whether a page could be shown as it is."""
    try:
        checked_page(page, draft=False)
    except ArticleInvalid:
        return False
    return True


def changed_fields(before: Article | None, after: Article) -> dict[str, tuple[Any, Any]]:
    """Return the parts that differ, each before and after."""
    pairs = {name: (getattr(before, name, None), getattr(after, name)) for name in FIELDS}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def differences(base: Article | None, mine: Article, theirs: Article) -> tuple[Difference, ...]:
    """Return what a colleague made otherwise than it was when it was opened, and than it is here."""
    found = []
    for name in FIELDS:
        was, here, there = (getattr(one, name, None) for one in (base, mine, theirs))
        if there not in (was, here):
            found.append(Difference(name, was, here, there))
    return tuple(found)


def merged(mine: Article, found: Iterable[Difference], take: Collection[str]) -> Article:
    """Return one's own page with the colleague's version of the parts that are to be taken."""
    return replace(mine, **{one.field: one.theirs for one in found if one.field in take})
