"""Tells which answers a change of the library's configuration touches."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from types import MappingProxyType
from typing import Any

from kiosk.model.article import Article
from kiosk.model.library import Library
from kiosk.model.rule import RuleValues
from kiosk.policies.placeholders import SERVICE, SERVICE_NAME, Placeholder, placeholders
from kiosk.words.reaching import ways_of

CALENDAR, CHANNELS = "calendar", "channels"
_NAMES_OF_KINDS = "item_type_name"

# What shows more than the value of its own name.
_SHOWN_INLINE: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "loan_period": frozenset({"loanable"}),
        "renewal_period": frozenset({"loan_period", "loanable"}),
        "due_today": frozenset({"loanable", "loan_period", "fixed_due_date", "closed_days", CALENDAR}),
        "loans_left": frozenset({"max_loans"}),
        "owes": frozenset({"fine_per_day", "fine_max", "fine_grace_days", "fine_closed_days", CALENDAR}),
        "open_state": frozenset({CALENDAR}),
        "hours_today": frozenset({CALENDAR}),
        "next_closure": frozenset({CALENDAR}),
    }
)
_SHOWN_BY_TABLE: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "loans": frozenset({"loanable", "loan_period", "renewals", "fine_per_day", _NAMES_OF_KINDS}),
        "limits": frozenset({"loanable", "max_loans", _NAMES_OF_KINDS}),
        "fees": frozenset({"loanable", "fine_per_day", "fine_max", _NAMES_OF_KINDS}),
        "membership": frozenset({"membership_fee", "card_valid", "patron_category_name"}),
        "hours": frozenset({CALENDAR, "branch_name"}),
        "closures": frozenset({CALENDAR, "branch_name"}),
        "channels": frozenset({CHANNELS, "phone", "email", "web", CALENDAR}),  # a branch's own stand for them
        "branches": frozenset({"branch_name", "address", "phone"}),
    }
)


def articles_of_values(articles: Sequence[Article], names: frozenset[str]) -> tuple[Article, ...]:
    """Return the articles in which any of these values stands: the answers that a change touches."""
    return tuple(article for article in articles if _values_of(article) & names)


def changed_values(before: Library, after: Library) -> frozenset[str]:
    """Return the names of the values that differ, as ``articles_of_values`` takes them."""
    return frozenset(_changed(before, after))


def answers_touched(before: Library | None, after: Library, articles: Sequence[Article]) -> tuple[str, ...]:
    """Return the keys of the articles whose answers differ between two configurations, in order."""
    if before is None:
        return tuple(sorted({article.key for article in articles}))
    names = changed_values(before, after)
    return tuple(sorted({article.key for article in articles_of_values(articles, names)}))


def _values_of(article: Article) -> set[str]:
    whole = "\n".join((article.title, article.figure or "", article.body))
    return {name for one in placeholders(whole) for name in _shown_by(one)}


def _shown_by(one: Placeholder) -> frozenset[str]:
    if one.table:
        return _SHOWN_BY_TABLE.get(one.name, frozenset())
    if one.name == SERVICE:
        return frozenset({_service(dict(one.settings).get(SERVICE_NAME, ""))})
    return _SHOWN_INLINE.get(one.name, frozenset()) | {one.name}


def _changed(before: Library, after: Library) -> Iterator[str]:
    for field in fields(RuleValues):
        if _rule_rows(before, field.name) != _rule_rows(after, field.name):
            yield field.name
    for name in ("address", "phone", "email", "web"):
        if _of(before.branches, name) != _of(after.branches, name) or _ways(before, name) != _ways(
            after, name
        ):
            yield name
    told = {
        CALENDAR: ("branches", "calendar"),
        "branch_name": ("branches", "name"),
        "membership_fee": ("patron_categories", "membership_fee"),
        "card_valid": ("patron_categories", "card_valid_months"),
        "patron_category_name": ("patron_categories", "name"),
        _NAMES_OF_KINDS: ("item_types", "name"),
    }
    for value, (part, name) in told.items():
        if _of(getattr(before, part), name) != _of(getattr(after, part), name):
            yield value
    if before.channels != after.channels:
        yield CHANNELS
    if before.name != after.name:
        yield "library_name"
    earlier, later = ({one.name: one.value for one in library.services} for library in (before, after))
    yield from (_service(name) for name in earlier.keys() | later if earlier.get(name) != later.get(name))


def _ways(library: Library, kind: str) -> list[str | None]:
    """Return what each branch names as its first way of a kind."""
    everywhere = (ways_of(library, branch.code) for branch in library.branches)
    return [next((way.value for way in ways if way.kind == kind), None) for ways in everywhere]


def _rule_rows(library: Library, name: str) -> set[tuple[Any, Any]]:
    rows = ((rule.scope, getattr(rule.values, name)) for rule in library.rules)
    return {(scope, value) for scope, value in rows if value is not None}


def _of(parts: Sequence[Any], name: str) -> list[tuple[str, Any]]:
    return [(part.code, getattr(part, name)) for part in parts if part.configured]


def _service(name: str) -> str:
    return f"{SERVICE}:{name}"
