"""The last loan of a card is taken back, and only that."""

from kiosk.model.decision import Reason, ReasonCode
from kiosk.model.errors import DatabaseUnavailable
from kiosk.model.outcome import Outcome
from kiosk.ui.patron.flows.borrow_effects import CountLoans, TakeOffer
from kiosk.ui.patron.flows.borrow_events import ActAnswered, OfferTaken, WentWrong
from kiosk.ui.patron.flows.borrow_rows import Offer, RowStep
from kiosk.ui.patron.flows.borrowing import advance
from tests.ui.borrow.borrowing_steps import ONE_LENT, OPEN, after, effects_of, lent, looked, scan


def undone(ticket: int = 1, attempt: int = 1) -> ActAnswered:
    return ActAnswered(ticket, attempt, Outcome("undo", True, "40000055"))


def test_the_last_loan_of_a_card_alone_can_be_undone_and_then_the_one_before_it() -> None:
    state = after(OPEN, scan("1111"), scan("2222"), looked(1), looked(2), lent(2), lent(1))
    assert [state.offers_of(row) for row in state.rows] == [(), (Offer.UNDO,)], "the first was lent last"
    state, effects = advance(state, OfferTaken(1, Offer.UNDO, "undo 1"))
    assert effects == (TakeOffer(1, 1, Offer.UNDO, "40000055", 5, "undo 1"),)
    assert state.unsettled, "Done waits for it"
    state, effects = advance(state, undone())
    assert effects == (CountLoans(),)
    assert (state.rows[1].step, state.tally.on_card) == (RowStep.UNDONE, 5)
    assert [[row.code for row in rows] for _, rows in state.papers] == [["2222"]], "no receipt names it"
    assert [state.offers_of(row) for row in state.rows] == [(Offer.UNDO,), ()]


def test_an_undo_refused_leaves_the_loan_with_all_reasons_and_a_return() -> None:
    why = (Reason(ReasonCode.UNDO_TOO_LATE), Reason(ReasonCode.UNDO_NOT_LAST))
    not_undone = ActAnswered(1, 1, Outcome("undo", False, "40000055", reasons=why))
    state = after(ONE_LENT, OfferTaken(1, Offer.UNDO, "u"), not_undone)
    (row,) = state.rows
    assert (row.step, row.reasons, state.offers_of(row)) == (RowStep.LENT, why, (Offer.RETURN,))
    assert (state.tally.on_card, len(state.papers)) == (6, 1)
    state, effects = advance(state, OfferTaken(1, Offer.RETURN, "r"))
    assert effects == (TakeOffer(1, 2, Offer.RETURN, "40000055", 5, "r"),)
    lost = after(state, WentWrong(1, 2, DatabaseUnavailable()))
    assert effects_of(lost, OfferTaken(1, Offer.RETURN, "another")) == (
        TakeOffer(1, 3, Offer.RETURN, "40000055", 5, "r"),
    )
    kept = after(state, ActAnswered(1, 2, Outcome("return", False, "40000055", reasons=why)))
    assert kept.rows[0].step is RowStep.LENT, "what was not taken back is lent still"
    assert after(state, ActAnswered(1, 2, Outcome("return", True, "40000055"))).papers == ()


def test_an_undo_that_failed_is_tried_again_under_the_same_act() -> None:
    state = after(ONE_LENT, OfferTaken(1, Offer.UNDO, "u"), WentWrong(1, 1, DatabaseUnavailable()))
    assert (state.rows[0].step, state.offers_of(state.rows[0])) == (RowStep.LENT, (Offer.UNDO,))
    assert effects_of(state, OfferTaken(1, Offer.UNDO, "another")) == (
        TakeOffer(1, 2, Offer.UNDO, "40000055", 5, "u"),
    )


def test_what_was_undone_may_be_borrowed_after_all() -> None:
    state = after(ONE_LENT, OfferTaken(1, Offer.UNDO, "u"), undone(), scan(), looked(2), lent(2))
    assert [(row.ticket, row.step) for row in state.rows] == [(2, RowStep.LENT)]
