"""Who waits for what, and for how long."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.decision import Act, CopyFacts
from kiosk.model.hold import HoldState
from kiosk.model.item import Condition, Place
from kiosk.rules.holds import (
    can_ever_be_filled,
    can_fill,
    has_lapsed,
    next_to_fill,
    others_who_want,
    queue_position,
    ready_until,
    waiting,
)
from kiosk.rules.resolution import RuleBook

from .builders import (
    ANYBODY,
    ME,
    NOW,
    SOMEBODY,
    ask,
    at,
    calendar,
    closed,
    codes,
    copy,
    day,
    facts,
    hold,
    item,
    library,
    library_with,
    loan,
    patron,
    ready,
    record,
    rule,
)

BOOK = RuleBook(library())


@pytest.mark.parametrize(
    ("free_copies", "holds_of_others", "wanted"),
    [(0, 0, False), (0, 1, True), (1, 1, False), (1, 2, True), (2, 2, False), (2, 3, True)],
)
def test_an_item_is_wanted_when_more_wait_than_other_items_are_free(
    free_copies: int, holds_of_others: int, wanted: bool
) -> None:
    others = tuple(copy(item(n)) for n in range(2, 2 + free_copies))
    holds = tuple(hold(n, SOMEBODY) for n in range(1, 1 + holds_of_others))
    decision = ask(Act.CHECKOUT, facts(copy(), patron(), others=others, holds=holds))
    assert codes(decision) == (["item.wanted_by_other"] if wanted else [])


@pytest.mark.parametrize(
    "other",
    [
        copy(item(2), loan(2)),
        copy(item(2), None, ready(9, ANYBODY, trapped_item_id=2)),
        copy(item(2, condition=Condition.DAMAGED)),
        copy(item(2, condition=Condition.MISSING)),
        copy(item(2, not_for_loan=True)),
        copy(item(2, place=Place.STAFF)),
    ],
)
def test_an_item_that_is_not_free_fills_no_hold(other: CopyFacts) -> None:
    known = facts(copy(), patron(), others=(other,), holds=(hold(),))
    assert codes(ask(Act.CHECKOUT, known)) == ["item.wanted_by_other"]


def test_suspended_and_own_holds_and_those_behind_ones_own_want_nothing() -> None:
    suspended, mine, behind = hold(1, state=HoldState.SUSPENDED), hold(2, ME), hold(3)
    assert codes(ask(Act.CHECKOUT, facts(copy(), patron(), holds=(suspended, mine, behind)))) == []
    assert codes(ask(Act.CHECKOUT, facts(copy(), patron(), holds=(behind, mine)))) == ["item.wanted_by_other"]


def test_who_fetches_what_is_kept_for_them_yields_to_nobody() -> None:
    kept = ready(1, ME)
    known = facts(copy(item(place=Place.HOLD_SHELF), None, kept), patron(), holds=(kept, hold(2), hold(3)))
    assert codes(ask(Act.CHECKOUT, known)) == []


def test_a_hold_on_one_item_cannot_be_filled_by_another() -> None:
    known = facts(copy(), patron(), others=(copy(item(2)),), holds=(hold(1, item_id=1),))
    assert codes(ask(Act.CHECKOUT, known)) == ["item.wanted_by_other"]
    elsewhere = facts(copy(), patron(), others=(copy(item(2)),), holds=(hold(1, item_id=2),))
    assert codes(ask(Act.CHECKOUT, elsewhere)) == []


def test_free_items_are_shared_out_among_those_who_can_use_them() -> None:
    strict = RuleBook(replace(library(), lend_other_branches=False))
    main, main_too, west = item(1), item(2), item(3, branch="WEST")
    holds = (hold(1), hold(2))
    title = record(copy(main), copy(main_too), copy(west), holds=holds)
    assert others_who_want(BOOK, title, main, ME) == ()
    assert others_who_want(strict, title, main, ME) == holds


def test_one_who_can_use_either_item_leaves_the_other_to_one_who_cannot() -> None:
    book = RuleBook(library(rule(2, {"patron_category": "child", "item_type": "dvd"}, loanable=False)))
    holds = (hold(1, SOMEBODY, patron_category="adult"), hold(2, ANYBODY, patron_category="child"))
    title = record(copy(item(1)), copy(item(2)), copy(item(3, item_type="dvd")), holds=holds)
    assert others_who_want(book, title, item(1), ME) == ()
    both_children = replace(title, holds=(replace(holds[0], patron_category="child"), holds[1]))
    assert others_who_want(book, both_children, item(1), ME) == both_children.holds


def test_the_place_in_the_queue_counts_those_who_still_wait() -> None:
    title = record(holds=(ready(1), hold(2), hold(3, state=HoldState.SUSPENDED), hold(4)))
    assert [h.id for h in waiting(title)] == [2, 3, 4]
    assert [queue_position(title, n) for n in (1, 2, 3, 4, 5)] == [None, 1, 2, 3, None]


def test_a_hold_closes_when_the_last_item_that_could_fill_it_is_gone() -> None:
    lost, withdrawn = copy(item(1, condition=Condition.LOST)), copy(item(2, condition=Condition.WITHDRAWN))
    assert not can_ever_be_filled(BOOK, record(lost, withdrawn), hold())
    for condition in (Condition.FINE, Condition.DAMAGED, Condition.MISSING):
        assert can_ever_be_filled(BOOK, record(lost, copy(item(3, condition=condition))), hold())
    assert not can_ever_be_filled(BOOK, record(lost, copy(item(3))), hold(item_id=1))


@pytest.mark.parametrize(
    ("ready_at", "count", "expected"),
    [
        ("2026-03-02 10:00", 7, "2026-03-11"),
        ("2026-03-06 17:00", 1, "2026-03-09"),
        ("2026-03-07 10:00", 1, "2026-03-09"),
        ("2026-12-23 10:00", 2, "2027-01-05"),
    ],
)
def test_a_ready_hold_waits_for_open_days_of_the_pickup_branch(
    ready_at: str, count: int, expected: str
) -> None:
    of = library_with(hold_shelf_days=count)
    west = replace(of.branches[1], calendar=calendar(closed("2026-12-24", "2027-01-03")))
    book = RuleBook(replace(of, branches=(of.branches[0], west)))
    assert ready_until(book, item(), hold(pickup_branch="WEST"), at(ready_at)) == day(expected)


def test_where_the_pickup_branch_stays_closed_days_are_counted_as_they_come() -> None:
    book = RuleBook(library(main=calendar(closed("2026-01-01", "2029-01-01"))))
    assert ready_until(book, item(), hold(), NOW) == day("2026-03-09")


def test_the_days_on_the_hold_shelf_follow_the_category_of_the_holder_and_the_type() -> None:
    book = RuleBook(library(rule(2, {"patron_category": "child", "item_type": "book"}, hold_shelf_days=2)))
    assert ready_until(book, item(), hold(patron_category="child"), NOW) == day("2026-03-04")
    assert ready_until(book, item(), hold(patron_category="adult"), NOW) == day("2026-03-09")


@pytest.mark.parametrize(
    ("when", "lapsed"), [("2026-03-09 23:59", False), ("2026-03-10 00:00", True), ("2026-03-02 10:00", False)]
)
def test_a_ready_hold_lapses_after_its_last_day(when: str, lapsed: bool) -> None:
    assert has_lapsed(library(), ready(until="2026-03-09"), at(when)) is lapsed
    assert not has_lapsed(library(), hold(), at(when))


@given(
    st.lists(st.tuples(st.sampled_from(HoldState), st.integers(1, 4)), max_size=6),
    st.integers(0, 3),
)
def test_another_free_item_never_makes_an_item_wanted_and_a_hold_more_never_frees_it(
    queue: list[tuple[HoldState, int]], free: int
) -> None:
    holds = tuple(hold(n, who, state=state) for n, (state, who) in enumerate(queue, start=1))
    copies = [copy(item(n)) for n in range(1, free + 2)]
    wanted = bool(others_who_want(BOOK, record(*copies, holds=holds), item(1), ME))
    more_items = record(*copies, copy(item(99)), holds=holds)
    assert wanted or not others_who_want(BOOK, more_items, item(1), ME)
    if not any(h.patron_id == ME for h in holds):
        more_holds = record(*copies, holds=(*holds, hold(99)))
        assert not wanted or others_who_want(BOOK, more_holds, item(1), ME)


@given(st.lists(st.sampled_from(HoldState), max_size=6))
def test_the_hold_to_fill_is_the_first_that_can_be_filled(states: list[HoldState]) -> None:
    holds = tuple(hold(n, n + 5, state=state) for n, state in enumerate(states, start=1))
    title = record(copy(), holds=holds)
    found = next_to_fill(BOOK, title, item())
    queued = [h for h in holds if h.state is HoldState.QUEUED]
    assert found == (queued[0] if queued else None)
    if found is not None:
        assert can_fill(BOOK, title, item(), found)
