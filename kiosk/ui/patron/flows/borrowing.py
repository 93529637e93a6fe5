"""Leads through Borrow: items read faster than they are decided, each to its end, then the receipt."""

from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.model.decision import LimitUse
from kiosk.ui.patron.flows.borrow_events import (
    ActAnswered,
    BorrowEffect,
    BorrowEvent,
    CountLoans,
    DoneWanted,
    FeeAnswered,
    GoHome,
    ItemRead,
    LendItem,
    LookAt,
    LookedAt,
    OfferTaken,
    Opened,
    PrintReceipt,
    ReadBadly,
    ReceiptChosen,
    ReceiptPrinted,
    SayReceiptFailed,
    SwitchCard,
    TakeOffer,
    ThanksRead,
    WentWrong,
)
from kiosk.ui.patron.flows.borrow_rows import BorrowRow, Offer, RowStep, acted, looked_at
from kiosk.ui.patron.flows.codes import CodeKind, is_readable, same_thing


class BorrowStep(StrEnum):
    """Where the patron is."""

    ITEMS = "items"
    RECEIPT = "receipt"
    PRINTING = "printing"
    THANKS = "thanks"


class Notice(StrEnum):
    """What is said about the last thing laid on the reader when no row says it."""

    GARBLED = "garbled"
    OWN_CARD = "own_card"
    STILL_CHECKING = "still_checking"
    ALREADY_LENT = "already_lent"


@dataclass(frozen=True, slots=True)
class Borrowing:
    """One card's time in Borrow; the newest row comes first.

    `closing` says that Done was touched and waits for what is not settled, with the receipt chosen
    beforehand in `receipt`. `next_card` waits likewise.
    """

    step: BorrowStep = BorrowStep.ITEMS
    rows: tuple[BorrowRow, ...] = ()
    tickets: int = 0
    on_card: int | None = None
    allowed: int | None = None
    groups: tuple[LimitUse, ...] = ()
    may_queue: bool = False
    notice: Notice | None = None
    closing: bool = False
    receipt: bool | None = None
    next_card: str = ""
    printed: bool = False

    @property
    def unsettled(self) -> tuple[BorrowRow, ...]:
        """Give the rows that still wait for something."""
        return tuple(row for row in self.rows if not row.settled)

    @property
    def lent(self) -> tuple[BorrowRow, ...]:
        """Give the rows that were lent, the newest first."""
        return tuple(row for row in self.rows if row.step is RowStep.LENT)

    @property
    def on_paper(self) -> tuple[BorrowRow, ...]:
        """Give what a receipt names, in the order in which it was laid down."""
        kept = (RowStep.LENT, RowStep.RENEWED)
        return tuple(row for row in reversed(self.rows) if row.step in kept)

    @property
    def fee_asked(self) -> BorrowRow | None:
        """Give the row whose fee is to be agreed to first, the one longest waiting."""
        return next((row for row in reversed(self.rows) if row.step is RowStep.ASKING), None)


Next = tuple[Borrowing, tuple[BorrowEffect, ...]]


def advance(state: Borrowing, event: BorrowEvent) -> Next:
    """Return the next state and what is to be done; what does not fit changes nothing."""
    match event:
        case Opened(on_card, allowed, may_queue, groups):
            return replace(state, on_card=on_card, allowed=allowed, may_queue=may_queue, groups=groups), ()
        case ReadBadly():
            return replace(_back_to_items(state), notice=Notice.GARBLED), ()
        case ItemRead():
            return _item_read(state, event)
        case LookedAt():
            return _closed_if_settled(*_looked(state, event))
        case FeeAnswered():
            return _closed_if_settled(*_fee_answered(state, event))
        case ActAnswered():
            return _closed_if_settled(*_acted(state, event))
        case WentWrong():
            return _closed_if_settled(*_went_wrong(state, event))
        case OfferTaken():
            return _offer_taken(state, event)
        case _:
            return _ending(state, event)


def _ending(state: Borrowing, event: BorrowEvent) -> Next:
    match event:
        case DoneWanted(receipt) if state.step is BorrowStep.ITEMS:
            return _closed_if_settled(replace(state, closing=True, receipt=receipt, notice=None), ())
        case ReceiptChosen(wanted) if state.step is BorrowStep.RECEIPT:
            return _receipt_chosen(state, wanted)
        case ReceiptPrinted(done, error) if state.step is BorrowStep.PRINTING:
            thanks = replace(state, step=BorrowStep.THANKS, printed=done)
            return thanks, () if done else (SayReceiptFailed(error),)
        case ReceiptPrinted(done, error) if not done:
            return state, (SayReceiptFailed(error),)
        case ThanksRead() if state.step is BorrowStep.THANKS:
            return Borrowing(), (GoHome(),)
    return state, ()


def _item_read(state: Borrowing, event: ItemRead) -> Next:
    code = event.code.strip()
    state = replace(_back_to_items(state), notice=None)
    if not is_readable(code):
        return replace(state, notice=Notice.GARBLED), ()
    there = next((row for row in state.rows if _is_of(row, code)), None)
    if there is not None and not there.settled:
        return replace(state, notice=Notice.STILL_CHECKING), ()
    if there is not None and there.step is RowStep.LENT:
        return replace(state, notice=Notice.ALREADY_LENT), ()
    row = BorrowRow(state.tickets + 1, code, event.act_id)
    rows = (row, *(other for other in state.rows if other is not there))
    return replace(state, rows=rows, tickets=row.ticket), (LookAt(row.ticket, row.attempt, code),)


def _is_of(row: BorrowRow, code: str) -> bool:
    return same_thing(row.code, code) or (row.thing is not None and same_thing(row.thing.barcode, code))


def _looked(state: Borrowing, event: LookedAt) -> Next:
    row = _waiting(state, event.ticket, event.attempt, RowStep.LOOKING)
    if row is None:
        return state, ()
    if event.kind is CodeKind.CARD:
        rows = tuple(other for other in state.rows if other is not row)
        if event.own_card:
            return replace(state, rows=rows, notice=Notice.OWN_CARD), ()
        return replace(state, rows=rows, next_card=row.code), ()
    if event.look is None:
        return state, ()
    after = looked_at(row, event.look)
    state = _with(state, after)
    if after.step is RowStep.LENDING:
        return state, (LendItem(after.ticket, after.attempt, event.look.thing.barcode, after.act_id),)
    return state, ()


def _fee_answered(state: Borrowing, event: FeeAnswered) -> Next:
    row = next((row for row in state.rows if row.ticket == event.ticket), None)
    if row is None or row.step is not RowStep.ASKING or row.thing is None:
        return state, ()
    if not event.agreed:
        return _with(state, replace(row, step=RowStep.DECLINED)), ()
    lending = LendItem(row.ticket, row.attempt, row.thing.barcode, row.act_id)
    return _with(state, replace(row, step=RowStep.LENDING)), (lending,)


def _acted(state: Borrowing, event: ActAnswered) -> Next:
    row = _waiting(state, event.ticket, event.attempt, RowStep.LENDING, RowStep.ACTING)
    if row is None:
        return state, ()
    after = acted(row, event.outcome, event.position, may_queue=state.may_queue)
    state = _with(state, after)
    if after.step not in (RowStep.LENT, RowStep.RETURNED):
        return state, ()
    return _counted(state, after), (CountLoans(),)


def _counted(state: Borrowing, row: BorrowRow) -> Borrowing:
    """Return the state with a loan counted as the rules have counted it, until all is counted anew."""
    if state.on_card is None:
        return state
    if row.step is RowStep.RETURNED:
        return replace(state, on_card=max(0, state.on_card - 1))
    widest = widest_limit(row.limits)
    told = {(use.branch, use.item_type): use for use in (*state.groups, *narrower(row.limits))}
    return replace(
        state,
        on_card=widest.used if widest is not None else state.on_card + 1,
        allowed=widest.allowed if widest is not None else state.allowed,
        groups=tuple(told.values()),
    )


def narrower(limits: tuple[LimitUse, ...]) -> tuple[LimitUse, ...]:
    """Return the limits of groups of items: of one kind, one branch or both."""
    return tuple(use for use in limits if use.branch is not None or use.item_type is not None)


def widest_limit(limits: tuple[LimitUse, ...]) -> LimitUse | None:
    """Return the limit of all items together, None where only groups of items have one."""
    return next((use for use in limits if use.branch is None and use.item_type is None), None)


def _went_wrong(state: Borrowing, event: WentWrong) -> Next:
    row = _waiting(state, event.ticket, event.attempt, RowStep.LOOKING, RowStep.LENDING, RowStep.ACTING)
    if row is None:
        return state, ()
    failed = replace(row, step=RowStep.FAILED, error=event.error, offers=(Offer.AGAIN,))
    return _with(state, failed), ()


def _offer_taken(state: Borrowing, event: OfferTaken) -> Next:
    row = next((row for row in state.rows if row.ticket == event.ticket), None)
    if row is None or event.offer not in row.offers or state.step is not BorrowStep.ITEMS:
        return state, ()
    attempt = row.attempt + 1
    if event.offer is Offer.AGAIN:
        # The same act id: if the loan was made after all, it is found and not made twice.
        again = replace(row, step=RowStep.LOOKING, attempt=attempt, offers=(), error=None)
        return _with(state, again), (LookAt(row.ticket, attempt, row.code),)
    if row.thing is None:
        return state, ()
    acting = replace(row, step=RowStep.ACTING, attempt=attempt, offers=())
    taking = TakeOffer(row.ticket, attempt, event.offer, row.thing.barcode, row.thing.record_id, event.act_id)
    return _with(state, acting), (taking,)


def _receipt_chosen(state: Borrowing, wanted: bool | None) -> Next:
    if wanted is None:
        return _back_to_items(state), ()
    if not wanted:
        return replace(state, step=BorrowStep.THANKS, printed=False), ()
    return replace(state, step=BorrowStep.PRINTING), (PrintReceipt(state.on_paper),)


def _closed_if_settled(state: Borrowing, effects: tuple[BorrowEffect, ...]) -> Next:
    """Go on to another card or to the end once nothing waits any more."""
    if state.unsettled:
        return state, effects
    if state.next_card:
        return Borrowing(), (*effects, SwitchCard(state.next_card))
    if not state.closing or state.step is not BorrowStep.ITEMS:
        return state, effects
    state = replace(state, closing=False)
    if not state.on_paper:
        return Borrowing(), (*effects, GoHome())
    if state.receipt is None:
        return replace(state, step=BorrowStep.RECEIPT), effects
    chosen, more = _receipt_chosen(state, state.receipt)
    return chosen, (*effects, *more)


def _back_to_items(state: Borrowing) -> Borrowing:
    return replace(state, step=BorrowStep.ITEMS, closing=False, receipt=None)


def _waiting(state: Borrowing, ticket: int, attempt: int, *steps: RowStep) -> BorrowRow | None:
    """Return the row that waits for this very answer."""
    for row in state.rows:
        if row.ticket == ticket and row.attempt == attempt and row.step in steps:
            return row
    return None


def _with(state: Borrowing, row: BorrowRow) -> Borrowing:
    rows = tuple(row if other.ticket == row.ticket else other for other in state.rows)
    return replace(state, rows=rows)
