"""Small counters in the meta table that tell a cache when it is stale."""

from sqlalchemy import Integer, cast, select

from kiosk.storage.link import Link
from kiosk.storage.tables import meta
from kiosk.storage.tables.base import KeyText


def counter(link: Link, name: str) -> int:
    """Return the counter, 0 where it never moved."""
    return int(link.scalar(select(meta.c.value).where(meta.c.name == name)) or 0)


def count_up(link: Link, name: str) -> None:
    """Move the counter on by one."""
    first = link.insert(meta).values(name=name, value="1")
    more = cast(cast(meta.c.value, Integer) + 1, KeyText)
    link.write(first.on_conflict_do_update(index_elements=["name"], set_={"value": more}))
