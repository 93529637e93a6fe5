"""Copies as librarians' lists show them: with title, how often they were lent and since when they lie."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, func, select

from kiosk.model.item import Condition, barcode_key
from kiosk.storage.catalogue.copies import Copy, copy_of, trapped
from kiosk.storage.link import Link, in_parts
from kiosk.storage.money import currency_column
from kiosk.storage.tables import audit, holds, items, loans, records
from kiosk.storage.tables.circulation import OPEN_STATES

_AT_ONCE = 2000
# What in the audit trail tells that a copy came to be where, or as, it is.
_MOVES = ("return", "lost", "withdraw", "incomplete", "mark", "item.add")


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A copy with its title; ``since`` is when it came to be as it is, as far as anything tells."""

    copy: Copy
    title: str
    loans: int
    since: datetime | None = None


class CopyRows:
    """Reads copies for lists, and the numbers of copies meant by titles or barcodes."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def of_record(self, record_id: int) -> tuple[CopyRow, ...]:
        """Return a record's copies by barcode, withdrawn ones included."""
        rows = _select().where(items.c.record_id == record_id).order_by(items.c.barcode_key)
        return tuple(_row_of(row) for row in self._link.all(rows))

    def of_items(self, item_ids: Iterable[int]) -> tuple[CopyRow, ...]:
        """Return these copies in the order given; unknown ones are left out."""
        wanted = list(dict.fromkeys(item_ids))
        found: dict[int, CopyRow] = {}
        for some in in_parts(wanted, _AT_ONCE):
            rows = self._link.all(_select().where(items.c.id.in_(some)))
            found |= {row.id: _row_of(row) for row in rows}
        return tuple(found[number] for number in wanted if number in found)

    def ids_of_records(self, record_ids: Sequence[int], *, withdrawn: bool = False) -> list[int]:
        """Return the numbers of all copies of these records, in the records' order."""
        kept = [] if withdrawn else [items.c.condition != Condition.WITHDRAWN.value]
        by_record: dict[int, list[int]] = {}
        for some in in_parts(list(record_ids), _AT_ONCE):
            query = select(items.c.id, items.c.record_id).where(items.c.record_id.in_(some), *kept)
            for row in self._link.all(query.order_by(items.c.record_id, items.c.barcode_key)):
                by_record.setdefault(row.record_id, []).append(row.id)
        return [number for record_id in record_ids for number in by_record.get(record_id, ())]

    def ids_of_barcodes(self, barcodes: Iterable[str]) -> dict[str, int]:
        """Return the numbers of the copies with these barcodes by `barcode_key`."""
        found: dict[str, int] = {}
        for some in in_parts(sorted({barcode_key(code) for code in barcodes}), _AT_ONCE):
            query = select(items.c.id, items.c.barcode_key).where(items.c.barcode_key.in_(some))
            found |= {row.barcode_key: row.id for row in self._link.all(query)}
        return found

    def taken(self, barcodes: Iterable[str]) -> frozenset[str]:
        """Return the keys of those barcodes that copies have."""
        return frozenset(self.ids_of_barcodes(barcodes))

    def latest_barcodes(self, limit: int = 200) -> tuple[str, ...]:
        """Return the barcodes of the copies that came last, the newest first."""
        return tuple(self._link.column(select(items.c.barcode).order_by(items.c.id.desc()).limit(limit)))

    def places(self, limit: int = 300) -> tuple[str, ...]:
        """Return the shelving locations that copies have, by name."""
        return tuple(_distinct_locations(self._link, limit))


def _distinct_locations(link: Link, limit: int) -> list[str]:
    """Return locations of late copies: to read all of a million would take too long for a list."""
    late = select(items.c.location).order_by(items.c.id.desc()).limit(20_000).subquery()
    named = select(late.c.location).where(late.c.location.is_not(None)).distinct().limit(limit)
    return sorted(link.column(named), key=str.casefold)


def _select() -> Select[Any]:
    lent = select(func.count()).where(loans.c.item_id == items.c.id, loans.c.undone.is_(False))
    back = select(func.max(loans.c.returned_at)).where(loans.c.item_id == items.c.id)
    moved = select(func.max(audit.c.at)).where(
        audit.c.subject == "item", audit.c.subject_id == items.c.id, audit.c.act.in_(_MOVES)
    )
    ready = select(func.max(holds.c.ready_at)).where(
        holds.c.trapped_item_id == items.c.id, holds.c.state.in_(OPEN_STATES)
    )
    of_loan = loans.alias("open_loans")
    return select(
        *items.c,
        of_loan.c.id.label("loan_id"),
        of_loan.c.due_at,
        trapped().label("held"),
        records.c.title,
        lent.correlate(items).scalar_subquery().label("lent"),
        back.correlate(items).scalar_subquery().label("back"),
        moved.correlate(items).scalar_subquery().label("moved"),
        ready.correlate(items).scalar_subquery().label("ready"),
        currency_column(),
    ).select_from(
        items.join(records, records.c.id == items.c.record_id).outerjoin(
            of_loan, (of_loan.c.item_id == items.c.id) & of_loan.c.returned_at.is_(None)
        )
    )


def _row_of(row: Row[Any]) -> CopyRow:
    moments = [moment for moment in (row.back, row.moved, row.ready) if moment is not None]
    return CopyRow(copy_of(row), row.title, row.lent, max(moments) if moments else None)
