"""The desk as a test stands behind it: its services, an account that may do all, and a printer."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from kiosk.catalog.finding import Finder
from kiosk.devices.printer import Printable, PrinterState, refuse
from kiosk.model.outcome import Outcome
from kiosk.notices.mail import Letter
from kiosk.notices.outbox import Outbox
from kiosk.notices.wordings import Wordings
from kiosk.staff.desk.lending import TakenIn
from kiosk.staff.desk.papers import PaperWays
from kiosk.staff.desk.service import CirculationDesk
from kiosk.staff.rights import FIRST_ROLES
from kiosk.staff.signed_in import SignedIn
from tests.circulation.desk import MAIN, NOON, Desk, eur, town_library


@dataclass
class PaperTray:
    """A printer that keeps what it prints, or is in the state it is put into."""

    papers: list[Printable] = field(default_factory=list)
    now: PrinterState = PrinterState.READY

    def state(self) -> PrinterState:
        return self.now

    def print(self, paper: Printable) -> None:
        refuse(self.now)
        self.papers.append(paper)


class NoMail:
    """A mailer that is set but is never asked to send in these tests."""

    is_set = True

    def send(self, letter: Letter) -> None:
        raise AssertionError(letter)


def signed_in(role: str = "librarian", branch: str = MAIN) -> SignedIn:
    return SignedIn("m.weber", "M. Weber", role, frozenset(map(str, FIRST_ROLES[role])), branch)


class Counter:
    """One desk and short ways to do what a librarian does at it."""

    def __init__(self, desk: Desk, index: Path) -> None:
        self.desk = desk
        self.tray = PaperTray()
        self.finder = finder = Finder(desk.database, desk.decider, index)
        outbox = Outbox(desk.database, NoMail(), lambda: Wordings(town_library()))
        ways = PaperWays(lambda: self.tray, lambda: outbox)
        self.staff = CirculationDesk(desk.database, desk.decider, desk.acts, finder, ways)
        self.me = signed_in()

    def catch_up(self) -> None:
        """Bring the index up to date, as the catalogue's process does."""
        self.finder.refresh()

    def lend(self, barcode: str = "B1", card: str = "R1", at: datetime = NOON) -> Outcome:
        return self.staff.lending.lend(self.me, card, barcode, at=at, act_id=str(uuid4()), agreed=eur("0.00"))

    def take_back(
        self,
        barcode: str = "B1",
        at: datetime = NOON,
        dated: datetime | None = None,
        branch: str = MAIN,
        role: str = "librarian",
        reason: str = "",
    ) -> TakenIn:
        who = signed_in(role, branch)
        return self.staff.lending.take_back(
            who, barcode, at=at, act_id=str(uuid4()), dated=dated, reason=reason
        )
