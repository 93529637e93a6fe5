"""When a branch is open: weekly hours and closures, as the library wrote them down."""

from dataclasses import dataclass, field
from datetime import date, time

from kiosk.model.texts import LocalText


@dataclass(frozen=True, slots=True)
class OpenSpan:
    """From opening to closing within one day, local time; ``closes`` is after ``opens``."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Closure:
    """Days on which a branch is closed, both ends included."""

    first: date
    last: date
    reason: LocalText = field(default_factory=LocalText)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Opening hours by weekday (Monday first) in a zone; without any hours a branch never closes.

    ``week`` holds seven tuples of spans, or is None for a branch that is always open.
    """

    time_zone: str
    week: tuple[tuple[OpenSpan, ...], ...] | None = None
    closures: tuple[Closure, ...] = ()
