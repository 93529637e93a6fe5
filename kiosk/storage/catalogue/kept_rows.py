"""Keeps the rows that an act on titles changed, exact enough for the act to be taken back as a whole."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, or_, select, tuple_
from sqlalchemy.exc import IntegrityError

from kiosk.model.problem import Problem
from kiosk.model.staff_errors import TitleNotPutBack
from kiosk.storage.catalogue.descriptions import record_of
from kiosk.storage.catalogue.links import write_links
from kiosk.storage.circulation.privacy import cut_closed_loans
from kiosk.storage.feed import Feed, FeedKind
from kiosk.storage.link import Link, in_parts
from kiosk.storage.tables import (
    charges,
    holds,
    items,
    loans,
    metadata,
    patrons,
    record_versions,
    records,
    renewals,
    requests,
)

_Key = tuple[str, tuple[Any, ...]]
_Values = Mapping[str, Any]
Rows = Mapping[_Key, _Values]
_KEPT = (records, record_versions, items, loans, renewals, holds, charges, requests)
# In an order in which whatever a row names is there before it.
_TABLES = tuple(table for table in metadata.sorted_tables if table in _KEPT)


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row before and after an act: None where it was not there."""

    key: _Key
    before: _Values | None
    after: _Values | None

    @property
    def columns(self) -> tuple[str, ...]:
        """Name the columns that the act changed in a row that was there before and after."""
        before, after = self.before or {}, self.after or {}
        return tuple(name for name in before if before[name] != after.get(name))


class KeptRows:
    """Reads what hangs on titles before and after an act, and puts it back as it was."""

    def __init__(self, link: Link, feed: Feed) -> None:
        self._link = link
        self._feed = feed

    def of_records(self, record_ids: Collection[int], *, lent: bool = True) -> Rows:
        """Return the rows of these records with their versions, items, holds and requests.

        With ``lent`` also loans, renewals and charges of the items, which an act that only moves them
        leaves alone.
        """
        numbers = list(record_ids)
        own = self._link.column(select(items.c.id).where(items.c.record_id.in_(numbers)))
        found = dict(self._found(records, records.c.id.in_(numbers)))
        for table in (record_versions, items, holds, requests):
            found |= self._found(table, table.c.record_id.in_(numbers))
        for some in in_parts(own):
            found |= self._holds_on(some)
            if lent:
                found |= self._loans_of(some)
        return found

    def of_items(self, item_ids: Collection[int]) -> Rows:
        """Return the rows of these items with their loans, renewals, charges and holds."""
        found: dict[_Key, _Values] = {}
        for some in in_parts(list(item_ids)):
            found |= self._found(items, items.c.id.in_(some)) | self._holds_on(some) | self._loans_of(some)
        return found

    def changes(self, before: Rows, record_ids: Collection[int] = ()) -> tuple[RowChange, ...]:
        """Return what has become of rows that were read before, and what came under these records."""
        after = {**self._again(before), **(self.of_records(record_ids, lent=False) if record_ids else {})}
        both = [RowChange(key, before.get(key), after.get(key)) for key in {**before, **after}]
        return tuple(one for one in both if one.before != one.after)

    def put_back(self, changes: Iterable[RowChange]) -> None:
        """Make every row as it was before; where one cannot be, raise TitleNotPutBack, saying why.

        A row may have become another in columns that the act left alone: they stay as they are. Past
        loans name nobody who was erased, or wants none kept, meanwhile; past holds of the erased are gone.
        """
        these = tuple(changes)
        self._refuse_changed(these)
        self._refuse_taken(these)
        try:
            self._write(these)
        except IntegrityError as error:
            raise TitleNotPutBack(why=Problem("copies.undo.in_use")) from error
        lent = [one.key[1][0] for one in these if one.key[0] == loans.name]
        for some in in_parts(lent):
            cut_closed_loans(self._link, loan_ids=some)
        back = [one.key[1][0] for one in these if one.key[0] == records.name and one.before is not None]
        rows = self._link.all(select(records).where(records.c.id.in_(back)))
        write_links(self._link, {row.id: record_of(row).description for row in rows})
        touched = {*back, *(number for one in these for number in _records_of(one))}
        self._feed.touch(sorted(touched), FeedKind.RECORD)

    # --- reading

    def _found(self, table: Table, condition: ColumnElement[bool]) -> dict[_Key, _Values]:
        return dict(map(_kept, self._link.all(select(table).where(condition)), _always(table)))

    def _holds_on(self, item_ids: Collection[int]) -> dict[_Key, _Values]:
        named = or_(holds.c.item_id.in_(item_ids), holds.c.trapped_item_id.in_(item_ids))
        return self._found(holds, named)

    def _loans_of(self, item_ids: Collection[int]) -> dict[_Key, _Values]:
        of_items = loans.c.item_id.in_(item_ids)
        these = select(loans.c.id).where(of_items)
        owed = or_(charges.c.item_id.in_(item_ids), charges.c.loan_id.in_(these))
        lent = self._found(loans, of_items) | self._found(renewals, renewals.c.loan_id.in_(these))
        return lent | self._found(charges, owed)

    def _again(self, keys: Iterable[_Key], *, locked: bool = False) -> dict[_Key, _Values]:
        """Read rows anew by their keys, locked in one order where they are to be changed."""
        by_table: dict[str, list[tuple[Any, ...]]] = {}
        for name, key in keys:
            by_table.setdefault(name, []).append(key)
        found: dict[_Key, _Values] = {}
        for table in _TABLES:
            own = list(table.primary_key.columns)
            for some in in_parts(sorted(by_table.get(table.name, ())), 500):
                query = select(table).where(tuple_(*own).in_(some)).order_by(*own)
                rows = self._link.all(query.with_for_update() if locked else query)
                found |= map(_kept, rows, _always(table))
        return found

    # --- refusing

    def _refuse_changed(self, changes: Collection[RowChange]) -> None:
        now = self._again((one.key for one in changes), locked=True)
        for one in changes:
            row = now.get(one.key)
            if one.before is None:
                alike = row == one.after
            elif one.after is None:
                alike = row is None
            else:
                alike = row is not None and all(row[name] == one.after[name] for name in one.columns)
            if not alike:
                raise TitleNotPutBack(why=Problem("copies.undo.changed"))

    def _refuse_taken(self, changes: Iterable[RowChange]) -> None:
        """Say by name what another has taken since: a copy's barcode, a record's control number."""
        for one in changes:
            if one.after is not None or one.before is None:
                continue
            row = one.before
            if one.key[0] == items.name:
                taken = select(items.c.id).where(items.c.barcode_key == row["barcode_key"])
                if self._link.first(taken) is not None:
                    raise TitleNotPutBack(why=Problem.of("copies.undo.barcode", barcode=row["barcode"]))
            elif one.key[0] == records.name and row["agency"] and row["control_number"]:
                number = row["control_number"]
                taken = select(records.c.id).where(
                    records.c.agency == row["agency"], records.c.control_number == number
                )
                if self._link.first(taken) is not None:
                    raise TitleNotPutBack(why=Problem.of("copies.undo.number", number=number))

    # --- writing

    def _write(self, changes: Collection[RowChange]) -> None:
        by_table = {table.name: [one for one in changes if one.key[0] == table.name] for table in _TABLES}
        for table in reversed(_TABLES):
            for one in by_table[table.name]:
                if one.before is None:
                    self._link.write(table.delete().where(_is(table, one)))
        for table in _TABLES:
            gone = [
                one.before for one in by_table[table.name] if one.after is None and one.before is not None
            ]
            if rows := list(self._of_patrons_there(table, gone)):
                self._link.write(table.insert(), rows)
        for table in _TABLES:
            both = [one for one in by_table[table.name] if one.before is not None and one.after is not None]
            # A hold that waits again must find no other of its patron where that was moved from.
            for one in sorted(both, key=lambda one: "state" in one.columns):
                values = {name: one.before[name] for name in one.columns}  # type: ignore[index]
                self._link.write(table.update().where(_is(table, one)).values(values))

    def _of_patrons_there(self, table: Table, rows: Collection[_Values]) -> Iterator[_Values]:
        """Yield rows that come back as erasing left them: loans without a name, no holds of who is gone."""
        if table not in (loans, holds):
            yield from rows
            return
        named = sorted({row["patron_id"] for row in rows if row["patron_id"] is not None})
        there: set[int | None] = {None}
        for some in in_parts(named):
            there.update(self._link.column(select(patrons.c.id).where(patrons.c.id.in_(some))))
        for row in rows:
            if row["patron_id"] in there:
                yield row
            elif table is loans:
                yield {**row, "patron_id": None}


def _kept(row: Row[Any], table: Table) -> tuple[_Key, _Values]:
    values = dict(row._mapping)
    return (table.name, tuple(values[column.name] for column in table.primary_key.columns)), values


def _always(table: Table) -> Iterator[Table]:
    while True:
        yield table


def _is(table: Table, change: RowChange) -> ColumnElement[bool]:
    own = list(table.primary_key.columns)
    return tuple_(*own) == tuple_(*change.key[1])


def _records_of(change: RowChange) -> Iterator[int]:
    for row in (change.before, change.after):
        if row is not None and change.key[0] == items.name:
            yield row["record_id"]
