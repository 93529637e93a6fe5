"""What failed in the Borrow flow is tried again as the very act it was."""

import pytest

from kiosk.model.decision import ReasonCode
from kiosk.model.errors import DatabaseUnavailable
from kiosk.ui.patron.flows.borrow_effects import LendItem, LookAt, TakeOffer
from kiosk.ui.patron.flows.borrow_events import FeeAnswered, OfferTaken, WentWrong
from kiosk.ui.patron.flows.borrow_rows import Offer, RowStep
from kiosk.ui.patron.flows.borrowing import advance
from tests.ui.borrow.borrowing_steps import FEE, OPEN, after, effects_of, lent, looked, scan


def test_a_look_that_failed_is_tried_again_and_then_the_item_is_lent() -> None:
    state = after(OPEN, scan(), WentWrong(1, 0, DatabaseUnavailable()))
    assert state.rows[0].offers == (Offer.AGAIN,)
    state, effects = advance(state, OfferTaken(1, Offer.AGAIN, "another act"))
    assert effects == (LookAt(1, 1, "40000055"),)
    again = effects_of(state, looked(attempt=1))
    assert again == (LendItem(1, 1, "40000055", "act 40000055"),)


def test_a_loan_whose_answer_was_lost_is_repeated_under_its_own_act_and_fee() -> None:
    state = after(OPEN, scan(), looked(fee=FEE), FeeAnswered(1, agreed=True))
    state = after(state, WentWrong(1, 0, DatabaseUnavailable()))
    state, effects = advance(state, OfferTaken(1, Offer.AGAIN, "another act"))
    assert effects == (LendItem(1, 1, "40000055", "act 40000055", agreed=FEE),)
    assert state.rows[0].step is RowStep.LENDING


@pytest.mark.parametrize("offer", [Offer.RETURN, Offer.RENEW])
def test_a_way_out_whose_answer_was_lost_is_repeated_under_its_own_act_and_lends_nothing(
    offer: Offer,
) -> None:
    state = after(OPEN, scan(), looked(1, ReasonCode.ITEM_ON_LOAN_TO_YOU), OfferTaken(1, offer, "first"))
    state = after(state, WentWrong(1, 1, DatabaseUnavailable()))
    assert state.offers_of(state.rows[0]) == (Offer.AGAIN,)
    state, effects = advance(state, OfferTaken(1, Offer.AGAIN, "second"))
    assert effects == (TakeOffer(1, 2, offer, "40000055", 5, "first"),)
    state = after(state, WentWrong(1, 2, DatabaseUnavailable()))
    assert effects_of(state, OfferTaken(1, Offer.AGAIN, "third")) == (
        TakeOffer(1, 3, offer, "40000055", 5, "first"),
    )


def test_the_answer_to_an_earlier_try_is_not_taken() -> None:
    state = after(OPEN, scan(), looked(), WentWrong(1, 0, DatabaseUnavailable()))
    state = after(state, OfferTaken(1, Offer.AGAIN, "another act"))
    assert after(state, lent()) == state
