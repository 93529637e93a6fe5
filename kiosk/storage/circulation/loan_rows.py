"""A loan as columns, and back, alone or with what rules need to know of its item."""

from functools import lru_cache
from operator import attrgetter
from typing import Any

from sqlalchemy import Row, Select, select

from kiosk.model.decision import LoanFacts
from kiosk.model.loan import Loan, LoanTerms
from kiosk.model.money import Money
from kiosk.model.rule import Period, PeriodUnit
from kiosk.storage.money import currency_column, money
from kiosk.storage.tables import items, loans, records

# What decided a loan, what an undo puts back and what only reports ask is read only there.
LOAN_COLUMNS = tuple(
    column
    for column in loans.c
    if column.name
    not in {"decided", "filled_hold_id", "filled_hold_state", "place_before", "at_branch_before"}
    and column.name not in {"lent_by_patron", "returned_by_patron", "returned_branch"}
)


def select_loans() -> Select[Any]:
    """Return a query of loans, to be narrowed by the caller."""
    return select(*LOAN_COLUMNS, currency_column())


def select_loan_facts() -> Select[Any]:
    """Return a query of loans with their items and titles, to be narrowed by the caller."""
    return select(
        *LOAN_COLUMNS,
        items.c.record_id,
        items.c.barcode,
        items.c.branch.label("item_branch"),
        items.c.item_type,
        items.c.price.label("item_price"),
        records.c.title,
        currency_column(),
    ).select_from(
        loans.join(items, items.c.id == loans.c.item_id).join(records, records.c.id == items.c.record_id)
    )


def terms_values(terms: LoanTerms) -> dict[str, Any]:
    """Return the terms of a loan by column."""
    return {
        "period_count": terms.loan_period.count,
        "period_unit": terms.loan_period.unit.value,
        "renewals": terms.renewals,
        "fine_per_day": terms.fine_per_day.minor,
        "fine_grace_days": terms.fine_grace_days,
        "fine_closed_days": terms.fine_closed_days,
        "fine_max": None if terms.fine_max is None else terms.fine_max.minor,
        "replacement_fee": terms.replacement_fee.minor,
    }


_TERMS = attrgetter(
    "period_count",
    "period_unit",
    "renewals",
    "fine_per_day",
    "fine_grace_days",
    "fine_closed_days",
    "fine_max",
    "replacement_fee",
    "currency",
)


# The loans of one card have few different terms among them, whatever their number.
@lru_cache(maxsize=512)
def _terms(
    count: int,
    unit: str,
    renewals: int,
    per_day: int,
    grace: int,
    closed: bool,
    most: int | None,
    replacement: int,
    currency: str,
) -> LoanTerms:
    return LoanTerms(
        loan_period=Period(count, PeriodUnit(unit)),
        renewals=renewals,
        fine_per_day=Money(per_day, currency),
        fine_grace_days=grace,
        fine_closed_days=closed,
        fine_max=money(most, currency),
        replacement_fee=Money(replacement, currency),
    )


def loan_of(row: Any) -> Loan:
    """Return the loan that a row with a ``currency`` holds."""
    return Loan(
        id=row.id,
        act_id=row.act_id,
        item_id=row.item_id,
        patron_id=row.patron_id,
        branch=row.branch,
        lent_at=row.lent_at,
        due_at=row.due_at,
        terms=_terms(*_TERMS(row)),
        renewals_used=row.renewals_used,
        renewed_at=row.renewed_at,
        returned_at=row.returned_at,
        claims_returned=row.claims_returned,
        fine_booked=Money(row.fine_booked, row.currency) if row.fine_booked else None,
        fine_since_due=Money(row.fine_since_due, row.currency) if row.fine_since_due else None,
        loan_fee=Money(row.loan_fee, row.currency) if row.loan_fee else None,
        undone=bool(row.undone),
    )


def loan_facts_of(row: Row[Any]) -> LoanFacts:
    """Return the loan with its item that a row of ``select_loan_facts`` holds."""
    return LoanFacts(
        loan=loan_of(row),
        record_id=row.record_id,
        barcode=row.barcode,
        item_branch=row.item_branch,
        item_type=row.item_type,
        item_price=money(row.item_price, row.currency),
        title=row.title,
    )
