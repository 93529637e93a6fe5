"""Says in words what differs between two readings of a page; free of windows."""

from collections.abc import Iterator, Mapping
from datetime import date
from difflib import ndiff
from types import MappingProxyType
from typing import Any

from kiosk.model.article import Article
from kiosk.staff.answers.pages import changed_fields
from kiosk.staff.patrons.days import shown_day
from kiosk.words import Wording

NO_TITLES: Mapping[str, str] = MappingProxyType({})


def shown_value(name: str, value: Any, words: Wording, titles: Mapping[str, str] = NO_TITLES) -> str:
    """Return a part of a page as somebody reads it; `titles` name the articles it leads to, by key."""
    if name == "topic" and value:
        return words(f"topic.{value}")
    if name == "refine":
        return ", ".join(words(f"staff.policies.depends.{key}") for key in value or ())
    if name == "synonyms":
        return "\n".join(f"{word}: {', '.join(others)}" for word, others in value or ())
    if name == "keywords":
        return ", ".join(value or ())
    if name == "related":
        return "\n".join(titles.get(key, key) for key in value or ())
    if name == "questions":
        return "\n".join(value or ())
    if isinstance(value, bool):
        return words("word.yes" if value else "word.no")
    return shown_day(value, words.language) if isinstance(value, date) else str(value or "")


def differing_text(
    before: Article | None, after: Article, words: Wording, titles: Mapping[str, str] = NO_TITLES
) -> str:
    """Return every part that differs under its name, line by line: − what was, + what is."""
    parts = []
    for name, (was, now) in changed_fields(before, after).items():
        lines = [
            words(f"staff.policies.field.{name}"),
            *_lines(*(shown_value(name, one, words, titles) for one in (was, now))),
        ]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _lines(was: str, now: str) -> Iterator[str]:
    for line in ndiff(was.splitlines(), now.splitlines()):
        if line[:1] in "+-":
            yield f"{'−' if line[0] == '-' else '+'} {line[2:]}"
