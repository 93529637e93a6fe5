"""Prints for patrons on this machine's printer; runs on a worker thread after the acts."""

from kiosk.devices.printer import Printable, receipt_paper
from kiosk.paper.receipt import Receipt
from kiosk.services import Services
from kiosk.words import Wording


def print_receipt(services: Services, receipt: Receipt, words: Wording) -> None:
    """Have the receipt printed; raises as `print_paper`."""
    print_paper(services, receipt_paper(receipt, words))


def print_paper(services: Services, paper: Printable) -> None:
    """Have it printed; raises PrinterUnavailable, DiskFull, FolderNotWritable or InvalidSetting."""
    services.printer.print(paper)
