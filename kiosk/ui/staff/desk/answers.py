"""What a task came to, and what the desk's state makes of it; free of Qt."""

from dataclasses import dataclass, replace

from kiosk.circulation.return_made import ReturnMade
from kiosk.model.decision import ReasonCode
from kiosk.model.outcome import Outcome
from kiosk.staff.desk.cards import DeskCard, Relative
from kiosk.staff.desk.reading import DeskItem, Read
from kiosk.ui.staff.desk.rows import DeskRow, Step
from kiosk.ui.staff.desk.state import DeskState, Visit, put
from kiosk.ui.staff.desk.tasks import Task, Verb


@dataclass(frozen=True, slots=True)
class CardOpened:
    """A card was read."""

    card: DeskCard


@dataclass(frozen=True, slots=True)
class Acted:
    """An act was done or refused; ``act`` is what was wanted: lend, renew, return, undo or a state."""

    act: str
    outcome: Outcome
    item: DeskItem | None = None
    owing_card: str | None = None
    parts: str | None = None
    note: str | None = None
    made: ReturnMade | None = None


@dataclass(frozen=True, slots=True)
class ItemShown:
    """An item was looked at, or cannot be lent for want of a card."""

    item: DeskItem


@dataclass(frozen=True, slots=True)
class NotOne:
    """What was typed is no number that is known: whoever and whatever goes by such a name."""

    read: Read


@dataclass(frozen=True, slots=True)
class Failed:
    """The task could not be done; it may be tried again under the same act."""

    error: Exception


Answer = CardOpened | Acted | ItemShown | NotOne | Failed | None

_DONE = {
    "lend": Step.LENT,
    "renew": Step.RENEWED,
    "return": Step.RETURNED,
    "undo": Step.UNDONE,
    "undo_return": Step.UNDONE,
}


def answered(state: DeskState, task: Task, answer: Answer) -> DeskState:
    """Return the state after the task: its row says what became of it, and the next may begin."""
    state = replace(state, busy=None)
    if task.verb is Verb.END:
        return _ended(state)
    row = state.row(task.ticket) or DeskRow(task.ticket, task.text)
    match answer:
        case CardOpened(card):
            return _opened(state, task, row, card)
        case Acted():
            return _acted(state, task, row, answer)
        case ItemShown(item):
            return put(state, replace(_of_visit(state, row), step=Step.SHOWN, item=item, error=None))
        case NotOne(read):
            found = bool(read.patrons or read.titles)
            step = Step.CHOOSING if found else Step.UNKNOWN
            offered = read if found and not state.waiting else None
            return replace(put(state, replace(row, step=step)), offered=offered)
        case Failed(error):
            row = replace(_of_visit(state, row), step=Step.FAILED, error=error, failed=task)
            return put(state, row)
    return state


def _opened(state: DeskState, task: Task, row: DeskRow, card: DeskCard) -> DeskState:
    """Begin a visit, or go on with another card of the same family or party."""
    me = Relative(card.scanned, card.name)
    known = {one.card for one in state.sitting}
    family = {one.card for one in card.family}
    joins = state.adding or task.verb is Verb.JOIN or me.card in known or bool(family & known)
    row = replace(row, text=me.card, step=Step.CARD, card=me.card, name=me.name)
    if state.card is None or joins:
        sitting = state.sitting if me.card in known else (*state.sitting, me)
        rows = put(state, row).rows
        return replace(state, card=card, sitting=sitting, rows=_named(rows, me), adding=False, stale=False)
    left = _ended(state)
    return replace(left, card=card, sitting=(me,), rows=(row,), stale=False)


def _named(rows: tuple[DeskRow, ...], me: Relative) -> tuple[DeskRow, ...]:
    """Let items that waited for a card belong to it."""
    return tuple(
        replace(row, card=me.card, name=me.name) if row.card is None and row.step is Step.SHOWN else row
        for row in rows
    )


def _acted(state: DeskState, task: Task, row: DeskRow, answer: Acted) -> DeskState:
    outcome = answer.outcome
    row = replace(
        _of_visit(state, row) if task.verb is Verb.SCAN else row,
        step=_step(answer),
        outcome=outcome,
        item=answer.item or row.item,
        owing_card=answer.owing_card,
        parts=answer.parts,
        note=answer.note,
        made=answer.made,
        wanted="" if outcome.done else answer.act,
        changed=answer.act if answer.act not in _DONE else "",
        error=None,
    )
    if state.row(row.ticket) is None:
        return replace(state, stale=state.stale or outcome.done)
    return replace(_without_asking(put(state, row), row), stale=state.stale or outcome.done)


def _without_asking(state: DeskState, row: DeskRow) -> DeskState:
    """Take away the row that asked for a fee once the same item has been lent by scanning it again."""
    if row.step is not Step.LENT:
        return state
    rows = tuple(
        one
        for one in state.rows
        if one.ticket == row.ticket or one.step is not Step.ASKS or one.barcode != row.barcode
    )
    return replace(state, rows=rows)


def _step(answer: Acted) -> Step:
    outcome = answer.outcome
    if outcome.done:
        return _DONE.get(answer.act, Step.CHANGED)
    codes = [reason.code for reason in outcome.reasons]
    if answer.act == "lend" and not codes:
        return Step.ASKS
    if answer.act == "lend" and codes == [ReasonCode.ITEM_ON_LOAN_TO_YOU]:
        return Step.OWN
    return Step.UNKNOWN if ReasonCode.ITEM_UNKNOWN in codes else Step.REFUSED


def _of_visit(state: DeskState, row: DeskRow) -> DeskRow:
    if state.card is None:
        return row
    return replace(row, card=state.card.scanned, name=state.card.name)


def _ended(state: DeskState) -> DeskState:
    """Leave nothing of the visit but what a late receipt needs; what waits belongs to the next."""
    still = {task.ticket for task in state.waiting}
    rows = tuple(row for row in state.rows if row.ticket in still)
    last = state.last
    if state.card is not None:
        done = tuple(row for row in state.rows if row.ticket not in still)
        last = Visit(state.card.scanned, state.card.name, done)
    return replace(
        state, card=None, sitting=(), rows=rows, offered=None, adding=False, stale=False, last=last
    )


def refreshed(state: DeskState, card: DeskCard) -> DeskState:
    """Show the card as it is by now, if it is still the one that is open."""
    if state.card is None or state.card.scanned != card.scanned:
        return state
    return replace(state, card=card, stale=False)


def again(state: DeskState, ticket: int) -> DeskState:
    """Queue once more, under the same act, what could not be done."""
    row = state.row(ticket)
    if row is None or row.failed is None:
        return state
    waiting = (*state.waiting, row.failed)
    return replace(put(state, replace(row, step=Step.READING, error=None, failed=None)), waiting=waiting)
