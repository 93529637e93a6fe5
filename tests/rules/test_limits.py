"""How many loans and holds at once."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.decision import Act, HoldFacts, LimitUse, LoanFacts
from kiosk.model.rule import CirculationRule
from kiosk.rules.holds import kind_of_hold
from kiosk.rules.limits import hold_limits, loan_limits
from kiosk.rules.resolution import RuleBook

from .builders import (
    ask,
    codes,
    copy,
    facts,
    held,
    hold,
    item,
    library,
    library_with,
    loan,
    on_card,
    patron,
    rule,
)

CHILD = {"patron_category": "child"}
DVD = {"item_type": "dvd"}
WEST = {"branch": "WEST"}


def loans(books: int = 0, dvds: int = 0, western: int = 0) -> list[LoanFacts]:
    kinds = [("MAIN", "book")] * books + [("MAIN", "dvd")] * dvds + [("WEST", "book")] * western
    return [
        on_card(loan(n), item_branch=branch, item_type=kind)
        for n, (branch, kind) in enumerate(kinds, start=10)
    ]


def uses(
    *rules: CirculationRule,
    category: str = "child",
    kind: tuple[str, str] = ("MAIN", "dvd"),
    on: list[LoanFacts],
) -> list[tuple[int, int, int | None]]:
    found = loan_limits(library(*rules), category, kind, on)
    return [(use.used, use.allowed, use.row) for use in found]


def test_every_group_that_covers_the_item_is_checked_the_narrowest_first() -> None:
    rules = (rule(2, DVD, max_loans=3), rule(3, WEST, max_loans=4), rule(4, {**WEST, **DVD}, max_loans=1))
    on = loans(books=2, dvds=1, western=5)
    assert uses(*rules, on=on) == [(1, 3, 2), (8, 10, 1)]
    assert uses(*rules, on=on, kind=("WEST", "dvd")) == [(0, 1, 4), (5, 4, 3), (1, 3, 2), (8, 10, 1)]
    assert uses(*rules, on=on, kind=("MAIN", "book")) == [(8, 10, 1)]


def test_in_a_group_only_the_row_with_the_most_specific_category_holds() -> None:
    rules = (rule(2, {**CHILD, **DVD}, max_loans=2), rule(3, DVD, max_loans=1), rule(4, CHILD, max_loans=20))
    assert uses(*rules, on=loans(dvds=1)) == [(1, 2, 2), (1, 20, 4)]
    assert uses(*rules, on=loans(dvds=1), category="adult") == [(1, 1, 3), (1, 10, 1)]


def test_a_row_of_another_category_limits_nobody_else() -> None:
    assert uses(rule(2, {**CHILD, **DVD}, max_loans=0), on=[], category="adult") == [(0, 10, 1)]


def test_loans_claimed_as_returned_are_left_out() -> None:
    claimed = on_card(loan(5, claims_returned=True))
    assert uses(on=[claimed, *loans(books=2)]) == [(2, 10, 1)]


def test_codes_of_loans_are_told_without_case() -> None:
    assert uses(rule(2, {"item_type": "DVD"}, max_loans=3), on=loans(dvds=2)) == [(2, 3, 2), (2, 10, 1)]


@pytest.mark.parametrize(("dvds", "expected"), [(1, []), (2, ["limit.loans"]), (3, ["limit.loans"])])
def test_a_loan_is_refused_once_the_limit_is_reached(dvds: int, expected: list[str]) -> None:
    known = facts(copy(item(item_type="dvd")), patron(*loans(dvds=dvds)), library(rule(2, DVD, max_loans=2)))
    assert codes(ask(Act.CHECKOUT, known)) == expected


def test_each_group_reached_is_a_reason_and_every_use_is_told() -> None:
    of = library(rule(2, DVD, max_loans=1), rule(3, {"branch": "MAIN"}, max_loans=2))
    decision = ask(Act.CHECKOUT, facts(copy(item(item_type="dvd")), patron(*loans(books=1, dvds=1)), of))
    assert codes(decision) == ["limit.loans", "limit.loans"]
    assert [dict(reason.values) for reason in decision.reasons] == [
        {"used": 2, "allowed": 2, "branch": "MAIN", "item_type": None},
        {"used": 1, "allowed": 1, "branch": None, "item_type": "dvd"},
    ]
    assert LimitUse("max_loans", 2, 10, None, None, 1) in decision.limits


def test_holds_are_counted_under_the_kind_of_their_first_item() -> None:
    of = library(rule(2, DVD, max_holds=1), rule(3, max_holds=3))
    waiting = [held(hold(1), item_type="dvd"), held(hold(2)), held(hold(3), None, None)]
    found = hold_limits(RuleBook(of), "adult", ("MAIN", "dvd"), waiting)
    assert [(use.used, use.allowed) for use in found] == [(1, 1), (3, 3)]
    assert hold_limits(RuleBook(library()), "adult", ("MAIN", "dvd"), waiting) == ()


def test_a_hold_counts_under_the_first_item_that_rules_let_it_wait_for() -> None:
    rows = (rule(2, DVD, max_holds=1, holds=False), rule(3, max_holds=3), rule(4, WEST, loanable=False))
    book = RuleBook(library(*rows))
    kinds = (("WEST", "book"), ("MAIN", "dvd"), ("MAIN", "book"))
    assert kind_of_hold(book, HoldFacts(hold(1), kinds)) == ("MAIN", "book")
    assert kind_of_hold(book, HoldFacts(hold(1), kinds[:2])) == ("MAIN", "dvd"), "staff let it through"
    assert kind_of_hold(book, HoldFacts(hold(1), kinds[:1])) is None
    at_home = RuleBook(replace(library(*rows), lend_other_branches=False))
    elsewhere = replace(hold(1), pickup_branch="WEST")
    assert kind_of_hold(at_home, HoldFacts(elsewhere, kinds)) is None


def test_the_loan_of_the_item_itself_leaves_the_limit_alone() -> None:
    mine = loan(1)
    known = facts(copy(item(1), mine), patron(on_card(mine)), library_with(max_loans=1))
    assert codes(ask(Act.CHECKOUT, known)) == ["item.on_loan_to_you"]


@given(st.integers(0, 6), st.integers(0, 6), st.integers(0, 6), st.integers(0, 6))
def test_a_loan_more_never_frees_a_limit(dvds: int, books: int, more: int, most: int) -> None:
    of = library(rule(2, DVD, max_loans=most))
    target = copy(item(1, item_type="dvd"))
    before = ask(Act.CHECKOUT, facts(target, patron(*loans(books, dvds)), of))
    after = ask(Act.CHECKOUT, facts(target, patron(*loans(books, dvds + more)), of))
    assert set(codes(before)) <= set(codes(after))
    assert ("limit.loans" in codes(before)) is (dvds >= most or dvds + books >= 10)
