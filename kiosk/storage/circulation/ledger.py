"""The ledger: charges booked, paid, waived and reversed; nothing is ever deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, func, select

from kiosk.model.charge import Charge, ChargeKind, PaymentMethod, Settlement, SettlementKind
from kiosk.model.errors import InvalidAmount
from kiosk.model.money import Money
from kiosk.storage.circulation.privacy import cut_after_settling, cut_closed_loans
from kiosk.storage.link import Link
from kiosk.storage.money import currency_column
from kiosk.storage.tables import charges, library, loans, settlements


@dataclass(frozen=True, slots=True)
class NewCharge:
    """A charge to be booked; one act books at most one charge of a kind."""

    act_id: str
    patron_id: int
    kind: ChargeKind
    amount: Money
    booked_at: datetime
    loan_id: int | None = None
    item_id: int | None = None
    title: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of an amount: the settlements it made, and what no charge needed."""

    settlements: tuple[Settlement, ...]
    left_over: Money


class Ledger:
    """What patrons owe and have paid."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def book(self, new: NewCharge) -> Charge:
        """Book a charge; for a repeated act return what was booked."""
        if new.amount.minor < 0:
            raise InvalidAmount(amount=new.amount.decimal())
        statement = self._link.insert(charges).values(_booking(new)).on_conflict_do_nothing()
        row = self._link.written(statement.returning(*charges.c, currency_column()))
        if row is None:
            mine = (charges.c.act_id == new.act_id) & (charges.c.kind == new.kind.value)
            row = self._link.all(_select_charges().where(mine))[0]
        return _charge_of(row)

    def settle(
        self,
        patron_id: int,
        *,
        act_id: str,
        kind: SettlementKind,
        amount: Money,
        at: datetime,
        by: str,
        reason: str | None = None,
        charge_ids: Sequence[int] | None = None,
        method: PaymentMethod | None = None,
    ) -> Settled:
        """Pay or waive, the oldest charge first, the last one in part; ``charge_ids`` narrows to these.

        For a repeated act return what was settled.
        """
        if amount.minor <= 0:
            raise InvalidAmount(amount=amount.decimal())
        query = _select_charges().where(charges.c.patron_id == patron_id, charges.c.open_amount > 0)
        if charge_ids is not None:
            query = query.where(charges.c.id.in_(charge_ids))
        query = query.order_by(charges.c.booked_at, charges.c.id)
        # Locked before the act is looked for, so that two at the same time do not both find it undone.
        open_ones = self._link.all(query.with_for_update(of=charges, key_share=True))
        done = self._done_by(act_id)
        rest = amount.minor
        if not done:
            for row in open_ones:
                part = min(rest, row.open_amount)
                if part:
                    entry = _entry(act_id, row.id, kind, part, at, by, reason)
                    self._reduce(row.id, part, {**entry, "method": method})
                    rest -= part
            done = self._done_by(act_id)
            cut_after_settling(self._link, [entry.charge_id for entry in done])
        return Settled(done, amount - Money(sum(entry.amount.minor for entry in done), amount.currency))

    def reverse(
        self, charge_id: int, *, act_id: str, at: datetime, by: str, reason: str | None = None
    ) -> tuple[Settlement, ...]:
        """Take a charge back: what is open is reversed, what was paid is refunded, a waiver stays.

        One act may take several charges back, each once.
        """
        query = _select_charges().where(charges.c.id == charge_id)
        row = self._link.first(query.with_for_update(of=charges, key_share=True))
        done = self._done_by(act_id)
        if row is None or any(entry.charge_id == charge_id for entry in done):
            return done
        if row.open_amount:
            entry = _entry(act_id, charge_id, SettlementKind.REVERSAL, row.open_amount, at, by, reason)
            self._reduce(charge_id, row.open_amount, entry)
        if paid := self._paid_for(charge_id):
            entry = _entry(act_id, charge_id, SettlementKind.REFUND, paid, at, by, reason)
            self._link.write(settlements.insert().values(entry))
        if row.kind == ChargeKind.REPLACEMENT.value and row.loan_id is not None:
            self._link.write(loans.update().where(loans.c.id == row.loan_id).values(ended_lost=False))
        if row.loan_id is not None:
            cut_closed_loans(self._link, loan_id=row.loan_id)
        return self._done_by(act_id)

    def open_charges(self, patron_id: int) -> tuple[Charge, ...]:
        """Return what a patron has not paid yet, the oldest first."""
        return self._charges((charges.c.patron_id == patron_id) & (charges.c.open_amount > 0))

    def of_patron(self, patron_id: int) -> tuple[Charge, ...]:
        """Return all charges of a patron, the oldest first."""
        return self._charges(charges.c.patron_id == patron_id)

    def of_loan(self, loan_id: int) -> tuple[Charge, ...]:
        """Return the charges that a loan caused, the oldest first."""
        return self._charges(charges.c.loan_id == loan_id)

    def booked_by(self, act_id: str) -> tuple[Charge, ...]:
        """Return the charges that the act booked."""
        return self._charges(charges.c.act_id == act_id)

    def owed(self, patron_id: int) -> Money:
        """Return the sum of a patron's unpaid charges; running fines are not in it."""
        open_sum = func.coalesce(func.sum(charges.c.open_amount), 0).label("owed")
        owed = select(open_sum).where(charges.c.patron_id == patron_id).scalar_subquery()
        row = self._link.first(select(owed.label("owed"), library.c.currency))
        return Money(int(row.owed), row.currency) if row is not None else Money.zero("XXX")

    def settlements(self, patron_id: int) -> tuple[Settlement, ...]:
        """Return a patron's payments, waivers, reversals and refunds, the oldest first."""
        of_patron = select(charges.c.id).where(charges.c.patron_id == patron_id)
        return self._settlements(_select_settlements().where(settlements.c.charge_id.in_(of_patron)))

    def settled_by(self, act_id: str) -> tuple[Settlement, ...]:
        """Return what the act paid, waived or took back."""
        return self._done_by(act_id)

    def between(self, first: datetime, last: datetime) -> tuple[Settlement, ...]:
        """Return all settlements from ``first`` to before ``last``: a day's cash report."""
        return self._settlements(
            _select_settlements().where(settlements.c.at >= first, settlements.c.at < last)
        )

    def _reduce(self, charge_id: int, part: int, entry: dict[str, Any]) -> None:
        statement = charges.update().where(charges.c.id == charge_id)
        self._link.write(statement.values(open_amount=charges.c.open_amount - part))
        self._link.write(settlements.insert().values(entry))

    def _paid_for(self, charge_id: int) -> int:
        query = select(settlements.c.kind, func.sum(settlements.c.amount).label("total"))
        rows = self._link.all(query.where(settlements.c.charge_id == charge_id).group_by(settlements.c.kind))
        sums = {row.kind: int(row.total) for row in rows}
        return sums.get(SettlementKind.PAYMENT.value, 0) - sums.get(SettlementKind.REFUND.value, 0)

    def _done_by(self, act_id: str) -> tuple[Settlement, ...]:
        return self._settlements(_select_settlements().where(settlements.c.act_id == act_id))

    def _charges(self, condition: Any) -> tuple[Charge, ...]:
        query = _select_charges().where(condition).order_by(charges.c.booked_at, charges.c.id)
        return tuple(_charge_of(row) for row in self._link.all(query))

    def _settlements(self, query: Select[Any]) -> tuple[Settlement, ...]:
        return tuple(_settlement_of(row) for row in self._link.all(query.order_by(settlements.c.id)))


def _select_charges() -> Select[Any]:
    return select(*charges.c, currency_column())


def _select_settlements() -> Select[Any]:
    return select(*settlements.c, currency_column())


def _booking(new: NewCharge) -> dict[str, Any]:
    return {
        "act_id": new.act_id,
        "patron_id": new.patron_id,
        "kind": new.kind.value,
        "amount": new.amount.minor,
        "open_amount": new.amount.minor,
        "booked_at": new.booked_at,
        "loan_id": new.loan_id,
        "item_id": new.item_id,
        "title": new.title,
        "note": new.note,
    }


def _entry(
    act_id: str, charge_id: int, kind: SettlementKind, amount: int, at: datetime, by: str, reason: str | None
) -> dict[str, Any]:
    entry: dict[str, Any] = {"act_id": act_id, "charge_id": charge_id, "kind": kind.value, "amount": amount}
    return {**entry, "at": at, "by": by, "reason": reason}


def _charge_of(row: Row[Any]) -> Charge:
    return Charge(
        id=row.id,
        patron_id=row.patron_id,
        kind=ChargeKind(row.kind),
        amount=Money(row.amount, row.currency),
        open_amount=Money(row.open_amount, row.currency),
        booked_at=row.booked_at,
        loan_id=row.loan_id,
        item_id=row.item_id,
        title=row.title,
        note=row.note,
    )


def _settlement_of(row: Row[Any]) -> Settlement:
    return Settlement(
        id=row.id,
        charge_id=row.charge_id,
        kind=SettlementKind(row.kind),
        amount=Money(row.amount, row.currency),
        at=row.at,
        by=row.by,
        reason=row.reason,
        method=None if row.method is None else PaymentMethod(row.method),
    )
