"""Finds a patron's own holds on a record."""

from kiosk.model.decision import Facts
from kiosk.model.hold import OPEN_HOLD_STATES, Hold
from kiosk.model.item import barcode_key


def own_holds(facts: Facts, hold_id: int | None = None, item: str | None = None) -> tuple[Hold, ...]:
    """Return the patron's open holds on the record, or the one of that number, or on that item alone."""
    if facts.patron is None or facts.record is None:
        return ()
    barcodes = {copy.item.id: barcode_key(copy.item.barcode) for copy in facts.record.copies}
    return tuple(
        hold
        for hold in facts.record.holds
        if hold.patron_id == facts.patron.patron.id
        and hold.state in OPEN_HOLD_STATES
        and hold_id in (None, hold.id)
        and (item is None or barcodes.get(hold.item_id or 0) == barcode_key(item))
    )
