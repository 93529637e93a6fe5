"""Which steps of the nightly job were done on which day."""

from datetime import date, datetime

from sqlalchemy import func, select

from kiosk.storage.link import Link
from kiosk.storage.tables import nightly_runs


class NightlyRuns:
    """Remembers nights, so that a step can catch up with days that were missed."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def done(self, day: date, step: str, at: datetime) -> None:
        """Note that a step was done on that day; done again, the later time counts."""
        row = {"day": day, "step": step, "done_at": at}
        statement = self._link.insert(nightly_runs).values(row)
        self._link.write(statement.on_conflict_do_update(index_elements=["day", "step"], set_=row))

    def last(self, step: str) -> datetime | None:
        """Return when a step was done last, as of when it was done; None for never."""
        query = select(func.max(nightly_runs.c.done_at)).where(nightly_runs.c.step == step)
        found: datetime | None = self._link.scalar(query)
        return found

    def forget_before(self, day: date) -> int:
        """Forget the days before that one; return how many steps were noted then."""
        return self._link.write(nightly_runs.delete().where(nightly_runs.c.day < day)).rowcount
