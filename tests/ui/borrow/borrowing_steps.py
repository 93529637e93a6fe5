"""What happens in the Borrow flow, as the tests tell it: scans, looks, answers, and the visits they make."""

from datetime import UTC, datetime

from kiosk.model.decision import LimitUse, Reason, ReasonCode
from kiosk.model.money import Money
from kiosk.model.outcome import Outcome
from kiosk.ui.patron.flows.borrow_cards import Borrowing
from kiosk.ui.patron.flows.borrow_effects import BorrowEffect
from kiosk.ui.patron.flows.borrow_events import (
    ActAnswered,
    BorrowEvent,
    ItemRead,
    LookedAt,
    Opened,
    TurnTaken,
)
from kiosk.ui.patron.flows.borrow_rows import Look
from kiosk.ui.patron.flows.borrowing import advance
from kiosk.ui.patron.flows.codes import Cardholder, CodeKind, Thing

DUE = datetime(2026, 12, 22, 22, 59, 59, tzinfo=UTC)


PIRANESI = Thing("40000055", 5, "Piranesi")


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


ANNA, BEN = "20000017", "20000025"


FAMILY = after(
    Borrowing(), TurnTaken(ANNA, "Anna K."), Opened(5, 20, True, card=ANNA), TurnTaken(BEN, "Ben N.")
)


def card(ticket: int, code: str = BEN, attempt: int = 0) -> LookedAt:
    return LookedAt(ticket, attempt, CodeKind.CARD, holder=Cardholder(code, "Ben N.", "adult"))
