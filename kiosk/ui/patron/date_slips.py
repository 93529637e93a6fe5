"""A due date as a slip shows it: weekday, day and month, and how near it is."""

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.ui.patron.title_rows import GOOD, STOP, WAIT
from kiosk.words import Wording

NEAR_DAYS = 7


@dataclass(frozen=True, slots=True)
class Slip:
    """What a date slip says; `hour` is set where the item is due within a day."""

    weekday: str
    day: str
    month: str
    tone: int
    hour: str = ""


def slip(due_at: datetime, now: datetime, zone: str, words: Wording) -> Slip:
    """Return the slip of a due moment, told in the zone of the item's home branch."""
    local = replace(words, zone=ZoneInfo(zone))
    late = due_at < now
    days = (due_at.astimezone(local.zone).date() - now.astimezone(local.zone).date()).days
    at = due_at.astimezone(local.zone)
    return Slip(
        weekday=words("borrow.slip.late") if late else local.dated(due_at, "weekday"),
        day=local.dated(due_at, "day"),
        month=local.dated(due_at, "month"),
        tone=STOP if late else WAIT if days <= NEAR_DAYS else GOOD,
        hour="" if (at.hour, at.minute) == (23, 59) else local.clock(due_at),
    )
