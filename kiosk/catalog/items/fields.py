"""Items of this library written as 952, the way Koha writes them."""

from zoneinfo import ZoneInfo

from kiosk.catalog.marc.record import Field
from kiosk.model.item import Condition
from kiosk.storage import Copy

_CONDITIONS = {
    Condition.WITHDRAWN: ("0", "1"),
    Condition.LOST: ("1", "1"),
    Condition.MISSING: ("1", "4"),
    Condition.DAMAGED: ("4", "1"),
}


def item_field(copy: Copy, zone: ZoneInfo) -> Field:
    """Return the 952 of a copy; a due date is the local day in the zone."""
    item = copy.item
    state = _CONDITIONS.get(item.condition)
    parts: list[tuple[str, str | None]] = [
        ("0", _flag(state, "0")),
        ("1", _flag(state, "1")),
        ("3", item.parts),
        ("4", _flag(state, "4")),
        ("7", "1" if item.not_for_loan else "0"),
        ("a", item.branch),
        ("b", item.at_branch or item.branch),
        ("c", item.location),
        ("o", item.call_number),
        ("p", item.barcode),
        ("q", copy.due_at.astimezone(zone).date().isoformat() if copy.on_loan and copy.due_at else None),
        ("v", item.price.decimal() if item.price is not None else None),
        ("y", item.item_type),
        ("z", item.note),
    ]
    return Field("952", "", "  ", tuple((code, text) for code, text in parts if text))


def _flag(state: tuple[str, str] | None, code: str) -> str:
    return state[1] if state is not None and state[0] == code else "0"
