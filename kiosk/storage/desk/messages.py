"""Messages that patrons leave for staff and staff for patrons, with their replies."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, or_, select

from kiosk.storage.link import Link
from kiosk.storage.tables import messages


@dataclass(frozen=True, slots=True)
class NewMessage:
    """A message to be left; ``patron_id`` is None for somebody not signed in.

    ``kind`` says what the program itself tells (hold_ready and the like), None for what a person wrote.
    """

    act_id: str
    text: str
    language: str
    at: datetime
    patron_id: int | None = None
    from_staff: bool = False
    question: str | None = None
    article_key: str | None = None
    email: str | None = None
    branch: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A message as kept; ``seen_at`` is when the patron saw the reply, or what staff wrote."""

    id: int
    patron_id: int | None
    from_staff: bool
    text: str
    question: str | None
    article_key: str | None
    language: str
    email: str | None
    branch: str | None
    at: datetime
    reply: str | None
    replied_by: str | None
    replied_at: datetime | None
    closed_at: datetime | None
    seen_at: datetime | None
    kind: str | None = None


class Messages:
    """Keeps messages; a repeated act leaves one."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def leave(self, new: NewMessage) -> Message:
        """Leave a message; for a repeated act return the one that was left."""
        values = {name: getattr(new, name) for name in NewMessage.__dataclass_fields__}
        statement = self._link.insert(messages).values(values).on_conflict_do_nothing()
        row = self._link.written(statement.returning(*messages.c))
        return _message_of(row) if row is not None else self._all(messages.c.act_id == new.act_id)[0]

    def get(self, message_id: int) -> Message | None:
        """Return the message of that number."""
        return next(iter(self._all(messages.c.id == message_id)), None)

    def inbox(self, *, open_only: bool = True, limit: int = 500) -> tuple[Message, ...]:
        """Return what patrons wrote, the oldest first; ``open_only``: neither replied to nor closed."""
        conditions = [messages.c.from_staff.is_(False)]
        if open_only:
            conditions += [messages.c.replied_at.is_(None), messages.c.closed_at.is_(None)]
        return self._all(*conditions, limit=limit)

    def waiting(self) -> int:
        """Count the messages that wait for staff."""
        return int(
            self._link.scalar(
                select(func.count()).where(
                    messages.c.from_staff.is_(False),
                    messages.c.replied_at.is_(None),
                    messages.c.closed_at.is_(None),
                )
            )
        )

    def reply(self, message_id: int, text: str, *, by: str, at: datetime) -> Message | None:
        """Reply to a message; the patron has not seen it yet. None where there is none of that number."""
        return self._change(message_id, reply=text, replied_by=by, replied_at=at, seen_at=None)

    def close(self, message_id: int, at: datetime) -> Message | None:
        """Put a message away without a reply."""
        return self._change(message_id, closed_at=at)

    def of_patron(self, patron_id: int) -> tuple[Message, ...]:
        """Return all messages from and to a patron, the oldest first."""
        return self._all(messages.c.patron_id == patron_id)

    def unread(self, patron_id: int) -> tuple[Message, ...]:
        """Return replies and messages from staff that the patron has not seen."""
        told = or_(messages.c.from_staff, messages.c.replied_at.is_not(None))
        return self._all(messages.c.patron_id == patron_id, told, messages.c.seen_at.is_(None))

    def seen(self, patron_id: int, numbers: Iterable[int], at: datetime) -> int:
        """Note that the patron saw these of what was new; return how many."""
        shown = set(numbers)
        ids = [message.id for message in self.unread(patron_id) if message.id in shown]
        return self._link.write(messages.update().where(messages.c.id.in_(ids)).values(seen_at=at)).rowcount

    def over_before(self, moment: datetime, limit: int) -> tuple[int, ...]:
        """Return the numbers of messages that were answered, put away or sent by staff before then.

        What still waits for staff is none of them.
        """
        over = messages.c.from_staff | messages.c.replied_at.is_not(None) | messages.c.closed_at.is_not(None)
        old = (messages.c.at < moment) & _not_since(messages.c.replied_at, moment)
        query = select(messages.c.id).where(over, old, _not_since(messages.c.closed_at, moment))
        return tuple(self._link.column(query.order_by(messages.c.at, messages.c.id).limit(limit)))

    def forget(self, numbers: Iterable[int]) -> int:
        """Forget these messages; return how many there were."""
        return self._link.write(messages.delete().where(messages.c.id.in_(list(numbers)))).rowcount

    def _change(self, message_id: int, **values: Any) -> Message | None:
        statement = messages.update().where(messages.c.id == message_id).values(**values)
        row = self._link.written(statement.returning(*messages.c))
        return None if row is None else _message_of(row)

    def _all(self, *conditions: ColumnElement[bool], limit: int | None = None) -> tuple[Message, ...]:
        query = select(messages).where(*conditions).order_by(messages.c.at, messages.c.id).limit(limit)
        return tuple(_message_of(row) for row in self._link.all(query))


def _not_since(column: ColumnElement[Any], moment: datetime) -> ColumnElement[bool]:
    return or_(column.is_(None), column < moment)


def _message_of(row: Row[Any]) -> Message:
    return Message(**{name: getattr(row, name) for name in Message.__dataclass_fields__})
