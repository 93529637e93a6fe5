"""Gathers what goes on paper about a card or a hold: the statement of charges, the hold shelf's slip."""

from collections.abc import Iterator
from datetime import datetime

from kiosk.membership.account import Statement
from kiosk.model.charge import Charge, Settlement, SettlementKind
from kiosk.model.errors import ItemUnknown, NothingHeld
from kiosk.model.hold import HoldState
from kiosk.model.item import Place
from kiosk.model.library import Library
from kiosk.model.money import Money
from kiosk.paper.barcodes import bars_of
from kiosk.paper.hold_slip import HoldSlip, hold_sign
from kiosk.paper.statement import StatementLine, StatementPaper
from kiosk.storage import View
from kiosk.words import Wording
from kiosk.words.reaching import ways_to_reach


def statement_paper(
    view: View, account: Statement, branch: str, at: datetime, words: Wording
) -> StatementPaper:
    """Return a card's statement: every charge that is kept, what was paid of it, what still runs."""
    patron = account.patron.id
    charges, settlements = view.ledger.of_patron(patron), view.ledger.settlements(patron)
    lines = sorted(_lines(charges, settlements, words), key=lambda line: line[0])
    running = account.owes - view.ledger.owed(patron)
    return StatementPaper(
        library=words.name(account.library.name),
        branch=_branch(account.library, branch, words),
        at=at,
        lines=tuple(line for _at, line in lines),
        owed=account.owes,
        running=running if running else None,
    )


def hold_slip(view: View, library: Library, barcode: str, at: datetime, words: Wording) -> HoldSlip:
    """Return the slip for an item that waits for somebody or travels to where it will.

    Raises ItemUnknown, and NothingHeld for an item that nobody waits for.
    """
    item = view.items.by_barcode(barcode)
    if item is None:
        raise ItemUnknown(barcode=barcode)
    hold = view.holds.of_item(item.id)
    patron = view.patrons.get(hold.patron_id) if hold is not None else None
    record = view.records.get(item.record_id)
    if hold is None or patron is None or record is None:
        raise NothingHeld(barcode=item.barcode)
    travels = hold.state is HoldState.IN_TRANSIT
    pickup = _branch(library, hold.pickup_branch, words)
    return HoldSlip(
        library=words.name(library.name),
        branch=_branch(library, item.at_branch or item.branch, words) if travels else pickup,
        at=at,
        title=record.description.title,
        bars=bars_of(item.barcode, library.label_format.symbology),
        sign=hold_sign(patron.card),
        until=hold.ready_until,
        transit_to=pickup if travels else "",
        ways="" if travels else ways_to_reach(library, hold.pickup_branch),
    )


def travel_slip(
    view: View, library: Library, barcode: str, branch: str, at: datetime, words: Wording
) -> HoldSlip:
    """Return the slip for an item that has to travel from a branch though nobody waits for it.

    Raises ItemUnknown, and NothingHeld for an item that does not travel.
    """
    item = view.items.by_barcode(barcode)
    record = view.records.get(item.record_id) if item is not None else None
    if item is None or record is None:
        raise ItemUnknown(barcode=barcode)
    if item.place is not Place.TRANSIT:
        raise NothingHeld(barcode=item.barcode)
    return HoldSlip(
        library=words.name(library.name),
        branch=_branch(library, branch, words),
        at=at,
        title=record.description.title,
        bars=bars_of(item.barcode, library.label_format.symbology),
        sign="",
        transit_to=_branch(library, item.at_branch or item.branch, words),
        held=False,
    )


def _lines(
    charges: tuple[Charge, ...], settlements: tuple[Settlement, ...], words: Wording
) -> Iterator[tuple[datetime, StatementLine]]:
    for charge in charges:
        day = charge.booked_at.astimezone(words.zone).date()
        what = words(f"statement.{charge.kind}")
        yield charge.booked_at, StatementLine(day, what, charge.amount, charge.title or charge.note or "")
    for one in settlements:
        day = one.at.astimezone(words.zone).date()
        # What is given back changes nothing of what is owed: the charge was paid, and is no more.
        refund = one.kind is SettlementKind.REFUND
        less = Money(0, one.amount.currency) if refund else -one.amount
        what = words(f"statement.{one.kind}", amount=one.amount)
        yield one.at, StatementLine(day, what, less)


def _branch(library: Library, code: str, words: Wording) -> str:
    branch = library.branch(code)
    return (words.name(branch.name) if branch else "") or code
