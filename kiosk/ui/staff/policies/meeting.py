"""Brings what two people made of an article together: what differs, and the form that is chosen of it."""

from collections.abc import Collection
from dataclasses import replace

from kiosk.model.article import Article
from kiosk.staff.answers.pages import Difference, OpenArticle, differences, merged
from kiosk.ui.staff.policies.article_form import SHARED, ArticleForm, SharedFields, page_fields, pages_of

Part = tuple[str, str]
"""A language and the name of a part of its page."""


def differing(opened: OpenArticle, now: OpenArticle, form: ArticleForm) -> tuple[tuple[str, Difference], ...]:
    """Return the parts that a colleague changed since it was opened, otherwise than here, by language."""
    mine = {page.language: page for page in pages_of(form, opened)}
    found = []
    for page in now.pages:
        theirs, here = _article(now, page.language), mine.get(page.language)
        if theirs is not None and here is not None:
            base = _article(opened, page.language)
            found += [(page.language, one) for one in differences(base, here, theirs)]
    return tuple(found)


def brought_together(
    opened: OpenArticle, now: OpenArticle, form: ArticleForm, take: Collection[Part]
) -> ArticleForm:
    """Return the form with the colleague's version of these parts, to go on with on what is there now.

    A page that was not written here is the colleague's whole.
    """
    mine = {page.language: page for page in pages_of(form, opened)}
    found = differing(opened, now, form)
    pages: dict[str, Article | None] = {}
    for page in now.pages:
        here = mine.get(page.language)
        if here is None:
            pages[page.language] = _article(now, page.language)
            continue
        here_found = [one for language, one in found if language == page.language]
        names = {name for language, name in take if language == page.language}
        pages[page.language] = merged(here, here_found, names)
    first = next((page for page in pages.values() if page is not None), None)
    shared = SharedFields(**{name: getattr(first, name) for name in SHARED}) if first else form.shared
    fields = tuple((language, page_fields(page)) for language, page in pages.items())
    return replace(form, shared=shared, pages=fields)


def _article(opened: OpenArticle, language: str) -> Article | None:
    newest = opened.page(language).newest
    return newest.article if newest is not None else None
