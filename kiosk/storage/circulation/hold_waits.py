"""How long holds waited that were filled: what an estimate is made from, and it names nobody."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import func, select

from kiosk.storage.link import Link
from kiosk.storage.tables import hold_waits

KEPT = 200


class HoldWaits:
    """The last waits of each item type."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def note(self, *, item_type: str, branch: str, waited: timedelta, filled_at: datetime) -> None:
        """Note how long a hold waited that has just been filled; a clock set back counts as no wait."""
        minutes = max(0, int(waited.total_seconds() // 60))
        row = {"item_type": item_type, "branch": branch, "waited_minutes": minutes, "filled_at": filled_at}
        self._link.write(hold_waits.insert().values(row))

    def take_back(self, *, item_type: str, branch: str, filled_at: datetime) -> None:
        """Forget the wait of a hold filled then, because it was not filled after all."""
        same = (
            hold_waits.c.item_type == item_type,
            hold_waits.c.branch == branch,
            hold_waits.c.filled_at == filled_at,
        )
        last = select(func.max(hold_waits.c.id)).where(*same).scalar_subquery()
        self._link.write(hold_waits.delete().where(hold_waits.c.id == last))

    def latest(self, item_type: str, limit: int = KEPT) -> tuple[timedelta, ...]:
        """Return how long the last holds of that type waited, the latest first."""
        query = select(hold_waits.c.waited_minutes).where(hold_waits.c.item_type == item_type)
        ordered = query.order_by(hold_waits.c.filled_at.desc(), hold_waits.c.id.desc()).limit(limit)
        return tuple(timedelta(minutes=minutes) for minutes in self._link.column(ordered))

    def beyond(self, keep: int = KEPT) -> tuple[int, ...]:
        """Return the numbers of the waits behind the last ``keep`` of each type."""
        order = (hold_waits.c.filled_at.desc(), hold_waits.c.id.desc())
        place = func.row_number().over(partition_by=hold_waits.c.item_type, order_by=order)
        placed = select(hold_waits.c.id, place.label("place")).subquery()
        return tuple(self._link.column(select(placed.c.id).where(placed.c.place > keep)))

    def forget(self, numbers: Iterable[int]) -> int:
        """Forget these waits; return how many there were."""
        return self._link.write(hold_waits.delete().where(hold_waits.c.id.in_(list(numbers)))).rowcount
