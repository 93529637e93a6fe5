"""What is not lent in the Borrow flow keeps all reasons, and offers the ways out that help."""

import pytest

from kiosk.model.decision import Reason, ReasonCode
from kiosk.model.outcome import Outcome
from kiosk.ui.patron.flows.borrow_cards import Borrowing
from kiosk.ui.patron.flows.borrow_effects import TakeOffer
from kiosk.ui.patron.flows.borrow_events import (
    ActAnswered,
    LookedAt,
    OfferTaken,
    Opened,
    PartsAnswered,
    VisitEnded,
)
from kiosk.ui.patron.flows.borrow_rows import Look, Offer, RowStep
from kiosk.ui.patron.flows.borrowing import advance
from kiosk.ui.patron.flows.codes import CodeKind, Thing
from kiosk.ui.patron.flows.returning import TellStaff
from tests.ui.borrow.borrowing_steps import OPEN, after, effects_of, looked, refused, scan


def test_the_act_has_the_last_word_over_the_look() -> None:
    state = after(OPEN, scan(), looked(), refused(1, ReasonCode.LIMIT_LOANS))
    assert state.rows[0].step is RowStep.REFUSED
    assert state.tally.on_card == 5


@pytest.mark.parametrize(
    ("codes", "offers"),
    [
        ((ReasonCode.ITEM_HELD_FOR_OTHER,), (Offer.QUEUE,)),
        ((ReasonCode.ITEM_WANTED_BY_OTHER,), (Offer.QUEUE,)),
        ((ReasonCode.ITEM_HELD_FOR_OTHER, ReasonCode.ITEM_WANTED_BY_OTHER), (Offer.QUEUE,)),
        ((ReasonCode.PATRON_OWES, ReasonCode.ITEM_WANTED_BY_OTHER), ()),
        ((ReasonCode.ITEM_ON_LOAN_TO_YOU,), (Offer.RENEW, Offer.RETURN)),
        ((ReasonCode.ITEM_ON_LOAN_TO_YOU, ReasonCode.ITEM_WANTED_BY_OTHER), (Offer.RETURN,)),
        ((ReasonCode.ITEM_ON_LOAN,), ()),
        ((ReasonCode.ITEM_LOST,), ()),
    ],
)
def test_a_refusal_keeps_all_reasons_and_offers_what_helps(
    codes: tuple[ReasonCode, ...], offers: tuple[Offer, ...]
) -> None:
    row = after(OPEN, scan(), looked(1, *codes)).rows[0]
    assert tuple(reason.code for reason in row.reasons) == codes
    assert row.offers == offers


def test_no_queue_is_offered_where_holds_are_switched_off() -> None:
    state = after(Borrowing(), Opened(0, 20, may_queue=False), scan(), looked())
    state = after(state, refused(1, ReasonCode.ITEM_WANTED_BY_OTHER))
    assert state.rows[0].offers == ()


def test_a_way_out_is_one_act_and_settles_the_row() -> None:
    state = after(OPEN, scan(), looked(1, ReasonCode.ITEM_WANTED_BY_OTHER))
    state, effects = advance(state, OfferTaken(1, Offer.QUEUE, "hold act"))
    assert effects == (TakeOffer(1, 1, Offer.QUEUE, "40000055", 5, "hold act"),)
    assert effects_of(state, OfferTaken(1, Offer.QUEUE, "again")) == ()
    done = after(state, ActAnswered(1, 1, Outcome("hold", True, "", hold_id=3), position=2))
    assert (done.rows[0].step, done.rows[0].position) == (RowStep.QUEUED, 2)


def test_returning_what_was_on_the_card_makes_room() -> None:
    state = after(
        OPEN, scan(), looked(1, ReasonCode.ITEM_ON_LOAN_TO_YOU), OfferTaken(1, Offer.RETURN, "back")
    )
    state = after(state, ActAnswered(1, 1, Outcome("return", True, "40000055")))
    assert (state.rows[0].step, state.tally.on_card) == (RowStep.RETURNED, 4)


def test_what_may_be_missing_of_a_returned_item_is_asked_once_and_told_only_if_it_is_said() -> None:
    kafka = Thing("40000055", 5, "Die Verwandlung", parts="2 CDs, booklet")
    own = Look(kafka, False, (Reason(ReasonCode.ITEM_ON_LOAN_TO_YOU),))
    back = ActAnswered(1, 1, Outcome("return", True, "40000055"))
    state = after(OPEN, scan(), LookedAt(1, 0, CodeKind.ITEM, own), OfferTaken(1, Offer.RETURN, "r"), back)
    assert state.offers_of(state.rows[0]) == (Offer.MISSING,)
    asked = after(state, OfferTaken(1, Offer.MISSING, "m"))
    assert asked.parts_asked is not None
    assert effects_of(asked, PartsAnswered(1, True, "t")) == ()
    told, effects = advance(asked, PartsAnswered(1, False, "t"))
    assert effects == (TellStaff(kafka, "t"),)
    assert (told.parts_asked, told.offers_of(told.rows[0])) == (None, ())
    gone = after(asked, VisitEnded())
    assert (gone.parts_asked, effects_of(gone, PartsAnswered(1, False, "t"))) == (None, ())
