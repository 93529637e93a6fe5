"""What a step of the nightly job is, and what it is given."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from kiosk.decisions import Decider
from kiosk.model.library import Library
from kiosk.storage import Database


@dataclass(frozen=True, slots=True)
class Night:
    """One run of the job, as at a moment."""

    database: Database
    decider: Decider
    at: datetime

    @property
    def day(self) -> date:
        """The day under which the run is remembered, in UTC as nights have no branch."""
        return self.at.astimezone(UTC).date()

    def library(self) -> Library:
        """Return the configuration as it is now."""
        with self.database.read() as view:
            return self.decider.libraries.current(view)

    def before(self, days: int | None) -> datetime | None:
        """Return the moment so many days ago; None for ever."""
        return None if days is None else self.at - timedelta(days=days)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to be done a night; ``do`` returns how many things it changed.

    It commits in units of work of its own, each of which leaves everything as it may stay: a night may
    be done twice, late, never, or be killed anywhere.
    """

    name: str
    do: Callable[[Night], int]
