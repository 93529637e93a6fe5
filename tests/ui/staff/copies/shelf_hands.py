"""Hands in the catalogue of the small library: a title is searched, its copies lie below the list."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QTableView

from kiosk.model.item import Item
from kiosk.services import Services
from kiosk.staff.rights import FIRST_ROLES
from kiosk.staff.signed_in import SignedIn
from kiosk.ui.staff.pages import page_kinds
from scripts.desk_hands import DeskHands
from tests.ui.staff.conftest import OpenDesk

Prepare = Callable[[Services], None] | None

BOB = SignedIn("bob", "Bob", "librarian", frozenset(map(str, FIRST_ROLES["librarian"])), "MAIN")


def catalogue(open_desk: OpenDesk, language: str = "en", prepare: Prepare = None) -> DeskHands:
    """Open the catalogue's pages alone."""
    kinds = [kind for kind in page_kinds() if kind.route in ("catalogue", "catalogue/duplicates")]
    hands = open_desk(language, kinds=[kind for kind in kinds if not kind.detail], prepare=prepare)
    hands.wait(lambda: len(hands.rows("titles")) > 5)
    hands.settle()
    return hands


def search(hands: DeskHands, words: str, title: str) -> None:
    """Type words and go to the first title that is found, whose copies are then there."""
    hands.focus("catalogueSearch")
    hands.write(words)
    hands.wait(lambda: bool(hands.rows("titles")) and hands.rows("titles")[0][0].startswith(title))
    hands.settle()
    hands.press("Down")
    hands.wait(lambda: title in hands.texts() and hands.find("addCopy").isEnabled())
    hands.settle()


def to_copies(hands: DeskHands, *, mark_all: bool = False) -> QTableView:
    """Put the keyboard into the table of copies, on its first row."""
    hands.window.activateWindow()
    view = hands.one(QTableView, "copies")
    hands.focus(view)
    view.selectRow(0)
    if mark_all:
        view.selectAll()
    hands.settle()
    return view


def opened(hands: DeskHands) -> None:
    """Wait until a dialog is in front and has the keyboard."""
    hands.wait(lambda: QApplication.activeModalWidget() is not None)
    hands.wait(lambda: QApplication.activeWindow() is QApplication.activeModalWidget())
    hands.settle()


def barcodes(hands: DeskHands) -> list[str]:
    return [row[0] for row in hands.rows("copies")]


def stored(hands: DeskHands, barcode: str) -> Item | None:
    def look(services: Services) -> Item | None:
        with services.database.read() as view:
            return view.items.by_barcode(barcode)

    return hands.aside(look)


def known(hands: DeskHands, barcode: str) -> Item:
    item = stored(hands, barcode)
    assert item is not None
    return item
