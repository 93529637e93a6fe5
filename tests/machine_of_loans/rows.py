"""The model's rules: which row's value holds, and which limits an act comes under."""

from collections.abc import Iterable
from typing import Any

from tests.machine_of_loans.plain import Kind, Rule, Town

DEFAULTS: dict[str, Any] = {
    "loanable": True,
    "fixed_due_date": None,
    "closed_days": "next_open_day",
    "renewals": 0,
    "renew_not_before": None,
    "holds": True,
    "max_holds": None,
    "hold_shelf_days": 7,
    "minimum_age": None,
    "loan_fee": 0,
    "fine_per_day": 0,
    "fine_grace_days": 0,
    "fine_closed_days": False,
    "fine_max": None,
    "replacement_fee": 0,
    "block_owing": None,
    "block_overdue": None,
}


def values(town: Town, branch: str | None, category: str | None, item_type: str | None) -> dict[str, Any]:
    """Return every value for an item's home branch, a patron's category and an item's type."""
    asked = (branch, category, item_type)
    found, weights = dict(DEFAULTS), dict.fromkeys(DEFAULTS, -1)
    for row in town.rules:
        if any(said is not None and said != of for said, of in zip(row.scope, asked, strict=True)):
            continue
        for name, value in row.values.items():
            if _weight(row) > weights.get(name, -1):
                found[name], weights[name] = value, _weight(row)
    found.setdefault("renewal_period", found.get("loan_period"))
    return found


def _weight(row: Rule) -> int:
    return sum(weight for weight, said in zip((4, 2, 1), row.scope, strict=True) if said is not None)


def is_full(town: Town, name: str, category: str, kind: Kind, counted: Iterable[Kind]) -> bool:
    """Return whether any group's limit that covers the kind is reached by what is counted."""
    things, groups = list(counted), {(row.scope[0], row.scope[2]) for row in town.rules if name in row.values}
    for group in groups:
        if not _covers(group, kind):
            continue
        limit = _limit(town, name, category, group)
        if limit is not None and sum(_covers(group, thing) for thing in things) >= limit:
            return True
    return False


def _limit(town: Town, name: str, category: str, group: Kind) -> int | None:
    """Return the group's limit for the category: of its own row, else of the row for anybody."""
    by_category = {
        row.scope[1]: row.values[name]
        for row in town.rules
        if name in row.values and (row.scope[0], row.scope[2]) == group
    }
    limit: int | None = by_category.get(category, by_category.get(None))
    return limit


def _covers(group: Kind, kind: Kind) -> bool:
    return group[0] in (None, kind[0]) and group[1] in (None, kind[1])
