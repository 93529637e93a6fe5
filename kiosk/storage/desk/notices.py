"""What the library sends to patrons: queued, sent, tried again or given up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, exists, select, text

from kiosk.storage.link import Link
from kiosk.storage.tables import holds, loans, notices
from kiosk.storage.tables.notices import WAITING


@dataclass(frozen=True, slots=True)
class NewNotice:
    """A notice to be sent; ``key`` says what is told of what on which day, ``details`` fill its wording.

    ``next_try_at`` is when it is due, None for at once.
    """

    key: str
    kind: str
    channel: str
    language: str
    queued_at: datetime
    patron_id: int | None = None
    loan_id: int | None = None
    hold_id: int | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    next_try_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice as kept: waiting until it is sent or given up."""

    id: int
    key: str
    kind: str
    patron_id: int | None
    loan_id: int | None
    hold_id: int | None
    channel: str
    language: str
    details: Mapping[str, Any]
    queued_at: datetime
    next_try_at: datetime
    tries: int
    last_error: str | None
    sent_at: datetime | None
    given_up_at: datetime | None


class Notices:
    """Keeps notices; one of a key is queued once, however often it is asked for."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def queue(self, new: NewNotice) -> bool:
        """Queue a notice; False when one of that key is there already, sent or not."""
        row = {name: getattr(new, name) for name in NewNotice.__dataclass_fields__}
        row |= {"details": dict(new.details), "next_try_at": new.next_try_at or new.queued_at, "tries": 0}
        statement = self._link.insert(notices).values(row).on_conflict_do_nothing()
        return self._link.written(statement.returning(notices.c.id)) is not None

    def due(self, at: datetime, limit: int = 50) -> tuple[Notice, ...]:
        """Return waiting notices whose time has come, the longest due first."""
        ready = select(notices).where(text(WAITING), notices.c.next_try_at <= at)
        return self._all(ready.order_by(notices.c.next_try_at, notices.c.id).limit(limit))

    def take(self, notice_id: int, *, now: datetime, until: datetime) -> Notice | None:
        """Take a due notice to send it, so that nobody else does before ``until``; None when it is gone.

        Commit before sending. Who dies meanwhile leaves it due again at ``until``.
        """
        mine = _waiting(notice_id) & (notices.c.next_try_at <= now)
        return self._change(mine, next_try_at=until, tries=notices.c.tries + 1)

    def sent(self, notice_id: int, at: datetime) -> Notice | None:
        """Note that a notice was sent, and forget what it said."""
        return self._change(_waiting(notice_id), sent_at=at, last_error=None, details={})

    def failed(self, notice_id: int, error: str, *, next_try_at: datetime) -> Notice | None:
        """Note why a notice could not be sent, and when it is tried again."""
        return self._change(_waiting(notice_id), last_error=error, next_try_at=next_try_at)

    def give_up(self, notice_id: int, at: datetime, error: str | None = None) -> Notice | None:
        """Try a notice no more, and forget what it would have said."""
        return self._change(_waiting(notice_id), given_up_at=at, last_error=error, details={})

    def by_key(self, key: str) -> Notice | None:
        """Return the notice of that key."""
        return next(iter(self._all(select(notices).where(notices.c.key == key))), None)

    def of_patron(self, patron_id: int) -> tuple[Notice, ...]:
        """Return what was and will be sent to a patron, the oldest first."""
        mine = select(notices).where(notices.c.patron_id == patron_id)
        return self._all(mine.order_by(notices.c.queued_at, notices.c.id))

    def was_told_of_hold(self, hold_id: int) -> bool:
        """Tell whether anything of a hold was sent."""
        told = select(notices.c.id).where(notices.c.hold_id == hold_id, notices.c.sent_at.is_not(None))
        return self._link.first(told.limit(1)) is not None

    def forget_waiting_of_hold(self, hold_id: int) -> None:
        """Delete what waits to be told of a hold."""
        waits = (notices.c.hold_id == hold_id) & notices.c.sent_at.is_(None)
        self._link.write(notices.delete().where(waits))

    def latest(self, limit: int, *, waiting: bool = False) -> tuple[Notice, ...]:
        """Return the notices queued last, the newest first; only those that wait, if so wanted."""
        query = select(notices).order_by(notices.c.queued_at.desc(), notices.c.id.desc()).limit(limit)
        return self._all(query.where(text(WAITING)) if waiting else query)

    def over_before(self, moment: datetime, limit: int) -> tuple[int, ...]:
        """Return the numbers of notices queued before then that wait no more.

        Those of open loans and holds stay: without them the same would be told again.
        """
        over = notices.c.sent_at.is_not(None) | notices.c.given_up_at.is_not(None)
        lent = exists().where(loans.c.id == notices.c.loan_id, loans.c.returned_at.is_(None))
        held = exists().where(holds.c.id == notices.c.hold_id, holds.c.closed_at.is_(None))
        query = select(notices.c.id).where(notices.c.queued_at < moment, over, ~lent, ~held)
        return tuple(self._link.column(query.order_by(notices.c.queued_at).limit(limit)))

    def waiting_before(self, moment: datetime, limit: int) -> tuple[int, ...]:
        """Return the numbers of notices queued before then that wait still, the oldest first."""
        query = select(notices.c.id).where(text(WAITING), notices.c.queued_at < moment)
        return tuple(self._link.column(query.order_by(notices.c.queued_at, notices.c.id).limit(limit)))

    def forget(self, numbers: Iterable[int]) -> int:
        """Forget these notices; return how many there were."""
        return self._link.write(notices.delete().where(notices.c.id.in_(list(numbers)))).rowcount

    def forget_to(self, address: str) -> int:
        """Forget what waits to be sent to nobody known but to that address; return how many there were."""
        unknown = select(notices).where(text(WAITING), notices.c.patron_id.is_(None))
        wanted = address.lower()
        return self.forget(
            one.id for one in self._all(unknown) if str(one.details.get("to", "")).lower() == wanted
        )

    def _change(self, condition: ColumnElement[bool], **values: Any) -> Notice | None:
        statement = notices.update().where(condition).values(**values)
        row = self._link.written(statement.returning(*notices.c))
        return None if row is None else _notice_of(row)

    def _all(self, query: Any) -> tuple[Notice, ...]:
        return tuple(_notice_of(row) for row in self._link.all(query))


def _waiting(notice_id: int) -> ColumnElement[bool]:
    return (notices.c.id == notice_id) & notices.c.sent_at.is_(None) & notices.c.given_up_at.is_(None)


def _notice_of(row: Row[Any]) -> Notice:
    return Notice(**{name: getattr(row, name) for name in Notice.__dataclass_fields__})
