"""Rule values as staff write and read them: typed in their own language, kept as in the library file."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from kiosk.model.errors import InvalidAmount
from kiosk.model.money import Money
from kiosk.model.problem import Problem
from kiosk.model.rule import ClosedDays, Period, PeriodUnit
from kiosk.model.staff_errors import RuleValueUnreadable
from kiosk.rules.book_check import MOST_DAYS
from kiosk.rules.resolution import VALUE_NAMES
from kiosk.staff.settings.leaves import Plain
from kiosk.words import Wording


class Kind(StrEnum):
    """What a value is."""

    YES_NO = "yes_no"
    PERIOD = "period"
    DAY = "day"
    CLOSED_DAYS = "closed_days"
    COUNT = "count"
    MONEY = "money"


_SPECIAL: Mapping[str, Kind] = MappingProxyType(
    {
        **dict.fromkeys(("loanable", "holds", "fine_closed_days"), Kind.YES_NO),
        **dict.fromkeys(("loan_period", "renewal_period"), Kind.PERIOD),
        "fixed_due_date": Kind.DAY,
        "closed_days": Kind.CLOSED_DAYS,
        **dict.fromkeys(
            ("loan_fee", "fine_per_day", "fine_max", "replacement_fee", "block_owing"), Kind.MONEY
        ),
    }
)
KINDS: Mapping[str, Kind] = MappingProxyType({name: _SPECIAL.get(name, Kind.COUNT) for name in VALUE_NAMES})

_PERIOD = re.compile(r"(\d{1,5})\s*(\w*)\.?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_LOCAL = re.compile(r"(\d{1,2})[./]\s*(\d{1,2})[./]\s*(\d{4})")
_AMOUNT = re.compile(r"(\d{1,9})(?:[.,](\d{1,3}))?")
# Only beside decimals is it plain what stands between thousands.
_WHOLE_AMOUNT = re.compile(r"\d{1,3}(?:[., ]\d{3})+[.,]\d{2,3}")
_FEW = (1, 2, 5)


def value_label(name: str, words: Wording) -> str:
    """Return what a value is called."""
    return words(f"staff.rules.value.{name}")


def choices(name: str, words: Wording) -> tuple[tuple[Plain, str], ...]:
    """Return what may be chosen where there is no more than a few; empty for what is typed."""
    match KINDS[name]:
        case Kind.YES_NO:
            return ((True, words("word.yes")), (False, words("word.no")))
        case Kind.CLOSED_DAYS:
            return tuple((one.value, words(f"staff.rules.closed_days.{one}")) for one in ClosedDays)
        case _:
            return ()


def typed(name: str, text: str, words: Wording, currency: str) -> Plain | None:
    """Return the value that the text means, None where it is empty; raises RuleValueUnreadable."""
    text = " ".join(text.split())
    if not text:
        return None
    for value, label in choices(name, words):
        if text.casefold() in (label.casefold(), str(value).casefold()):
            return value
    found: Plain | None = None
    match KINDS[name]:
        case Kind.PERIOD:
            found = _period(_ungrouped(text, words), words)
        case Kind.DAY:
            found = _day(text)
        case Kind.MONEY:
            found = _amount(text, words, currency)
        case Kind.COUNT:
            found = _count(_ungrouped(text, words))
    if found is None:
        raise RuleValueUnreadable(
            name=Problem(f"staff.rules.value.{name}"), text=text, example=example(name, words, currency)
        )
    return found


def shown(name: str, value: Plain | None, words: Wording, currency: str) -> str:
    """Return a value as staff read it; empty where there is none."""
    if value is None:
        return ""
    for one, label in choices(name, words):
        if one == value:
            return label
    match KINDS[name]:
        case Kind.PERIOD:
            count, unit = str(value).split()
            return words.period(Period(int(count), PeriodUnit(f"{unit.rstrip('s')}s")))
        case Kind.DAY if isinstance(value, date):
            return words.dated(value, "year")
        case Kind.MONEY:
            return words.money(Money.parse(str(value), currency))
        case _:
            return words.show(value)


def example(name: str, words: Wording, currency: str) -> str:
    """Return how such a value may be written."""
    match KINDS[name]:
        case Kind.PERIOD:
            periods = (Period(28, PeriodUnit.DAYS), Period(3, PeriodUnit.HOURS))
            return ", ".join(words.period(period) for period in periods)
        case Kind.DAY:
            return "2026-12-24"
        case Kind.MONEY:
            return words.money(Money.parse("1.50" if currency != "JPY" else "150", currency))
        case Kind.COUNT:
            return "0, 1, 2 …"
        case _:
            return ", ".join(label for _value, label in choices(name, words))


def plain_of(value: object) -> Plain | None:
    """Return a value of the rules as the library file writes it."""
    match value:
        case None:
            return None
        case Money():
            return value.decimal()
        case Period():
            return f"{value.count} {value.unit}"
        case bool() | int() | date():
            return value
        case _:
            return str(value)


def _ungrouped(text: str, words: Wording) -> str:
    """Return the text without what the language puts between thousands, which a shown number has."""
    sign = re.escape(" ".join(words.number(10_000).strip("01").split()) or " ")
    return re.sub(rf"(?<=\d){sign}(?=\d{{3}}(?!\d))", "", text)


def _count(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 8 else None


def _period(text: str, words: Wording) -> str | None:
    """Return the period; a number alone counts days."""
    found = _PERIOD.fullmatch(text)
    if found is None or not 1 <= int(found[1]) <= MOST_DAYS:
        return None
    unit = _units(words).get(found[2].casefold())
    return None if unit is None else f"{int(found[1])} {unit}"


def _units(words: Wording) -> dict[str, PeriodUnit]:
    units = {"": PeriodUnit.DAYS}
    for unit in PeriodUnit:
        units |= {str(unit): unit, str(unit)[:-1]: unit}
        said = (words.period(Period(count, unit)) for count in _FEW)
        units |= {word.casefold(): unit for text in said for word in text.split() if word.isalpha()}
    return units


def _day(text: str) -> date | None:
    iso, local = _ISO.fullmatch(text), _LOCAL.fullmatch(text)
    parts = iso.groups() if iso else local.groups()[::-1] if local else None
    try:
        return None if parts is None else date(*map(int, parts))
    except ValueError:
        return None


def _amount(text: str, words: Wording, currency: str) -> str | None:
    """Return the amount; the currency's sign and code may stand beside it, as the language writes them."""
    nothing = words.money(Money.zero(currency))
    sign = "".join(letter for letter in nothing if not letter.isdecimal() and letter not in ".,\xa0 ")
    bare = text.replace(sign, "").replace(currency, "").strip()
    if _WHOLE_AMOUNT.fullmatch(bare):
        bare = _ungrouped(bare, words)
    found = _AMOUNT.fullmatch(bare)
    try:
        amount = Money.parse(bare.replace(",", "."), currency) if found else None
    except InvalidAmount:
        return None
    return amount.decimal() if amount is not None else None
