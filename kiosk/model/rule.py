"""Circulation rules: stored rows of scope to values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.model.money import Money


class PeriodUnit(StrEnum):
    """What a loan period counts."""

    DAYS = "days"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Period:
    """A loan period of so many days or hours."""

    count: int
    unit: PeriodUnit


class ClosedDays(StrEnum):
    """What becomes of a due day on which the branch is closed."""

    KEEP = "keep"
    NEXT_OPEN_DAY = "next_open_day"
    PREVIOUS_OPEN_DAY = "previous_open_day"


@dataclass(frozen=True, slots=True)
class RuleScope:
    """Whom and what a rule is for; None means any."""

    branch: str | None = None
    patron_category: str | None = None
    item_type: str | None = None


@dataclass(frozen=True, slots=True)
class RuleValues:
    """The values that a rule sets; None means not set by this row. Names are the library file's."""

    loanable: bool | None = None
    loan_period: Period | None = None
    fixed_due_date: date | None = None
    closed_days: ClosedDays | None = None
    max_loans: int | None = None
    renewals: int | None = None
    renewal_period: Period | None = None
    renew_not_before: int | None = None
    holds: bool | None = None
    max_holds: int | None = None
    hold_shelf_days: int | None = None
    minimum_age: int | None = None
    loan_fee: Money | None = None
    fine_per_day: Money | None = None
    fine_grace_days: int | None = None
    fine_closed_days: bool | None = None
    fine_max: Money | None = None
    replacement_fee: Money | None = None
    block_owing: Money | None = None
    block_overdue: int | None = None


@dataclass(frozen=True, slots=True)
class CirculationRule:
    """One stored row: ``number`` counts from 1 in the order of the library file."""

    number: int
    scope: RuleScope
    values: RuleValues
