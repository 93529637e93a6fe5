"""What makes a set of rules unfit."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.model.money import Money
from kiosk.model.rule import CirculationRule
from kiosk.rules.book_check import RuleProblem, check_book

from .builders import days, eur, hours, library, rule


def check(*rules: CirculationRule) -> list[tuple[str, int | None]]:
    return [(problem.key, problem.row) for problem in check_book(library(*rules))]


def test_a_sound_book_has_no_problems() -> None:
    assert (
        check(
            rule(2, {"patron_category": "child", "item_type": "dvd"}, loan_period=days(7), max_loans=0),
            rule(3, {"item_type": "game"}, loan_period=hours(3), fine_max=eur("0"), minimum_age=18),
        )
        == []
    )


@pytest.mark.parametrize("field", ["branch", "patron_category", "item_type"])
def test_an_unknown_code_is_named_with_its_row(field: str) -> None:
    problems = check_book(library(rule(2, {field: "nowhere"}, renewals=1)))
    assert problems == (RuleProblem(f"rule.unknown_{field}", 2, (("code", "nowhere"),)),)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("loan_period", days(0)),
        ("loan_period", days(-3)),
        ("loan_period", days(99999)),
        ("renewal_period", hours(0)),
        ("max_loans", -1),
        ("max_holds", -1),
        ("renewals", -1),
        ("renew_not_before", -1),
        ("hold_shelf_days", 0),
        ("minimum_age", -1),
        ("minimum_age", 200),
        ("fine_grace_days", -1),
        ("block_overdue", 0),
        ("max_loans", 10**9),
        ("loan_fee", Money(-1, "EUR")),
        ("fine_per_day", Money(10, "PLN")),
        ("block_owing", Money(-500, "EUR")),
    ],
)
def test_an_impossible_value_is_named_with_its_row(name: str, value: Any) -> None:
    problems = check_book(library(rule(2, {"item_type": "dvd"}, **{name: value})))
    assert problems == (RuleProblem("rule.impossible_value", 2, (("name", name), ("value", value))),)


def test_two_rows_of_one_scope_may_not_set_one_value() -> None:
    twice = {"item_type": "dvd"}
    problems = check_book(library(rule(2, twice, renewals=1), rule(3, {"item_type": "DVD"}, renewals=1)))
    assert problems == (RuleProblem("rule.set_twice", 3, (("name", "renewals"), ("other_row", 2))),)


def test_two_rows_of_one_scope_may_set_different_values() -> None:
    assert check(rule(2, {"item_type": "dvd"}, renewals=1), rule(3, {"item_type": "dvd"}, holds=False)) == []


def test_the_unscoped_row_must_set_what_has_no_default() -> None:
    bare = replace(library(), rules=(rule(1, renewals=1), rule(2, {"branch": "MAIN"}, max_loans=3)))
    assert check_book(bare) == (
        RuleProblem("rule.unscoped_value_missing", 1, (("name", "loan_period"),)),
        RuleProblem("rule.unscoped_value_missing", 1, (("name", "max_loans"),)),
    )


def test_a_book_without_an_unscoped_row_is_told_so() -> None:
    none = replace(library(), rules=())
    assert {(p.key, p.row) for p in check_book(none)} == {("rule.unscoped_value_missing", None)}


def test_all_problems_are_told_in_the_order_of_rows() -> None:
    found = check(rule(2, {"branch": "X"}, renewals=-1), rule(3, {"item_type": "Y"}, max_holds=-1))
    assert [row for _, row in found] == [2, 2, 3, 3]
