"""Tells the rule values that decided, plain enough to be kept with a loan and to be shown as JSON."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from kiosk.model.decision import Act, AppliedValue, Decision
from kiosk.model.money import Money
from kiosk.model.rule import Period

_OF_HOLDS = frozenset({"holds", "max_holds", "hold_shelf_days"})
_OF_RENEWALS = frozenset({"renewal_period", "renew_not_before"})
_OF_LOANS = frozenset({"loan_period", "loan_fee", "max_loans"})


def what_decided(decision: Decision) -> dict[str, Any]:
    """Return the values that a checkout or renewal was decided by; those nobody set are left out."""
    others = _OF_HOLDS | (_OF_LOANS if decision.act is Act.RENEW else _OF_RENEWALS)
    return plain_values(one for one in decision.rules if one.name not in others and one.value is not None)


def plain_values(applied: Iterable[AppliedValue]) -> dict[str, Any]:
    """Return each value by its name, with the row behind it and that row's scope."""
    return {one.name: {"value": _plain(one.value), "row": one.row, "scope": _scope(one)} for one in applied}


def _scope(applied: AppliedValue) -> dict[str, str]:
    named = (
        (name, getattr(applied.scope, name, None)) for name in ("branch", "patron_category", "item_type")
    )
    return {name: value for name, value in named if value is not None}


def _plain(value: object) -> object:
    match value:
        case Money():
            return value.decimal()
        case Period():
            return f"{value.count} {value.unit}"
        case date():
            return value.isoformat()
        case None | bool() | int():
            return value
        case _:
            return str(value)
