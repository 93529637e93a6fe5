"""Remembers acts done that left nothing else behind to know them by when they are repeated."""

from datetime import UTC, datetime

from sqlalchemy import select

from kiosk.storage.link import Link
from kiosk.storage.tables import meta

_ACT = "act:"


class ActsDone:
    """The identities of acts that ended no loan: repeated later, they must not end another's."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def remember(self, act_id: str, at: datetime) -> None:
        """Note that the act was done."""
        row = {"name": f"{_ACT}{act_id}", "value": _written(at)}
        self._link.write(self._link.insert(meta).values(row).on_conflict_do_nothing())

    def knows(self, act_id: str) -> bool:
        """Return whether the act was done before."""
        return self._link.scalar(select(meta.c.name).where(meta.c.name == f"{_ACT}{act_id}")) is not None

    def forget_before(self, at: datetime) -> int:
        """Forget acts done before then, which nobody repeats any more; return how many."""
        old = meta.delete().where(meta.c.name.startswith(_ACT), meta.c.value < _written(at))
        return self._link.write(old).rowcount


def _written(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")
