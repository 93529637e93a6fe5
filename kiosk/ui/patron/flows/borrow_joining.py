"""Leads a second card into the visit, or to one of its own: a stranger joins nobody who walked away."""

from dataclasses import replace

from kiosk.ui.patron.flows.borrow_cards import Borrowing, Member
from kiosk.ui.patron.flows.borrow_effects import (
    BeginVisit,
    BorrowEffect,
    ChooseCard,
    CountLoans,
    JoinVisit,
    LookAt,
)
from kiosk.ui.patron.flows.borrow_ending import Next
from kiosk.ui.patron.flows.borrow_events import CardAdmitted
from kiosk.ui.patron.flows.borrow_rows import BorrowRow, RowStep


def card_admitted(state: Borrowing, event: CardAdmitted) -> Next:
    """Ask whose visit it is; a card of the visit takes its turn."""
    if not state.adding or state.ended:
        return state, ()
    if state.member(event.card) is not None:
        return state, (ChooseCard(event.card),)
    return replace(state, joining=Member(event.card, event.name)), ()


def join_answered(state: Borrowing, *, together: bool) -> Next:
    """Go on with both cards, or leave the visit to the first and what was laid down since to the other."""
    card = state.joining
    if card is None:
        return state, ()
    state = replace(state, joining=None)
    if together:
        return state, (JoinVisit(card.card),)
    waiting = _since(state)
    for row in waiting:
        state = state.without(row.ticket)
    items = tuple((row.code, row.act_id) for row in waiting)
    return replace(state.without(state.adding), adding=0), (BeginVisit(card.card, items),)


def turn_taken(state: Borrowing, card: str, name: str) -> Next:
    """Give what was read after a card to that card; what was read before it stays with the other."""
    effects: tuple[BorrowEffect, ...] = ()
    if state.member(card) is None:
        state = replace(state, members=(*state.members, Member(card, name)))
        effects = (CountLoans(card),)
    if state.adding:
        state, more = _handed_on(state.without(state.adding), card)
        effects += more
    return replace(state.back_to_items(), turn=card, adding=0, joining=None, notice=None), effects


def _handed_on(state: Borrowing, card: str) -> Next:
    effects: list[BorrowEffect] = []
    for row in _since(state):
        row = replace(row, card=card, attempt=row.attempt + 1, answer=None)
        state = state.with_row(row)
        effects.append(LookAt(row.ticket, row.attempt, row.code, card))
    return state, tuple(effects)


def _since(state: Borrowing) -> list[BorrowRow]:
    """Return what was laid down after the card and waits, the first first."""
    rows = (row for row in state.rows if row.step is RowStep.LOOKING and row.ticket > state.adding)
    return sorted(rows, key=lambda row: row.ticket)
