"""Prices, times and numbers of services as staff write and read them; free of Qt."""

import re

from kiosk.model.money import Money
from kiosk.model.problem import Problem
from kiosk.model.service import Span, SpanUnit
from kiosk.model.staff_errors import RuleValueUnreadable, SettingsInvalid
from kiosk.staff.library_file.services import SERVICE_NAME
from kiosk.staff.rules.values import typed
from kiosk.staff.settings.leaves import Plain
from kiosk.words import Wording

_SPAN = re.compile(r"(\d{1,6})\s*([^\W\d]+)")
_FEW = (1, 2, 5, 22)  # each takes a word form of its own somewhere


def read_service(text: str, words: Wording, currency: str) -> Plain:
    """Return what was typed: a whole number, a time such as "2 hours", or an amount.

    Raises SettingsInvalid, also of nothing: a service without a value is none.
    Units may be written in the language of the words or in English.
    """
    text = " ".join(text.split())
    if text.isascii() and text.isdecimal() and len(text) < 7:
        return int(text)
    found = _SPAN.fullmatch(text)
    unit = _units(words).get(found[2].casefold()) if found is not None else None
    if found is not None and unit is not None:
        return f"{int(found[1])} {unit}"
    try:
        amount = typed("loan_fee", text, words, currency)
    except RuleValueUnreadable:
        amount = None
    if amount is None:
        wrong = Problem.of(
            "staff.settings.wrong",
            value=text,
            name=Problem("staff.settings.field.service_value"),
            allowed=examples(words, currency),
        )
        raise SettingsInvalid(problem=wrong)
    return amount


def shown_service(value: Plain | None, words: Wording, currency: str) -> str:
    """Return a value as staff read it, and as it may be typed again."""
    if not isinstance(value, str):
        return "" if value is None else str(value)
    count, _gap, unit = value.partition(" ")
    if unit:
        return words.count(f"period.{unit if unit.endswith('s') else f'{unit}s'}", int(count))
    return words.money(Money.parse(value, currency))


def examples(words: Wording, currency: str) -> str:
    """Return how a value may be written."""
    amount = words.money(Money.parse("1.50" if currency != "JPY" else "150", currency))
    span = Span(2, SpanUnit.HOURS)
    return f"{amount}, {words.count(f'period.{span.unit}', span.count)}, 40"


def check_name(name: str) -> None:
    """Raise SettingsInvalid where no service can be called so; an empty one is no name yet."""
    if name and SERVICE_NAME.fullmatch(name) is None:
        raise SettingsInvalid(problem=Problem("staff.settings.service.name"))


def in_articles(name: str) -> str:
    """Return how an article names the value."""
    return f"{{{{service name={name}}}}}"


def _units(words: Wording) -> dict[str, SpanUnit]:
    found: dict[str, SpanUnit] = {}
    for unit in SpanUnit:
        said = (words.count(f"period.{unit}", count) for count in _FEW)
        found |= {word.casefold(): unit for text in said for word in text.split() if word.isalpha()}
        found |= {str(unit): unit, str(unit)[:-1]: unit}
    return found
