"""Prints for patrons on this machine's printer; runs on a worker thread after the acts."""

from contextlib import suppress
from dataclasses import replace

from kiosk.devices.printer import Printable, receipt_paper
from kiosk.model.errors import CardUnknown, EnvironmentTrouble
from kiosk.notices.own_words import own_words
from kiosk.paper.receipt import Receipt
from kiosk.services import Services
from kiosk.words import Wording


def print_receipt(services: Services, receipt: Receipt, words: Wording) -> None:
    """Have the receipt printed; raises as `print_paper`."""
    print_paper(services, receipt_paper(in_own_words(services, receipt, words), words))


def print_paper(services: Services, paper: Printable) -> None:
    """Have it printed; raises PrinterUnavailable, DiskFull, FolderNotWritable or InvalidSetting."""
    services.printer.print(paper)


def print_own_paper(services: Services, paper: Printable, card: str) -> None:
    """Have a paper printed that tells of the card's owner: kept as a file, it is forgotten with them.

    Raises as `print_paper`, CardUnknown, DatabaseUnavailable.
    """
    with services.database.read() as view:
        patron = view.patrons.of_number(card)
    if patron is None:
        raise CardUnknown(card=card)
    print_paper(services, replace(paper, patron_id=patron.id))


def in_own_words(services: Services, receipt: Receipt, words: Wording) -> Receipt:
    """Return the receipt with what the library itself says on it; with the database away, without."""
    with suppress(EnvironmentTrouble), services.database.read() as view:
        branch = services.profile().branch
        own = own_words(view, services.library(), f"receipt_{receipt.kind}", branch, words)
        return replace(receipt, own=own)
    return receipt
