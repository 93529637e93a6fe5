"""Bibliographic records: kept, found, and changed."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, exists, func, select

from kiosk.model.errors import RecordUnknown
from kiosk.model.item import Condition, barcode_key
from kiosk.model.record import BibRecord, record_number
from kiosk.storage.catalogue.copies import open_loan_of_item, stands
from kiosk.storage.catalogue.descriptions import NewRecord, record_of, record_values
from kiosk.storage.catalogue.indexing import RecordToIndex, ids_after, to_index
from kiosk.storage.catalogue.keys import isbn_key
from kiosk.storage.catalogue.links import write_links
from kiosk.storage.catalogue.listing import Counts, ListedRecord, StoredTitle, iterate, listed
from kiosk.storage.feed import Feed, FeedKind
from kiosk.storage.link import Link
from kiosk.storage.tables import holds, identifiers, items, loans, records
from kiosk.storage.tables.circulation import OPEN_STATES

# So many of the last arrivals are looked through for the newest ones.
_ARRIVALS = 600
# So many of the last loans tell what is borrowed most: as many as a busy library has in some weeks.
_LATE_LOANS = 20_000


class Records:
    """The catalogue's records; every change is told to the feed."""

    def __init__(self, link: Link, feed: Feed) -> None:
        self._link = link
        self._feed = feed

    def get(self, record_id: int) -> BibRecord | None:
        """Return the record of that number."""
        return self._one(records.c.id == record_id) if abs(record_id) < 2**31 else None

    def locked(self, record_id: int) -> BibRecord | None:
        """Return the record, in an act that will change it: nobody else does until the act is over."""
        query = select(records).where(records.c.id == record_id).with_for_update()
        row = self._link.first(query) if abs(record_id) < 2**31 else None
        return record_of(row) if row is not None else None

    def numbered(self, control_number: str, agency: str) -> int | None:
        """Return the id of the record that has this number of this agency."""
        having = (records.c.control_number == control_number, records.c.agency == agency)
        found = self._link.scalar(select(records.c.id).where(*having))
        return None if found is None else int(found)

    def by_barcode(self, barcode: str) -> BibRecord | None:
        """Return the record of the item with that barcode."""
        of_item = select(items.c.record_id).where(items.c.barcode_key == barcode_key(barcode))
        return self._one(records.c.id == of_item.scalar_subquery())

    def by_isbn(self, text: str) -> BibRecord | None:
        """Return the first record with that ISBN, of 10 or 13 digits."""
        key = isbn_key(text)
        if key is None:
            return None
        having = select(func.min(identifiers.c.record_id)).where(
            identifiers.c.kind == "isbn", identifiers.c.value == key
        )
        return self._one(records.c.id == having.scalar_subquery())

    def find(self, text: str) -> BibRecord | None:
        """Return the record that an item's barcode, an ISBN or an id leads to, tried in this order."""
        number = record_number(text)
        return (
            self.by_barcode(text) or self.by_isbn(text) or (self.get(number) if number is not None else None)
        )

    def add(self, record: NewRecord, at: datetime) -> BibRecord:
        """Add a record."""
        values = {**record_values(record), "created_at": at, "updated_at": at, "edited_here": False}
        row = self._link.written(records.insert().values(values).returning(*records.c))
        assert row is not None
        write_links(self._link, {row.id: record.description}, fresh=True)
        self._feed.touch([row.id], FeedKind.RECORD)
        return record_of(row)

    def update(self, record_id: int, record: NewRecord, at: datetime, *, edited_here: bool) -> BibRecord:
        """Replace a record; raise RecordUnknown where there is none of that number."""
        values = {**record_values(record), "updated_at": at, "edited_here": edited_here}
        statement = records.update().where(records.c.id == record_id).values(values)
        row = self._link.written(statement.returning(*records.c))
        if row is None:
            raise RecordUnknown(record=record_id)
        write_links(self._link, {record_id: record.description})
        self._feed.touch([record_id], FeedKind.RECORD)
        return record_of(row)

    def delete(self, record_id: int) -> bool:
        """Delete a record that no item and no hold names; return whether it was."""
        needed = exists().where(items.c.record_id == record_id) | exists().where(
            holds.c.record_id == record_id
        )
        gone = self._link.write(records.delete().where(records.c.id == record_id, ~needed)).rowcount
        if gone:
            self._feed.touch([record_id], FeedKind.DELETED)
        return bool(gone)

    def listing(self, record_ids: list[int]) -> list[ListedRecord]:
        """Return records with their item counts in the order of the ids, unknown ones left out."""
        return listed(self._link, record_ids)

    def newest(self, limit: int) -> list[int]:
        """Return the ids of the records that came last; of one day's arrivals those published last first."""
        last = select(records.c.id, records.c.created_at, records.c.year)
        last = last.order_by(records.c.created_at.desc(), records.c.id.desc())
        arrivals = sorted(
            self._link.all(last.limit(max(limit, _ARRIVALS))),
            key=lambda row: (row.created_at.date(), row.year or 0, row.created_at, row.id),
            reverse=True,
        )
        return [row.id for row in arrivals[:limit]]

    def most_borrowed(self, since: datetime, limit: int) -> list[int]:
        """Return the ids of the records lent most often since then, or of late where that is much."""
        lately = (
            select(loans.c.item_id)
            .where(loans.c.lent_at >= since, loans.c.undone.is_(False))
            .order_by(loans.c.lent_at.desc())
            .limit(_LATE_LOANS)
            .subquery()
        )
        lent = (
            select(items.c.record_id)
            .join(lately, lately.c.item_id == items.c.id)
            .group_by(items.c.record_id)
            .order_by(func.count().desc(), items.c.record_id)
        )
        return self._link.column(lent.limit(limit))

    def ids_after(self, after: int, limit: int) -> list[int]:
        """Return the next ids in order."""
        return ids_after(self._link, after, limit)

    def to_index(self, record_ids: Sequence[int]) -> Iterator[RecordToIndex]:
        """Yield those of the records that exist, by id, as an index takes them."""
        return to_index(self._link, record_ids)

    def counts(self) -> Counts:
        """Count titles, items that are not withdrawn, and items anybody could take from the shelf now."""
        titles = select(func.count()).select_from(records).scalar_subquery()
        held = select(func.count()).where(items.c.condition != Condition.WITHDRAWN.value).scalar_subquery()
        # Few items are out or kept compared with those that stand: the few are looked up and taken off.
        standing = select(func.count()).where(stands()).scalar_subquery()
        open_loans = loans.join(items, items.c.id == loans.c.item_id)
        out = select(func.count()).select_from(open_loans).where(loans.c.returned_at.is_(None), stands())
        kept_for = holds.join(items, items.c.id == holds.c.trapped_item_id)
        kept = select(func.count()).select_from(kept_for).where(holds.c.state.in_(OPEN_STATES), stands())
        kept = kept.where(~exists().where(open_loan_of_item()).correlate(items))
        row = self._link.first(
            select(
                titles.label("titles"),
                held.label("held"),
                standing.label("standing"),
                out.scalar_subquery().label("out"),
                kept.scalar_subquery().label("kept"),
            )
        )
        assert row is not None
        return Counts(titles=row.titles, items=row.held, available=row.standing - row.out - row.kept)

    def _one(self, condition: ColumnElement[Any]) -> BibRecord | None:
        row = self._link.first(select(records).where(condition))
        return None if row is None else record_of(row)

    def iterate(
        self, *, batch: int = 500, after: int = 0, ids: Sequence[int] | None = None, marc: bool = True
    ) -> Iterator[list[StoredTitle]]:
        """Yield records with their copies in batches by id, memory flat however many there are."""
        return iterate(self._link, batch=batch, after=after, ids=ids, marc=marc)
