"""Placeholders in articles: ``{{name key=value}}`` and, alone in a paragraph, ``{{table name}}``.

``{{service name=print_page}}`` is a price, time or number of the library's own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

SERVICE = "service"
SERVICE_NAME = "name"
CONTEXT_KEYS = ("item_type", "patron_category", "branch")
REFINE_KEYS = (*CONTEXT_KEYS, "day")

RULE_VALUES = (
    "loan_period",
    "renewals",
    "renewal_period",
    "max_loans",
    "max_holds",
    "fine_per_day",
    "fine_max",
    "fine_grace_days",
    "loan_fee",
    "hold_shelf_days",
    "replacement_fee",
    "block_owing",
    "block_overdue",
    "minimum_age",
)
PLACE_AND_TIME = (
    "due_today",
    "open_state",
    "next_closure",
    "hours_today",
    "library_name",
    "branch_name",
    "address",
    "phone",
    "email",
    "web",
    "membership_fee",
    "card_valid",
    "patron_category_name",
    "item_type_name",
    "today",
    "day",
    SERVICE,
)
ACCOUNT_VALUES = ("loans_now", "loans_left", "owes", "overdue_now")
TABLES = ("loans", "limits", "fees", "membership", "hours", "closures", "channels", "branches")
INLINE_VALUES = frozenset((*RULE_VALUES, *PLACE_AND_TIME, *ACCOUNT_VALUES))

_BRACES = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_NAME = re.compile(r"[a-z_]+")
_SETTING = re.compile(r"([a-z_]+)=([\w.-]+)")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One placeholder as written; ``table`` is true for a block value, ``settings`` narrow the context."""

    name: str
    settings: tuple[tuple[str, str], ...] = ()
    table: bool = False
    known: bool = True


def split(text: str) -> Iterator[str | Placeholder]:
    """Yield the text's parts in order: plain text, and the placeholders between."""
    end = 0
    for found in _BRACES.finditer(text):
        if found.start() > end:
            yield text[end : found.start()]
        yield parse(found[1])
        end = found.end()
    if end < len(text):
        yield text[end:]


def placeholders(text: str) -> tuple[Placeholder, ...]:
    """Return the placeholders of a text in order."""
    return tuple(parse(found[1]) for found in _BRACES.finditer(text))


def lone_table(text: str) -> Placeholder | None:
    """Return the block value that is all of the text, or None."""
    found = _BRACES.fullmatch(text.strip())
    placeholder = parse(found[1]) if found else None
    return placeholder if placeholder is not None and placeholder.table else None


def without(text: str) -> str:
    """Return the text with its placeholders left out."""
    return _BRACES.sub(" ", text)


def parse(inside: str) -> Placeholder:
    """Read what stands between the braces; one that cannot be filled is not ``known``."""
    words = inside.split()
    table = words[:1] == ["table"] and len(words) > 1
    if table:
        words = words[1:]
    name, settings = (words[0] if words else ""), words[1:]
    pairs = [_SETTING.fullmatch(setting) for setting in settings]
    allowed = (SERVICE_NAME,) if name == SERVICE else CONTEXT_KEYS
    known = (
        _NAME.fullmatch(name) is not None
        and name in (TABLES if table else INLINE_VALUES)
        and all(pair is not None and pair[1] in allowed for pair in pairs)
    )
    found = tuple((pair[1], pair[2]) for pair in pairs if pair is not None)
    return Placeholder(name, found, table, known)
