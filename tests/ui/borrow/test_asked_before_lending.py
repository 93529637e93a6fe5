"""What is asked before an item is lent: whether all its parts are there, and its fee."""

import pytest

from kiosk.model.errors import DatabaseUnavailable
from kiosk.model.money import Money
from kiosk.model.outcome import Outcome
from kiosk.ui.patron.flows.borrow_effects import LendItem
from kiosk.ui.patron.flows.borrow_events import (
    ActAnswered,
    DoneWanted,
    FeeAnswered,
    LookedAt,
    OfferTaken,
    PartsAnswered,
    VisitEnded,
    WentWrong,
)
from kiosk.ui.patron.flows.borrow_rows import Look, Offer, RowStep
from kiosk.ui.patron.flows.borrowing import advance
from kiosk.ui.patron.flows.codes import CodeKind, Thing
from tests.ui.borrow.borrowing_steps import FEE, OPEN, after, effects_of, looked, scan

KAFKA = Thing("40000055", 5, "Die Verwandlung", parts="2 CDs, booklet")


def test_a_fee_is_agreed_to_before_the_loan() -> None:
    state = after(OPEN, scan())
    state, effects = advance(state, looked(fee=FEE))
    assert effects == ()
    assert state.fee_asked == state.rows[0]
    lending = LendItem(1, 0, "40000055", "act 40000055", agreed=FEE)
    assert effects_of(state, FeeAnswered(1, agreed=True)) == (lending,)
    declined, effects = advance(state, FeeAnswered(1, agreed=False))
    assert (declined.rows[0].step, effects) == (RowStep.DECLINED, ())


def dearer(ticket: int = 1) -> ActAnswered:
    return ActAnswered(ticket, 0, Outcome("checkout", False, "40000055", charge=FEE + FEE))


@pytest.mark.parametrize("seen", [None, FEE])
def test_a_fee_that_has_risen_since_the_look_is_asked_anew_and_only_then_charged(seen: Money | None) -> None:
    state = after(OPEN, scan(), looked(fee=seen))
    state = after(state, FeeAnswered(1, agreed=True), DoneWanted(), dearer())
    assert (state.fee_asked, state.rows[0].fee) == (state.rows[0], FEE + FEE)
    (lending,) = effects_of(state, FeeAnswered(1, agreed=True))
    assert lending == LendItem(1, 0, "40000055", "act 40000055", agreed=FEE + FEE)
    assert after(state, FeeAnswered(1, agreed=False)).lent == ()


def test_a_fee_that_has_risen_once_nobody_is_there_is_not_charged() -> None:
    state = after(OPEN, scan(), looked(), VisitEnded(), dearer())
    assert state.rows[0].step is RowStep.DECLINED


def in_parts(ticket: int = 1, fee: Money | None = None, attempt: int = 0) -> LookedAt:
    return LookedAt(ticket, attempt, CodeKind.ITEM, Look(KAFKA, allowed=True, fee=fee))


def test_an_item_in_parts_is_lent_once_everything_is_there_and_its_fee_agreed_to() -> None:
    state = after(OPEN, scan())
    state, effects = advance(state, in_parts(fee=FEE))
    assert (effects, state.parts_asked, state.fee_asked) == ((), state.rows[0], None)
    state, effects = advance(state, PartsAnswered(1, complete=True))
    assert (effects, state.parts_asked, state.fee_asked) == ((), None, state.rows[0])
    lending = LendItem(1, 0, "40000055", "act 40000055", agreed=FEE)
    assert effects_of(state, FeeAnswered(1, agreed=True)) == (lending,)
    assert effects_of(state, PartsAnswered(1, complete=True)) == (), "answered once"
    failed = after(state, FeeAnswered(1, agreed=True), WentWrong(1, 0, DatabaseUnavailable()))
    again = after(failed, OfferTaken(1, Offer.AGAIN, ""))
    assert again.rows[0].step is RowStep.LENDING, "it is not asked twice"


def test_an_incomplete_item_is_not_lent_and_may_be_laid_down_again() -> None:
    state, effects = advance(after(OPEN, scan(), in_parts()), PartsAnswered(1, complete=False))
    assert (state.rows[0].step, effects, state.papers) == (RowStep.INCOMPLETE, (), ())
    assert effects_of(after(state, scan(), in_parts(2)), PartsAnswered(2, complete=True))


def test_done_waits_for_the_answer_and_without_one_nothing_is_lent() -> None:
    state = after(OPEN, scan("1111"), scan("2222"), in_parts(1), looked(2, fee=FEE), DoneWanted())
    assert state.closing
    assert (state.parts_asked, state.fee_asked) == (state.rows[1], None), "one question at a time"
    state, effects = advance(state, VisitEnded())
    assert {row.step for row in state.rows} == {RowStep.DECLINED}
    assert effects == ()
    late = after(OPEN, scan(), VisitEnded())
    assert after(late, in_parts()).rows[0].step is RowStep.DECLINED


def test_fees_are_asked_about_one_at_a_time_the_first_first() -> None:
    state = after(OPEN, scan("1111"), scan("2222"), looked(2, fee=FEE), looked(1, fee=FEE))
    assert state.fee_asked is not None
    assert state.fee_asked.ticket == 1
    state = after(state, FeeAnswered(1, agreed=False))
    assert state.fee_asked is not None
    assert state.fee_asked.ticket == 2
