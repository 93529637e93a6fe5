"""Calls for help from kiosks, until somebody of the staff goes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, select

from kiosk.storage.link import Link
from kiosk.storage.tables import help_calls


@dataclass(frozen=True, slots=True)
class HelpCall:
    """A call: from which kiosk and screen, and ``why``: asked, or scans (that failed); ``id`` once kept."""

    act_id: str
    kiosk: str
    branch: str
    screen: str
    why: str
    at: datetime
    taken_by: str | None = None
    taken_at: datetime | None = None
    id: int = 0


class HelpCalls:
    """Keeps calls; a repeated act is one call, and so is calling again before anybody came."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def call(self, new: HelpCall) -> HelpCall:
        """Keep a call and return it; where one of the same kiosk waits, that one."""
        waiting = self._all(help_calls.c.kiosk == new.kiosk, help_calls.c.taken_at.is_(None))
        if waiting:
            return waiting[0]
        values = {name: getattr(new, name) for name in HelpCall.__dataclass_fields__ if name != "id"}
        statement = self._link.insert(help_calls).values(values).on_conflict_do_nothing()
        row = self._link.written(statement.returning(*help_calls.c))
        return _call_of(row) if row is not None else self._all(help_calls.c.act_id == new.act_id)[0]

    def waiting(self) -> tuple[HelpCall, ...]:
        """Return the calls nobody has taken, the oldest first."""
        return self._all(help_calls.c.taken_at.is_(None))

    def take(self, number: int, *, by: str, at: datetime) -> HelpCall | None:
        """Note that somebody goes; one that is taken stays whose it is. None: no such call."""
        free = (help_calls.c.id == number) & help_calls.c.taken_at.is_(None)
        self._link.write(help_calls.update().where(free).values(taken_by=by, taken_at=at))
        return next(iter(self._all(help_calls.c.id == number)), None)

    def before(self, moment: datetime, limit: int) -> tuple[int, ...]:
        """Return the numbers of calls older than that, the oldest first."""
        query = select(help_calls.c.id).where(help_calls.c.at < moment)
        return tuple(self._link.column(query.order_by(help_calls.c.at, help_calls.c.id).limit(limit)))

    def forget(self, numbers: tuple[int, ...]) -> int:
        """Forget these calls; return how many there were."""
        return self._link.write(help_calls.delete().where(help_calls.c.id.in_(numbers))).rowcount

    def _all(self, *conditions: ColumnElement[bool]) -> tuple[HelpCall, ...]:
        query = select(help_calls).where(*conditions).order_by(help_calls.c.at, help_calls.c.id)
        return tuple(_call_of(row) for row in self._link.all(query))


def _call_of(row: Row[Any]) -> HelpCall:
    return HelpCall(**{name: getattr(row, name) for name in HelpCall.__dataclass_fields__})
