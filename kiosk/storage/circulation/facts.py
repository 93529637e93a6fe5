"""What a decision needs to know of one patron and some items, in at most four statements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from kiosk.model.decision import CopyFacts, CountedLoans, HoldFacts, PatronFacts, RecordFacts
from kiosk.model.hold import Hold
from kiosk.model.item import barcode_key
from kiosk.model.money import Money
from kiosk.storage.catalogue.copies import item_of
from kiosk.storage.circulation import fact_queries
from kiosk.storage.circulation.hold_rows import hold_of
from kiosk.storage.circulation.loan_rows import loan_facts_of, loan_of
from kiosk.storage.link import Link
from kiosk.storage.people.former_cards import FormerCards
from kiosk.storage.people.rows import patron_of


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was asked for and is there: copies by barcode key, records by number."""

    patron: PatronFacts | None = None
    copies: Mapping[str, CopyFacts] = field(default_factory=dict)
    records: Mapping[int, RecordFacts] = field(default_factory=dict)


class FactsGatherer:
    """Gathers facts; with ``lock`` nobody else changes them before the act ends."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def gather(
        self,
        *,
        card: str | None = None,
        patron_id: int | None = None,
        barcodes: Sequence[str] = (),
        record_ids: Sequence[int] = (),
        lock: bool = False,
        at: datetime | None = None,
    ) -> Gathered:
        """Return the patron, the copies with these barcodes, and their records and those asked for.

        Statements: the patron; what is unpaid and on loan; open holds of patron and records; the records'
        copies. ``lock`` matters on PostgreSQL alone, where the first statement then waits for other acts
        with this patron or these records, so that those after it see what they did. With ``at``, for a
        decision at that moment, loans that only count towards limits are counted, which spares a card
        with a thousand of them most of the time.
        """
        keys, numbers = sorted({barcode_key(text) for text in barcodes}), list(record_ids)
        named = fact_queries.Named(bool(keys), bool(numbers))
        values = fact_queries.values(keys, numbers, at=at)
        row = self._patron(named, values, card, patron_id, lock=lock)
        known = row.id if row is not None else None
        values["patron"] = known
        patron_loans: Sequence[Row[Any]] = ()
        if known is not None:
            loans = fact_queries.loans_of(named, at_a_moment=at is not None)
            patron_loans = self._link.all(loans, values)
        holds = self._holds(named, values)
        copies = self._link.all(fact_queries.copies_of(named), values) if named else ()
        found = _records(copies, [hold_of(hold) for hold in holds if not hold.mine])
        return Gathered(
            patron=None if row is None else _patron_facts(row, patron_loans, holds, card),
            copies=_asked(found, keys),
            records=found,
        )

    def _patron(
        self,
        named: fact_queries.Named,
        values: dict[str, Any],
        card: str | None,
        patron_id: int | None,
        *,
        lock: bool,
    ) -> Row[Any] | None:
        lock = lock and self._link.dialect == "postgresql"
        if card is None and patron_id is None:
            if lock and named:
                self._link.all(fact_queries.locking(named), values)
            return None
        who = {"patron": patron_id} if card is None else {"card": barcode_key(card)}
        query = fact_queries.patron(named, by_card=card is not None, lock=lock)
        row = self._link.first(query, values | who)
        if row is None and card is not None:
            row = self._once(named, values, card, lock=lock)
        # Asked for by both, the two must name the same patron.
        return row if row is None or patron_id is None or row.id == patron_id else None

    def _once(
        self, named: fact_queries.Named, values: dict[str, Any], card: str, *, lock: bool
    ) -> Row[Any] | None:
        """Return the patron whose card that was until it was lost."""
        former = FormerCards(self._link).find(card)
        if former is None:
            return None
        query = fact_queries.patron(named, by_card=False, lock=lock)
        return self._link.first(query, values | {"patron": former.patron_id})

    def _holds(self, named: fact_queries.Named, values: dict[str, Any]) -> list[Row[Any]]:
        query = fact_queries.holds_of(named, of_patron=values["patron"] is not None)
        rows = self._link.all(query, values) if query is not None else ()
        return sorted(rows, key=lambda row: (-row.priority, row.placed_at, row.id))


def _patron_facts(
    row: Row[Any], rows: Sequence[Row[Any]], holds: Sequence[Row[Any]], card: str | None
) -> PatronFacts:
    """Every row of the loans' statement has the unpaid sum; without loans there is one row, of it alone.

    Found by a card that was replaced, the patron is one whose card is lost.
    """
    patron = patron_of(row)
    if card is not None and barcode_key(card) != row.card_key:
        patron = replace(patron, card=card.strip(), card_lost=True)
    return PatronFacts(
        patron=patron,
        unpaid=Money(int(rows[0].unpaid), rows[0].currency),
        loans=tuple(loan_facts_of(loan) for loan in rows if loan.id is not None),
        holds=_own_holds([hold for hold in holds if hold.mine]),
        counted=tuple(
            CountedLoans(row.item_branch, row.item_type, row.counted) for row in rows if row.counted
        ),
    )


def _own_holds(rows: Sequence[Row[Any]]) -> tuple[HoldFacts, ...]:
    """Put the rows of each hold together: one for each kind of item that it waits for, at least one."""
    kinds: dict[int, list[tuple[str, str, str]]] = {}
    for row in rows:
        there = kinds.setdefault(row.id, [])
        if row.first_barcode is not None:
            there.append((row.first_barcode, row.item_branch, row.item_type))
    first = {row.id: row for row in rows}
    return tuple(
        HoldFacts(hold_of(row), tuple((branch, kind) for _, branch, kind in sorted(kinds[row.id])), row.title)
        for row in first.values()
    )


def _records(rows: Sequence[Row[Any]], holds: Sequence[Hold]) -> dict[int, RecordFacts]:
    """Put copies and holds together by record; a record without items is one row without an item."""
    queues: dict[int, list[Hold]] = {}
    for hold in holds:
        queues.setdefault(hold.record_id, []).append(hold)
    trapped = {hold.trapped_item_id: hold for hold in holds if hold.trapped_item_id is not None}
    copies: dict[int, list[CopyFacts]] = {}
    heads: dict[int, Row[Any]] = {}
    for row in rows:
        heads[row.of_record] = row
        of_record = copies.setdefault(row.of_record, [])
        if row.id is not None:
            loan = loan_of(fact_queries.LoanPart(row)) if row.loan_id is not None else None
            of_record.append(CopyFacts(item_of(row), loan, trapped.get(row.id)))
    return {
        number: RecordFacts(
            record_id=number,
            title=head.title,
            copies=tuple(copies[number]),
            holds=tuple(queues.get(number, ())),
            online=head.online is not None,
        )
        for number, head in heads.items()
    }


def _asked(found: Mapping[int, RecordFacts], keys: Sequence[str]) -> dict[str, CopyFacts]:
    by_key = {barcode_key(copy.item.barcode): copy for record in found.values() for copy in record.copies}
    return {key: by_key[key] for key in keys if key in by_key}
