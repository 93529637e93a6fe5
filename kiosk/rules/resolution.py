"""Finds the value that holds for a branch, a patron category and an item type, and the row that sets it."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from kiosk.model.decision import AppliedValue
from kiosk.model.library import Library
from kiosk.model.money import Money
from kiosk.model.rule import CirculationRule, ClosedDays, Period, RuleScope, RuleValues
from kiosk.rules.codes import same_code

VALUE_NAMES = tuple(field.name for field in fields(RuleValues))
NAMES_WITHOUT_DEFAULT = ("loan_period", "max_loans")


@dataclass(frozen=True, slots=True)
class EffectiveValues:
    """Every rule value as it holds for one scope, defaults filled in."""

    loanable: bool
    loan_period: Period | None
    fixed_due_date: date | None
    closed_days: ClosedDays
    max_loans: int | None
    renewals: int
    renewal_period: Period | None
    renew_not_before: int | None
    holds: bool
    max_holds: int | None
    hold_shelf_days: int
    minimum_age: int | None
    loan_fee: Money
    fine_per_day: Money
    fine_grace_days: int
    fine_closed_days: bool
    fine_max: Money | None
    replacement_fee: Money
    block_owing: Money | None
    block_overdue: int | None


@dataclass(frozen=True, slots=True)
class Resolved:
    """The values for one scope, and for each the row behind it."""

    scope: RuleScope
    values: EffectiveValues
    applied: tuple[AppliedValue, ...]


class RuleBook:
    """A library's rules, each scope resolved once.

    The book of a library without rules answers too: ``loan_period`` is then None and nothing can
    be lent.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self._resolved: dict[tuple[str | None, str | None, str | None], Resolved] = {}

    def resolve(self, branch: str | None, patron_category: str | None, item_type: str | None) -> Resolved:
        """Return the values for an item's home branch, a patron category and an item type.

        None stands for one that is not known: only rows that leave it open match.
        """
        key = (branch, patron_category, item_type)
        if key not in self._resolved:
            self._resolved[key] = _resolve(self.library, RuleScope(*key))
        return self._resolved[key]


def weight(scope: RuleScope) -> int:
    """Return how heavy a row is: 4 for a branch, 2 for a patron category, 1 for an item type."""
    return (
        4 * (scope.branch is not None)
        + 2 * (scope.patron_category is not None)
        + (scope.item_type is not None)
    )


def matches(scope: RuleScope, asked: RuleScope) -> bool:
    """Return whether a row of this scope speaks about the branch, category and type asked for."""
    return (
        (scope.branch is None or same_code(scope.branch, asked.branch))
        and (scope.patron_category is None or same_code(scope.patron_category, asked.patron_category))
        and (scope.item_type is None or same_code(scope.item_type, asked.item_type))
    )


def _resolve(library: Library, asked: RuleScope) -> Resolved:
    rows = [row for row in library.rules if matches(row.scope, asked)]
    rows.sort(key=lambda row: (-weight(row.scope), row.number))
    defaults = _defaults(library.currency)
    found = {name: _apply(name, rows, defaults[name]) for name in VALUE_NAMES}
    if found["renewal_period"].value is None:
        period = found["loan_period"]
        found["renewal_period"] = AppliedValue("renewal_period", period.value, period.row, period.scope)
    values: dict[str, Any] = {name: applied.value for name, applied in found.items()}
    return Resolved(asked, EffectiveValues(**values), tuple(found.values()))


def _apply(name: str, rows: Iterable[CirculationRule], default: object) -> AppliedValue:
    for row in rows:
        value = getattr(row.values, name)
        if value is not None:
            return AppliedValue(name, value, row.number, row.scope)
    return AppliedValue(name, default, None, None)


def _defaults(currency: str) -> dict[str, object]:
    nothing = Money.zero(currency)
    defaults: dict[str, object] = dict.fromkeys(VALUE_NAMES)
    defaults.update(loanable=True, closed_days=ClosedDays.NEXT_OPEN_DAY, renewals=0, holds=True)
    defaults.update(hold_shelf_days=7, loan_fee=nothing, fine_per_day=nothing, fine_grace_days=0)
    defaults.update(fine_closed_days=False, replacement_fee=nothing)
    return defaults
