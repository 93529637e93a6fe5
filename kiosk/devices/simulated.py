"""A printer that is none: for a demonstration, and for tests that pull its paper out."""

from dataclasses import dataclass, field

from kiosk.devices.printer import Printable, PrinterState, refuse
from kiosk.paper.escpos import RollPaper, escpos_bytes


@dataclass(slots=True)
class SimulatedPrinter:
    """Takes the same bytes as the real one, and is in whatever state it is put."""

    paper: RollPaper = field(default_factory=RollPaper)
    put_into: PrinterState = PrinterState.READY
    printed: list[bytes] = field(default_factory=list)

    def state(self) -> PrinterState:
        """Return the state it was put into."""
        return self.put_into

    def print(self, paper: Printable) -> None:
        """Keep the bytes; raises PrinterUnavailable in a state in which nothing comes out."""
        refuse(self.put_into)
        self.printed.append(escpos_bytes(paper.roll(), self.paper))
