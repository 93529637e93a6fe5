"""The tables of states and moves."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.hold import OPEN_HOLD_STATES, HoldState
from kiosk.model.item import Condition, Item, ItemStatus, Place
from kiosk.rules.life_cycle import (
    HOLD_MOVES,
    ITEM_MOVES,
    LOAN_MOVES,
    HoldMove,
    LoanMove,
    LoanState,
    hold_after,
    loan_after,
    loan_state,
    may_become,
    status_of,
)

from .builders import NOW, copy, item, loan


def test_a_closed_hold_stays_closed() -> None:
    assert {state for state, _ in HOLD_MOVES} == OPEN_HOLD_STATES


def test_every_state_of_a_hold_can_be_reached_from_the_queue() -> None:
    reached = {HoldState.QUEUED}
    for _ in HoldState:
        reached |= {after for (before, _), after in HOLD_MOVES.items() if before in reached}
    assert reached == set(HoldState)


def test_a_returned_loan_stays_returned() -> None:
    assert {state for state, _ in LOAN_MOVES} == {LoanState.OPEN, LoanState.CLAIMED}


@pytest.mark.parametrize(
    ("state", "move", "after"),
    [
        (HoldState.QUEUED, HoldMove.KEEP, HoldState.READY),
        (HoldState.READY, HoldMove.EXPIRE, HoldState.EXPIRED),
        (HoldState.SUSPENDED, HoldMove.KEEP, None),
        (HoldState.FILLED, HoldMove.CANCEL, None),
        (HoldState.IN_TRANSIT, HoldMove.ARRIVE, HoldState.READY),
    ],
)
def test_a_hold_moves_by_its_table(state: HoldState, move: HoldMove, after: HoldState | None) -> None:
    assert hold_after(state, move) is after


def test_a_loan_moves_by_its_table() -> None:
    assert loan_after(LoanState.OPEN, LoanMove.CLAIM_RETURNED) is LoanState.CLAIMED
    assert loan_after(LoanState.CLAIMED, LoanMove.RENEW) is None
    assert loan_after(LoanState.RETURNED, LoanMove.RETURN) is None
    assert loan_state(loan()) is LoanState.OPEN
    assert loan_state(loan(claims_returned=True)) is LoanState.CLAIMED
    assert loan_state(loan(returned_at=NOW + timedelta(days=1))) is LoanState.RETURNED


@pytest.mark.parametrize(
    ("one", "lent", "status"),
    [
        (item(), False, ItemStatus.AVAILABLE),
        (item(), True, ItemStatus.ON_LOAN),
        (item(condition=Condition.DAMAGED), True, ItemStatus.ON_LOAN),
        (item(condition=Condition.DAMAGED), False, ItemStatus.DAMAGED),
        (item(condition=Condition.MISSING), False, ItemStatus.MISSING),
        (item(condition=Condition.LOST), False, ItemStatus.LOST),
        (item(condition=Condition.WITHDRAWN), False, ItemStatus.WITHDRAWN),
        (item(place=Place.HOLD_SHELF), False, ItemStatus.HOLD_SHELF),
        (item(place=Place.TRANSIT), False, ItemStatus.IN_TRANSIT),
        (item(place=Place.STAFF), False, ItemStatus.WITH_STAFF),
        (item(not_for_loan=True), False, ItemStatus.NOT_FOR_LOAN),
    ],
)
def test_the_status_of_a_copy_follows_from_loan_condition_and_place(
    one: Item, lent: bool, status: ItemStatus
) -> None:
    assert status_of(copy(one, loan() if lent else None)) is status


def test_what_rules_do_not_lend_is_not_for_loan() -> None:
    assert status_of(copy(), loanable=False) is ItemStatus.NOT_FOR_LOAN


def test_every_status_of_an_item_has_its_row() -> None:
    assert set(ITEM_MOVES) == set(ItemStatus)
    assert not may_become(ItemStatus.AVAILABLE, ItemStatus.AVAILABLE)
    assert not may_become(ItemStatus.WITHDRAWN, ItemStatus.LOST)
    assert may_become(ItemStatus.ON_LOAN, ItemStatus.LOST)


@given(st.lists(st.sampled_from(HoldMove), max_size=30))
def test_random_moves_never_leave_the_table(moves: list[HoldMove]) -> None:
    state = HoldState.QUEUED
    for move in moves:
        after = hold_after(state, move)
        if state not in OPEN_HOLD_STATES:
            assert after is None
        state = after or state
    assert state in HoldState
