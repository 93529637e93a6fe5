"""Leads through receipts by e-mail: for each card where to, then thanks while the letters go out."""

from dataclasses import replace

from kiosk.ui.patron.flows.borrow_cards import Borrowing, BorrowStep
from kiosk.ui.patron.flows.borrow_ending import Next
from kiosk.ui.patron.flows.borrow_mail_events import (
    AddressFound,
    AddressGiven,
    AddressWrong,
    FindAddress,
    LettersTried,
    MailChosen,
    MailEvent,
    Mailing,
    MailLeft,
    MailSkipped,
    OtherAddressWanted,
    QueueReceipt,
    ReceiptNotQueued,
    ReceiptQueued,
    SayMailFailed,
    SendLetters,
)


def mailing(state: Borrowing, event: MailEvent) -> Next:
    """Return the next state and what is to be done; what does not fit changes nothing."""
    if isinstance(event, MailChosen):
        return _begun(state)
    if isinstance(event, LettersTried):
        letters = (replace(one, fate=event.fates.get(one.key, one.fate)) for one in state.letters)
        return replace(state, letters=tuple(letters)), ()
    if isinstance(event, ReceiptQueued):
        # Kept is kept, even if something was laid down meanwhile.
        kept = replace(state, letters=(*state.letters, event.letter))
        after, effects = _next(kept, event.letter.card)
        return after, (SendLetters(tuple(one.key for one in kept.letters)), *effects)
    if isinstance(event, ReceiptNotQueued):
        after, effects = _next(state, event.card)
        return after, (SayMailFailed(event.error), *effects)
    if state.step is not BorrowStep.MAIL or state.mailing is None:
        return state, ()
    return _asked(state, state.mailing, event)


def _asked(state: Borrowing, asked: Mailing, event: MailEvent) -> Next:
    """Take what is said about the receipt of the card that is asked about."""
    card = asked.cards[0]
    match event:
        case AddressFound(found, known) if found == card:
            found_out = replace(asked, looked=True, known=known, typing=asked.typing or not known)
            return replace(state, mailing=found_out), ()
        case _ if asked.busy:
            return state, ()
        case OtherAddressWanted():
            return replace(state, mailing=replace(asked, typing=True, wrong=False)), ()
        case AddressWrong():
            return replace(state, mailing=replace(asked, wrong=True)), ()
        case AddressGiven(key, to) if to or asked.known:
            rows = dict(state.papers).get(card, ())
            waiting = replace(asked, busy=True, wrong=False)
            return replace(state, mailing=waiting), (QueueReceipt(rows, card, key, to),)
        case MailSkipped():
            return _next(state, card)
        case MailLeft():
            return replace(state, step=BorrowStep.RECEIPT, mailing=None), ()
    return state, ()


def _begun(state: Borrowing) -> Next:
    if state.step is not BorrowStep.RECEIPT or not state.may_mail:
        return state, ()
    return _ask(replace(state, step=BorrowStep.MAIL), tuple(card for card, _rows in state.papers))


def _ask(state: Borrowing, cards: tuple[str, ...]) -> Next:
    return replace(state, mailing=Mailing(cards)), (FindAddress(cards[0]),)


def _next(state: Borrowing, card: str) -> Next:
    """Go on to the card after this one, and after the last one to the thanks."""
    if state.step is not BorrowStep.MAIL or state.mailing is None or state.mailing.cards[0] != card:
        return state, ()
    left = state.mailing.cards[1:]
    if left:
        return _ask(state, left)
    return replace(state, step=BorrowStep.THANKS, mailing=None, printed=False), ()
