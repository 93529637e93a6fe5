"""What the library chose of its services: prices, times and numbers that texts name and no rule knows."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.model.money import Money


class SpanUnit(StrEnum):
    """What a span counts."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Span:
    """A time of so many minutes up to so many years, as people say it."""

    count: int
    unit: SpanUnit


@dataclass(frozen=True, slots=True)
class Service:
    """One such value under the library's own name for it, such as ``print_page``."""

    name: str
    value: Money | Span | int
