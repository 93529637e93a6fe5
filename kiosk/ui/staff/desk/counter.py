"""Runs the desk's queue: one task after another off the GUI thread, the card read again in between."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.model.decision import ReasonCode
from kiosk.model.money import Money
from kiosk.ui.staff.desk import state as going
from kiosk.ui.staff.desk.answers import Answer, Failed, again, answered, refreshed
from kiosk.ui.staff.desk.deciding import Deciding
from kiosk.ui.staff.desk.offers import undone_by
from kiosk.ui.staff.desk.queue_draft import left_over, restored
from kiosk.ui.staff.desk.rows import DeskRow
from kiosk.ui.staff.desk.state import DeskState
from kiosk.ui.staff.desk.tasks import Mode, Task, Verb
from kiosk.ui.staff.workplace import Workplace

FORM = "desk/queue"
_KEPT_AFTER_MS = 500


class DeskCounter(QObject):
    """Hold the desk's state and let it go on; `moved` tells each new one, `done` each task with its row."""

    moved = Signal(object)
    done = Signal(object, object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.state = DeskState()
        self._kept: list[dict[str, Any]] = []
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.timeout.connect(self._keep)

    # --- what staff do

    def scan(self, text: str) -> None:
        """Take what was scanned or typed; it is done when its turn comes."""
        self._go(going.scanned(self.state, text))

    def switch(self, mode: Mode) -> None:
        """Let what is scanned from now on be lent, taken back, renewed or looked at."""
        self._go(going.switched(self.state, mode))

    def date(self, moment: datetime | None, reason: str = "") -> None:
        """Date returns back from now on, or no longer; ``reason`` is why, where it is far."""
        self._go(going.dated(self.state, moment, reason))

    def add_card(self) -> None:
        """Let the next card join this sitting."""
        self._go(going.adding(self.state))

    def end(self) -> None:
        """End the visit after what was scanned before it is done."""
        self._go(going.ended(self.state))

    def tell(
        self,
        verb: Verb,
        row: DeskRow,
        *,
        codes: frozenset[ReasonCode] = frozenset(),
        reason: str = "",
        agreed: Money | None = None,
    ) -> None:
        """Do something with the item of a row."""
        self._go(going.told(self.state, verb, row.ticket, codes=codes, reason=reason, agreed=agreed))

    def choose(self, verb: Verb, code: str) -> None:
        """Take what was chosen where a name was typed."""
        row = self.state.latest
        if self.state.offered is not None and row is not None:
            self._go(going.told(self.state, verb, row.ticket, code))

    def leave_choice(self) -> None:
        """Choose nothing."""
        self._go(going.unchosen(self.state))

    def add(self, verb: Verb, codes: Sequence[str]) -> None:
        """Do something with each of these, a row each."""
        state = self.state
        for code in codes:
            state = going.added(state, verb, code)
        self._go(state)

    def undo(self) -> DeskRow | None:
        """Undo what the newest row that can be undone did; return that row."""
        row = next((one for one in self.state.rows if undone_by(one) is not None), None)
        verb = undone_by(row) if row is not None else None
        if row is not None and verb is not None:
            self.tell(verb, row)
        return row

    def retry(self, row: DeskRow) -> None:
        """Try once more what could not be done."""
        self._go(again(self.state, row.ticket))

    def restore(self, kept: Sequence[Mapping[str, Any]]) -> None:
        """Bring back what was scanned and not done when the workspace was closed."""
        self._kept = [dict(one) for one in kept]
        self._go(restored(self.state, kept))

    def read_card(self) -> None:
        """Read the open card again."""
        card = self.state.card
        if card is None:
            return
        desk, by, number, at = (
            self._workplace.services,
            self._workplace.by,
            card.scanned,
            self._workplace.now(),
        )
        self._workplace.jobs.latest(
            "staff.desk.card",
            lambda: desk.desk.cards.open(by, number, at=at),
            lambda found: self._show(refreshed(self.state, found)),
            self._workplace.fail,
        )

    # --- going on

    def _go(self, state: DeskState) -> None:
        state, task = going.begun(state)
        self._show(state)
        if task is not None:
            self._start(task)
        elif state.stale and state.busy is None:
            self.read_card()

    def _start(self, task: Task) -> None:
        services, by = self._workplace.services, self._workplace.by
        at, nothing = self._workplace.now(), Money.zero(self._workplace.library.currency)

        def work() -> Answer:
            return Deciding(services.desk, by, nothing).do(task, at)

        self._workplace.jobs.serial(
            work, lambda answer: self._end(task, answer), lambda error: self._end(task, Failed(error))
        )

    def _end(self, task: Task, answer: Answer) -> None:
        state = answered(self.state, task, answer)
        self.state = state
        self.done.emit(task, state.row(task.ticket))
        self._go(self.state)

    def _show(self, state: DeskState) -> None:
        self.state = state
        self.moved.emit(state)
        self._keeping.start(_KEPT_AFTER_MS)

    def _keep(self) -> None:
        """Keep what is not done yet as a draft, or forget the draft once all is done."""
        left = left_over(self.state)
        if left == self._kept:
            return
        self._kept = left
        if left:
            about = self._workplace.words.count("staff.desk.left_over", len(left))
            self._workplace.keep_draft(FORM, about, {"tasks": left})
        else:
            self._workplace.forget_draft(FORM)
