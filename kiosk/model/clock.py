"""The one source of the present moment."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the present moment."""

    def now(self) -> datetime:
        """Return the present moment as an aware datetime in UTC."""
        ...


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        """Return the machine's time in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - the only place that may ask


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still, for back-dated acts, tests and pictures."""

    moment: datetime

    def now(self) -> datetime:
        """Return the fixed moment in UTC."""
        return self.moment.astimezone(UTC)
