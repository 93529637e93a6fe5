"""Reads and writes one article as a text: YAML front matter between lines of dashes, then Markdown."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import yaml

from kiosk.model.article import Article
from kiosk.model.errors import ArticleInvalid
from kiosk.model.problem import Problem
from kiosk.policies.markdown import forbidden_parts
from kiosk.policies.placeholders import REFINE_KEYS
from kiosk.policies.plain_yaml import NotPlain, plain_yaml

TOPICS = (
    "membership",
    "borrowing",
    "returning",
    "holds",
    "money",
    "finding",
    "visiting",
    "technology",
    "contact",
)
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NAMES = (
    "topic",
    "title",
    "questions",
    "keywords",
    "synonyms",
    "figure",
    "refine",
    "related",
    "review",
    "valid_from",
    "valid_until",
    "visible",
)
_LONGEST = 200_000


class _Wrong(Exception):
    """A complaint about the text, without the name of the file."""

    def __init__(self, complaint: str, /, **values: object) -> None:
        super().__init__(complaint)
        self.problem = Problem(f"article.{complaint}", tuple(values.items()))


def read_article(text: str, key: str, language: str, file: object) -> Article:
    """Return the article of a text; raises ArticleInvalid naming the file and the problem."""
    try:
        if len(text) > _LONGEST:
            raise _Wrong("too_long", limit=_LONGEST)
        if KEY.fullmatch(key) is None:
            raise _Wrong("bad_key", article=key)
        matter, body = _parted(text.replace("\r\n", "\n").removeprefix("\ufeff"))
        return _article(_front_matter(matter), body.strip(), key, language)
    except _Wrong as wrong:
        raise ArticleInvalid(file=str(file), problem=wrong.problem) from None


def write_article(article: Article) -> str:
    """Return the article as the text that reads back to it."""
    lines = ["---", f"topic: {article.topic}", f"title: {_quoted(article.title)}"]
    if article.questions:
        lines += ["questions:", *(f"  - {_quoted(question)}" for question in article.questions)]
    if article.keywords:
        lines.append(f"keywords: {_quoted(list(article.keywords))}")
    if article.synonyms:
        lines.append(f"synonyms: {_quoted({word: list(others) for word, others in article.synonyms})}")
    if article.figure is not None:
        lines.append(f"figure: {_quoted(article.figure)}")
    for name in ("refine", "related"):
        if values := getattr(article, name):
            lines.append(f"{name}: [{', '.join(values)}]")
    for name in ("review", "valid_from", "valid_until"):
        if (day := getattr(article, name)) is not None:
            lines.append(f"{name}: {day.isoformat()}")
    if not article.visible:
        lines.append("visible: false")
    return "\n".join((*lines, "---", article.body.strip(), ""))


def _quoted(value: object) -> str:
    # JSON is YAML; the three characters that YAML takes for ends of lines are written as escapes.
    text = json.dumps(value, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff]", lambda found: f"\\u{ord(found[0]):04x}", text)


def _parted(text: str) -> tuple[str, str]:
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        raise _Wrong("no_front_matter")
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == "---":
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :])
    raise _Wrong("front_matter_open")


def _front_matter(text: str) -> dict[str, Any]:
    try:
        matter = plain_yaml(text)
    except NotPlain as wrong:
        raise _Wrong(wrong.complaint, **wrong.values) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise _Wrong("yaml", line=mark.line + 2 if mark else 2) from None
    if not isinstance(matter, dict):
        raise _Wrong("no_front_matter")
    for name in matter:
        if name not in _NAMES:
            raise _Wrong("unknown_name", name=str(name), known=", ".join(_NAMES))
    return matter


def _article(matter: Mapping[str, Any], body: str, key: str, language: str) -> Article:
    read: dict[str, Callable[[str, Any], Any]] = {
        "topic": _topic,
        "title": _words,
        "questions": _texts,
        "keywords": _texts,
        "synonyms": _synonyms,
        "figure": _words,
        "refine": _refine,
        "related": _keys,
        "review": _day,
        "valid_from": _day,
        "valid_until": _day,
        "visible": _truth,
    }
    for name in ("topic", "title"):
        if matter.get(name) is None:
            raise _Wrong("missing", name=name)
    if not body:
        raise _Wrong("no_body")
    if parts := forbidden_parts(body):
        raise _Wrong(f"forbidden.{parts[0]}")
    if body.count("{{") != body.count("}}"):
        raise _Wrong("placeholder_open")
    values = {name: read[name](name, value) for name, value in matter.items() if value is not None}
    first, last = values.get("valid_from"), values.get("valid_until")
    if first is not None and last is not None and first > last:
        raise _Wrong("valid_backwards")
    return Article(key=key, language=language, body=body, **values)


def _words(name: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip() or "\x00" in value:
        raise _Wrong("not_text", name=name)
    return " ".join(value.split())


def _texts(name: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _Wrong("not_list", name=name)
    # A keyword such as 3D or 2027 may be written without quotation marks.
    return tuple(_words(name, str(one) if type(one) is int else one) for one in value)


def _topic(name: str, value: Any) -> str:
    if value not in TOPICS:
        raise _Wrong("unknown_topic", topic=str(value), known=", ".join(TOPICS))
    return str(value)


def _synonyms(name: str, value: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, dict):
        raise _Wrong("not_table", name=name)
    return tuple((_words(name, word), _texts(name, others)) for word, others in value.items())


def _refine(name: str, value: Any) -> tuple[str, ...]:
    for one in (found := _texts(name, value)):
        if one not in REFINE_KEYS:
            raise _Wrong("unknown_refine", value=one, known=", ".join(REFINE_KEYS))
    return found


def _keys(name: str, value: Any) -> tuple[str, ...]:
    for one in (found := _texts(name, value)):
        if KEY.fullmatch(one) is None:
            raise _Wrong("bad_key", article=one)
    return found


def _day(name: str, value: Any) -> date:
    if type(value) is not date:
        raise _Wrong("not_date", name=name)
    return value


def _truth(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise _Wrong("not_truth", name=name)
    return value
