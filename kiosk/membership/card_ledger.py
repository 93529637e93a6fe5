"""Everything ever charged, paid, forgiven and paid back on a card, line by line with its balance."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kiosk.decisions import Decider
from kiosk.model.charge import Charge, ChargeKind, PaymentMethod, Settlement, SettlementKind
from kiosk.model.errors import CardUnknown
from kiosk.model.library import Library
from kiosk.model.money import Money
from kiosk.model.patron import Patron
from kiosk.rules.owing import running_fines
from kiosk.storage import Database


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One entry: ``amount`` is what it adds to the balance, less than nothing for what lessens it.

    ``settled`` is None for the charge itself. A refund comes as two entries: the charge taken back, and
    the money paid out. Title and item are gone once the loan is unlinked.
    """

    at: datetime
    kind: ChargeKind
    settled: SettlementKind | None
    amount: Money
    balance: Money
    title: str | None = None
    note: str | None = None
    method: PaymentMethod | None = None


@dataclass(frozen=True, slots=True)
class CardLedger:
    """A card's lines up to a moment; ``owed`` is the last balance, ``running`` what is not charged yet."""

    library: Library
    patron: Patron
    lines: tuple[LedgerLine, ...]
    owed: Money
    running: Money


@dataclass(frozen=True, slots=True)
class _Entry:
    at: datetime
    charge: Charge
    settled: SettlementKind | None
    amount: Money
    note: str | None
    method: PaymentMethod | None = None


class CardLedgers:
    """Reads the ledger of one card; changes nothing."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def of_card(self, card: str, at: datetime, since: datetime | None = None) -> CardLedger:
        """Return the lines from ``since`` on, with balances that count all before; raises CardUnknown."""
        with self._database.read() as view:
            library = self._decider.libraries.current(view)
            facts = view.facts.gather(card=card).patron
            if facts is None:
                raise CardUnknown(card=card)
            charges = view.ledger.of_patron(facts.patron.id)
            settlements = view.ledger.settlements(facts.patron.id)
        balance, lines = Money.zero(library.currency), []
        for entry in sorted(_entries(charges, settlements), key=lambda one: one.at):
            if entry.at > at:
                break
            balance += entry.amount
            if since is None or entry.at >= since:
                lines.append(_line(entry, balance))
        return CardLedger(library, facts.patron, tuple(lines), balance, running_fines(library, facts, at))


def _entries(charges: tuple[Charge, ...], settlements: tuple[Settlement, ...]) -> Iterator[_Entry]:
    """Yield charges before what settles them, so that sorting by time alone keeps that order."""
    for charge in charges:
        yield _Entry(charge.booked_at, charge, None, charge.amount, charge.note)
    by_number = {charge.id: charge for charge in charges}
    for one in settlements:
        charge = by_number[one.charge_id]
        if one.kind is SettlementKind.REFUND:
            yield _Entry(one.at, charge, SettlementKind.REVERSAL, -one.amount, one.reason)
            yield _Entry(one.at, charge, SettlementKind.REFUND, one.amount, one.reason)
        else:
            yield _Entry(one.at, charge, one.kind, -one.amount, one.reason, one.method)


def _line(entry: _Entry, balance: Money) -> LedgerLine:
    return LedgerLine(
        at=entry.at,
        kind=entry.charge.kind,
        settled=entry.settled,
        amount=entry.amount,
        balance=balance,
        title=entry.charge.title,
        note=entry.note,
        method=entry.method,
    )
