"""Shows what a change of the configuration makes of the answers: the text before and after."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.model.article import Article
from kiosk.model.library import Library
from kiosk.model.rule import RuleScope
from kiosk.policies.blocks import Block
from kiosk.policies.live.situation import Situation
from kiosk.policies.markdown import read_markdown
from kiosk.policies.touched import articles_of_values, changed_values
from kiosk.policies.writing import write_answer
from kiosk.rules.resolution import RuleBook
from kiosk.words import wording

_MOST_SCOPES = 12


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """An answer that reads otherwise afterwards; ``asked`` is for whom and what it was asked."""

    key: str
    language: str
    title: str
    asked: RuleScope
    before: str
    after: str

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """The lines that differ, each with what becomes of it; empty where there is none."""
        earlier, later = self.before.split("\n"), self.after.split("\n")
        if len(earlier) == len(later):
            return tuple(pair for pair in zip(earlier, later, strict=True) if pair[0] != pair[1])
        gone = [(line, "") for line in earlier if line not in later]
        return (*gone, *(("", line) for line in later if line not in earlier))


def answer_changes(
    before: Library, after: Library, articles: Sequence[Article], at: datetime, branch: str, language: str
) -> tuple[AnswerChange, ...]:
    """Return the answers of a language that differ, each for the first asker to whom it differs.

    Tried are whoever is usual, and the scopes of the rules that differ.
    """
    touched = articles_of_values(articles, changed_values(before, after))
    scopes = _askers(before, after, branch)
    books = RuleBook(before), RuleBook(after)
    found = (_change(books, one, scopes, at) for one in touched if one.language == language and one.visible)
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.key))


def _change(
    books: tuple[RuleBook, RuleBook], article: Article, scopes: Iterable[RuleScope], at: datetime
) -> AnswerChange | None:
    template = read_markdown(article.body)
    for scope in scopes:
        earlier, later = (_told(book, article, template, scope, at) for book in books)
        if earlier[1] != later[1]:
            return AnswerChange(article.key, article.language, later[0], scope, earlier[1], later[1])
    return None


def _told(
    book: RuleBook, article: Article, template: tuple[Block, ...], scope: RuleScope, at: datetime
) -> tuple[str, str]:
    words = wording(article.language, book.library.time_zone, book.library.languages)
    situation = Situation(book, words, at, scope.branch or "", scope.patron_category, scope.item_type)
    answer = write_answer(article, template, situation)
    return answer.title, "\n".join(part for part in (answer.figure, answer.text) if part)


def _askers(before: Library, after: Library, branch: str) -> tuple[RuleScope, ...]:
    usual = next((one.code for one in after.patron_categories if one.configured), None)
    changed = dict.fromkeys(_changed_scopes(before, after))
    filled = (
        replace(scope, branch=scope.branch or branch, patron_category=scope.patron_category or usual)
        for scope in (RuleScope(), *changed)
    )
    return tuple(dict.fromkeys(filled))[:_MOST_SCOPES]


def _changed_scopes(before: Library, after: Library) -> Iterator[RuleScope]:
    earlier = {(rule.scope, rule.values) for rule in before.rules}
    later = {(rule.scope, rule.values) for rule in after.rules}
    yield from (rule.scope for rule in after.rules if (rule.scope, rule.values) not in earlier)
    yield from (rule.scope for rule in before.rules if (rule.scope, rule.values) not in later)
