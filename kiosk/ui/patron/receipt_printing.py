"""Prints for patrons on this machine's printer; runs on a worker thread after the acts."""

from kiosk.devices.printer import Printable, receipt_paper
from kiosk.paper.receipt import Receipt
from kiosk.services import Services
from kiosk.words import Wording


def print_receipt(services: Services, receipt: Receipt, words: Wording) -> None:
    """Have the receipt printed; raises as `print_paper`."""
    print_paper(services, receipt_paper(receipt, words))


def email_receipt(services: Services, receipt: Receipt, words: Wording, patron_id: int, act_id: str) -> None:
    """Queue the receipt to the patron's own address and try to send it; one of an act is queued once.

    Raises NoMailAddress or LetterRefused where there is nowhere to send it; a server that is away only
    makes it wait.
    """
    from kiosk.paper.rolls import receipt_roll

    roll = receipt_roll(receipt, words)
    services.outbox.queue_receipt(act_id, patron_id, roll, words.language, receipt.at)
    services.outbox.send_due(services.clock.now())


def print_paper(services: Services, paper: Printable) -> None:
    """Have it printed; raises PrinterUnavailable, DiskFull, FolderNotWritable or InvalidSetting."""
    services.printer.print(paper)
