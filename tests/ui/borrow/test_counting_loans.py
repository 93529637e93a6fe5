"""What is on a card is counted against every limit that decides."""

from dataclasses import replace

from kiosk.model.decision import LimitUse, ReasonCode
from kiosk.model.outcome import Outcome
from kiosk.ui.patron.flows.borrow_effects import CountLoans
from kiosk.ui.patron.flows.borrow_events import ActAnswered, OfferTaken, Opened
from kiosk.ui.patron.flows.borrow_rows import Offer
from tests.ui.borrow.borrowing_steps import (
    ANNA,
    BEN,
    FAMILY,
    ONE_LENT,
    OPEN,
    after,
    effects_of,
    lent,
    looked,
    refused,
    scan,
)


def test_each_card_has_a_count_of_its_own() -> None:
    state = after(FAMILY, Opened(2, 3, True, card=BEN), scan(), looked())
    limits = (LimitUse("max_loans", 3, 3),)
    state = after(state, ActAnswered(1, 0, Outcome("checkout", True, "40000055", limits=limits)))
    assert (state.tally.on_card, state.tallies[ANNA].on_card) == (3, 5)


def test_what_is_on_the_card_is_counted_anew_after_each_loan_and_return() -> None:
    assert effects_of(after(OPEN, scan(), looked()), lent()) == (CountLoans(),)
    state = after(OPEN, scan(), looked(1, ReasonCode.ITEM_ON_LOAN_TO_YOU), OfferTaken(1, Offer.RETURN, "a"))
    assert effects_of(state, ActAnswered(1, 1, Outcome("return", True, "40000055"))) == (CountLoans(),)
    assert effects_of(after(OPEN, scan(), looked()), refused(1, ReasonCode.LIMIT_LOANS)) == ()
    assert after(ONE_LENT, Opened(9, 20, may_queue=True)).tally.on_card == 9


def test_a_loan_counts_under_every_limit_that_decided() -> None:
    films = LimitUse("max_loans", 1, 2, item_type="dvd")
    state = after(OPEN, Opened(5, 20, may_queue=True, groups=(films,)), scan(), looked())
    games = LimitUse("max_loans", 1, 3, item_type="game")
    used = (replace(films, used=2), games, LimitUse("max_loans", 6, 20))
    state = after(state, ActAnswered(1, 0, Outcome("checkout", True, "40000055", limits=used)))
    assert (state.tally.on_card, state.tally.allowed) == (6, 20)
    assert state.tally.groups == (replace(films, used=2), games)
