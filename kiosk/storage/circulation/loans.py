"""Loans: opened, renewed and closed, with the database's last word on who has an item."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from kiosk.model.decision import LoanFacts
from kiosk.model.errors import InvalidTime
from kiosk.model.hold import HoldState
from kiosk.model.item import Place
from kiosk.model.loan import Loan, LoanTerms
from kiosk.model.money import Money
from kiosk.storage.circulation.lent_counts import count_lent, uncount_lent
from kiosk.storage.circulation.loan_rows import (
    LOAN_COLUMNS,
    loan_facts_of,
    loan_of,
    select_loan_facts,
    select_loans,
    terms_values,
)
from kiosk.storage.circulation.new_loans import BeforeLoan, NewLoan, opening, plain
from kiosk.storage.circulation.privacy import cut_closed_loans, loans_to_cut
from kiosk.storage.feed import Feed, FeedKind
from kiosk.storage.link import Link
from kiosk.storage.money import currency_column
from kiosk.storage.tables import charges, items, loans, renewals


@dataclass(frozen=True, slots=True)
class Decided:
    """What decided a loan or one of its renewals, and when."""

    at: datetime
    values: Mapping[str, Any]


class Loans:
    """The library's loans; every change touches the item's record in the feed."""

    def __init__(self, link: Link, feed: Feed) -> None:
        self._link = link
        self._feed = feed

    def open(self, new: NewLoan) -> Loan | None:
        """Open a loan; None when another has the item out, the loan as it is for a repeated act."""
        if new.due_at < new.lent_at:
            raise InvalidTime(value=new.due_at.isoformat())
        statement = self._link.insert(loans).values(opening(new)).on_conflict_do_nothing()
        row = self._link.written(statement.returning(*LOAN_COLUMNS, currency_column()))
        if row is None:
            return self.by_act(new.act_id)
        count_lent(self._link, new.item_id, new.lent_at)
        self._touch(new.item_id)
        return loan_of(row)

    def renew(
        self,
        loan_id: int,
        *,
        act_id: str,
        at: datetime,
        due_at: datetime,
        terms: LoanTerms,
        fine_booked: Money | None = None,
        decided: Mapping[str, Any] | None = None,
    ) -> Loan | None:
        """Renew an open loan, adding ``fine_booked``; None when it is over; once for a repeated act.

        ``decided`` is kept with the renewal, beside what decided the loan when it was opened.
        """
        loan = self._locked(loan_id)
        if loan is None:
            return None
        self._refuse_before(loan, at)
        entry: dict[str, Any] = {"act_id": act_id, "loan_id": loan_id, "renewed_at": at}
        entry.update(due_before=loan.due_at, due_at=due_at)
        entry.update(fine_booked=fine_booked.minor if fine_booked else 0, decided=plain(decided))
        statement = self._link.insert(renewals).values(entry).on_conflict_do_nothing()
        if self._link.written(statement.returning(renewals.c.id)) is None:
            return self.get(loan_id)
        values = {
            **terms_values(terms),
            "due_at": due_at,
            "renewed_at": at,
            "renewals_used": loans.c.renewals_used + 1,
            "fine_booked": loans.c.fine_booked + (fine_booked.minor if fine_booked else 0),
            "fine_since_due": 0,
        }
        return self._change(loan_id, values)

    def fine(self, loan_id: int, amount: Money) -> Loan | None:
        """Note that so much of an open loan's fine is booked while it runs; None when the loan is over."""
        if self._locked(loan_id) is None:
            return None
        booked = {name: loans.c[name] + amount.minor for name in ("fine_booked", "fine_since_due")}
        return self._change(loan_id, booked)

    def close(
        self,
        loan_id: int,
        *,
        act_id: str,
        at: datetime,
        lost: bool = False,
        undone: bool = False,
        branch: str | None = None,
        by_patron: bool | None = None,
    ) -> Loan | None:
        """End a loan as returned, lost or undone; None when it had ended, as it is for a repeated act.

        Book what is owed before: with an open charge, a claim or a kept history the patron stays linked.
        The loan comes back as it was with its patron, whatever the link's fate. ``branch`` is where the
        item was brought, ``by_patron`` whether without staff.
        """
        loan = self._locked(loan_id)
        if loan is None:
            return self.closed_by(act_id)
        self._refuse_before(loan, at)
        values = {"returned_at": at, "return_act_id": act_id, "ended_lost": lost, "undone": undone}
        values |= {"returned_branch": branch, "returned_by_patron": by_patron}
        closed = self._change(loan_id, values)
        if undone:
            uncount_lent(self._link, loan.item_id)
        cut_closed_loans(self._link, loan_id=loan_id)
        return closed

    def open_again(
        self, before: Loan, patron_id: int, filled: BeforeLoan, charge_ids: Collection[int], title: str
    ) -> None:
        """Open a loan that was returned as it was ``before``, with the links that its end has cut."""
        values: dict[str, Any] = {"returned_at": None, "return_act_id": None, "returned_branch": None}
        values |= {
            "returned_by_patron": None,
            "patron_id": patron_id,
            "claims_returned": before.claims_returned,
        }
        values |= {"filled_hold_id": filled.filled_hold_id}
        values |= {"filled_hold_state": filled.filled_hold_state and filled.filled_hold_state.value}
        self._change(before.id, values)
        named = {"loan_id": before.id, "item_id": before.item_id, "title": title}
        own = charges.c.id.in_(list(charge_ids)) & (charges.c.patron_id == patron_id)
        self._link.write(charges.update().where(own).values(named))

    def claim_returned(self, loan_id: int, claims: bool) -> Loan | None:
        """Note that the patron says the item was returned, or no longer says so."""
        changed = self._change(loan_id, {"claims_returned": claims})
        if not claims:
            cut_closed_loans(self._link, loan_id=loan_id)
        return changed

    def found(self, loan_id: int) -> None:
        """Note that a loan's lost item has come back and all is paid back: nothing refundable is left."""
        self._link.write(loans.update().where(loans.c.id == loan_id).values(ended_lost=False))
        cut_closed_loans(self._link, loan_id=loan_id)

    def to_cut(self, after: int, limit: int, ended_before: datetime | None = None) -> tuple[int, ...]:
        """Return, by number behind ``after``, loans that are over and whose patron is no longer needed.

        What ended before a moment is no history any more, whatever the patron chose.
        """
        return loans_to_cut(self._link, after, limit, ended_before)

    def cut_links(self, numbers: Iterable[int], ended_before: datetime | None = None) -> int:
        """Unlink these loans where that may still be; return how many."""
        return cut_closed_loans(self._link, loan_ids=tuple(numbers), ended_before=ended_before)

    def decided(self, loan_id: int) -> tuple[Decided, ...]:
        """Return what decided a loan: when it was opened, then at each renewal; only what was kept."""
        opened = select(loans.c.lent_at.label("at"), loans.c.decided).where(loans.c.id == loan_id)
        renewed = select(renewals.c.renewed_at.label("at"), renewals.c.decided)
        of_loan = renewed.where(renewals.c.loan_id == loan_id).order_by(renewals.c.id)
        rows = [*self._link.all(opened), *self._link.all(of_loan)]
        return tuple(Decided(row.at, row.decided) for row in rows if row.decided is not None)

    def before(self, loan_id: int) -> BeforeLoan | None:
        """Return what the loan changed beside itself; None where there is none of that number."""
        row = self._link.first(select(loans).where(loans.c.id == loan_id))
        if row is None:
            return None
        place = None if row.place_before is None else Place(row.place_before)
        filled = None if row.filled_hold_state is None else HoldState(row.filled_hold_state)
        return BeforeLoan(row.filled_hold_id, filled, place, row.at_branch_before)

    def get(self, loan_id: int) -> Loan | None:
        """Return the loan of that number."""
        return self._one(loans.c.id == loan_id)

    def by_act(self, act_id: str) -> Loan | None:
        """Return the loan that the act opened."""
        return self._one(loans.c.act_id == act_id)

    def closed_by(self, act_id: str) -> Loan | None:
        """Return the loan that the act ended."""
        return self._one(loans.c.return_act_id == act_id)

    def renewed_by(self, act_id: str) -> Loan | None:
        """Return the loan that the act renewed, as it is now."""
        renewed = select(renewals.c.loan_id).where(renewals.c.act_id == act_id)
        return self._one(loans.c.id.in_(renewed))

    def of_item(self, item_id: int) -> Loan | None:
        """Return the open loan of an item."""
        return self._one((loans.c.item_id == item_id) & loans.c.returned_at.is_(None))

    def latest_of(self, patron_id: int) -> Loan | None:
        """Return the loan that was opened last of those that are open: of ended ones not all are known."""
        mine = select(func.max(loans.c.id)).where(loans.c.patron_id == patron_id)
        return self._one(loans.c.id == mine.where(loans.c.returned_at.is_(None)).scalar_subquery())

    def last_lost(self, item_id: int) -> Loan | None:
        """Return the latest loan of the item when it ended as lost."""
        latest = select_loans().where(loans.c.item_id == item_id).order_by(loans.c.id.desc()).limit(1)
        row = self._link.first(latest)
        return loan_of(row) if row is not None and row.ended_lost else None

    def of_patron(self, patron_id: int) -> tuple[LoanFacts, ...]:
        """Return a patron's open loans, the first due first."""
        return self._facts(_open().where(loans.c.patron_id == patron_id))

    def history(self, patron_id: int, limit: int = 50, offset: int = 0) -> tuple[LoanFacts, ...]:
        """Return a patron's ended loans that are still linked, the latest first; none that was undone."""
        ended = loans.c.returned_at.is_not(None) & loans.c.undone.is_(False)
        over = select_loan_facts().where(loans.c.patron_id == patron_id, ended)
        query = over.order_by(loans.c.returned_at.desc(), loans.c.id.desc()).limit(limit).offset(offset)
        return tuple(loan_facts_of(row) for row in self._link.all(query))

    def overdue(self, at: datetime, limit: int = 1000, after: int = 0) -> tuple[LoanFacts, ...]:
        """Return open loans due before then, by number; ``after`` goes on behind that loan."""
        late = select_loan_facts().where(loans.c.returned_at.is_(None), loans.c.due_at < at)
        query = late.where(loans.c.id > after).order_by(loans.c.id).limit(limit)
        return tuple(loan_facts_of(row) for row in self._link.all(query))

    def due_between(self, first: datetime, last: datetime) -> tuple[LoanFacts, ...]:
        """Return open loans due from ``first`` to before ``last``, the first due first."""
        return self._facts(_open().where(loans.c.due_at >= first, loans.c.due_at < last))

    def _facts(self, query: Select[Any]) -> tuple[LoanFacts, ...]:
        ordered = query.order_by(loans.c.due_at, loans.c.id)
        return tuple(loan_facts_of(row) for row in self._link.all(ordered))

    def _one(self, condition: ColumnElement[bool]) -> Loan | None:
        row = self._link.first(select_loans().where(condition))
        return None if row is None else loan_of(row)

    def _locked(self, loan_id: int) -> Loan | None:
        """Return the loan while it is open, locked until the act ends."""
        query = select_loans().where(loans.c.id == loan_id, loans.c.returned_at.is_(None))
        row = self._link.first(query.with_for_update(of=loans, key_share=True))
        return None if row is None else loan_of(row)

    def _change(self, loan_id: int, values: dict[str, Any]) -> Loan | None:
        statement = loans.update().where(loans.c.id == loan_id).values(values)
        row = self._link.written(statement.returning(*LOAN_COLUMNS, currency_column()))
        if row is None:
            return None
        self._touch(row.item_id)
        return loan_of(row)

    def _touch(self, item_id: int) -> None:
        self._feed.touch(
            self._link.column(select(items.c.record_id).where(items.c.id == item_id)), FeedKind.ITEMS
        )

    def _refuse_before(self, loan: Loan, at: datetime) -> None:
        if at < loan.lent_at:
            raise InvalidTime(value=at.isoformat(), after=loan.lent_at.isoformat())


def _open() -> Select[Any]:
    return select_loan_facts().where(loans.c.returned_at.is_(None))
