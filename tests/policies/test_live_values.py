"""Every value in an answer is what the rules decide, for any rules."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.model.decision import Act, Facts, Request
from kiosk.model.library import Library
from kiosk.model.money import Money
from kiosk.model.rule import CirculationRule, ClosedDays, RuleScope, RuleValues
from kiosk.policies.live.situation import Situation
from kiosk.policies.live.tables import fill_table
from kiosk.policies.live.values import fill
from kiosk.policies.placeholders import TABLES, parse
from kiosk.rules import evaluate
from kiosk.rules.owing import owes
from kiosk.rules.resolution import RuleBook
from kiosk.words import Wording, wording
from tests.rules.builders import (
    NOW,
    calendar,
    closed,
    copy,
    days,
    eur,
    hours,
    item,
    library,
    loan,
    on_card,
    patron,
    rule,
)

WORDS = wording("en", "Europe/Berlin")
BRANCHES, CATEGORIES, KINDS = ("MAIN", "WEST"), ("adult", "child"), ("book", "dvd", "game")

scopes = st.builds(
    RuleScope,
    branch=st.sampled_from([None, *BRANCHES]),
    patron_category=st.sampled_from([None, *CATEGORIES]),
    item_type=st.sampled_from([None, *KINDS]),
)
amounts = st.integers(0, 500).map(lambda cents: Money(cents, "EUR"))
some_values = st.builds(
    RuleValues,
    loanable=st.sampled_from([None, None, True, False]),
    loan_period=st.none() | st.integers(1, 60).map(days) | st.integers(1, 30).map(hours),
    closed_days=st.none() | st.sampled_from(list(ClosedDays)),
    max_loans=st.none() | st.integers(0, 20),
    renewals=st.none() | st.integers(0, 5),
    loan_fee=st.none() | amounts,
    fine_per_day=st.none() | amounts,
    fine_max=st.none() | amounts,
    minimum_age=st.none() | st.integers(1, 18),
)
rule_sets = st.lists(st.tuples(scopes, some_values), max_size=8)


def library_of(rows: list[tuple[RuleScope, RuleValues]]) -> Library:
    rules = [CirculationRule(number, *row) for number, row in enumerate(rows, 2)]
    main = calendar(closed("2026-03-10", "2026-03-12"))
    return library(*rules, main=main, west=calendar(tue="10:00-18:00"))


def value(name: str, about: Situation) -> str | None:
    return fill(parse(name), about)


def about(of: Library, branch: str, category: str, kind: str, **more: Any) -> Situation:
    return Situation(RuleBook(of), WORDS, NOW, branch, category, kind, **more)


@settings(max_examples=200, deadline=None)
@given(
    rule_sets,
    st.sampled_from(BRANCHES),
    st.sampled_from(CATEGORIES),
    st.sampled_from(KINDS),
    st.integers(0, 3),
    st.integers(0, 60 * 24 * 20),
)
def test_an_answer_says_what_a_checkout_would_decide(
    rows: list[tuple[RuleScope, RuleValues]], branch: str, category: str, kind: str, lent: int, later: int
) -> None:
    of = library_of(rows)
    loans = [on_card(loan(n), item_type=KINDS[n % 3]) for n in range(10, 10 + lent)]
    who = patron(*loans, category=category)
    moment = NOW + timedelta(minutes=later)
    decision = evaluate(
        Request(Act.CHECKOUT, moment, branch), Facts(of, who, copy(item(branch=branch, item_type=kind)))
    )
    situation = Situation(RuleBook(of), WORDS, moment, branch, category, kind, who)
    applied = {one.name: one.value for one in decision.rules}
    if applied["loanable"]:
        assert value("loan_period", situation) == WORDS.show(applied["loan_period"])
        assert decision.due_at is not None
        assert WORDS.day(decision.due_at) in (value("due_today", situation) or "")
    else:
        assert value("due_today", situation) == value("loan_period", situation) == WORDS("answer.only_here")
    assert value("renewals", situation) == WORDS.count("count.times", int(str(applied["renewals"])))
    assert value("fine_per_day", situation) == WORDS.show(applied["fine_per_day"])
    assert value("fine_max", situation) == (WORDS.show(applied["fine_max"]) or WORDS("answer.no_limit"))
    assert value("loan_fee", situation) == (
        WORDS.money(decision.charge) if decision.charge else WORDS("answer.free")
    )
    assert value("max_loans", situation) == str(min(limit.allowed for limit in decision.limits))
    left = max(0, min(limit.allowed - limit.used for limit in decision.limits))
    assert value("loans_left", situation) == str(left)
    reached = any(reason.code.value == "limit.loans" for reason in decision.reasons)
    assert reached == (left == 0)


@settings(max_examples=40, deadline=None)
@given(rule_sets, st.sampled_from(CATEGORIES))
def test_the_table_of_loans_says_the_same_as_each_kind_alone(
    rows: list[tuple[RuleScope, RuleValues]], category: str
) -> None:
    of = library_of(rows)
    table = fill_table(parse("table loans"), about(of, "MAIN", category, "dvd"))
    assert table is not None
    assert [row.key for row in table.rows] == list(KINDS)
    assert [row.key for row in table.rows if row.marked] == ["dvd"]
    for row in table.rows:
        assert row.cells[1] == value("loan_period", about(of, "MAIN", category, row.key))


@pytest.mark.parametrize(
    ("language", "none", "free"),
    [("en", "none", "free of charge"), ("de", "keine", "kostenlos"), ("pl", "brak", "bezpłatnie")],
)
def test_tables_say_in_words_what_cannot_be_renewed_and_costs_nothing(
    language: str, none: str, free: str
) -> None:
    nothing = RuleValues(loanable=True, loan_period=days(14), renewals=0, fine_per_day=Money(0, "EUR"))
    of = Situation(
        RuleBook(library_of([(RuleScope(patron_category=CATEGORIES[0]), nothing)])),
        wording(language),
        NOW,
        "MAIN",
        CATEGORIES[0],
        "book",
    )
    loans, fees = (fill_table(parse(name), of) for name in ("table loans", "table fees"))
    assert loans is not None
    assert fees is not None
    assert {row.cells[2:] for row in loans.rows} == {(none, free)}
    assert {row.cells[1:] for row in fees.rows} == {(free, "–")}


def test_owing_and_overdue_are_those_of_the_account_at_that_moment() -> None:
    of = library(rule(2, fine_per_day=eur("0.20")))
    late = on_card(loan(due="2026-02-27 23:59:59"))
    who = patron(late, owing="1.50")
    situation = about(of, "MAIN", "adult", "book", patron=who)
    assert value("owes", situation) == WORDS.money(owes(of, who, NOW)) == "€2.10"
    assert value("overdue_now", situation) == "1"
    assert value("loans_now", situation) == "1"


def test_account_values_are_not_known_of_nobody() -> None:
    situation = about(library(), "MAIN", "adult", "book")
    for name in ("owes", "overdue_now", "loans_now", "loans_left"):
        assert value(name, situation) is None


def test_what_is_left_is_not_told_for_another_category_than_ones_own() -> None:
    situation = about(library(), "MAIN", "child", "book", patron=patron())
    assert value("loans_left", situation) is None
    assert value("max_loans", situation) == "10"


def test_a_placeholder_may_name_its_own_context() -> None:
    of = library(rule(2, {"item_type": "dvd"}, loan_period=days(7)))
    assert value("loan_period item_type=dvd", about(of, "MAIN", "adult", "book")) == "7 days"


def test_a_number_is_the_branch_s_own_then_the_library_s_then_another_branch_s(
    sample_library: Library,
) -> None:
    phone = next(one.value for one in sample_library.channels if one.kind == "phone")
    main, west = sample_library.branches
    silent = replace(sample_library, branches=(replace(main, phone="5550 199"), replace(west, phone=None)))
    assert value("phone", about(sample_library, "WEST", "adult", "book")) == west.phone
    assert value("phone", about(silent, "WEST", "adult", "book")) == phone
    assert value("phone", about(replace(silent, channels=()), "WEST", "adult", "book")) == "5550 199"


def test_unknown_placeholders_are_not_filled() -> None:
    situation = about(library(), "MAIN", "adult", "book")
    for name in ("nonsense", "loan_period weather=fine", "table nonsense", "", "__class__"):
        assert fill(parse(name), situation) is None
        assert fill_table(parse(name), situation) is None


def test_every_table_stands_in_every_language(sample_library: Library) -> None:
    for language in ("en", "de", "pl"):
        words: Wording = wording(language, "Europe/Berlin", sample_library.languages)
        situation = Situation(RuleBook(sample_library), words, NOW, "MAIN", "adult")
        for name in TABLES:
            table = fill_table(parse(f"table {name}"), situation)
            assert table is not None, name
            assert all(len(row.cells) == len(table.header) for row in table.rows)
            assert not any(
                "answer." in cell for row in (table.header, *(r.cells for r in table.rows)) for cell in row
            )
