"""The ways through the circulation desk on which its pictures are taken."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.model.hold import HoldState
from kiosk.model.item import ItemStatus
from kiosk.model.patron import Guardian
from kiosk.services import Services
from scripts.desk_hands import DeskHands
from scripts.screenshots import NOW

Snap = Callable[[str], None]
_REASONS = {"de": "Neue Anschrift notiert", "en": "New address noted", "pl": "Nowy adres zapisany"}
ANNA, LENA, FELIX, RESTRICTED, OWING = "20000017", "20000057", "20000065", "20000105", "20000049"


def make_family(home: Path) -> None:
    """Have Anna Krause answer for her two children."""
    services = Services(LibraryFolder(home), FixedClock(NOW))
    with services.database.act() as work:
        mother = work.patrons.by_card(ANNA)
        assert mother is not None
        for card in (LENA, FELIX):
            child = work.patrons.by_card(card)
            assert child is not None
            work.patrons.guardians.set(child.id, Guardian(mother.id))
        work.commit()
    services.close()


def to_the_front(hands: DeskHands) -> None:
    """Have the window take keys that are shortcuts, as one in front does."""
    hands.window.activateWindow()
    hands.wait(lambda: QApplication.activeWindow() is hands.window)


def standing(services: Services, item_type: str, count: int) -> list[str]:
    """Return barcodes of items that stand on a shelf of the main library."""
    found: list[str] = []
    with services.database.read() as view:
        for batch in view.records.iterate(marc=False):
            for title in batch:
                found += [
                    copy.item.barcode
                    for copy in title.copies
                    if copy.status in (ItemStatus.AVAILABLE, ItemStatus.NOT_FOR_LOAN)
                    and (copy.item.item_type, copy.item.branch) == (item_type, "MAIN")
                ][:1]
                if len(found) >= count:
                    return found
    return found


def lent_and_wanted(services: Services) -> list[str]:
    """Return barcodes of items on loan for which somebody waits, and of some late ones."""
    with services.database.read() as view:
        late = view.loans.overdue(NOW, 60)
        wanted = [
            one.barcode
            for one in view.loans.due_between(NOW, NOW.replace(year=NOW.year + 1))
            if any(hold.state is HoldState.QUEUED for hold in view.holds.of_record(one.record_id))
        ]
    return [*wanted[:2], *(one.barcode for one in late[:2])]


def lending(hands: DeskHands, snap: Snap) -> None:
    """Lend to a mother, collect what she owes, lend to her daughter."""
    hands.go("desk")
    snap("desk")
    hands.scan(ANNA)
    for barcode in (*hands.aside(standing, "book", 4), *hands.aside(standing, "reference", 1)):
        hands.scan(barcode)
    hands.settle()
    snap("desk-lending")
    to_the_front(hands)
    hands.press("F9")
    hands.settle()
    snap("desk-money")
    hands.press("Escape")
    hands.settle()
    hands.scan(LENA)
    for barcode in hands.aside(standing, "music", 2):
        hands.scan(barcode)
    hands.settle()
    snap("desk-family")
    hands.press("Escape")
    hands.scan("kra")
    hands.settle()
    snap("desk-names")


def refusing(hands: DeskHands, snap: Snap) -> None:
    """Scan a restricted card, and override with a reason."""
    hands.go("desk")
    hands.scan(RESTRICTED)
    hands.scan(hands.aside(standing, "reference", 1)[0])
    hands.settle()
    snap("desk-refused")

    def ask() -> None:
        hands.write(_REASONS[hands.place.words.language])
        snap("desk-override")

    to_the_front(hands)
    hands.when_asked(ask)
    hands.press("F8")
    hands.settle()


def returning(hands: DeskHands, snap: Snap) -> None:
    """Take items back, and look at the lists to walk along with."""
    hands.go("desk")
    to_the_front(hands)
    hands.press("F3")
    for barcode in hands.aside(lent_and_wanted):
        hands.scan(barcode)
    hands.settle()
    snap("desk-returns")
    for name in ("pull", "shelf", "travels"):
        hands.go(f"desk/{name}")
        snap(f"desk-{name}")
