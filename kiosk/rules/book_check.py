"""Checks a library's rules as a whole before they are taken: every row's scope, values and company."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kiosk.model.library import Library
from kiosk.model.money import Money
from kiosk.model.rule import CirculationRule, Period, RuleScope
from kiosk.rules.resolution import NAMES_WITHOUT_DEFAULT, VALUE_NAMES

MOST_DAYS = 3660
_LEAST = {
    "max_loans": 0,
    "renewals": 0,
    "renew_not_before": 0,
    "max_holds": 0,
    "hold_shelf_days": 1,
    "minimum_age": 0,
    "fine_grace_days": 0,
    "block_overdue": 1,
}
_MOST = {"minimum_age": 150, "hold_shelf_days": MOST_DAYS, "renew_not_before": MOST_DAYS}
_MOST_OF_ANY = 1_000_000


@dataclass(frozen=True, slots=True)
class RuleProblem:
    """What is wrong with the rules: the key of its sentence, the row's number and what fills the sentence.

    ``row`` is None where a row is wanted that is not there.
    """

    key: str
    row: int | None
    values: tuple[tuple[str, object], ...] = ()


def check_book(library: Library) -> tuple[RuleProblem, ...]:
    """Return all that is wrong with the library's rules, in the order of its rows; none if all is well."""
    problems = [
        *_unknown_codes(library),
        *_impossible_values(library),
        *_values_set_twice(library.rules),
        *_missing_values(library.rules),
    ]
    return tuple(sorted(problems, key=lambda problem: problem.row or 0))


def _unknown_codes(library: Library) -> Iterator[RuleProblem]:
    known = {
        "branch": {branch.code.casefold() for branch in library.branches},
        "patron_category": {category.code.casefold() for category in library.patron_categories},
        "item_type": {item_type.code.casefold() for item_type in library.item_types},
    }
    for row in library.rules:
        for field, codes in known.items():
            code = getattr(row.scope, field)
            if code is not None and code.casefold() not in codes:
                yield RuleProblem(f"rule.unknown_{field}", row.number, (("code", code),))


def _impossible_values(library: Library) -> Iterator[RuleProblem]:
    for row in library.rules:
        for name in VALUE_NAMES:
            value = getattr(row.values, name)
            if value is not None and not _is_possible(name, value, library.currency):
                yield RuleProblem("rule.impossible_value", row.number, (("name", name), ("value", value)))


def _is_possible(name: str, value: object, currency: str) -> bool:
    if isinstance(value, Period):
        return 1 <= value.count <= MOST_DAYS
    if isinstance(value, Money):
        return value.minor >= 0 and value.currency == currency
    if name in _LEAST:
        least, most = _LEAST[name], _MOST.get(name, _MOST_OF_ANY)
        return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
    return True


def _values_set_twice(rules: Iterable[CirculationRule]) -> Iterator[RuleProblem]:
    first_row: dict[tuple[RuleScope, str], int] = {}
    for row in rules:
        scope = _folded(row.scope)
        for name in VALUE_NAMES:
            if getattr(row.values, name) is None:
                continue
            earlier = first_row.setdefault((scope, name), row.number)
            if earlier != row.number:
                yield RuleProblem("rule.set_twice", row.number, (("name", name), ("other_row", earlier)))


def _missing_values(rules: Iterable[CirculationRule]) -> Iterator[RuleProblem]:
    unscoped = [row for row in rules if row.scope == RuleScope()]
    for name in NAMES_WITHOUT_DEFAULT:
        if all(getattr(row.values, name) is None for row in unscoped):
            number = unscoped[0].number if unscoped else None
            yield RuleProblem("rule.unscoped_value_missing", number, (("name", name),))


def _folded(scope: RuleScope) -> RuleScope:
    codes = (scope.branch, scope.patron_category, scope.item_type)
    return RuleScope(*(code.casefold() if code is not None else None for code in codes))
