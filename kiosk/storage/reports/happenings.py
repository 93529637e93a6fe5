"""Reads single loans, renewals and returns of a span of time, without who had them."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, false, func, select

from kiosk.model.happened import Happened, Happening
from kiosk.storage.link import Link
from kiosk.storage.tables import items, loans, renewals

# What an import found lent was lent nobody knows when: it has no period.
_REAL = (loans.c.period_count > 0) & loans.c.undone.is_(False)


def happened_between(link: Link, first: datetime, before: datetime) -> list[Happened]:
    """Return what happened from ``first`` to before ``before``, in no order."""
    found: list[Happened] = []
    for kind, query in (
        (Happening.LOAN, _loans(first, before)),
        (Happening.RETURN, _returns(first, before)),
        (Happening.RENEWAL, _renewals(first, before)),
    ):
        found += [
            Happened(
                kind,
                row.at,
                row.branch,
                row.patron_category or "",
                row.item_type,
                row.location or "",
                bool(row.own),
            )
            for row in link.all(query)
        ]
    return found


def count_loans(link: Link, first: datetime, before: datetime, branch: str | None) -> int:
    """Count the loans made from ``first`` to before ``before``, in a branch or in all."""
    query = select(func.count()).where(*_lent(first, before))
    return int(link.scalar(query if branch is None else query.where(loans.c.branch == branch)))


def lent_between(first: datetime, before: datetime) -> Select[Any]:
    """Return what asks for the loans made from ``first`` to before ``before``, with their items."""
    return _loans(first, before)


def first_loan(link: Link) -> datetime | None:
    """Return when the first loan was made, or the first one of an import came back."""
    lent = select(loans.c.lent_at).where(_REAL).order_by(loans.c.lent_at).limit(1)
    moments = (link.scalar(lent), link.scalar(select(func.min(loans.c.returned_at))))
    return min((moment for moment in moments if moment is not None), default=None)


def _lent(first: datetime, before: datetime) -> tuple[ColumnElement[bool], ...]:
    return loans.c.lent_at >= first, loans.c.lent_at < before, _REAL


def _back(first: datetime, before: datetime) -> tuple[ColumnElement[bool], ...]:
    brought = loans.c.undone.is_(False) & loans.c.ended_lost.is_(False)
    return loans.c.returned_at >= first, loans.c.returned_at < before, brought


def _loans(first: datetime, before: datetime) -> Select[Any]:
    told = _of_item(loans.c.lent_at, loans.c.branch, loans.c.lent_by_patron)
    return told.where(*_lent(first, before))


def _returns(first: datetime, before: datetime) -> Select[Any]:
    where = func.coalesce(loans.c.returned_branch, loans.c.branch)
    told = _of_item(loans.c.returned_at, where, loans.c.returned_by_patron)
    return told.where(*_back(first, before))


def _renewals(first: datetime, before: datetime) -> Select[Any]:
    told = _of_item(renewals.c.renewed_at, loans.c.branch, false())
    joined = told.join(renewals, renewals.c.loan_id == loans.c.id)
    return joined.where(renewals.c.renewed_at >= first, renewals.c.renewed_at < before)


def _of_item(at: Any, branch: Any, by_patron: Any) -> Select[Any]:
    facts = (loans.c.patron_category, items.c.item_type, items.c.location)
    told = select(at.label("at"), branch.label("branch"), *facts, by_patron.label("own"))
    return told.select_from(loans).join(items, items.c.id == loans.c.item_id)
