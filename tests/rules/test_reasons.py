"""Every reason of the contract alone, what comes close to it, and what staff may set aside."""

from dataclasses import replace

import pytest

from kiosk.model.decision import Act, Facts, Override, ReasonCode
from kiosk.model.item import Condition, Place
from kiosk.rules.overrides import OVERRIDABLE

from .builders import (
    ME,
    ask,
    codes,
    copy,
    day,
    days,
    eur,
    facts,
    held,
    hold,
    item,
    library,
    library_with,
    loan,
    on_card,
    patron,
    ready,
    record,
)
from .reason_cases import ELSEWHERE, HERS, LATE, MINE, STRICT, lent_out, renewing


def test_a_checkout_with_nothing_against_it_is_allowed() -> None:
    decision = ask(Act.CHECKOUT, facts(copy(), patron()))
    assert decision.allowed
    assert (decision.reasons, decision.overridden, decision.warnings) == ((), (), ())


ALONE_AT_CHECKOUT: list[tuple[str, Facts]] = [
    ("card.unknown", facts(copy())),
    ("card.lost", facts(copy(), patron(card_lost=True))),
    ("card.expired", facts(copy(), patron(expires_on=day("2026-03-01")))),
    ("card.restricted", facts(copy(), patron(restriction="Please see us"))),
    ("patron.owes", facts(copy(), patron(owing="5.01"), library_with(block_owing=eur("5.00")))),
    ("patron.overdue", facts(copy(), patron(LATE), library_with(block_overdue=1))),
    ("patron.too_young", facts(copy(), patron(birth_date=day("2010-03-03")), library_with(minimum_age=16))),
    ("limit.loans", facts(copy(), patron(), library_with(max_loans=0))),
    ("item.unknown", facts(None, patron())),
    ("item.not_loanable", facts(copy(item(not_for_loan=True)), patron())),
    ("item.not_loanable", facts(copy(), patron(), library_with(loanable=False))),
    ("item.on_loan", facts(copy(item(), HERS), patron())),
    ("item.on_loan", facts(copy(item(), loan(1, None)), patron())),
    ("item.on_loan_to_you", facts(copy(item(), MINE), patron(on_card(MINE)))),
    ("item.held_for_other", facts(copy(item(), None, ready()), patron())),
    ("item.wanted_by_other", facts(copy(), patron(), holds=(hold(),))),
    ("item.lost", facts(copy(item(condition=Condition.LOST)), patron())),
    ("item.withdrawn", facts(copy(item(condition=Condition.WITHDRAWN)), patron())),
    ("item.damaged", facts(copy(item(condition=Condition.DAMAGED)), patron())),
    ("item.in_transit", facts(copy(ELSEWHERE), patron())),
    ("item.in_transit", facts(copy(item(branch="WEST", place=Place.TRANSIT)), patron())),
    ("item.other_branch", facts(copy(item(branch="WEST")), patron(), STRICT)),
]
CLAIMED = replace(MINE, claims_returned=True)
ALONE_AT_RENEWAL: list[tuple[str, Facts]] = [
    ("renewal.limit", renewing(renewals=0)),
    ("renewal.too_early", renewing(renew_not_before=1)),
    ("renewal.too_early", renewing(renewal_period=days(2))),
    ("renewal.wanted_by_other", replace(renewing(), record=record(copy(item(), MINE), holds=(hold(),)))),
    ("renewal.not_on_loan", facts(copy(), patron())),
    ("renewal.not_on_loan", facts(copy(item(), HERS), patron())),
    ("renewal.claimed_returned", facts(copy(item(), CLAIMED), patron(on_card(CLAIMED, 1)))),
    ("item.unknown", facts(None, patron())),
    ("item.not_loanable", renewing(loanable=False)),
    ("patron.owes", replace(renewing(block_owing=eur("1")), patron=patron(on_card(MINE), owing="2"))),
]
ALONE_AT_HOLD: list[tuple[str, Facts]] = [
    ("limit.holds", lent_out(of=library_with(max_holds=0))),
    ("hold.available_now", facts(copy(), patron())),
    ("hold.duplicate", lent_out(who=patron(holds=(held(hold(5, ME)),)))),
    ("hold.duplicate", facts(copy(item(), MINE), patron(on_card(MINE, 1)))),
    ("hold.not_allowed", lent_out(of=library_with(holds=False))),
    ("hold.no_items", facts(copy(item(condition=Condition.LOST)), patron())),
    ("hold.no_items", facts(copy(item(condition=Condition.WITHDRAWN)), patron())),
    ("hold.no_items", facts(copy(item(not_for_loan=True)), patron())),
    ("hold.no_items", lent_out(of=library_with(loanable=False))),
    ("patron.too_young", lent_out(who=patron(birth_date=day("2020-01-01")), of=library_with(minimum_age=16))),
    ("patron.owes", lent_out(who=patron(owing="2"), of=library_with(block_owing=eur("1")))),
    ("card.unknown", lent_out(who=None)),
]


@pytest.mark.parametrize(("code", "known"), ALONE_AT_CHECKOUT)
def test_each_reason_alone_refuses_a_checkout(code: str, known: Facts) -> None:
    decision = ask(Act.CHECKOUT, known)
    assert codes(decision) == [code]
    assert not decision.allowed


@pytest.mark.parametrize(("code", "known"), ALONE_AT_RENEWAL)
def test_each_reason_alone_refuses_a_renewal(code: str, known: Facts) -> None:
    assert codes(ask(Act.RENEW, known)) == [code]


@pytest.mark.parametrize(("code", "known"), ALONE_AT_HOLD)
@pytest.mark.parametrize("whole_record", [True, False])
def test_each_reason_alone_refuses_a_hold_on_a_record_or_an_item(
    code: str, known: Facts, whole_record: bool
) -> None:
    assert codes(ask(Act.HOLD, replace(known, copy=None) if whole_record else known)) == [code]


def test_a_hold_on_a_record_without_copies_has_no_items() -> None:
    assert codes(ask(Act.HOLD, facts(None, patron()))) == ["hold.no_items"]
    assert codes(ask(Act.HOLD, Facts(library(), patron()))) == ["item.unknown"]


@pytest.mark.parametrize(
    ("act", "functions", "refused"),
    [
        (Act.CHECKOUT, {"return", "holds"}, True),
        (Act.CHECKOUT, {"borrow"}, False),
        (Act.RENEW, {"return", "holds"}, True),
        (Act.RENEW, {"account"}, False),
        (Act.RENEW, {"borrow"}, False),
        (Act.RENEW, {"renew"}, False),
        (Act.CHECKOUT, {"renew"}, True),
        (Act.HOLD, {"borrow", "account"}, True),
        (Act.HOLD, {"holds"}, False),
    ],
)
def test_what_is_switched_off_at_the_kiosk_is_refused(act: Act, functions: set[str], refused: bool) -> None:
    known = {Act.CHECKOUT: facts(copy(), patron()), Act.RENEW: renewing(), Act.HOLD: lent_out()}[act]
    decision = ask(act, known, functions=frozenset(functions))
    assert codes(decision) == (["kiosk.function_off"] if refused else [])


@pytest.mark.parametrize(
    ("known", "act"),
    [
        (facts(copy(), patron(expires_on=day("2026-03-02"))), Act.CHECKOUT),
        (facts(copy(), patron(owing="5.00"), library_with(block_owing=eur("5.00"))), Act.CHECKOUT),
        (facts(copy(), patron(LATE), library_with(block_overdue=2)), Act.CHECKOUT),
        (facts(copy(), patron(birth_date=day("2010-03-02")), library_with(minimum_age=16)), Act.CHECKOUT),
        (facts(copy(), patron(restriction="  ")), Act.CHECKOUT),
        (facts(copy(item(), None, ready(1, ME)), patron()), Act.CHECKOUT),
        (facts(copy(item(), None, ready(until="2026-03-01")), patron()), Act.CHECKOUT),
        (facts(copy(item(place=Place.TRANSIT, at_branch="MAIN", branch="WEST")), patron()), Act.CHECKOUT),
        (facts(copy(item(branch="WEST")), patron()), Act.CHECKOUT),
        (lent_out(who=patron(LATE), of=library_with(block_overdue=1)), Act.HOLD),
        (lent_out(who=patron(on_card(loan(7), 2))), Act.HOLD),
        (lent_out(who=patron(on_card(loan(1, claims_returned=True), 1))), Act.HOLD),
        (lent_out(who=patron(holds=(held(hold(5, ME, record_id=2)),))), Act.HOLD),
        (facts(copy(item(branch="WEST")), patron()), Act.HOLD),
        (facts(copy(item(condition=Condition.DAMAGED)), patron()), Act.HOLD),
        (facts(copy(), patron(), holds=(hold(),)), Act.HOLD),
        (renewing(renewals=1), Act.RENEW),
        (renewing(renew_not_before=2), Act.RENEW),
        (renewing(max_loans=1), Act.RENEW),
    ],
)
def test_what_comes_close_to_a_reason_is_allowed(known: Facts, act: Act) -> None:
    assert codes(ask(act, known)) == []


# Of PINs and functions, and of what is done with a hold or a loan that is there already.
ELSEWHERE_IN_TESTS = {
    ReasonCode.CARD_WRONG_PIN,
    ReasonCode.CARD_LOCKED,
    ReasonCode.KIOSK_FUNCTION_OFF,
    ReasonCode.HOLD_NOT_WAITING,
    ReasonCode.UNDO_NOT_LAST,
    ReasonCode.UNDO_TOO_LATE,
}


@pytest.mark.parametrize("code", list(ReasonCode))
def test_staff_may_set_aside_what_the_contract_lets_them(code: ReasonCode) -> None:
    found = next(
        (
            (act, known)
            for act, table in (
                (Act.CHECKOUT, ALONE_AT_CHECKOUT),
                (Act.RENEW, ALONE_AT_RENEWAL),
                (Act.HOLD, ALONE_AT_HOLD),
            )
            for name, known in table
            if name == code
        ),
        None,
    )
    if found is None:
        assert code in ELSEWHERE_IN_TESTS
        assert code not in OVERRIDABLE
        return
    override = Override(frozenset(ReasonCode), "anna", "a good reason")
    decision = ask(found[0], found[1], override=override)
    assert decision.allowed is (code in OVERRIDABLE)
    assert [r.code for r in decision.overridden] == ([code] if code in OVERRIDABLE else [])


def test_an_override_sets_aside_only_what_it_names() -> None:
    known = facts(copy(item(condition=Condition.DAMAGED)), patron(expires_on=day("2026-01-01")))
    override = Override(frozenset({ReasonCode.CARD_EXPIRED}), "anna", "renews tomorrow")
    decision = ask(Act.CHECKOUT, known, override=override)
    assert codes(decision) == ["item.damaged"]
    assert [r.code.value for r in decision.overridden] == ["card.expired"]
    assert not decision.allowed
