"""Leads through Borrow: items and cards read faster than they are decided, each to its end."""

from dataclasses import replace

from kiosk.ui.patron.flows.borrow_cards import Borrowing, Notice, Tally, counted
from kiosk.ui.patron.flows.borrow_effects import (
    AddCard,
    BorrowEffect,
    ChooseCard,
    CountLoans,
    LendItem,
    LookAt,
)
from kiosk.ui.patron.flows.borrow_ending import Next, closed_if_settled, ending
from kiosk.ui.patron.flows.borrow_events import (
    ActAnswered,
    BorrowEvent,
    CardAdmitted,
    CardLeftOut,
    FeeAnswered,
    ItemRead,
    JoinAnswered,
    LookedAt,
    OfferTaken,
    Opened,
    PartsAnswered,
    ReadBadly,
    TurnTaken,
    VisitEnded,
    WentWrong,
)
from kiosk.ui.patron.flows.borrow_joining import card_admitted, join_answered, turn_taken
from kiosk.ui.patron.flows.borrow_mail_events import MailEvent
from kiosk.ui.patron.flows.borrow_mailing import mailing
from kiosk.ui.patron.flows.borrow_offers import offer_taken
from kiosk.ui.patron.flows.borrow_questions import fee_answered, parts_answered
from kiosk.ui.patron.flows.borrow_rows import ASKED, Answer, BorrowRow, Offer, RowStep, acted, looked_at
from kiosk.ui.patron.flows.codes import CodeKind, is_readable, same_thing
from kiosk.ui.patron.flows.return_rows import ReturnRow, ReturnStep
from kiosk.ui.patron.flows.returning import SlipPrinted

_COUNTED = frozenset({RowStep.LENT, RowStep.RETURNED, RowStep.UNDONE})


def advance(state: Borrowing, event: BorrowEvent) -> Next:
    """Return the next state and what is to be done; what does not fit changes nothing."""
    match event:
        case Opened(on_card, allowed, may_queue, groups, card):
            return replace(state, may_queue=may_queue).with_tally(card, Tally(on_card, allowed, groups)), ()
        case TurnTaken(card, name):
            return _answered_after(*turn_taken(state, card, name))
        case CardLeftOut(lost):
            left = replace(state, adding=0, notice=Notice.LOST_CARD if lost else state.notice)
            return closed_if_settled(*_answered(left))
        case CardAdmitted():
            return card_admitted(state, event)
        case JoinAnswered(together):
            return join_answered(state, together=together)
        case VisitEnded():
            return _visit_ended(state)
        case ReadBadly():
            return replace(state.back_to_items(), notice=Notice.GARBLED), ()
        case ItemRead():
            return _item_read(state, event)
        case LookedAt():
            return closed_if_settled(*_looked(state, event))
        case FeeAnswered():
            return closed_if_settled(*fee_answered(state, event))
        case PartsAnswered():
            return closed_if_settled(*parts_answered(state, event))
        case ActAnswered():
            return closed_if_settled(*_acted(state, event))
        case WentWrong():
            return closed_if_settled(*_went_wrong(state, event))
        case OfferTaken():
            return offer_taken(state, event)
        case SlipPrinted(ticket):
            return _slip_printed(state, ticket), ()
        case _ if isinstance(event, MailEvent):
            return mailing(state, event)
        case _:
            return ending(state, event)


# Cards.


def _visit_ended(state: Borrowing) -> Next:
    """Settle what can be settled alone: what was asked is not agreed to, a card not let in has nothing."""
    for row in state.unsettled:
        unclaimed = state.adding and row.step is RowStep.LOOKING and row.ticket > state.adding
        if unclaimed or row.step in ASKED:
            state = state.with_row(replace(row, step=RowStep.DECLINED, answer=None))
    return _answered(replace(state, adding=0, joining=None, doubted=0, closing=False, ended=True))


# What is laid down.


def _item_read(state: Borrowing, event: ItemRead) -> Next:
    code = event.code.strip()
    state = replace(state.back_to_items(), notice=None)
    if not is_readable(code):
        return replace(state, notice=Notice.GARBLED), ()
    newest = state.rows[0] if state.rows else None
    if newest is not None and newest.step is RowStep.LOOKING and _is_of(newest, code):
        return replace(state, notice=Notice.STILL_CHECKING), ()
    row = BorrowRow(state.tickets + 1, code, event.act_id, state.turn)
    known, notice = _twice(state, row)
    if notice is not None:
        return replace(state, notice=notice), ()
    looking = LookAt(row.ticket, row.attempt, code, row.card)
    return replace(known, rows=(row, *known.rows), tickets=row.ticket), (looking,)


def _is_of(row: BorrowRow, code: str) -> bool:
    return same_thing(row.code, code) or (row.thing is not None and same_thing(row.thing.barcode, code))


def _twice(state: Borrowing, row: BorrowRow) -> tuple[Borrowing, Notice | None]:
    """Say what stands against laying a thing down again; else its former row on that card goes.

    Rows still looked up are left alone: between two scans of one number another card may have come.
    """
    same = [one for one in state.rows if one.ticket != row.ticket and _is_of(one, row.code)]
    same = [one for one in same if one.step is not RowStep.LOOKING]
    if any(not one.settled for one in same):
        return state, Notice.STILL_CHECKING
    lent = next((one for one in same if one.step is RowStep.LENT), None)
    if lent is not None:
        return state, Notice.ALREADY_LENT if lent.card == row.card else Notice.LENT_TO_OTHER
    for one in same:
        state = state.without(one.ticket) if one.card == row.card else state
    return state, None


def _looked(state: Borrowing, event: LookedAt) -> Next:
    row = _waiting(state, event.ticket, event.attempt, RowStep.LOOKING)
    if row is None:
        return state, ()
    answer = Answer(event.kind, event.look, event.holder)
    return _answered(state.with_row(replace(row, answer=answer)))


def _answered(state: Borrowing) -> Next:
    """Take answers in the order in which things were laid down: what follows a card goes to that card."""
    effects: tuple[BorrowEffect, ...] = ()
    while not state.adding:
        looking = [row for row in state.rows if row.step is RowStep.LOOKING]
        first = min(looking, key=lambda row: row.ticket, default=None)
        if first is None or first.answer is None:
            break
        state, more = _known(state, replace(first, answer=None), first.answer)
        effects += more
    return state, effects


def _known(state: Borrowing, row: BorrowRow, answer: Answer) -> Next:
    if answer.kind in (CodeKind.CARD, CodeKind.EITHER):
        return _card_known(state, row, answer)
    state, notice = _twice(state, row)
    if notice is not None or answer.look is None:
        return replace(state.without(row.ticket), notice=notice), ()
    after = looked_at(row, answer.look)
    if state.ended and after.step in ASKED:
        after = replace(after, step=RowStep.DECLINED)
    if after.step is not RowStep.LENDING:
        return state.with_row(after), ()
    lending = LendItem(after.ticket, after.attempt, answer.look.thing.barcode, after.act_id, after.card)
    return state.with_row(after), (lending,)


def _card_known(state: Borrowing, row: BorrowRow, answer: Answer) -> Next:
    member = state.member(row.code)
    if member is not None:
        state = state.without(row.ticket)
        if member.card == state.turn:
            return replace(state, notice=Notice.OWN_CARD), ()
        return replace(state, adding=row.ticket), (ChooseCard(member.card),)
    # What may be a card or nothing stands there as an unknown item for whoever does not give a PIN.
    known = state.with_row(looked_at(row, answer.look)) if answer.look else state.without(row.ticket)
    if state.ended:
        return known, ()
    return replace(known, adding=row.ticket), (AddCard(row.code, answer.holder),)


def _answered_after(state: Borrowing, effects: tuple[BorrowEffect, ...]) -> Next:
    after, more = _answered(state)
    return after, effects + more


# What becomes of it.


def _acted(state: Borrowing, event: ActAnswered) -> Next:
    row = _waiting(state, event.ticket, event.attempt, RowStep.LENDING, RowStep.ACTING)
    if row is None:
        return state, ()
    row = replace(row, tried=None, tried_id="", failed_in=None)
    after = acted(row, event.outcome, event.position, may_queue=state.may_queue)
    if state.ended and after.step in ASKED:
        after = replace(after, step=RowStep.DECLINED)
    if after.step is RowStep.LENT and not after.lent_as:
        after = replace(after, lent_as=1 + max(one.lent_as for one in state.rows))
    elif after.step is not RowStep.LENT:
        after = replace(after, lent_as=0)
    if after.step is RowStep.RETURNED:
        after = replace(after, handed=_handed_in(after, event))
    state = state.with_row(after)
    if not event.outcome.done or after.step not in _COUNTED:
        return state, ()
    return counted(state, after), (CountLoans(after.card),)


def _handed_in(row: BorrowRow, event: ActAnswered) -> ReturnRow:
    return ReturnRow(
        row.ticket,
        row.code,
        row.act_id,
        ReturnStep.BACK,
        thing=row.thing,
        outcome=event.outcome,
        late=event.late,
        fine=event.fine,
    )


def _slip_printed(state: Borrowing, ticket: int) -> Borrowing:
    row = next((row for row in state.rows if row.ticket == ticket), None)
    if row is None or row.handed is None:
        return state
    return state.with_row(replace(row, handed=replace(row.handed, slip=True)))


def _went_wrong(state: Borrowing, event: WentWrong) -> Next:
    row = _waiting(state, event.ticket, event.attempt, RowStep.LOOKING, RowStep.LENDING, RowStep.ACTING)
    if row is None:
        return state, ()
    if row.step is RowStep.LOOKING:
        state, notice = _twice(state, row)
        if notice is not None:
            return _answered(replace(state.without(row.ticket), notice=notice))
    if row.lent_as:
        back = (Offer.RETURN,) if row.tried is Offer.RETURN else ()
        return state.with_row(replace(row, step=RowStep.LENT, error=event.error, offers=back)), ()
    failed = replace(row, step=RowStep.FAILED, error=event.error, offers=(Offer.AGAIN,), answer=None)
    return _answered(state.with_row(replace(failed, failed_in=row.step)))


def _waiting(state: Borrowing, ticket: int, attempt: int, *steps: RowStep) -> BorrowRow | None:
    """Return the row that waits for this very answer."""
    for row in state.rows:
        if row.ticket == ticket and row.attempt == attempt and row.step in steps:
            return row
    return None
