"""A hold as columns, and back."""

from typing import Any

from sqlalchemy import Row

from kiosk.model.hold import Hold, HoldState


def hold_of(row: Row[Any]) -> Hold:
    """Return the hold that a row holds."""
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
    )
