"""The desk's state and how it goes on: pure functions from one state to the next; free of Qt."""

from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.model.decision import ReasonCode
from kiosk.model.item import barcode_key
from kiosk.model.money import Money
from kiosk.staff.desk.cards import DeskCard, Relative
from kiosk.staff.desk.reading import Read
from kiosk.ui.staff.desk.rows import DeskRow, Step
from kiosk.ui.staff.desk.tasks import Mode, Task, Verb


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit that has ended, kept for a receipt that is asked for late."""

    card: str
    name: str
    rows: tuple[DeskRow, ...]


@dataclass(frozen=True, slots=True)
class DeskState:
    """What the desk shows; ``rows`` are the newest first, ``waiting`` what was scanned meanwhile.

    ``sitting`` are the cards of one family or party that lend together, the current one among them.
    ``dated_for`` is why returns are dated back so far, where that wants a reason. ``stale`` tells that the
    card shown is to be read again; ``adding`` that the next card joins them.
    """

    mode: Mode = Mode.LEND
    card: DeskCard | None = None
    sitting: tuple[Relative, ...] = ()
    rows: tuple[DeskRow, ...] = ()
    busy: Task | None = None
    waiting: tuple[Task, ...] = ()
    offered: Read | None = None
    dated: datetime | None = None
    dated_for: str = ""
    adding: bool = False
    stale: bool = False
    tickets: int = 0
    last: Visit | None = None

    @property
    def latest(self) -> DeskRow | None:
        """The row that was scanned last."""
        return self.rows[0] if self.rows else None

    def row(self, ticket: int) -> DeskRow | None:
        """Return the row of that ticket."""
        return next((row for row in self.rows if row.ticket == ticket), None)


def scanned(state: DeskState, text: str) -> DeskState:
    """Give what was scanned or typed a row of its own at once, and a place in the queue."""
    code = "".join(letter for letter in text if letter.isprintable()).strip()
    if not code:
        return state
    ticket = state.tickets + 1
    row = DeskRow(ticket, code)
    task = Task(ticket, Verb.SCAN, code, state.mode, dated=_dated(state), reason=_why_dated(state))
    return replace(
        state,
        tickets=ticket,
        rows=(row, *state.rows),
        waiting=(*state.waiting, task),
        offered=None,
    )


def told(
    state: DeskState,
    verb: Verb,
    ticket: int,
    text: str = "",
    *,
    codes: frozenset[ReasonCode] = frozenset(),
    reason: str = "",
    agreed: Money | None = None,
) -> DeskState:
    """Queue an act upon a row that is there, whose place it keeps."""
    row = state.row(ticket)
    code = text or (row.barcode or row.text if row is not None else "")
    task = Task(
        ticket,
        verb,
        code,
        state.mode,
        agreed=agreed,
        dated=_dated(state),
        codes=codes,
        reason=reason or _why_dated(state, verb),
        made=row.made if row is not None and verb is Verb.UNDO_RETURN else None,
    )
    return replace(state, waiting=(*state.waiting, task), offered=None)


def added(state: DeskState, verb: Verb, text: str) -> DeskState:
    """Queue an act with a row of its own: upon a loan in the card's list, or a card that was chosen."""
    ticket = state.tickets + 1
    grown = replace(state, tickets=ticket, rows=(DeskRow(ticket, text), *state.rows))
    return told(grown, verb, ticket, text)


def begun(state: DeskState) -> tuple[DeskState, Task | None]:
    """Take the next task when none is being done: it is of the card that is open by now."""
    if state.busy is not None or not state.waiting:
        return state, None
    task, *rest = state.waiting
    card = state.card.scanned if state.card is not None else None
    agreed = task.agreed if task.agreed is not None else _agreed_by_scanning_again(state, task)
    row = state.row(task.ticket)
    owner = row.card if row is not None and row.card else card
    started = replace(task, card=owner, agreed=agreed)
    return replace(state, busy=started, waiting=tuple(rest)), started


def switched(state: DeskState, mode: Mode) -> DeskState:
    """Let what is scanned from now on be lent, taken back, renewed or looked at."""
    return replace(state, mode=mode, offered=None, dated=state.dated if mode is Mode.RETURN else None)


def dated(state: DeskState, moment: datetime | None, reason: str = "") -> DeskState:
    """Date returns back from now on, or no longer; ``reason`` is why, where it is far."""
    return replace(
        state, dated=moment, dated_for=reason, mode=Mode.RETURN if moment is not None else state.mode
    )


def adding(state: DeskState) -> DeskState:
    """Let the next card join the sitting, or no longer."""
    return replace(state, adding=not state.adding and state.card is not None)


def unchosen(state: DeskState) -> DeskState:
    """Leave what was offered without choosing: the row that asked goes away."""
    rows = tuple(row for row in state.rows if row.step is not Step.CHOOSING)
    return replace(state, offered=None, rows=rows)


def ended(state: DeskState) -> DeskState:
    """End the visit, after what was scanned before has been done."""
    task = Task(0, Verb.END, "", state.mode)
    return replace(state, waiting=(*state.waiting, task), offered=None, adding=False)


def put(state: DeskState, row: DeskRow) -> DeskState:
    """Put a row in its place."""
    return replace(state, rows=tuple(row if one.ticket == row.ticket else one for one in state.rows))


def _dated(state: DeskState) -> datetime | None:
    return state.dated if state.mode is Mode.RETURN else None


def _why_dated(state: DeskState, verb: Verb = Verb.RETURN) -> str:
    return state.dated_for if verb is Verb.RETURN and _dated(state) is not None else ""


def _agreed_by_scanning_again(state: DeskState, task: Task) -> Money | None:
    """Return the fee of an item that asked for it and is scanned once more: that is how staff say yes."""
    if task.verb is not Verb.SCAN or task.mode is not Mode.LEND or state.card is None:
        return None
    for row in state.rows:
        same = barcode_key(row.barcode) == barcode_key(task.text)
        if same and row.step is Step.ASKS and row.card == state.card.scanned:
            return row.charge
    return None
