"""Says things in one language: texts with values, counts, dates, times and money."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal

from kiosk.model.money import Money
from kiosk.model.problem import Problem
from kiosk.model.rule import Period
from kiosk.model.texts import LocalText
from kiosk.words.catalogue import Catalogue, load_catalogue
from kiosk.words.direction import set_apart

_END_OF_DAY = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language, with a time zone in which moments are told.

    ``fallback`` are the library's languages, in which a name without this one is looked up.
    """

    language: str
    catalogue: Catalogue
    zone: ZoneInfo
    fallback: tuple[str, ...] = ()

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the key's text with ``{name}`` filled in; dates, money and periods are formatted."""
        text = self.catalogue.text(key)
        return text.format_map(_Shown(self, values)) if "{" in text else text

    def count(self, key: str, n: int, /, **values: object) -> str:
        """Return the plural form of the key's text for ``n``, with ``{n}`` and the other values filled in."""
        text = self.catalogue.plural(key, n)
        return text.format_map(_Shown(self, {**values, "n": n}))

    def name(self, text: LocalText) -> str:
        """Return a name in this language, else in the library's first language that has it."""
        return text.in_language(self.language, self.fallback)

    def show(self, value: object) -> str:
        """Return a value as this language writes it."""
        match value:
            case Money():
                return self.money(value)
            case datetime():
                return self.moment(value)
            case date():
                return self.day(value)
            case Period():
                return self.period(value)
            case LocalText():
                return self.name(value)
            case Problem():
                return self(value.key, **dict(value.values))
            case tuple():
                return self.join(tuple(self.show(part) for part in value))
            case bool():
                return self("word.yes" if value else "word.no")
            case int():
                return self.number(value)
            case None:
                return ""
            case _:
                return str(value)

    def moment(self, value: datetime) -> str:
        """Return the day, and the time unless it is the end of that day."""
        local = value.astimezone(self.zone)
        if local.time().replace(microsecond=0) == _END_OF_DAY:
            return self.day(value)
        return self("moment", day=self.day(value), time=self.clock(value))

    def day(self, value: date | datetime) -> str:
        """Return weekday, day and month, such as "Tuesday 24 November"; the year where it is another one."""
        return self.dated(value, "long")

    def dated(self, value: date | datetime, pattern: str) -> str:
        """Return a date by a pattern of the catalogue: long, short, year, weekday, month, slip."""
        return _dated(self._local(value), self.catalogue.text(f"date.{pattern}"), self.language)

    def clock(self, value: datetime | time) -> str:
        """Return hours and minutes as a clock shows them."""
        moment = value.astimezone(self.zone).time() if isinstance(value, datetime) else value
        return format_time(moment, self.catalogue.text("time.short"), locale=self.language)

    def money(self, value: Money) -> str:
        """Return an amount with its currency sign as the language writes it."""
        return _paid(value.decimal(), value.currency, self.language)

    def number(self, value: int) -> str:
        """Return a number with the language's grouping."""
        return _grouped(value, self.language)

    def period(self, value: Period) -> str:
        """Return a period such as "28 days"."""
        return self.count(f"period.{value.unit}", value.count)

    def join(self, texts: tuple[str, ...]) -> str:
        """Return the texts as a list in a sentence: "a, b and c"."""
        if len(texts) < 2:
            return "".join(texts)
        return self("list.last", head=", ".join(texts[:-1]), last=texts[-1])

    def _local(self, value: date | datetime) -> date:
        return value.astimezone(self.zone).date() if isinstance(value, datetime) else value


class _Shown(dict[str, str]):
    """Values of a text, formatted only when the text asks for them; a missing one shows its name."""

    def __init__(self, words: Wording, values: Mapping[str, object]) -> None:
        super().__init__()
        self._words, self._values = words, values

    def __missing__(self, name: str) -> str:
        if name in self._values:
            return set_apart(self._words.show(self._values[name]), self._words.language)
        return "{" + name + "}"


# Tables ask for the same few again and again, each column for each row, and each takes Babel 60 µs.
@lru_cache(maxsize=4096)
def _grouped(value: int, language: str) -> str:
    return format_decimal(value, locale=language)


@lru_cache(maxsize=4096)
def _dated(value: date, pattern: str, language: str) -> str:
    return format_date(value, pattern, language)


@lru_cache(maxsize=4096)
def _paid(value: str, currency: str, language: str) -> str:
    return format_currency(Decimal(value), currency, locale=language)


def forget_written() -> None:
    """Forget which numbers, days and amounts were written: a day of birth may be among them."""
    for written in (_grouped, _dated, _paid):
        written.cache_clear()


@cache
def wording(language: str, zone: str = "UTC", fallback: tuple[str, ...] = ()) -> Wording:
    """Return the words of a language whose moments are told in the zone."""
    return Wording(language, load_catalogue(language), ZoneInfo(zone), fallback)
