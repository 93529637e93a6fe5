"""Reasons in company: their order, their values, and what a failed PIN keeps to itself."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.decision import Act, Facts, PinState, ReasonCode
from kiosk.model.hold import HoldState
from kiosk.model.item import Condition, Place

from .builders import (
    ME,
    NOW,
    SOMEBODY,
    ask,
    at,
    codes,
    copy,
    day,
    days,
    eur,
    facts,
    held,
    hold,
    hours,
    item,
    library_with,
    loan,
    on_card,
    patron,
    ready,
    rule,
    values_of,
)
from .reason_cases import HERS, LATE, MINE, STRICT, renewing

CONTRACT_ORDER = [code.value for code in ReasonCode]


def test_a_wrong_pin_tells_nothing_about_the_card() -> None:
    known = facts(
        copy(item(), MINE),
        patron(on_card(MINE), owing="9", card_lost=True),
        library_with(block_owing=eur("1")),
    )
    wrong = ask(Act.CHECKOUT, known, pin=PinState.WRONG)
    nobody = ask(Act.CHECKOUT, replace(known, patron=None), pin=PinState.WRONG)
    assert codes(wrong) == ["card.wrong_pin", "item.on_loan"]
    assert wrong == nobody


def test_a_locked_card_says_for_how_long() -> None:
    until = at("2026-03-02 11:00")
    decision = ask(Act.CHECKOUT, facts(copy(), patron()), pin=PinState.LOCKED, locked_until=until)
    assert codes(decision) == ["card.locked"]
    assert values_of(decision, "card.locked") == {"until": until}


def test_a_right_pin_is_no_reason() -> None:
    assert ask(Act.CHECKOUT, facts(copy(), patron()), pin=PinState.RIGHT).allowed


def test_the_reasons_of_an_item_follow_an_unknown_card_and_those_of_a_patron_are_left_out() -> None:
    broken = copy(item(branch="WEST", condition=Condition.DAMAGED, not_for_loan=True), HERS)
    of = replace(library_with(block_owing=eur("0"), max_loans=0, minimum_age=18), lend_other_branches=False)
    assert codes(ask(Act.CHECKOUT, facts(broken, None, of))) == [
        "card.unknown",
        "item.not_loanable",
        "item.on_loan",
        "item.damaged",
        "item.other_branch",
    ]


def test_nothing_is_due_for_an_unknown_card() -> None:
    decision = ask(Act.CHECKOUT, facts(copy()))
    assert (decision.due_at, decision.terms, decision.limits) == (None, None, ())


def test_all_reasons_are_given_in_the_order_of_the_contract() -> None:
    of = replace(
        library_with(
            block_owing=eur("1"),
            block_overdue=1,
            minimum_age=99,
            max_loans=0,
            loanable=False,
            fine_per_day=eur("1"),
        ),
        lend_other_branches=False,
    )
    who = patron(
        LATE,
        owing="9",
        card_lost=True,
        expires_on=day("2026-01-01"),
        restriction="no",
        birth_date=day("2000-01-01"),
    )
    thing = item(branch="WEST", condition=Condition.LOST, place=Place.TRANSIT)
    known = facts(copy(thing, None, ready()), who, of, holds=(ready(), hold(2, item_id=1)))
    found = codes(ask(Act.CHECKOUT, known, functions=frozenset()))
    assert found == [
        "card.lost",
        "card.expired",
        "card.restricted",
        "patron.owes",
        "patron.overdue",
        "patron.too_young",
        "limit.loans",
        "item.not_loanable",
        "item.held_for_other",
        "item.lost",
        "item.in_transit",
        "item.other_branch",
        "kiosk.function_off",
    ]


def test_what_fills_the_sentence_of_a_reason() -> None:
    of = library_with(block_owing=eur("5"), block_overdue=1, minimum_age=50)
    who = patron(LATE, owing="4.00", expires_on=day("2026-03-01"), restriction=" Please see us ")
    decision = ask(Act.CHECKOUT, facts(copy(item(), None, ready()), who, of))
    assert values_of(decision, "card.expired") == {"expires_on": day("2026-03-01")}
    assert values_of(decision, "card.restricted") == {"text": "Please see us"}
    assert values_of(decision, "patron.owes") == {"owes": eur("9.00"), "allowed": eur("5")}
    assert values_of(decision, "patron.overdue") == {
        "count": 1,
        "allowed": 1,
        "titles": ("T9",),
        "barcodes": ("B9",),
    }
    assert values_of(decision, "patron.too_young") == {"minimum_age": 50, "age": 45}
    assert values_of(decision, "item.held_for_other") == {"until": day("2026-03-09"), "branch": "MAIN"}
    unknown = ask(Act.CHECKOUT, facts(None, patron()), barcode="XYZ")
    assert values_of(unknown, "item.unknown") == {"barcode": "XYZ"}
    shelf = item(location="Fiction", call_number="FIC KEH")
    assert values_of(ask(Act.HOLD, facts(copy(shelf), patron())), "hold.available_now") == {
        "branch": "MAIN",
        "location": "Fiction",
        "call_number": "FIC KEH",
        "barcode": "B1",
    }


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (renewing(renew_not_before=1), day("2026-03-03")),
        (renewing(renewal_period=days(2)), day("2026-03-03")),
        (renewing(renewal_period=days(1)), day("2026-03-04")),
        (renewing(renewal_period=days(2), renew_not_before=0), day("2026-03-04")),
        (renewing(fixed_due_date=day("2026-03-04")), day("2026-03-04")),
        (renewing(renewal_period=hours(3)), at("2026-03-04 20:59:59")),
    ],
)
def test_a_renewal_asked_too_early_says_from_when(known: Facts, expected: object) -> None:
    decision = ask(Act.RENEW, known)
    assert codes(decision) == ["renewal.too_early"]
    assert values_of(decision, "renewal.too_early")["from"] == expected


def test_a_volume_may_be_held_beside_another_of_the_same_record() -> None:
    first, second = copy(item(1), loan(1, SOMEBODY)), copy(item(2), loan(2, SOMEBODY))
    waiting = held(hold(5, ME, item_id=2))
    known = facts(first, patron(holds=(waiting,)), others=(second,))
    assert codes(ask(Act.HOLD, known)) == []
    assert codes(ask(Act.HOLD, replace(known, copy=second))) == ["hold.duplicate"]
    assert codes(ask(Act.HOLD, replace(known, copy=None))) == ["hold.duplicate"]


def test_a_hold_is_refused_where_branches_lend_only_their_own_and_none_is_of_the_pickup_branch() -> None:
    known = facts(copy(item(branch="WEST"), HERS), patron(), STRICT)
    assert codes(ask(Act.HOLD, known)) == ["hold.no_items"]
    assert codes(ask(Act.HOLD, known, pickup_branch="WEST")) == []


CONDITIONS: list[Callable[[Facts], Facts]] = [
    lambda f: (
        replace(f, patron=replace(f.patron, patron=replace(f.patron.patron, card_lost=True)))
        if f.patron
        else f
    ),
    lambda f: replace(f, patron=replace(f.patron, unpaid=eur("50"))) if f.patron else f,
    lambda f: replace(f, patron=replace(f.patron, loans=(LATE,))) if f.patron else f,
    lambda f: replace(f, patron=None),
    lambda f: replace(f, copy=replace(f.copy, loan=HERS)) if f.copy else f,
    lambda f: replace(f, copy=replace(f.copy, trapped_for=ready())) if f.copy else f,
    lambda f: (
        replace(f, copy=replace(f.copy, item=replace(f.copy.item, condition=Condition.DAMAGED)))
        if f.copy
        else f
    ),
    lambda f: replace(f, copy=replace(f.copy, item=replace(f.copy.item, branch="WEST"))) if f.copy else f,
    lambda f: (
        replace(f, record=replace(f.record, holds=(hold(3, state=HoldState.QUEUED),))) if f.record else f
    ),
    lambda f: replace(f, copy=None),
    lambda f: replace(f, library=replace(f.library, lend_other_branches=False)),
    lambda f: replace(
        f,
        library=replace(f.library, rules=(*f.library.rules, rule(9, {"item_type": "book"}, loanable=False))),
    ),
]


@given(
    st.lists(st.sampled_from(CONDITIONS), max_size=8),
    st.sampled_from(Act),
    st.sampled_from(PinState),
    st.sampled_from([None, frozenset({"borrow"}), frozenset[str]()]),
)
def test_the_order_of_reasons_is_stable_and_the_same_question_gets_the_same_answer(
    changes: list[Callable[[Facts], Facts]], act: Act, pin: PinState, functions: frozenset[str] | None
) -> None:
    of = library_with(block_owing=eur("5"), block_overdue=1, max_holds=0, minimum_age=12)
    known = facts(copy(), patron(), of)
    for change in changes:
        known = change(known)
    decision = ask(act, known, NOW, pin=pin, functions=functions)
    places = [CONTRACT_ORDER.index(code) for code in codes(decision)]
    assert places == sorted(places)
    assert decision.allowed is not bool(decision.reasons)
    assert ask(act, known, NOW, pin=pin, functions=functions) == decision
