"""Leads through Return: items read one after another, each taken back and told where to lay it."""

from dataclasses import dataclass, replace

from kiosk.model.money import Money
from kiosk.model.outcome import Outcome
from kiosk.ui.patron.flows.codes import CodeKind, Thing, is_readable, same_thing
from kiosk.ui.patron.flows.return_rows import Returning, ReturnRow, ReturnStep


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


@dataclass(frozen=True, slots=True)
class PartsDoubted:
    """Something that belongs to an item may be missing."""

    ticket: int


@dataclass(frozen=True, slots=True)
class SlipPrinted:
    """The slip that goes into an item has come out."""

    ticket: int


@dataclass(frozen=True, slots=True)
class PartsAnswered:
    """Whether something is missing indeed, with the identity of the message to come."""

    missing: bool
    act_id: str


ReturnEvent = (
    HandedIn
    | ReadBadly
    | TakenBack
    | WentWrong
    | AgainWanted
    | DoneWanted
    | PartsDoubted
    | SlipPrinted
    | PartsAnswered
)


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


@dataclass(frozen=True, slots=True)
class TellStaff:
    """Leave word that something of an item is missing."""

    thing: Thing
    act_id: str


ReturnEffect = TakeBack | PrintReceipt | SwitchCard | AskPin | GoHome | TellStaff
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
            failed = state.with_row(replace(row, step=ReturnStep.FAILED, error=error)) if row else state
            return _closed_if_done(failed)
        case AgainWanted(ticket):
            return _again(state, ticket)
        case PartsDoubted(ticket):
            row = next((row for row in state.rows if row.ticket == ticket and row.may_lack), None)
            return replace(state, doubted=row.ticket if row else 0), ()
        case SlipPrinted(ticket):
            row = next((row for row in state.back if row.ticket == ticket), None)
            return (state.with_row(replace(row, slip=True)) if row else state), ()
        case PartsAnswered(missing, act_id):
            return _parts_answered(state, act_id, missing=missing)
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
    return replace(state.with_row(after), left=event.left if event.left is not None else state.left)


def _parts_answered(state: Returning, act_id: str, *, missing: bool) -> Next:
    row, state = state.asked, replace(state, doubted=0)
    if row is None or row.thing is None or not missing or not row.may_lack:
        return state, ()
    return state.with_row(replace(row, missing=True)), (TellStaff(row.thing, act_id),)


def _again(state: Returning, ticket: int) -> Next:
    row = next((row for row in state.rows if row.ticket == ticket), None)
    if row is None or row.step is not ReturnStep.FAILED:
        return state, ()
    again = replace(row, step=ReturnStep.WAITING, attempt=row.attempt + 1, error=None)
    return state.with_row(again), (TakeBack(again.ticket, again.attempt, again.code, again.act_id),)


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
