"""What the desk gives along on paper or by e-mail: receipts of a visit, and slips for what was taken back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.decisions import Decider
from kiosk.devices.printer import Printer, receipt_paper, roll_paper
from kiosk.membership.account import Accounts
from kiosk.membership.papers import hold_slip, statement_paper, travel_slip
from kiosk.model.errors import CardUnknown, NoMailAddress
from kiosk.model.item import Place
from kiosk.model.library import Library
from kiosk.model.outcome import Outcome
from kiosk.notices.outbox import Outbox
from kiosk.notices.own_words import own_words
from kiosk.notices.wordings import address_of
from kiosk.paper.hold_slip import hold_slip_roll
from kiosk.paper.receipt import Receipt, ReceiptLine
from kiosk.paper.rolls import receipt_roll
from kiosk.paper.statement import statement_roll
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database
from kiosk.words import Wording, available_languages, wording


@dataclass(frozen=True, slots=True)
class PaperWays:
    """How this machine prints and sends mail, each opened when it is first asked for."""

    printer: Callable[[], Printer]
    outbox: Callable[[], Outbox]


class DeskPapers:
    """Prints and sends after the acts; either may fail alone and be asked for again.

    Printing raises PrinterUnavailable, DiskFull, FolderNotWritable or InvalidSetting.
    """

    def __init__(self, database: Database, decider: Decider, ways: PaperWays) -> None:
        self._database = database
        self._decider = decider
        self._ways = ways

    @needs(Right.DESK)
    def print_receipt(
        self, by: SignedIn, kind: str, lines: tuple[ReceiptLine, ...], *, card: str | None, at: datetime
    ) -> None:
        """Print what was lent (``checkout``) or taken back (``return``), in the patron's language."""
        receipt, words, patron_id = self._receipt(by, kind, lines, card, at)
        paper = receipt_paper(receipt, words)
        self._ways.printer().print(replace(paper, patron_id=patron_id))

    @needs(Right.DESK)
    def mail_receipt(
        self,
        by: SignedIn,
        kind: str,
        lines: tuple[ReceiptLine, ...],
        *,
        card: str,
        key: str,
        at: datetime,
    ) -> None:
        """Queue the receipt for the patron's own address, once under its key; raises NoMailAddress."""
        receipt, words, patron_id = self._receipt(by, kind, lines, card, at)
        if patron_id is None:
            raise CardUnknown(card=card)
        with self._database.read() as view:
            if address_of(view, patron_id) is None:
                raise NoMailAddress
        roll = receipt_roll(receipt, words)
        self._ways.outbox().queue_receipt(key, patron_id, roll, words.language, at)

    @needs(Right.DESK)
    def print_slip(self, by: SignedIn, outcome: Outcome, *, at: datetime) -> None:
        """Print the slip for what goes to the hold shelf or travels; nothing for what goes elsewhere."""
        if outcome.place not in (Place.HOLD_SHELF, Place.TRANSIT):
            return
        with self._database.read() as view:
            library = self._decider.libraries.current(view)
            words = _words(library, None, by.branch)
            if outcome.hold_id is not None:
                slip = hold_slip(view, library, outcome.barcode, at, words)
            else:
                slip = travel_slip(view, library, outcome.barcode, by.branch, at, words)
            slip = replace(slip, own=own_words(view, library, "hold_slip", by.branch, words))
        self._ways.printer().print(roll_paper(hold_slip_roll(slip, words), at, words))

    @needs(Right.DESK)
    def print_statement(self, by: SignedIn, card: str, *, at: datetime) -> None:
        """Print what was charged to the card, paid and forgiven, and what is owed; raises CardUnknown."""
        account = Accounts(self._database, self._decider).statement(card, at, by.branch)
        words = _words(account.library, account.patron.language, by.branch)
        with self._database.read() as view:
            own = own_words(view, account.library, "statement", by.branch, words)
            paper = replace(statement_paper(view, account, by.branch, at, words), own=own)
        self._ways.printer().print(roll_paper(statement_roll(paper, words), at, words, account.patron.id))

    def _receipt(
        self, by: SignedIn, kind: str, lines: tuple[ReceiptLine, ...], card: str | None, at: datetime
    ) -> tuple[Receipt, Wording, int | None]:
        with self._database.read() as view:
            library = self._decider.libraries.current(view)
            patron = view.patrons.of_number(card) if card else None
            words = _words(library, patron.language if patron else None, by.branch)
            branch = library.branch(by.branch)
            receipt = Receipt(
                kind=kind,
                library=words.name(library.name),
                branch=words.name(branch.name) if branch else by.branch,
                at=at,
                lines=lines,
                closing=words("receipt.closing"),
                own=own_words(view, library, f"receipt_{kind}", by.branch, words),
            )
        return receipt, words, patron.id if patron else None


def _words(library: Library, own: str | None, branch: str) -> Wording:
    """Return the words for a paper: the patron's language, else the library's first that there is."""
    there = available_languages()
    language = next((one for one in (own, *library.languages) if one in there), "en")
    place = library.branch(branch)
    zone = place.calendar.time_zone if place else library.time_zone
    return wording(str(language), zone, library.languages)
