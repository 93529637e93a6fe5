"""Leads through Return: items read one after another, each taken back and told where to lay it."""

from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.model.money import Money
from kiosk.model.outcome import Outcome
from kiosk.ui.patron.flows.codes import CodeKind, Thing, is_readable, same_thing


class ReturnStep(StrEnum):
    """What became of an item."""

    WAITING = "waiting"
    BACK = "back"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """One item handed in; `late` is None where it was on no loan. `fine` is set for its own patron alone."""

    ticket: int
    code: str
    act_id: str
    step: ReturnStep = ReturnStep.WAITING
    attempt: int = 0
    thing: Thing | None = None
    outcome: Outcome | None = None
    late: bool | None = None
    fine: Money | None = None
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class Returning:
    """One person's time in Return; the newest row comes first. `left` are loans still on the visit's card."""

    rows: tuple[ReturnRow, ...] = ()
    tickets: int = 0
    garbled: bool = False
    closing: bool = False
    receipt: bool = False
    next_card: str = ""
    left: int | None = None

    @property
    def waiting(self) -> tuple[ReturnRow, ...]:
        """Give the rows not taken back yet."""
        return tuple(row for row in self.rows if row.step is ReturnStep.WAITING)

    @property
    def back(self) -> tuple[ReturnRow, ...]:
        """Give the rows taken back, the newest first."""
        return tuple(row for row in self.rows if row.step is ReturnStep.BACK)


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A code came from the reader or the number pad, with the identity of the act to come."""

    code: str
    act_id: str


@dataclass(frozen=True, slots=True)
class ReadBadly:
    """Something was read, but not whole."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What the code is, and for an item what became of it."""

    ticket: int
    attempt: int
    kind: CodeKind
    thing: Thing | None = None
    outcome: Outcome | None = None
    late: bool | None = None
    fine: Money | None = None
    left: int | None = None


@dataclass(frozen=True, slots=True)
class WentWrong:
    """An item could not be taken back: the database was away."""

    ticket: int
    attempt: int
    error: Exception


@dataclass(frozen=True, slots=True)
class AgainWanted:
    """A failed item is to be tried again."""

    ticket: int


@dataclass(frozen=True, slots=True)
class DoneWanted:
    """Everything is handed in."""

    receipt: bool = False


ReturnEvent = HandedIn | ReadBadly | TakenBack | WentWrong | AgainWanted | DoneWanted


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Find out what the code is, and take an item back."""

    ticket: int
    attempt: int
    code: str
    act_id: str


@dataclass(frozen=True, slots=True)
class PrintReceipt:
    """Write and print what was handed in."""

    rows: tuple[ReturnRow, ...]


@dataclass(frozen=True, slots=True)
class SwitchCard:
    """Begin the visit of a card."""

    code: str


@dataclass(frozen=True, slots=True)
class AskPin:
    """Ask for the PIN of what may be a card; what is handed in stays meanwhile."""

    code: str


@dataclass(frozen=True, slots=True)
class GoHome:
    """Leave the page; everything on it is forgotten."""


ReturnEffect = TakeBack | PrintReceipt | SwitchCard | AskPin | GoHome
Next = tuple[Returning, tuple[ReturnEffect, ...]]


def advance(state: Returning, event: ReturnEvent) -> Next:
    """Return the next state and what is to be done; what does not fit changes nothing."""
    match event:
        case HandedIn(code, act_id):
            return _handed_in(state, code.strip(), act_id)
        case ReadBadly():
            return replace(state, garbled=True, closing=False), ()
        case TakenBack(kind=CodeKind.EITHER) if row := _waiting(state, event.ticket, event.attempt):
            # Whoever has laid down a strange item reads there what to do with it, and goes back.
            return replace(_taken_back(state, event), closing=False), (AskPin(row.code),)
        case TakenBack():
            return _closed_if_done(_taken_back(state, event))
        case WentWrong(ticket, attempt, error):
            row = _waiting(state, ticket, attempt)
            failed = _with(state, replace(row, step=ReturnStep.FAILED, error=error)) if row else state
            return _closed_if_done(failed)
        case AgainWanted(ticket):
            return _again(state, ticket)
        case DoneWanted(receipt):
            return _closed_if_done(replace(state, closing=True, receipt=receipt, garbled=False))


def _handed_in(state: Returning, code: str, act_id: str) -> Next:
    state = replace(state, garbled=False, closing=False)
    if not is_readable(code):
        return replace(state, garbled=True), ()
    there = next((row for row in state.rows if same_thing(row.code, code)), None)
    if there is not None and there.step is ReturnStep.WAITING:
        return state, ()
    row = ReturnRow(state.tickets + 1, code, act_id)
    rows = (row, *(other for other in state.rows if other is not there))
    return replace(state, rows=rows, tickets=row.ticket), (TakeBack(row.ticket, 0, code, act_id),)


def _taken_back(state: Returning, event: TakenBack) -> Returning:
    row = _waiting(state, event.ticket, event.attempt)
    if row is None:
        return state
    if event.kind is CodeKind.CARD:
        return replace(state, rows=tuple(r for r in state.rows if r is not row), next_card=row.code)
    done = event.outcome is not None and event.outcome.done
    after = replace(
        row,
        step=ReturnStep.BACK if done else ReturnStep.REFUSED,
        thing=event.thing,
        outcome=event.outcome,
        late=event.late,
        fine=event.fine,
    )
    return replace(_with(state, after), left=event.left if event.left is not None else state.left)


def _again(state: Returning, ticket: int) -> Next:
    row = next((row for row in state.rows if row.ticket == ticket), None)
    if row is None or row.step is not ReturnStep.FAILED:
        return state, ()
    again = replace(row, step=ReturnStep.WAITING, attempt=row.attempt + 1, error=None)
    return _with(state, again), (TakeBack(again.ticket, again.attempt, again.code, again.act_id),)


def _closed_if_done(state: Returning) -> Next:
    if state.waiting:
        return state, ()
    if state.next_card:
        return Returning(), (SwitchCard(state.next_card),)
    if not state.closing:
        return state, ()
    if state.receipt and state.back:
        return Returning(), (PrintReceipt(tuple(reversed(state.back))), GoHome())
    return Returning(), (GoHome(),)


def _waiting(state: Returning, ticket: int, attempt: int) -> ReturnRow | None:
    for row in state.waiting:
        if row.ticket == ticket and row.attempt == attempt:
            return row
    return None


def _with(state: Returning, row: ReturnRow) -> Returning:
    return replace(state, rows=tuple(row if r.ticket == row.ticket else r for r in state.rows))
