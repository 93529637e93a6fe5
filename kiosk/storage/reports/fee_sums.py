"""Adds up what was charged, paid, forgiven and is still owed, by what it was for."""

from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select

from kiosk.model.charge import ChargeKind, SettlementKind
from kiosk.model.money import Money
from kiosk.storage.link import Link
from kiosk.storage.money import currency_column
from kiosk.storage.tables import charges, settlements


class FeeSums:
    """Sums of the ledger, without whose they are."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def charged(self, first: datetime, before: datetime) -> dict[ChargeKind, Money]:
        """Return what was charged from ``first`` to before ``before``."""
        total = select(charges.c.kind, func.sum(charges.c.amount).label("minor"), currency_column())
        query = total.where(charges.c.booked_at >= first, charges.c.booked_at < before)
        return self._sums(query.group_by(charges.c.kind))

    def settled(self, first: datetime, before: datetime, how: SettlementKind) -> dict[ChargeKind, Money]:
        """Return what was paid, waived, reversed or refunded from ``first`` to before ``before``."""
        total = select(charges.c.kind, func.sum(settlements.c.amount).label("minor"), currency_column())
        joined = total.join(settlements, settlements.c.charge_id == charges.c.id)
        query = joined.where(
            settlements.c.at >= first, settlements.c.at < before, settlements.c.kind == how.value
        )
        return self._sums(query.group_by(charges.c.kind))

    def owed(self) -> dict[ChargeKind, Money]:
        """Return what is open now, of whatever time; fines that still run are not in it."""
        total = select(charges.c.kind, func.sum(charges.c.open_amount).label("minor"), currency_column())
        return self._sums(total.where(charges.c.open_amount > 0).group_by(charges.c.kind))

    def _sums(self, query: Select[Any]) -> dict[ChargeKind, Money]:
        return {ChargeKind(row.kind): Money(int(row.minor), row.currency) for row in self._link.all(query)}
