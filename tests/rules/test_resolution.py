"""Which row wins for each value."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.rule import CirculationRule, ClosedDays, RuleScope, RuleValues
from kiosk.rules.resolution import VALUE_NAMES, Resolved, RuleBook, weight

from .builders import days, eur, library, rule

SCOPES = [
    RuleScope(branch, category, item_type)
    for branch, category, item_type in itertools.product((None, "MAIN"), (None, "child"), (None, "dvd"))
]


def resolve(
    *rules: CirculationRule, branch: str = "MAIN", category: str = "child", kind: str = "dvd"
) -> Resolved:
    return RuleBook(library(*rules)).resolve(branch, category, kind)


def row_of(resolved: Resolved, name: str) -> int | None:
    return next(applied.row for applied in resolved.applied if applied.name == name)


@pytest.mark.parametrize(("lighter", "heavier"), list(itertools.combinations(sorted(SCOPES, key=weight), 2)))
def test_the_more_specific_row_wins(lighter: RuleScope, heavier: RuleScope) -> None:
    rules = (
        CirculationRule(2, heavier, RuleValues(renewals=5)),
        CirculationRule(3, lighter, RuleValues(renewals=7)),
    )
    resolved = RuleBook(replace(library(), rules=rules)).resolve("MAIN", "child", "dvd")
    assert resolved.values.renewals == 5
    assert row_of(resolved, "renewals") == 2


def test_a_branch_outweighs_category_and_type_and_a_category_a_type() -> None:
    assert [weight(scope) for scope in SCOPES] == [0, 1, 2, 3, 4, 5, 6, 7]


def test_each_value_is_resolved_by_itself() -> None:
    resolved = resolve(
        rule(2, {"patron_category": "child"}, loan_period=days(14)),
        rule(3, {"item_type": "dvd"}, loan_period=days(7), loan_fee=eur("1.50")),
    )
    assert resolved.values.loan_period == days(14)
    assert resolved.values.loan_fee == eur("1.50")
    assert (row_of(resolved, "loan_period"), row_of(resolved, "loan_fee")) == (2, 3)
    assert row_of(resolved, "renewals") == 1


@pytest.mark.parametrize("scope", [{"branch": "WEST"}, {"patron_category": "adult"}, {"item_type": "book"}])
def test_a_row_for_something_else_does_not_count(scope: dict[str, str]) -> None:
    assert resolve(rule(2, scope, renewals=9)).values.renewals == 2


def test_codes_are_told_without_case() -> None:
    assert resolve(rule(2, {"item_type": "DVD"}, renewals=9)).values.renewals == 9


def test_what_is_not_known_matches_only_rows_that_leave_it_open() -> None:
    book = RuleBook(library(rule(2, {"patron_category": "child"}, renewals=9)))
    assert book.resolve("MAIN", None, "dvd").values.renewals == 2


def test_defaults_hold_where_no_row_says_otherwise() -> None:
    values = resolve().values
    assert values.loanable is True
    assert values.holds is True
    assert values.closed_days is ClosedDays.NEXT_OPEN_DAY
    assert values.hold_shelf_days == 7
    assert values.fine_closed_days is False
    assert values.fine_grace_days == 0
    assert values.loan_fee == values.fine_per_day == values.replacement_fee == eur("0")
    nothing = ("fixed_due_date", "renew_not_before", "max_holds", "minimum_age", "fine_max", "block_owing")
    assert [getattr(values, name) for name in (*nothing, "block_overdue")] == [None] * 7
    assert row_of(resolve(), "hold_shelf_days") is None


def test_a_renewal_lasts_as_long_as_a_loan_unless_said_otherwise() -> None:
    resolved = resolve(rule(2, {"item_type": "dvd"}, loan_period=days(7)))
    assert resolved.values.renewal_period == days(7)
    assert row_of(resolved, "renewal_period") == 2
    said = resolve(rule(2, renewal_period=days(3)))
    assert said.values.renewal_period == days(3)


def test_false_and_nought_are_values_too() -> None:
    values = resolve(
        rule(2, {"branch": "MAIN"}, loanable=False, renewals=0, loan_fee=eur("0")),
        rule(3, {"item_type": "dvd"}, loanable=True, renewals=4, loan_fee=eur("2")),
    ).values
    assert (values.loanable, values.renewals, values.loan_fee) == (False, 0, eur("0"))


def test_the_row_behind_every_value_is_told() -> None:
    assert [applied.name for applied in resolve().applied] == list(VALUE_NAMES)


@given(st.permutations(range(len(SCOPES))), st.integers(0, len(SCOPES)))
def test_the_heaviest_row_wins_in_whatever_order_rows_are_written(order: list[int], count: int) -> None:
    chosen = [SCOPES[i] for i in order[: max(count, 1)]]
    rules = tuple(
        CirculationRule(number, scope, RuleValues(renewals=weight(scope)))
        for number, scope in enumerate(chosen, start=1)
    )
    found = RuleBook(replace(library(), rules=rules)).resolve("MAIN", "child", "dvd").values.renewals
    assert found == max(weight(scope) for scope in chosen)


def test_a_library_without_rules_answers_with_defaults() -> None:
    values = RuleBook(replace(library(), rules=())).resolve("MAIN", "child", "dvd").values
    assert values.loan_period is None
    assert values.loanable
