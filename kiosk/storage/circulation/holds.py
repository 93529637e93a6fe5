"""Holds: placed, filled in order, and closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select

from kiosk.model.hold import OPEN_HOLD_STATES, Hold, HoldState
from kiosk.storage.circulation.hold_rows import hold_columns, hold_of, queue_order
from kiosk.storage.circulation.pulling import Pull, pull_list
from kiosk.storage.desk.typed_words import forget_reasons
from kiosk.storage.feed import Feed, FeedKind
from kiosk.storage.link import Link
from kiosk.storage.tables import holds
from kiosk.storage.tables.circulation import OPEN_STATES

_AS_PLACED = (holds.c.placed_at, holds.c.id)


@dataclass(frozen=True, slots=True)
class NewHold:
    """A hold to be placed; with ``item_id`` only that item will do, the higher ``priority`` goes first."""

    act_id: str
    record_id: int
    patron_id: int
    pickup_branch: str
    placed_at: datetime
    item_id: int | None = None
    priority: int = 0


class Holds:
    """The library's holds; every change touches the record in the feed.

    Changes are made only from the states they may be made from: None tells that the hold moved on.
    """

    def __init__(self, link: Link, feed: Feed) -> None:
        self._link = link
        self._feed = feed

    def place(self, new: NewHold) -> Hold | None:
        """Place a hold; None when the patron has an open one on the record (the item) already.

        One on the record and others on items of it may stand beside each other: rules say what may be.
        A repeated act returns the hold as it is.
        """
        values = {
            "act_id": new.act_id,
            "record_id": new.record_id,
            "patron_id": new.patron_id,
            "pickup_branch": new.pickup_branch,
            "placed_at": new.placed_at,
            "state": HoldState.QUEUED.value,
            "item_id": new.item_id,
            "priority": new.priority,
        }
        statement = self._link.insert(holds).values(values).on_conflict_do_nothing()
        if self._link.written(statement.returning(holds.c.id)) is not None:
            self._feed.touch([new.record_id], FeedKind.ITEMS)
        return self.by_act(new.act_id)

    def trap(self, hold_id: int, item_id: int, *, ready_at: datetime, ready_until: date) -> Hold | None:
        """Keep an item for a queued hold, or one that has arrived for it: the hold is ready."""
        values = {"trapped_item_id": item_id, "ready_at": ready_at, "ready_until": ready_until}
        return self._change(hold_id, HoldState.READY, _can_take(item_id), **values)

    def send(self, hold_id: int, item_id: int) -> Hold | None:
        """Send an item to the pickup branch of a queued hold."""
        values = {"trapped_item_id": item_id, "ready_at": None, "ready_until": None}
        return self._change(hold_id, HoldState.IN_TRANSIT, _can_take(item_id), **values)

    def release(self, hold_id: int) -> Hold | None:
        """Let go of the item: the hold is queued again, in its old place."""
        let_go = {"trapped_item_id": None, "ready_at": None, "ready_until": None}
        return self._change(hold_id, HoldState.QUEUED, _in(HoldState.READY, HoldState.IN_TRANSIT), **let_go)

    def suspend(self, hold_id: int, until: date | None = None) -> Hold | None:
        """Let others go first until the hold is resumed, on that day at the latest."""
        waiting = _in(HoldState.QUEUED, HoldState.SUSPENDED)
        return self._change(hold_id, HoldState.SUSPENDED, waiting, suspended_until=until)

    def resume(self, hold_id: int) -> Hold | None:
        """Take part in the queue again, in the old place."""
        return self._change(hold_id, HoldState.QUEUED, _in(HoldState.SUSPENDED), suspended_until=None)

    def fetch_at(self, hold_id: int, pickup_branch: str) -> Hold | None:
        """Have the item kept at another branch, while none is kept yet."""
        waiting = _in(HoldState.QUEUED, HoldState.SUSPENDED)
        return self._change(hold_id, None, waiting, pickup_branch=pickup_branch)

    def reopen(self, hold_id: int, state: HoldState) -> Hold | None:
        """Open a filled hold again in that state; without an item kept for it unless the state says so."""
        kept = state in (HoldState.READY, HoldState.IN_TRANSIT)
        let_go = {} if kept else {"trapped_item_id": None, "ready_at": None, "ready_until": None}
        return self._change(hold_id, state, _in(HoldState.FILLED), closed_at=None, **let_go)

    def close(self, hold_id: int, state: HoldState, at: datetime) -> Hold | None:
        """Close an open hold as filled, cancelled, expired or unfillable; its item stays named."""
        if state in OPEN_HOLD_STATES:
            raise ValueError(f"{state} closes no hold")
        return self._change(hold_id, state, holds.c.state.in_(OPEN_STATES), closed_at=at)

    def closed_before(self, moment: datetime, limit: int) -> tuple[int, ...]:
        """Return the numbers of holds closed before then, the longest ago first."""
        old = select(holds.c.id).where(holds.c.closed_at < moment)
        return tuple(self._link.column(old.order_by(holds.c.closed_at).limit(limit)))

    def forget(self, numbers: Iterable[int]) -> int:
        """Delete these holds where they are closed, with the reasons typed for them; return how many."""
        over = holds.c.id.in_(list(numbers)) & holds.c.closed_at.is_not(None)
        forget_reasons(self._link, "hold", select(holds.c.id).where(over))
        return self._link.write(holds.delete().where(over)).rowcount

    def get(self, hold_id: int) -> Hold | None:
        """Return the hold of that number."""
        return self._one(holds.c.id == hold_id)

    def by_act(self, act_id: str) -> Hold | None:
        """Return the hold that the act placed."""
        return self._one(holds.c.act_id == act_id)

    def of_item(self, item_id: int) -> Hold | None:
        """Return the open hold that an item is kept or on its way for."""
        return self._one((holds.c.trapped_item_id == item_id) & holds.c.state.in_(OPEN_STATES))

    def of_record(self, record_id: int) -> tuple[Hold, ...]:
        """Return a record's open holds in the order in which they are filled."""
        mine = (holds.c.record_id == record_id) & holds.c.state.in_(OPEN_STATES)
        return self._all(select(*hold_columns()).where(mine).order_by(*queue_order()))

    def of_patron(self, patron_id: int) -> tuple[Hold, ...]:
        """Return a patron's open holds, the oldest first."""
        mine = (holds.c.patron_id == patron_id) & holds.c.state.in_(OPEN_STATES)
        return self._all(select(*hold_columns()).where(mine).order_by(*_AS_PLACED))

    def past_shelf(self, day: date) -> tuple[Hold, ...]:
        """Return ready holds that waited to the end of a day before this one."""
        ready = holds.c.state == HoldState.READY.value
        late = select(*hold_columns()).where(ready, holds.c.ready_until < day)
        return self._all(late.order_by(*_AS_PLACED))

    def to_resume(self, day: date) -> tuple[Hold, ...]:
        """Return holds suspended until that day or one before, the oldest first."""
        suspended = holds.c.state == HoldState.SUSPENDED.value
        over = select(*hold_columns()).where(suspended, holds.c.suspended_until <= day)
        return self._all(over.order_by(*_AS_PLACED))

    def to_pull(self, branch: str) -> tuple[Pull, ...]:
        """Return a copy of the branch's shelves for each queued hold that one stands there for."""
        return pull_list(self._link, branch)

    def _change(
        self, hold_id: int, state: HoldState | None, allowed: ColumnElement[bool], **values: Any
    ) -> Hold | None:
        if state is not None:
            values["state"] = state.value
        statement = holds.update().where(holds.c.id == hold_id, allowed)
        row = self._link.written(statement.values(**values).returning(holds.c.record_id))
        if row is None:
            return None
        self._feed.touch([row.record_id], FeedKind.ITEMS)
        return self.get(hold_id)

    def _one(self, condition: ColumnElement[bool]) -> Hold | None:
        row = self._link.first(select(*hold_columns()).where(condition))
        return None if row is None else hold_of(row)

    def _all(self, query: Select[Any]) -> tuple[Hold, ...]:
        return tuple(hold_of(row) for row in self._link.all(query))


def _in(*states: HoldState) -> ColumnElement[bool]:
    return holds.c.state.in_([state.value for state in states])


def _can_take(item_id: int) -> ColumnElement[bool]:
    """Queued, or this very item is on its way or here for it; and nobody else's."""
    other = holds.alias()
    taken = exists().where(
        other.c.trapped_item_id == item_id, other.c.id != holds.c.id, other.c.state.in_(OPEN_STATES)
    )
    has_it = and_(_in(HoldState.IN_TRANSIT, HoldState.READY), holds.c.trapped_item_id == item_id)
    return and_(or_(_in(HoldState.QUEUED), has_it), ~taken)
