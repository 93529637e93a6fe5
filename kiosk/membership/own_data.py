"""Everything that is kept about a person, as a document for machines and as a text for the person."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo

from kiosk.model.money import Money
from kiosk.model.request_number import shown_request_number
from kiosk.storage import PatronFile
from kiosk.words import Wording

# A hash is no use to the person and some to a thief; identities of acts say nothing to anybody.
_LEFT_OUT = frozenset({"pin_hash", "act_id"})
_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-([012]\d|3[01])")
_MOMENT = re.compile(_DATE.pattern + r"T\d\d:\d\d:\d\d[+-]\d\d:\d\d")


def own_data(file: PatronFile, zone: str) -> dict[str, Any]:
    """Return all that is kept about a person as plain values; times are told in that zone."""
    document: dict[str, Any] = _plain(file, ZoneInfo(zone))
    document["patron"]["has_pin"] = file.patron.pin_hash is not None
    steps = document.pop("steps")
    for request in document["requests"]:
        request["number"] = shown_request_number(request["number"])
        request["steps"] = [step for of_request, step in steps if of_request == request["id"]]
    # Who they are is kept about them.
    document["wards"] = len(file.wards)
    return document


def own_data_text(document: Mapping[str, Any], words: Wording) -> str:
    """Return the document in words, a part after another; what is empty is left out."""
    parts = []
    for name, value in document.items():
        lines = list(_lines(value, words, "  "))
        if lines:
            parts.append("\n".join([words(f"data.part.{name}"), *lines]))
    return "\n\n".join(parts) + "\n"


def _plain(value: Any, zone: ZoneInfo) -> Any:
    match value:
        case Money():
            return f"{value.decimal()} {value.currency}"
        case datetime():
            return value.astimezone(zone).isoformat(timespec="seconds")
        case date():
            return value.isoformat()
        case Enum():
            return value.value
        case Mapping():
            return {str(name): _plain(each, zone) for name, each in value.items()}
        case tuple() | list() | frozenset():
            return [_plain(each, zone) for each in value]
        case _ if is_dataclass(value):
            named = [field.name for field in fields(value) if field.name not in _LEFT_OUT]
            return {name: _plain(getattr(value, name), zone) for name in named}
        case _:
            return value


def _lines(value: Any, words: Wording, indent: str) -> Iterator[str]:
    """Yield a value's lines: a table's named, a list's one entry after another."""
    if isinstance(value, Mapping):
        for name, each in value.items():
            if _is_number_of_ours(name):
                continue
            below = list(_lines(each, words, indent + "  "))
            if below and isinstance(each, (Mapping, list)):
                yield f"{indent}{_label(name, words)}:"
                yield from below
            elif below:
                yield f"{indent}{_label(name, words)}: {below[0].strip()}"
    elif isinstance(value, list):
        for number, each in enumerate(value, 1):
            below = list(_lines(each, words, indent + "  "))
            if below:
                yield f"{indent}{number}."
                yield from below
    elif value is not None and value is not False and value != "":
        text = words("word.yes") if value is True else _readable(str(value), words)
        yield indent + " ".join(text.split())


def _readable(text: str, words: Wording) -> str:
    """Return a date or moment as people write it, by the clock it was told in; any other text as it is."""
    try:
        if _DATE.fullmatch(text):
            return words.dated(date.fromisoformat(text), "year")
        if _MOMENT.fullmatch(text):
            moment = datetime.fromisoformat(text)
            return f"{words.dated(moment.date(), 'year')}, {words.clock(moment.time())}"
    except ValueError:
        pass  # somebody typed what only looks like one
    return text


def _is_number_of_ours(name: str) -> bool:
    """Tell whether a value is only how the database tells rows apart; it says nothing to a person."""
    return name in {"id", "key", "article_key"} or name.endswith("_id")


def _label(name: str, words: Wording) -> str:
    key = next((key for key in (f"field.{name}", f"data.{name}") if key in words.catalogue), None)
    return words(key) if key else name.replace("_", " ")
