"""Several cards in one visit to Borrow: whose turn it is, and what goes to whom."""

from kiosk.model.decision import Reason, ReasonCode
from kiosk.ui.patron.flows.borrow_cards import Borrowing, Member, Notice
from kiosk.ui.patron.flows.borrow_effects import (
    AddCard,
    BeginVisit,
    ChooseCard,
    CountLoans,
    JoinVisit,
    LendItem,
    LookAt,
)
from kiosk.ui.patron.flows.borrow_events import (
    CardAdmitted,
    CardLeftOut,
    JoinAnswered,
    LookedAt,
    TurnTaken,
    VisitEnded,
)
from kiosk.ui.patron.flows.borrow_rows import Look, RowStep
from kiosk.ui.patron.flows.borrowing import advance
from kiosk.ui.patron.flows.codes import Cardholder, CodeKind, Thing
from tests.ui.borrow.borrowing_steps import (
    ANNA,
    BEN,
    FAMILY,
    FEE,
    after,
    card,
    effects_of,
    lent,
    looked,
    scan,
)


def test_another_card_joins_the_visit_and_takes_its_turn() -> None:
    state = after(Borrowing(), TurnTaken(ANNA, "Anna K."), scan(), looked(), lent(), scan(BEN))
    state, effects = advance(state, card(2))
    assert effects == (AddCard(BEN, Cardholder(BEN, "Ben N.", "adult")),)
    state, effects = advance(state, TurnTaken(BEN, "Ben N."))
    assert effects == (CountLoans(BEN),)
    assert state.members == (Member(ANNA, "Anna K."), Member(BEN, "Ben N."))
    assert (state.turn, state.shown) == (BEN, ())
    assert [row.code for row in state.lent_on(ANNA)] == ["40000055"]
    state, effects = advance(state, scan("40000044"))
    assert effects == (LookAt(3, 0, "40000044", BEN),)


def test_another_card_is_asked_whose_visit_it_is_and_what_follows_waits() -> None:
    state = after(Borrowing(), TurnTaken(ANNA, "Anna K."), scan("1111"), looked(1, fee=FEE))
    state = after(state, scan(BEN), scan("3333"), card(2), scan("4444"), looked(3), looked(4))
    state, effects = advance(state, CardAdmitted(BEN, "Ben N."))
    assert (state.joining, effects) == (Member(BEN, "Ben N."), ())
    assert state.fee_asked is None, "nothing else is asked of a stranger"
    assert effects_of(state, JoinAnswered(together=True)) == (JoinVisit(BEN),)
    state, effects = advance(state, JoinAnswered(together=False))
    assert effects == (BeginVisit(BEN, (("3333", "act 3333"), ("4444", "act 4444"))),)
    assert [row.code for row in state.rows] == ["1111"]
    ended, effects = advance(state, VisitEnded())
    assert ([row.step for row in ended.rows], effects) == ([RowStep.DECLINED], ())
    assert effects_of(state, JoinAnswered(together=True)) == (), "it is answered once"


def test_what_is_laid_down_after_a_card_goes_to_it_however_early_it_is_looked_up() -> None:
    state = after(Borrowing(), TurnTaken(ANNA, "Anna K."), scan("1111"), scan(BEN), scan("3333"))
    state, effects = advance(state, looked(3))
    assert effects == (), "it waits: what was read before it may be a card"
    state = after(state, card(2))
    state, effects = advance(state, looked(1))
    assert effects[0] == LendItem(1, 0, "40000055", "act 1111", ANNA)
    assert isinstance(effects[1], AddCard)
    state, effects = advance(state, TurnTaken(BEN, "Ben N."))
    assert effects == (CountLoans(BEN), LookAt(3, 1, "3333", BEN))
    assert effects_of(state, looked(3, attempt=1)) == (LendItem(3, 1, "40000055", "act 3333", BEN),)


def test_a_card_not_let_in_leaves_what_follows_with_the_one_before() -> None:
    state = after(Borrowing(), TurnTaken(ANNA, "Anna K."), scan(BEN), scan("3333"), looked(2), card(1))
    assert state.unsettled
    state, effects = advance(state, CardLeftOut(lost=True))
    assert effects == (LendItem(2, 0, "40000055", "act 3333", ANNA),)
    assert (state.turn, state.notice) == (ANNA, Notice.LOST_CARD)


def test_what_may_be_a_card_stands_as_an_unknown_item_until_its_pin_is_given() -> None:
    state = after(Borrowing(), TurnTaken(ANNA, "Anna K."), scan("99999999"))
    look = Look(Thing("99999999", 0, ""), False, (Reason(ReasonCode.ITEM_UNKNOWN),))
    state, effects = advance(state, LookedAt(1, 0, CodeKind.EITHER, look))
    assert effects == (AddCard("99999999"),)
    left = after(state, CardLeftOut())
    assert [row.step for row in left.shown] == [RowStep.REFUSED]
    assert after(state, TurnTaken("99999999", "Eva L.")).rows == ()


def test_a_card_of_the_visit_laid_down_again_takes_its_turn_back() -> None:
    state = after(FAMILY, scan(ANNA))
    state, effects = advance(state, card(1, ANNA))
    assert effects == (ChooseCard(ANNA),)
    state, effects = advance(state, TurnTaken(ANNA, "Anna K."))
    assert (state.turn, state.tally.on_card, len(state.members), effects) == (ANNA, 5, 2, ())


def test_an_item_lent_on_one_card_is_not_lent_on_the_next() -> None:
    state = after(FAMILY, scan(), looked(), lent(), TurnTaken(ANNA, "Anna K."))
    state, effects = advance(state, scan())
    assert (effects, state.notice, state.shown) == ((), Notice.LENT_TO_OTHER, ())


def test_the_own_card_changes_nothing() -> None:
    state = after(Borrowing(), TurnTaken(ANNA, "Anna K."), scan(), looked(), lent(), scan(ANNA))
    before = state.without(2)
    state, effects = advance(state, card(2, ANNA))
    assert (state.rows, state.notice, effects) == (before.rows, Notice.OWN_CARD, ())
