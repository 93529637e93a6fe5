"""A hold as columns, and back."""

from typing import Any

from sqlalchemy import ColumnElement, Row, select

from kiosk.model.hold import Hold, HoldState
from kiosk.storage.tables import holds, patrons


def hold_columns() -> tuple[ColumnElement[Any], ...]:
    """Return the columns of holds and their holder's category, for any statement on holds."""
    category = select(patrons.c.category).where(patrons.c.id == holds.c.patron_id).correlate(holds)
    return (*holds.c, category.scalar_subquery().label("patron_category"))


def hold_of(row: Row[Any]) -> Hold:
    """Return the hold that a row of ``hold_columns`` holds."""
    return Hold(
        id=row.id,
        act_id=row.act_id,
        record_id=row.record_id,
        patron_id=row.patron_id,
        pickup_branch=row.pickup_branch,
        placed_at=row.placed_at,
        state=HoldState(row.state),
        item_id=row.item_id,
        trapped_item_id=row.trapped_item_id,
        ready_at=row.ready_at,
        ready_until=row.ready_until,
        closed_at=row.closed_at,
        priority=row.priority,
        suspended_until=row.suspended_until,
        patron_category=row.patron_category,
    )


def queue_order() -> tuple[ColumnElement[Any], ...]:
    """Return the order in which holds are filled: by priority, then as they were placed."""
    return (holds.c.priority.desc(), holds.c.placed_at, holds.c.id)
