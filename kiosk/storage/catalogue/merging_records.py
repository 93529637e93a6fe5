"""Puts what hangs on one record under another, and finds records that describe the same title."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Text, cast, func, select

from kiosk.model.record import BibRecord
from kiosk.storage.catalogue.descriptions import record_of
from kiosk.storage.desk.typed_words import forget_reasons
from kiosk.storage.feed import Feed, FeedKind
from kiosk.storage.link import Link
from kiosk.storage.reports.title_sums import MovedTimes, TitleSums
from kiosk.storage.tables import holds, identifiers, items, loans, records, requests
from kiosk.storage.tables.circulation import OPEN_STATES


@dataclass(frozen=True, slots=True)
class RecordTies:
    """How much hangs on a record: copies, those of them that are out, open holds and loans ever."""

    items: int = 0
    on_loan: int = 0
    holds: int = 0
    loans: int = 0


class MergingRecords:
    """Locks records, counts what hangs on them, and moves it."""

    def __init__(self, link: Link, feed: Feed) -> None:
        self._link = link
        self._feed = feed

    def locked(self, record_ids: Collection[int]) -> dict[int, BibRecord]:
        """Return these records by number; no act of circulation touches them before this one ends."""
        query = select(records).where(records.c.id.in_(list(record_ids))).order_by(records.c.id)
        rows = self._link.all(query.with_for_update(of=records, key_share=True))
        return {row.id: record_of(row) for row in rows}

    def ties(self, record_id: int) -> RecordTies:
        """Return how much hangs on a record."""
        own = select(items.c.id).where(items.c.record_id == record_id)
        counted = select(func.count()).select_from(loans).where(loans.c.item_id.in_(own))
        open_holds = holds.c.state.in_(OPEN_STATES)
        row = self._link.first(
            select(
                select(func.count()).where(items.c.record_id == record_id).scalar_subquery().label("items"),
                counted.where(loans.c.returned_at.is_(None)).scalar_subquery().label("on_loan"),
                select(func.count())
                .where(holds.c.record_id == record_id, open_holds)
                .scalar_subquery()
                .label("holds"),
                counted.scalar_subquery().label("loans"),
            )
        )
        assert row is not None
        return RecordTies(row.items, row.on_loan, row.holds, row.loans)

    def move(self, gone: Collection[int], kept: int) -> tuple[MovedTimes, ...]:
        """Put items, holds, requests and what reports count under the record that stays.

        Open holds must not meet there. Returns what reports count elsewhere now.
        """
        moved = TitleSums(self._link).move(gone, kept)
        for table in (items, holds, requests):
            of_gone = table.update().where(table.c.record_id.in_(list(gone)))
            self._link.write(of_gone.values(record_id=kept))
        self._feed.touch([kept], FeedKind.RECORD)
        return moved

    def forget_holds(self, record_id: int) -> None:
        """Forget the holds on a record that are over."""
        over = (holds.c.record_id == record_id) & holds.c.state.not_in(OPEN_STATES)
        forget_reasons(self._link, "hold", select(holds.c.id).where(over))
        self._link.write(holds.delete().where(over))

    def with_isbns(self, isbns: Collection[str], limit: int = 50) -> list[int]:
        """Return the numbers of records that have one of these ISBNs, kept as 13 digits."""
        having = select(identifiers.c.record_id).distinct()
        having = having.where(identifiers.c.kind == "isbn", identifiers.c.value.in_(list(isbns)))
        return self._link.column(having.order_by(identifiers.c.record_id).limit(limit))

    def shared_isbns(self, after: str, limit: int) -> list[tuple[str, tuple[int, ...]]]:
        """Return ISBNs behind that one which several records have, with those records."""
        value = identifiers.c.value
        several = (
            select(value)
            .where(identifiers.c.kind == "isbn", value > after)
            .group_by(value)
            .having(func.count() > 1)
            .order_by(value)
            .limit(limit)
        )
        shared = self._link.column(several)
        rows = self._link.all(
            select(value, identifiers.c.record_id)
            .where(identifiers.c.kind == "isbn", value.in_(shared))
            .order_by(value, identifiers.c.record_id)
        )
        return [(isbn, tuple(row.record_id for row in rows if row.value == isbn)) for isbn in shared]

    def shared_titles(self, limit: int) -> list[tuple[int, ...]]:
        """Return records that have title, form and year in common, group by group.

        It reads every record there is: seconds at a million, so never for somebody who waits.
        """
        alike = (records.c.filing_title, records.c.form, records.c.year)
        # In one pass: joined to its groups, each group would be looked for in all of the catalogue.
        numbers = func.aggregate_strings(cast(records.c.id, Text), ",")
        groups = select(numbers).group_by(*alike).having(func.count() > 1).order_by(*alike).limit(limit)
        return [tuple(sorted(map(int, told.split(",")))) for told in self._link.column(groups)]
