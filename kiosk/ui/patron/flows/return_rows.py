"""What Return knows of the items handed in, and what became of each."""

from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.model.money import Money
from kiosk.model.outcome import Outcome
from kiosk.ui.patron.flows.codes import Thing


class ReturnStep(StrEnum):
    """What became of an item."""

    WAITING = "waiting"
    BACK = "back"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """One item handed in; `late` is None where it was on no loan. `fine` is set for its own patron alone.

    `slip`: a slip was printed that goes into it. `missing`: whoever brought it says that something that
    belongs to it is not there.
    """

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
    missing: bool = False
    slip: bool = False

    @property
    def parts(self) -> str:
        """Say what should have come back with it, empty until it is back."""
        return self.thing.parts if self.thing is not None and self.step is ReturnStep.BACK else ""

    @property
    def may_lack(self) -> bool:
        """Tell whether it can still be said that something of it is missing."""
        return self.parts != "" and not self.missing


@dataclass(frozen=True, slots=True)
class Returning:
    """One person's time in Return; the newest row comes first. `left` are loans still on the visit's card.

    `doubted` is the row of which it is asked whether something is missing, 0 for none.
    """

    rows: tuple[ReturnRow, ...] = ()
    tickets: int = 0
    garbled: bool = False
    closing: bool = False
    receipt: bool = False
    next_card: str = ""
    left: int | None = None
    doubted: int = 0

    @property
    def asked(self) -> ReturnRow | None:
        """Give the row of which it is asked whether something is missing."""
        return next((row for row in self.rows if row.ticket == self.doubted), None)

    @property
    def waiting(self) -> tuple[ReturnRow, ...]:
        """Give the rows not taken back yet."""
        return tuple(row for row in self.rows if row.step is ReturnStep.WAITING)

    @property
    def back(self) -> tuple[ReturnRow, ...]:
        """Give the rows taken back, the newest first."""
        return tuple(row for row in self.rows if row.step is ReturnStep.BACK)

    def with_row(self, row: ReturnRow) -> "Returning":
        """Return it with one row as it is now."""
        rows = tuple(row if other.ticket == row.ticket else other for other in self.rows)
        return replace(self, rows=rows)
