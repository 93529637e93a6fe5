"""The Borrow flow, step by step: what each scan comes to, and when a visit may end."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.model.decision import LimitUse, Reason, ReasonCode
from kiosk.model.errors import DatabaseUnavailable
from kiosk.model.money import Money
from kiosk.model.outcome import Outcome
from kiosk.ui.patron.flows.borrow_cards import Borrowing, BorrowStep, Member, Notice
from kiosk.ui.patron.flows.borrow_effects import (
    AddCard,
    BeginVisit,
    BorrowEffect,
    ChooseCard,
    CountLoans,
    GoHome,
    JoinVisit,
    LendItem,
    LookAt,
    PrintReceipt,
    SayReceiptFailed,
    TakeOffer,
)
from kiosk.ui.patron.flows.borrow_events import (
    ActAnswered,
    BorrowEvent,
    CardAdmitted,
    CardLeftOut,
    DoneWanted,
    FeeAnswered,
    ItemRead,
    JoinAnswered,
    LookedAt,
    OfferTaken,
    Opened,
    PartsAnswered,
    ReadBadly,
    ReceiptChosen,
    ReceiptPrinted,
    ThanksRead,
    TurnTaken,
    VisitEnded,
    WentWrong,
)
from kiosk.ui.patron.flows.borrow_mail_events import (
    AddressFound,
    AddressGiven,
    FindAddress,
    MailChosen,
    MailLeft,
    QueueReceipt,
)
from kiosk.ui.patron.flows.borrow_rows import Look, Offer, RowStep
from kiosk.ui.patron.flows.borrowing import advance
from kiosk.ui.patron.flows.codes import Cardholder, CodeKind, Thing

DUE = datetime(2026, 12, 22, 22, 59, 59, tzinfo=UTC)
PIRANESI = Thing("40000055", 5, "Piranesi")
KAFKA = Thing("40000055", 5, "Die Verwandlung", parts="2 CDs, booklet")
FEE = Money(200, "EUR")


def after(state: Borrowing, *events: BorrowEvent) -> Borrowing:
    for event in events:
        state, _ = advance(state, event)
    return state


def effects_of(state: Borrowing, event: BorrowEvent) -> tuple[BorrowEffect, ...]:
    return advance(state, event)[1]


def scan(code: str = "40000055") -> ItemRead:
    return ItemRead(code, f"act {code}")


def looked(ticket: int = 1, *reasons: ReasonCode, fee: Money | None = None, attempt: int = 0) -> LookedAt:
    why = tuple(Reason(code) for code in reasons)
    look = Look(PIRANESI, not reasons, why, fee, may_queue=True)
    return LookedAt(ticket, attempt, CodeKind.ITEM, look)


def lent(ticket: int = 1) -> ActAnswered:
    limits = (LimitUse("max_loans", 6, 20),)
    return ActAnswered(
        ticket, 0, Outcome("checkout", True, "40000055", due_at=DUE, limits=limits, renewals_left=3)
    )


def refused(ticket: int = 1, *codes: ReasonCode) -> ActAnswered:
    reasons = tuple(Reason(code) for code in codes)
    return ActAnswered(ticket, 0, Outcome("checkout", False, "40000055", reasons=reasons))


OPEN = after(Borrowing(), Opened(5, 20, may_queue=True))
ONE_LENT = after(OPEN, scan(), looked(), lent())


def test_a_scan_is_looked_at_then_lent() -> None:
    assert effects_of(OPEN, scan()) == (LookAt(1, 0, "40000055"),)
    assert effects_of(after(OPEN, scan()), looked()) == (LendItem(1, 0, "40000055", "act 40000055"),)
    assert ONE_LENT.rows[0].step is RowStep.LENT
    assert (ONE_LENT.tally.on_card, ONE_LENT.tally.allowed) == (6, 20)


def test_the_newest_item_stands_on_top() -> None:
    state = after(OPEN, scan("40000055"), scan("40000044"), scan("40000033"))
    assert [row.code for row in state.rows] == ["40000033", "40000044", "40000055"]


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


def test_done_waits_for_what_is_not_settled_and_tells_so() -> None:
    state = after(OPEN, scan(), looked(), DoneWanted())
    assert (state.step, state.closing) == (BorrowStep.ITEMS, True)
    assert after(state, lent()).step is BorrowStep.RECEIPT


def test_a_scan_after_done_takes_done_back() -> None:
    state = after(OPEN, scan("1111"), looked(), DoneWanted(), scan("2222"), lent())
    assert (state.step, state.closing) == (BorrowStep.ITEMS, False)


def test_done_with_nothing_borrowed_ends_the_visit() -> None:
    assert effects_of(OPEN, DoneWanted()) == (GoHome(),)


def test_without_a_receipt_there_are_thanks_then_home() -> None:
    state = after(ONE_LENT, DoneWanted(), ReceiptChosen(False))
    assert state.step is BorrowStep.THANKS
    assert effects_of(state, ThanksRead()) == (GoHome(),)


def test_the_receipt_button_chooses_the_receipt_at_once() -> None:
    state, effects = advance(ONE_LENT, DoneWanted(receipt=True))
    assert (state.step, effects) == (BorrowStep.PRINTING, (PrintReceipt(ONE_LENT.rows),))


def test_a_receipt_that_fails_is_told_and_takes_nothing_back() -> None:
    state = after(ONE_LENT, DoneWanted(receipt=True))
    state, effects = advance(state, ReceiptPrinted(False))
    assert (state.step, state.printed, effects) == (BorrowStep.THANKS, False, (SayReceiptFailed(),))
    assert state.lent == ONE_LENT.lent


def test_going_back_from_the_receipt_keeps_the_items() -> None:
    state = after(ONE_LENT, DoneWanted(), ReceiptChosen(None))
    assert (state.step, state.rows) == (BorrowStep.ITEMS, ONE_LENT.rows)


def test_an_item_laid_down_at_the_thanks_is_still_borrowed() -> None:
    state, effects = advance(after(ONE_LENT, DoneWanted(), ReceiptChosen(False)), scan("2222"))
    assert (state.step, effects) == (BorrowStep.ITEMS, (LookAt(2, 0, "2222"),))


ANNA, BEN = "20000017", "20000025"
FAMILY = after(
    Borrowing(), TurnTaken(ANNA, "Anna K."), Opened(5, 20, True, card=ANNA), TurnTaken(BEN, "Ben N.")
)


def card(ticket: int, code: str = BEN, attempt: int = 0) -> LookedAt:
    return LookedAt(ticket, attempt, CodeKind.CARD, holder=Cardholder(code, "Ben N.", "adult"))


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


def test_each_card_has_a_count_of_its_own() -> None:
    state = after(FAMILY, Opened(2, 3, True, card=BEN), scan(), looked())
    limits = (LimitUse("max_loans", 3, 3),)
    state = after(state, ActAnswered(1, 0, Outcome("checkout", True, "40000055", limits=limits)))
    assert (state.tally.on_card, state.tallies[ANNA].on_card) == (3, 5)


def test_an_item_lent_on_one_card_is_not_lent_on_the_next() -> None:
    state = after(FAMILY, scan(), looked(), lent(), TurnTaken(ANNA, "Anna K."))
    state, effects = advance(state, scan())
    assert (effects, state.notice, state.shown) == ((), Notice.LENT_TO_OTHER, ())


def test_done_waits_for_every_card_and_each_has_a_receipt_of_its_own() -> None:
    state = after(FAMILY, scan("1111"), TurnTaken(ANNA, "Anna K."), scan("2222"))
    state = after(state, looked(1), looked(2), lent(2), DoneWanted(receipt=True))
    assert state.closing, "an item of the other card is not settled yet"
    state, effects = advance(state, lent(1))
    papers = [effect for effect in effects if isinstance(effect, PrintReceipt)]
    told = [(paper.card, [row.code for row in paper.rows]) for paper in papers]
    assert told == [(ANNA, ["2222"]), (BEN, ["1111"])]
    state = after(state, ReceiptPrinted(True))
    assert state.step is BorrowStep.PRINTING
    assert after(state, ReceiptPrinted(True)).step is BorrowStep.THANKS


def test_after_the_end_what_was_laid_down_is_settled_and_nothing_is_asked() -> None:
    state = after(FAMILY, scan("1111"), scan("2222"), scan("3333"), looked(1, fee=FEE), looked(2))
    state = after(state, VisitEnded())
    assert [row.step for row in state.rows] == [RowStep.LOOKING, RowStep.LENDING, RowStep.DECLINED]
    state, effects = advance(state, looked(3))
    assert effects == (LendItem(3, 0, "40000055", "act 3333", BEN),)
    state = after(state, lent(2), lent(3))
    assert state.unsettled == ()


@pytest.mark.parametrize("kind", [CodeKind.CARD, CodeKind.EITHER])
def test_after_the_end_nothing_is_lent_for_a_card_that_was_not_let_in(kind: CodeKind) -> None:
    state = after(FAMILY, scan("20000033"), scan("2222"), LookedAt(1, 0, kind), looked(2))
    state, effects = advance(state, VisitEnded())
    assert effects == ()
    assert [row.step for row in state.rows] == [RowStep.DECLINED]
    late = after(FAMILY, scan("20000033"), VisitEnded())
    assert advance(late, LookedAt(1, 0, kind)) == (late.without(1), ())


def test_the_own_card_changes_nothing() -> None:
    state = after(Borrowing(), TurnTaken(ANNA, "Anna K."), scan(), looked(), lent(), scan(ANNA))
    before = state.without(2)
    state, effects = advance(state, card(2, ANNA))
    assert (state.rows, state.notice, effects) == (before.rows, Notice.OWN_CARD, ())


@pytest.mark.parametrize("event", [ReadBadly(), scan("12"), scan("4000\x1b055"), scan("9" * 80)])
def test_a_garbled_scan_says_so_and_makes_no_row(event: BorrowEvent) -> None:
    state, effects = advance(OPEN, event)
    assert (state.rows, state.notice, effects) == ((), Notice.GARBLED, ())


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


def test_what_is_laid_down_while_an_address_is_asked_for_is_borrowed_and_nothing_is_sent() -> None:
    state = after(replace(ONE_LENT, may_mail=True), DoneWanted())
    state, effects = advance(state, MailChosen())
    assert (state.step, effects) == (BorrowStep.MAIL, (FindAddress(""),))
    assert effects_of(state, AddressGiven("key")) == (), "no address is known yet"
    state = after(state, AddressFound("", "a•••@e•••.org"))
    assert after(state, MailLeft()).step is BorrowStep.RECEIPT
    (letter,) = effects_of(state, AddressGiven("key"))
    assert isinstance(letter, QueueReceipt)
    assert [row.code for row in letter.rows] == ["40000055"]
    assert effects_of(after(state, AddressGiven("key")), AddressGiven("again")) == (), "it is sent once"
    state, effects = advance(state, scan("40000044"))
    assert (state.step, state.mailing) == (BorrowStep.ITEMS, None)
    assert not any(isinstance(effect, QueueReceipt) for effect in effects)


def test_without_mail_here_none_can_be_chosen() -> None:
    state = after(ONE_LENT, DoneWanted())
    assert advance(state, MailChosen()) == (state, ())
