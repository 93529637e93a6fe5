"""What every printer can do, whatever it is: tell its state, and print."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from kiosk.model.errors import PrinterUnavailable
from kiosk.model.problem import Problem
from kiosk.paper.answer_slip import AnswerSlip, answer_slip_pdf
from kiosk.paper.receipt import Receipt, receipt_pdf
from kiosk.paper.roll import Roll
from kiosk.paper.rolls import answer_roll, receipt_roll, slip_roll
from kiosk.paper.slip import ShelfSlip, slip_pdf
from kiosk.words import Wording


class PrinterState(StrEnum):
    """How a printer is; one that cannot tell is taken for ready."""

    READY = "ready"
    PAPER_LOW = "paper_low"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    TROUBLE = "trouble"
    AWAY = "away"

    @property
    def prints(self) -> bool:
        """Whether something sent now comes out."""
        return self in (PrinterState.READY, PrinterState.PAPER_LOW)


@dataclass(frozen=True, slots=True)
class Printable:
    """Something to print: as PDF or for a roll, whichever the printer takes.

    ``patron_id`` is of whom it tells, None for nobody: where it is kept as a file, it goes with them.
    """

    at: datetime
    pdf: Callable[[], bytes]
    roll: Callable[[], Roll]
    patron_id: int | None = None


class Printer(Protocol):
    """A printer; its calls take as long as a device may, so never on the thread of the screen."""

    def state(self) -> PrinterState:
        """Return how the printer is now; never raises."""
        ...

    def print(self, paper: Printable) -> None:
        """Print it whole.

        Raises PrinterUnavailable, DiskFull or FolderNotWritable.
        """
        ...


def refuse(state: PrinterState) -> None:
    """Raise PrinterUnavailable in a state in which nothing comes out."""
    if not state.prints:
        raise PrinterUnavailable(problem=Problem(f"printer.{state}"))


def receipt_paper(receipt: Receipt, words: Wording) -> Printable:
    """Return a receipt to be printed."""
    return Printable(receipt.at, lambda: receipt_pdf(receipt, words), lambda: receipt_roll(receipt, words))


def slip_paper(slip: ShelfSlip, words: Wording) -> Printable:
    """Return the slip for the shelf to be printed."""
    return Printable(slip.at, lambda: slip_pdf(slip, words), lambda: slip_roll(slip, words))


def answer_paper(slip: AnswerSlip, words: Wording) -> Printable:
    """Return an answer to be printed."""
    return Printable(slip.at, lambda: answer_slip_pdf(slip, words), lambda: answer_roll(slip, words))


def roll_paper(roll: Roll, at: datetime, words: Wording, patron_id: int | None = None) -> Printable:
    """Return what is laid out for a roll alone, such as a hold slip or a statement."""
    from kiosk.paper.roll_pdf import roll_pdf

    return Printable(at, lambda: roll_pdf(roll, words.language), lambda: roll, patron_id)
