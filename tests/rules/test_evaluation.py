"""What a decision carries besides its reasons."""

import time
from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.model.decision import Act, Override, ReasonCode
from kiosk.model.item import Condition
from kiosk.rules.evaluation import BIRTH_DATE_UNKNOWN, ITEM_WAS_MISSING, NO_LOAN_PERIOD
from kiosk.rules.renewals import renewals_left
from kiosk.rules.resolution import RuleBook

from .builders import (
    BERLIN,
    NOW,
    TERMS,
    ask,
    at,
    calendar,
    closed,
    codes,
    copy,
    day,
    days,
    eur,
    facts,
    hours,
    item,
    library,
    library_with,
    loan,
    on_card,
    patron,
    rule,
    terms,
    wall,
)

MINE = loan(1, due="2026-03-04 23:59:59")


def test_a_checkout_says_until_when_for_how_much_and_by_which_row() -> None:
    of = library(
        rule(2, {"patron_category": "child"}, loan_period=days(14)),
        rule(3, {"item_type": "dvd"}, loan_period=days(7), loan_fee=eur("1.50")),
    )
    decision = ask(Act.CHECKOUT, facts(copy(item(item_type="dvd")), patron(category="child"), of))
    assert wall(decision.due_at) == "2026-03-16 23:59:59"
    assert decision.charge == eur("1.50")
    applied = decision.rule("loan_period")
    assert applied is not None
    assert (applied.value, applied.row, applied.scope) == (days(14), 2, of.rules[1].scope)
    assert decision.terms is not None
    assert decision.terms.loan_period == days(14)


def test_the_values_of_the_day_are_kept_with_the_loan() -> None:
    of = library_with(
        renewals=1,
        fine_per_day=eur("0.30"),
        fine_grace_days=2,
        fine_closed_days=True,
        fine_max=eur("9"),
        replacement_fee=eur("25"),
        renewal_period=days(5),
    )
    kept = terms(
        renewals=1,
        fine_per_day=eur("0.30"),
        fine_grace_days=2,
        fine_closed_days=True,
        fine_max=eur("9"),
        replacement_fee=eur("25"),
    )
    assert ask(Act.CHECKOUT, facts(copy(), patron(), of)).terms == kept
    renewed = ask(Act.RENEW, facts(copy(item(), MINE), patron(on_card(MINE)), of))
    assert renewed.terms == replace(kept, loan_period=days(5))
    assert wall(renewed.due_at) == "2026-03-07 23:59:59"


def test_rules_calendar_and_due_date_are_those_of_the_home_branch_of_the_item() -> None:
    of = library(
        rule(2, {"branch": "WEST"}, loan_period=days(3)),
        main=calendar(),
        west=calendar(closed("2026-03-05", "2026-03-10")),
    )
    western = facts(copy(item(branch="WEST")), patron(), of)
    assert wall(ask(Act.CHECKOUT, western, branch="MAIN").due_at) == "2026-03-11 23:59:59"
    assert ask(Act.CHECKOUT, western, branch="MAIN") == ask(Act.CHECKOUT, western, branch="WEST")


def test_a_card_that_expires_does_not_shorten_a_loan() -> None:
    decision = ask(Act.CHECKOUT, facts(copy(), patron(expires_on=day("2026-03-05"))))
    assert wall(decision.due_at) == "2026-03-30 23:59:59"


def test_a_refused_checkout_still_says_until_when_it_would_have_been() -> None:
    decision = ask(Act.CHECKOUT, facts(copy(), patron(card_lost=True)))
    assert (codes(decision), wall(decision.due_at)) == (["card.lost"], "2026-03-30 23:59:59")


def test_moments_may_come_in_any_zone_and_go_in_utc() -> None:
    decision = ask(Act.CHECKOUT, facts(copy(), patron()), NOW.astimezone(BERLIN))
    assert decision == ask(Act.CHECKOUT, facts(copy(), patron()), NOW)
    assert decision.due_at is not None
    assert decision.due_at.utcoffset() == timedelta(0)


def test_renewing_an_overdue_loan_books_the_fine_so_far() -> None:
    late = loan(1, due="2026-02-25 23:59:59", fine_booked=eur("0.50"), terms=terms(fine_max=eur("1.20")))
    decision = ask(Act.RENEW, facts(copy(item(), late), patron(on_card(late))))
    assert decision.allowed
    assert decision.fine_to_book == eur("0.70")
    assert decision.charge == eur("0")
    assert ask(Act.RENEW, facts(copy(item(), MINE), patron(on_card(MINE)))).fine_to_book == eur("0")


def test_an_overdue_loan_blocks_its_own_renewal() -> None:
    late = loan(1, due="2026-02-25 23:59:59")
    known = facts(copy(item(), late), patron(on_card(late)), library_with(block_overdue=1))
    assert codes(ask(Act.RENEW, known)) == ["patron.overdue"]


def test_the_rules_of_the_day_decide_a_renewal_not_those_kept_with_the_loan() -> None:
    used = loan(1, renewals_used=2)
    card = patron(on_card(used))
    assert codes(ask(Act.RENEW, facts(copy(item(), used), card, library_with(renewals=3)))) == []
    assert codes(ask(Act.RENEW, facts(copy(item(), used), card, library_with(renewals=2)))) == [
        "renewal.limit"
    ]
    assert TERMS.renewals == 2


def test_a_renewal_that_staff_let_through_too_early_never_shortens_the_loan() -> None:
    far = loan(1, due="2026-04-20 23:59:59")
    override = Override(frozenset({ReasonCode.RENEWAL_TOO_EARLY}), "anna", "goes abroad")
    known = facts(copy(item(), far), patron(on_card(far)))
    assert wall(ask(Act.RENEW, known).due_at) == "2026-03-30 23:59:59"
    assert wall(ask(Act.RENEW, known, override=override).due_at) == "2026-04-20 23:59:59"


def test_a_renewal_of_what_is_not_on_loan_has_no_due_date() -> None:
    decision = ask(Act.RENEW, facts(copy(), patron()))
    assert (decision.due_at, decision.terms, decision.fine_to_book) == (None, None, None)


def test_a_hold_has_neither_due_date_nor_charge() -> None:
    decision = ask(Act.HOLD, facts(copy(item(), loan(1, 2)), patron(), library_with(loan_fee=eur("2"))))
    assert decision.allowed
    assert (decision.due_at, decision.terms, decision.charge) == (None, None, eur("0"))


def test_a_hold_on_a_record_comes_under_its_first_holdable_item_by_barcode() -> None:
    of = library(
        rule(2, {"item_type": "dvd"}, max_holds=1),
        rule(3, {"item_type": "book"}, max_holds=2),
        rule(4, {"item_type": "game"}, holds=False, max_holds=3),
    )
    copies = (
        copy(item(4, item_type="book"), loan(4, 2)),
        copy(item(3, item_type="dvd"), loan(3, 2)),
        copy(item(2, item_type="game"), loan(2, 2)),
        copy(item(1, item_type="book", condition=Condition.LOST)),
    )
    decision = ask(Act.HOLD, facts(None, patron(), of, others=copies))
    assert [(use.allowed, use.item_type) for use in decision.limits] == [(1, "dvd")]


def test_staff_are_told_what_to_look_at() -> None:
    unknown_age = facts(copy(), patron(birth_date=None), library_with(minimum_age=16))
    assert ask(Act.CHECKOUT, unknown_age).warnings == (BIRTH_DATE_UNKNOWN,)
    assert ask(Act.CHECKOUT, unknown_age).allowed
    found = ask(Act.CHECKOUT, facts(copy(item(condition=Condition.MISSING)), patron()))
    assert (found.allowed, found.warnings) == (True, (ITEM_WAS_MISSING,))
    past = ask(Act.CHECKOUT, facts(copy(), patron(), library_with(fixed_due_date=day("2026-01-01"))))
    assert past.warnings == ("warning.fixed_due_date_past",)


def test_a_library_without_rules_lends_nothing_whatever_staff_set_aside() -> None:
    bare = replace(library(), rules=())
    override = Override(frozenset(ReasonCode), "anna", "why not")
    decision = ask(Act.CHECKOUT, facts(copy(), patron(), bare), override=override)
    assert (codes(decision), decision.warnings) == (["item.not_loanable"], (NO_LOAN_PERIOD,))


@pytest.mark.parametrize(
    ("born", "expected"), [("2010-02-28", []), ("2010-03-01", []), ("2010-03-02", ["patron.too_young"])]
)
def test_ages_are_counted_on_the_day_of_the_branch(born: str, expected: list[str]) -> None:
    known = facts(copy(), patron(birth_date=day(born)), library_with(minimum_age=16))
    assert codes(ask(Act.CHECKOUT, known, at("2026-03-01 23:30"))) == expected


def test_a_loan_in_hours_is_decided_too() -> None:
    of = library(rule(2, {"item_type": "game"}, loan_period=hours(3)), main=calendar())
    decision = ask(Act.CHECKOUT, facts(copy(item(item_type="game")), patron(), of))
    assert wall(decision.due_at) == "2026-03-02 13:30:00"


def test_the_renewals_left_are_those_of_the_rules_of_the_day() -> None:
    book = RuleBook(library())
    assert renewals_left(book, "adult", on_card(loan(1, renewals_used=1))) == 1
    assert renewals_left(book, "adult", on_card(loan(1, renewals_used=7))) == 0


def test_a_card_with_a_thousand_loans_is_decided_in_linear_time() -> None:
    of = library_with(block_owing=eur("500000"), block_overdue=5000, max_loans=5000)

    def seconds(count: int) -> float:
        due = at("2026-01-10 23:59:59")
        loans = [on_card(replace(loan(n), due_at=due + timedelta(days=n % 90))) for n in range(2, count + 2)]
        known = facts(copy(), patron(*loans), of)
        best = 9.0
        for _ in range(5):
            begun = time.process_time()
            assert codes(ask(Act.CHECKOUT, known)) == []
            best = min(best, time.process_time() - begun)
        return best

    assert seconds(4000) < 30 * seconds(400)
