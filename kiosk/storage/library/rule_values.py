"""Rule values as JSON: only those that a row sets, amounts in minor units."""

from dataclasses import fields
from datetime import date
from typing import Any

from kiosk.model.money import Money
from kiosk.model.rule import ClosedDays, Period, PeriodUnit, RuleValues

_MONEY = frozenset({"loan_fee", "fine_per_day", "fine_max", "replacement_fee", "block_owing"})
_PERIODS = frozenset({"loan_period", "renewal_period"})


def values_to_json(values: RuleValues) -> dict[str, Any]:
    """Return the values that are set."""
    found = ((field.name, getattr(values, field.name)) for field in fields(values))
    return {name: _plain(value) for name, value in found if value is not None}


def values_from_json(stored: dict[str, Any], currency: str) -> RuleValues:
    """Return the values, amounts in the library's currency."""
    return RuleValues(**{name: _meant(name, value, currency) for name, value in stored.items()})


def _plain(value: Any) -> Any:
    if isinstance(value, Money):
        return value.minor
    if isinstance(value, Period):
        return [value.count, value.unit.value]
    if isinstance(value, date):
        return value.isoformat()
    return value


def _meant(name: str, value: Any, currency: str) -> Any:
    if name in _MONEY:
        return Money(value, currency)
    if name in _PERIODS:
        return Period(value[0], PeriodUnit(value[1]))
    if name == "fixed_due_date":
        return date.fromisoformat(value)
    if name == "closed_days":
        return ClosedDays(value)
    return value
