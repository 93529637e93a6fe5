"""The library's currency beside the amounts of a statement, so that no second statement asks for it."""

from typing import Any

from sqlalchemy import Label, select

from kiosk.model.money import Money
from kiosk.storage.tables import library


def currency_column() -> Label[Any]:
    """Return the library's currency as a column named ``currency`` of any statement."""
    return select(library.c.currency).where(library.c.id == 1).scalar_subquery().label("currency")


def money(minor: int | None, currency: str) -> Money | None:
    """Return the amount, or None for none."""
    return None if minor is None else Money(minor, currency)
