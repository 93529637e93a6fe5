"""What notices are made of: loans that are due, and holds that are ready or have lapsed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, or_, select

from kiosk.model.hold import HoldState
from kiosk.storage.link import Link
from kiosk.storage.tables import guardians, holds, items, loans, notices, patrons, records


@dataclass(frozen=True, slots=True)
class LoanDue:
    """An open loan of a patron who can be written to; `branch` is the item's home."""

    loan_id: int
    patron_id: int
    language: str | None
    branch: str
    title: str
    lent_at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True)
class HoldTold:
    """A hold that is ready, until when, or has lapsed, of a patron who can be written to."""

    hold_id: int
    patron_id: int
    language: str | None
    branch: str
    title: str
    ready_at: datetime | None
    ready_until: date | None


class NoticeFacts:
    """Reads what there is to tell; who has no e-mail address or wants no notices is left out."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def reachable(self, patron_id: int) -> bool:
        """Tell whether a patron, or a guardian, has an address and wants to be told."""
        asked = patrons.alias()
        query = _reachable(select(asked.c.id).where(asked.c.id == patron_id), asked.c.id)
        return self._link.first(query) is not None

    def loans_due(self, before: datetime, last_kind: str | None) -> tuple[LoanDue, ...]:
        """Return open loans due before then, by due time; those told of by the last kind are left out.

        All at once: what is due within days, or was, is little beside all that is lent, and no index
        serves both its order and its paging on every database.
        """
        last_told = exists().where(
            notices.c.loan_id == loans.c.id,
            notices.c.kind == (last_kind or ""),
            notices.c.queued_at >= loans.c.due_at,
        )
        query: Select[Any] = (
            select(
                loans.c.id.label("loan_id"),
                loans.c.patron_id,
                patrons.c.language,
                items.c.branch,
                records.c.title,
                loans.c.lent_at,
                loans.c.due_at,
            )
            .join_from(loans, items, loans.c.item_id == items.c.id)
            .join(records, items.c.record_id == records.c.id)
            .where(loans.c.returned_at.is_(None), loans.c.claims_returned.is_(False), loans.c.due_at < before)
        )
        if last_kind is not None:
            query = query.where(~last_told)
        query = _reachable(query, loans.c.patron_id).order_by(loans.c.due_at, loans.c.id)
        return tuple(LoanDue(*tuple(row)) for row in self._link.all(query))

    def holds_ready(self, after: int, limit: int) -> tuple[HoldTold, ...]:
        """Return ready holds by number."""
        return self._holds(holds.c.state == HoldState.READY.value, after, limit)

    def holds_lapsed(
        self, since: datetime, after: int, limit: int, *, of_anybody: bool = False
    ) -> tuple[HoldTold, ...]:
        """Return holds that nobody fetched in time, closed since then, by number; or those of all patrons."""
        lapsed = (holds.c.state == HoldState.EXPIRED.value) & (holds.c.closed_at >= since)
        return self._holds(lapsed, after, limit, of_anybody)

    def told_of(self, loan_ids: Iterable[int]) -> dict[int, tuple[tuple[str, datetime], ...]]:
        """Return what was told of each loan: key and time of every notice."""
        found: dict[int, tuple[tuple[str, datetime], ...]] = {}
        query = select(notices.c.loan_id, notices.c.key, notices.c.queued_at)
        for row in self._link.all(query.where(notices.c.loan_id.in_(list(loan_ids)))):
            found[row.loan_id] = (*found.get(row.loan_id, ()), (row.key, row.queued_at))
        return found

    def open_loans(self, loan_ids: Iterable[int]) -> dict[int, datetime]:
        """Return which of the loans are open still, with the time when they are due."""
        still = loans.c.id.in_(list(loan_ids)) & loans.c.returned_at.is_(None)
        return {row.id: row.due_at for row in self._link.all(select(loans.c.id, loans.c.due_at).where(still))}

    def ready_holds(self, hold_ids: Iterable[int]) -> frozenset[int]:
        """Return which of the holds are ready still."""
        still = holds.c.id.in_(list(hold_ids)) & (holds.c.state == HoldState.READY.value)
        return frozenset(self._link.column(select(holds.c.id).where(still)))

    def _holds(
        self, which: ColumnElement[bool], after: int, limit: int, of_anybody: bool = False
    ) -> tuple[HoldTold, ...]:
        query: Select[Any] = (
            select(
                holds.c.id.label("hold_id"),
                holds.c.patron_id,
                patrons.c.language,
                holds.c.pickup_branch,
                records.c.title,
                holds.c.ready_at,
                holds.c.ready_until,
            )
            .join_from(holds, records, holds.c.record_id == records.c.id)
            .where(which, holds.c.id > after)
        )
        if of_anybody:
            query = query.join(patrons, patrons.c.id == holds.c.patron_id)
        else:
            query = _reachable(query, holds.c.patron_id)
        query = query.order_by(holds.c.id).limit(limit)
        return tuple(HoldTold(*tuple(row)) for row in self._link.all(query))


def _reachable(query: Select[Any], patron_id: ColumnElement[Any]) -> Select[Any]:
    """Keep those whose patron, or whose patron's guardian, has an address and wants to be told."""
    guardian = patrons.alias()
    address = func.coalesce(patrons.c.email, guardians.c.email, guardian.c.email)
    return (
        query.join(patrons, patrons.c.id == patron_id)
        .outerjoin(guardians, guardians.c.patron_id == patrons.c.id)
        .outerjoin(guardian, guardian.c.id == guardians.c.guardian_id)
        .where(address.is_not(None), or_(patrons.c.notices_by.is_(None), patrons.c.notices_by == "email"))
    )
