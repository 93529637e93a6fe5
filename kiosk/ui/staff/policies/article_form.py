"""The fields of an article, and the pages they make; what nobody touches stays exactly as it is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any

from kiosk.model.article import Article
from kiosk.policies.article_text import TOPICS
from kiosk.staff.answers.pages import OpenArticle

SHARED = ("topic", "refine", "related", "review", "valid_from", "valid_until", "visible")
"""The parts of an article that its languages have in common, unless somebody wrote them apart."""


@dataclass(frozen=True, slots=True)
class PageFields:
    """The fields of one language, as texts."""

    title: str = ""
    figure: str = ""
    body: str = ""
    wordings: str = ""
    keywords: str = ""
    synonyms: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is written."""
        return not any(getattr(self, field.name).strip() for field in fields(self))


@dataclass(frozen=True, slots=True)
class SharedFields:
    """The fields for all languages."""

    topic: str = TOPICS[0]
    refine: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    review: date | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    visible: bool = True


@dataclass(frozen=True, slots=True)
class ArticleForm:
    """All fields of an article by language."""

    key: str
    shared: SharedFields
    pages: tuple[tuple[str, PageFields], ...]

    def page(self, language: str) -> PageFields:
        """Return the fields of a language."""
        return dict(self.pages).get(language, PageFields())

    def with_page(self, language: str, page: PageFields) -> "ArticleForm":
        """Return the form with other fields in a language."""
        pages = tuple((one, page if one == language else old) for one, old in self.pages)
        return replace(self, pages=pages)


def page_fields(page: Article | None) -> PageFields:
    """Return a page as its fields show it."""
    if page is None:
        return PageFields()
    return PageFields(
        title=page.title,
        figure=page.figure or "",
        body=page.body,
        wordings="\n".join(page.questions),
        keywords=", ".join(page.keywords),
        synonyms="\n".join(f"{word}: {', '.join(others)}" for word, others in page.synonyms),
    )


def form_of(opened: OpenArticle) -> ArticleForm:
    """Return what the fields show of an article that was just opened."""
    pages = _newest(opened)
    first = next((page for page in pages.values() if page is not None), None)
    shared = SharedFields(**{name: getattr(first, name) for name in SHARED}) if first else SharedFields()
    return ArticleForm(
        opened.key, shared, tuple((language, page_fields(page)) for language, page in pages.items())
    )


def apart(opened: OpenArticle) -> tuple[str, ...]:
    """Return the shared parts in which the languages differ: they stay so unless they are touched."""
    pages = [page for page in _newest(opened).values() if page is not None]
    return tuple(name for name in SHARED if len({getattr(page, name) for page in pages}) > 1)


def pages_of(form: ArticleForm, opened: OpenArticle) -> tuple[Article, ...]:
    """Return the pages that the fields make, those of which nothing is written left out.

    A field that shows what it showed when it was opened leaves its part exactly as it was.
    """
    before, found = form_of(opened), []
    for language, base in _newest(opened).items():
        page = form.page(language)
        if page.is_empty and base is None:
            continue
        start = base or Article(form.key, language, form.shared.topic, "", "")
        touched = {
            name: getattr(form.shared, name)
            for name in SHARED
            if base is None or getattr(form.shared, name) != getattr(before.shared, name)
        }
        parts = _changed_parts(page, page_fields(base))
        found.append(replace(start, **touched, **parts))
    return tuple(found)


def is_changed(form: ArticleForm, opened: OpenArticle) -> bool:
    """Tell whether somebody wrote something."""
    return form != form_of(opened)


def form_to_json(form: ArticleForm) -> dict[str, Any]:
    """Return a form as what can be kept as a text."""
    shared = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in asdict(form.shared).items()
    }
    return {"shared": shared, "pages": {language: asdict(page) for language, page in form.pages}}


def form_from_json(kept: Mapping[str, Any], now: ArticleForm) -> ArticleForm:
    """Return the form that was kept, for the languages that there are now; what cannot be read is as now."""
    try:
        shared = _shared_from(kept["shared"])
        pages = {language: PageFields(**page) for language, page in kept["pages"].items()}
    except (KeyError, TypeError, ValueError, AttributeError):
        return now
    return ArticleForm(now.key, shared, tuple((one, pages.get(one, old)) for one, old in now.pages))


def _shared_from(said: Mapping[str, Any]) -> SharedFields:
    def day(name: str) -> date | None:
        return date.fromisoformat(said[name]) if said[name] else None

    return SharedFields(
        topic=str(said["topic"]),
        refine=tuple(map(str, said["refine"])),
        related=tuple(map(str, said["related"])),
        review=day("review"),
        valid_from=day("valid_from"),
        valid_until=day("valid_until"),
        visible=bool(said["visible"]),
    )


def _newest(opened: OpenArticle) -> dict[str, Article | None]:
    return {page.language: page.newest.article if page.newest else None for page in opened.pages}


def _changed_parts(page: PageFields, before: PageFields) -> dict[str, Any]:
    readers: dict[str, tuple[str, Callable[[str], Any]]] = {
        "title": ("title", str.strip),
        "figure": ("figure", _figure),
        "body": ("body", str.strip),
        "wordings": ("questions", _lines),
        "keywords": ("keywords", _words),
        "synonyms": ("synonyms", _synonyms),
    }
    return {
        part: read(getattr(page, name))
        for name, (part, read) in readers.items()
        if getattr(page, name) != getattr(before, name)
    }


def _figure(text: str) -> str | None:
    return text.strip() or None


def _lines(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for part in text.splitlines() if (line := " ".join(part.split()))))


def _words(text: str) -> tuple[str, ...]:
    parts = text.replace("\n", ",").split(",")
    return tuple(dict.fromkeys(word for part in parts if (word := " ".join(part.split()))))


def _synonyms(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: dict[str, Sequence[str]] = {}
    for line in _lines(text):
        word, _colon, others = line.partition(":")
        if word.strip():
            found[word.strip()] = (*found.get(word.strip(), ()), *_words(others))
    return tuple((word, tuple(dict.fromkeys(others))) for word, others in found.items())
