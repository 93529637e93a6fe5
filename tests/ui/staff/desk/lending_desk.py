"""A desk with a school's card and thirty books to lend, and short ways to look at what was done."""

from PySide6.QtWidgets import QApplication

from kiosk.model.item import Item
from kiosk.model.patron import Patron
from kiosk.model.record import Description, Form
from kiosk.services import Services
from kiosk.storage import NewRecord
from kiosk.ui.staff.desk.page import DeskPage
from kiosk.ui.staff.pages import page_kinds
from scripts.desk_hands import DeskHands
from tests.ui.borrow.lending_library import NOW

DESK = tuple(kind for kind in page_kinds() if kind.route == "desk")
SCHOOL = "20009999"
BOOKS = tuple(f"5000{number:04d}" for number in range(30))


def with_books(services: Services) -> None:
    """Add the card and the books."""
    with services.database.act() as work:
        work.patrons.add(Patron(0, SCHOOL, "Grundschule Lindenau", "school"))
        for barcode in BOOKS:
            title = f"Reader {barcode[-2:]}"
            described = Description(title=title, filing_title=title.lower(), form=Form("book"))
            record = work.records.add(NewRecord(barcode, "T", described, "{}", barcode), NOW)
            work.items.add(Item(0, record.id, barcode, "MAIN", "book"))
        work.commit()


def the_page(hands: DeskHands) -> DeskPage:
    """Open the desk and return its page."""
    hands.go("desk")
    assert isinstance(hands.page, DeskPage)
    return hands.page


def states(hands: DeskHands) -> list[tuple[str, str]]:
    """Return state and number of every scan in the list, the newest first."""
    return [(row[0], row[2]) for row in hands.rows("scans")]


def to_the_front(hands: DeskHands) -> None:
    """Have the window take the keys again after a dialog, as a window manager does."""
    hands.window.activateWindow()
    hands.wait(lambda: QApplication.activeWindow() is hands.window)
