"""Remembers acts done that left nothing else behind to know them by when they are repeated."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select

from kiosk.storage.link import Link
from kiosk.storage.tables import acts_done


class ActsDone:
    """The identities of acts that ended no loan: repeated later, they must not end another's."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def remember(self, act_id: str, at: datetime) -> None:
        """Note that the act was done."""
        row = {"act_id": act_id, "at": at}
        self._link.write(self._link.insert(acts_done).values(row).on_conflict_do_nothing())

    def knows(self, act_id: str) -> bool:
        """Return whether the act was done before."""
        return self._link.scalar(select(acts_done.c.at).where(acts_done.c.act_id == act_id)) is not None

    def before(self, at: datetime, limit: int) -> tuple[str, ...]:
        """Return acts done before then, which nobody repeats any more, the oldest first."""
        old = select(acts_done.c.act_id).where(acts_done.c.at < at)
        return tuple(self._link.column(old.order_by(acts_done.c.at).limit(limit)))

    def forget(self, act_ids: Iterable[str]) -> int:
        """Forget these acts; return how many there were."""
        return self._link.write(acts_done.delete().where(acts_done.c.act_id.in_(list(act_ids)))).rowcount
