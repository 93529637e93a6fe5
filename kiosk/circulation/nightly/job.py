"""Runs the steps of a night in order and remembers which were done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.circulation.nightly.step import Night, Step
from kiosk.circulation.nightly.steps import STEPS
from kiosk.decisions import Decider
from kiosk.storage import Database


@dataclass(frozen=True, slots=True)
class NightlyReport:
    """How much each step changed, by its name."""

    done: Mapping[str, int]

    @property
    def holds_resumed(self) -> int:
        """Suspended holds that wait again."""
        return self.done["holds_resumed"]

    @property
    def holds_expired(self) -> int:
        """Ready holds that nobody fetched in time."""
        return self.done["holds_expired"]

    @property
    def links_cut(self) -> int:
        """Ended loans that no longer name their patron."""
        return self.done["links_cut"]

    @property
    def holds_forgotten(self) -> int:
        """Holds that were over long enough."""
        return self.done["holds_forgotten"]

    @property
    def changes_forgotten(self) -> int:
        """Entries of the change feed that no index needs any more."""
        return self.done["changes_forgotten"]


class Nightly:
    """Does the day's work; whatever is done already, by an earlier run or another machine, stays as it is."""

    def __init__(self, database: Database, decider: Decider, steps: Sequence[Step] = STEPS) -> None:
        self._database = database
        self._decider = decider
        self._steps = steps

    def __call__(self, at: datetime) -> NightlyReport:
        """Do the day's work as at that time.

        A step that fails keeps no other from being done: its error, or the first of several, is raised
        when all have had their turn.
        """
        night = Night(self._database, self._decider, at)
        done, failed = {}, list[Exception]()
        for step in self._steps:
            try:
                done[step.name] = self._do(step, night)
            except Exception as error:  # noqa: BLE001 - raised below
                failed.append(error)
        if failed:
            raise failed[0]
        return NightlyReport(done)

    def _do(self, step: Step, night: Night) -> int:
        done = step.do(night)
        with self._database.act() as work:
            work.nightly_runs.done(night.day, step.name, night.at)
            work.commit()
        return done
