"""Placing a hold, step by step: which copy, where to collect it, and back again."""

from kiosk.model.decision import Reason, ReasonCode
from kiosk.model.errors import DatabaseUnavailable
from kiosk.model.outcome import Outcome
from kiosk.ui.patron.flows.placing_holds import (
    CopiesWanted,
    CopyChosen,
    Dismissed,
    HoldAnswered,
    HoldFailed,
    HoldStep,
    HoldWanted,
    PickupChosen,
    PlaceHold,
    PlacingEvent,
    PlacingHold,
    SayFailed,
    SayHeld,
    SayTakenBack,
    TakeBack,
    TakeBackEnded,
    TakeBackWanted,
    TitleLeft,
    advance,
)

HELD = Outcome("hold", True, "", title="Emma", record_id=7, hold_id=70)
REFUSED = Outcome("hold", False, "", reasons=(Reason(ReasonCode.LIMIT_HOLDS), Reason(ReasonCode.PATRON_OWES)))
ASKED = HoldWanted(7)
SENT = (ASKED, PickupChosen("MAIN", "a1"))


def after(*events: PlacingEvent) -> PlacingHold:
    state = PlacingHold()
    for event in events:
        state, _ = advance(state, event)
    return state


def test_any_copy_is_held_unless_one_was_chosen() -> None:
    _, effects = advance(after(ASKED), PickupChosen("WEST", "a1"))
    assert effects == (PlaceHold(7, "", "WEST", "a1"),)
    chosen = after(ASKED, CopiesWanted(), CopyChosen("B2"))
    assert (chosen.step, chosen.item) == (HoldStep.WHERE, "B2")
    assert advance(chosen, PickupChosen("WEST", "a1"))[1] == (PlaceHold(7, "B2", "WEST", "a1"),)
    assert after(ASKED, CopiesWanted(), CopyChosen("B2"), CopyChosen("")).item == ""


def test_leaving_the_copies_leads_back_to_the_question_and_from_there_out() -> None:
    assert after(ASKED, CopiesWanted(), Dismissed()).step is HoldStep.WHERE
    assert after(ASKED, CopiesWanted(), Dismissed(), Dismissed()).step is HoldStep.NONE


def test_looking_at_something_else_drops_the_question_but_no_hold_under_way() -> None:
    for asked in ((ASKED,), (ASKED, CopiesWanted()), (*SENT, HoldAnswered("a1", REFUSED))):
        assert after(*asked, TitleLeft()).step is HoldStep.NONE
    left = after(*SENT, TitleLeft())
    assert advance(left, HoldAnswered("a1", HELD))[1] == (SayHeld("Emma"),)


def test_a_second_touch_while_it_is_placed_places_nothing() -> None:
    placing = after(*SENT)
    for event in (PickupChosen("MAIN", "a2"), ASKED, CopyChosen("B2")):
        assert advance(placing, event) == (placing, ())


def test_a_hold_placed_can_be_taken_back_once() -> None:
    state, effects = advance(after(*SENT), HoldAnswered("a1", HELD))
    assert (state.step, effects) == (HoldStep.NONE, (SayHeld("Emma"),))
    state, effects = advance(state, TakeBackWanted())
    assert effects == (TakeBack(HELD),)
    assert advance(state, TakeBackWanted()) == (state, ())
    assert advance(state, TakeBackEnded(HELD))[1] == (SayTakenBack(),)


def test_taking_back_that_failed_can_be_tried_again() -> None:
    error = DatabaseUnavailable()
    state = after(*SENT, HoldAnswered("a1", HELD), TakeBackWanted())
    state, effects = advance(state, TakeBackEnded(HELD, error))
    assert effects == (SayFailed(error, undoing=True),)
    assert advance(state, TakeBackWanted())[1] == (TakeBack(HELD),)


def test_a_refusal_is_told_with_all_its_reasons_and_then_gone() -> None:
    state = after(*SENT, HoldAnswered("a1", REFUSED))
    assert (state.step, state.refusal) == (HoldStep.REFUSED, REFUSED.reasons)
    assert advance(state, Dismissed())[0] == PlacingHold(record_id=7)


def test_what_could_not_be_tried_is_told_and_can_be_asked_for_again() -> None:
    error = DatabaseUnavailable()
    state, effects = advance(after(*SENT), HoldFailed("a1", error))
    assert effects == (SayFailed(error),)
    assert advance(state, ASKED)[0].step is HoldStep.WHERE


def test_an_answer_nobody_waits_for_is_dropped() -> None:
    assert after(HoldAnswered("a1", HELD)) == PlacingHold()
    assert after(CopiesWanted(), PickupChosen("MAIN", "a1"), TakeBackWanted()) == PlacingHold()
