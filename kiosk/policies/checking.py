"""Finds what is stale in articles: numbers, dead placeholders and links, missing languages, old reviews."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.model.article import Article
from kiosk.model.library import Library
from kiosk.model.problem import Problem
from kiosk.policies.flows import Flow, Lead, loops, texts, unreached
from kiosk.policies.placeholders import SERVICE, SERVICE_NAME, placeholders, without
from kiosk.policies.refining import known_settings
from kiosk.policies.stale_numbers import stale_numbers

CHECKS = ("languages", "placeholders", "numbers", "related", "reviews", "wordings", "flows")


@dataclass(frozen=True, slots=True)
class Finding:
    """One stale thing: which check found it, in which article, and what is wrong."""

    check: str
    key: str
    language: str | None
    problem: Problem


def check_articles(
    articles: Sequence[Article], library: Library, today: date, flows: Sequence[Flow] = ()
) -> tuple[Finding, ...]:
    """Return everything that is stale, check by check."""
    return (
        *_missing_languages(articles, library),
        *(finding for article in articles for finding in _placeholders(article, library)),
        *(finding for article in articles for finding in _numbers(article)),
        *_related(articles),
        *(finding for article in articles for finding in _review(article, today)),
        *_same_wordings(articles),
        *(finding for flow in flows for finding in _flow(flow, articles, library)),
    )


def check_pages(
    pages: Sequence[Article], others: Sequence[Article], library: Library, today: date
) -> tuple[Finding, ...]:
    """Return what is stale in the pages of one article, seen beside the library's other articles."""
    ours = {(page.key, page.language) for page in pages}
    beside = check_beside((*others, *pages), today)
    return (
        *(finding for page in pages for finding in check_page(page, library)),
        *(finding for finding in beside if (finding.key, finding.language) in ours),
        *_missing_languages(pages, library),
    )


def check_page(page: Article, library: Library) -> tuple[Finding, ...]:
    """Return what is stale in a page by itself: the same as long as neither it nor the library changes."""
    return (*_placeholders(page, library), *_numbers(page))


def check_beside(articles: Sequence[Article], today: date) -> tuple[Finding, ...]:
    """Return what is stale about articles beside one another, and on that day."""
    overdue = (finding for article in articles for finding in _review(article, today))
    return (*_related(articles), *_same_wordings(articles), *overdue)


def check_flow(flow: Flow, articles: Sequence[Article], library: Library) -> tuple[Finding, ...]:
    """Return where a flow goes round in circles or nowhere, and what it lacks."""
    return tuple(_flow(flow, articles, library))


def _whole(article: Article) -> str:
    return "\n".join((article.title, article.figure or "", article.body))


def _missing_languages(articles: Sequence[Article], library: Library) -> Iterator[Finding]:
    there: dict[str, set[str]] = defaultdict(set)
    for article in articles:
        there[article.key].add(article.language)
    for key, languages in sorted(there.items()):
        missing = [language for language in library.languages if language not in languages]
        if missing:
            values = {"article": key, "languages": ", ".join(missing)}
            yield Finding("languages", key, None, Problem.of("policies.check.languages", **values))


def _placeholders(article: Article, library: Library) -> Iterator[Finding]:
    for one in placeholders(_whole(article)):
        settings = dict(one.settings)
        if not one.known or not _is_there(one.name, settings, library):
            shown = " ".join((*(("table",) if one.table else ()), one.name, *map("=".join, one.settings)))
            yield _finding("placeholders", "placeholder", article, placeholder="{{" + shown + "}}")


def _is_there(name: str, settings: dict[str, str], library: Library) -> bool:
    """Return whether the library knows what the placeholder names."""
    if name == SERVICE:
        return library.service(settings.get(SERVICE_NAME, "")) is not None
    return len(known_settings(library, settings)) == len(settings)


def _numbers(article: Article) -> Iterator[Finding]:
    # What patrons may touch as a question goes stale like the text itself.
    for part in (_whole(article), *article.questions):
        for text in stale_numbers(without(part), article.language):
            yield _finding("numbers", "number", article, text=text)


def _related(articles: Sequence[Article]) -> Iterator[Finding]:
    there = {(article.key, article.language) for article in articles}
    for article in articles:
        for related in article.related:
            if (related, article.language) not in there:
                yield _finding("related", "related", article, related=related)


def _review(article: Article, today: date) -> Iterator[Finding]:
    if article.review is not None and article.review < today:
        yield _finding("reviews", "review", article, review=article.review)


def _same_wordings(articles: Sequence[Article]) -> Iterator[Finding]:
    """Yield wordings that two articles of a language share: neither can be told from the other by them."""
    first: dict[tuple[str, str], Article] = {}
    for article in articles:
        for text in (article.title, *article.questions):
            key = article.language, " ".join(re.findall(r"\w+", text.casefold()))
            other = first.setdefault(key, article)
            if other.key != article.key:
                yield _finding("wordings", "wordings", article, other=other.key, text=text)


def _flow(flow: Flow, articles: Sequence[Article], library: Library) -> Iterator[Finding]:
    """Yield where a flow goes round in circles or nowhere, and what it lacks."""

    def found(complaint: str, **values: object) -> Finding:
        return Finding(
            "flows", flow.key, None, Problem.of(f"policies.check.{complaint}", flow=flow.key, **values)
        )

    there = {article.key for article in articles}
    yield from (found("flow_loop", step=step) for step in loops(flow))
    yield from (found("flow_unreached", step=step) for step in unreached(flow))
    for place, text in texts(flow):
        spoken = {language for language, _text in text.by_language}
        missing = [language for language in library.languages if language not in spoken]
        if missing and not text.plain:
            yield found("flow_language", place=place, languages=", ".join(missing))
    led = [option for step in flow.steps for option in step.options if option.lead is Lead.ARTICLE]
    for key in dict.fromkeys((*flow.articles, *(option.to for option in led))):
        if key not in there:
            yield found("flow_article", article=key)
    for option in led:
        if len(known_settings(library, dict(option.chosen))) < len(option.chosen):
            yield found("flow_chosen", chosen=" ".join(map("=".join, option.chosen)))


def _finding(check: str, sentence: str, article: Article, **values: object) -> Finding:
    about = {"article": article.key, "language": article.language, **values}
    problem = Problem.of(f"policies.check.{sentence}", **about)
    return Finding(check, article.key, article.language, problem)
