"""Counts with the item how often it was lent, and when last."""

from datetime import datetime

from sqlalchemy import case, func, literal, or_, select

from kiosk.storage.link import Link
from kiosk.storage.tables import items, loans
from kiosk.storage.tables.base import Moment


def count_lent(link: Link, item_id: int, at: datetime) -> None:
    """Count a loan that has just been opened; one dated back makes no later one earlier."""
    moment, last = literal(at, Moment), items.c.last_lent_at
    latest = case((or_(last.is_(None), last < moment), moment), else_=last)
    mine = items.update().where(items.c.id == item_id)
    link.write(mine.values(times_lent=items.c.times_lent + 1, last_lent_at=latest))


def uncount_lent(link: Link, item_id: int) -> None:
    """Count anew after a loan was undone, which is as if it had never been."""
    left = (loans.c.item_id == item_id) & loans.c.undone.is_(False)
    times = select(func.count()).where(left).scalar_subquery()
    last = select(func.max(loans.c.lent_at)).where(left).scalar_subquery()
    link.write(items.update().where(items.c.id == item_id).values(times_lent=times, last_lent_at=last))
