"""The Borrow flow, step by step: what each scan comes to."""

import pytest

from kiosk.model.decision import ReasonCode
from kiosk.ui.patron.flows.borrow_cards import Notice
from kiosk.ui.patron.flows.borrow_effects import LendItem, LookAt
from kiosk.ui.patron.flows.borrow_events import BorrowEvent, ReadBadly
from kiosk.ui.patron.flows.borrow_rows import RowStep
from kiosk.ui.patron.flows.borrowing import advance
from tests.ui.borrow.borrowing_steps import ONE_LENT, OPEN, after, effects_of, looked, scan


def test_a_scan_is_looked_at_then_lent() -> None:
    assert effects_of(OPEN, scan()) == (LookAt(1, 0, "40000055"),)
    assert effects_of(after(OPEN, scan()), looked()) == (LendItem(1, 0, "40000055", "act 40000055"),)
    assert ONE_LENT.rows[0].step is RowStep.LENT
    assert (ONE_LENT.tally.on_card, ONE_LENT.tally.allowed) == (6, 20)


def test_the_newest_item_stands_on_top() -> None:
    state = after(OPEN, scan("40000055"), scan("40000044"), scan("40000033"))
    assert [row.code for row in state.rows] == ["40000033", "40000044", "40000055"]


def test_the_same_item_still_checked_is_asked_for_once() -> None:
    state, effects = advance(after(OPEN, scan()), scan(" 40000055 "))
    assert effects == ()
    assert (len(state.rows), state.notice) == (1, Notice.STILL_CHECKING)


def test_the_same_item_laid_down_again_among_others_is_lent_once() -> None:
    state = after(OPEN, scan(), scan("2222"), scan(), looked(3), looked(2), looked(1))
    assert [(row.ticket, row.step) for row in state.rows] == [(2, RowStep.LENDING), (1, RowStep.LENDING)]
    assert state.notice is Notice.STILL_CHECKING


def test_an_item_lent_already_is_not_lent_again() -> None:
    state, effects = advance(ONE_LENT, scan())
    assert effects == ()
    assert (len(state.rows), state.notice) == (1, Notice.ALREADY_LENT)


def test_a_refused_item_laid_down_again_is_tried_again() -> None:
    state = after(OPEN, scan(), looked(1, ReasonCode.ITEM_WANTED_BY_OTHER))
    state, effects = advance(state, scan())
    assert effects == (LookAt(2, 0, "40000055"),)
    assert [row.ticket for row in state.rows] == [2]


@pytest.mark.parametrize("event", [ReadBadly(), scan("12"), scan("4000\x1b055"), scan("9" * 80)])
def test_a_garbled_scan_says_so_and_makes_no_row(event: BorrowEvent) -> None:
    state, effects = advance(OPEN, event)
    assert (state.rows, state.notice, effects) == ((), Notice.GARBLED, ())
