"""The ways through the patrons' pages on which their pictures are taken."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QTabWidget

from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.model.request import RequestKind
from kiosk.services import Services
from kiosk.services_of_staff import StaffServices
from kiosk.staff.rights import FIRST_ROLES
from kiosk.staff.signed_in import SignedIn
from kiosk.ui.staff.patrons.person_page import PersonPage
from scripts.desk_hands import DeskHands
from scripts.screenshots import NOW

_ANNA = "20000017"
_COLLEAGUE = SignedIn("jan", "Jan", "librarian", frozenset(map(str, FIRST_ROLES["librarian"])), "MAIN")


def tell_of_patrons(home: Path) -> None:
    """Leave notes, a restriction, a wish for other details, and cards that ended long ago."""
    services = Services(LibraryFolder(home), FixedClock(NOW))
    patrons = StaffServices(services).patrons
    anna = patrons.records.number_of(_COLLEAGUE, _ANNA)
    patrons.remarks.note(_COLLEAGUE, anna, "Liest Großdruck.", at=NOW - timedelta(days=40))
    number = patrons.remarks.restrict(
        _COLLEAGUE, anna, "Bitte melden Sie sich an der Theke.", at=NOW - timedelta(days=30)
    )
    patrons.remarks.lift(_COLLEAGUE, anna, number, at=NOW - timedelta(days=12))
    services.requests.make(RequestKind.CONTACT, {"phone": "0341 555 0199"}, at=NOW, card=_ANNA)
    with services.database.act() as work:
        for patron in work.patrons.finder.newest(6)[3:]:
            work.patrons.set_validity(patron.id, patron.category, NOW.date().replace(year=2021))
        work.commit()
    services.close()


def patrons(hands: DeskHands, snap: Callable[[str], None]) -> None:
    """Find somebody, look at the person, change beside a colleague, register a child."""
    hands.go("patrons")
    snap("patrons-newest")
    hands.write("an kr")
    hands.settle()
    snap("patrons")
    hands.go(f"patrons/{_ANNA}")
    snap("patron")
    tabs = hands.one(QTabWidget, "personTabs")
    for place, name in ((2, "charges"), (3, "remarks"), (5, "trail")):
        tabs.setCurrentIndex(place)
        snap(f"patron-{name}")
    _beside_a_colleague(hands, snap)
    _register(hands, snap)
    hands.go("patrons/sweep")
    snap("patrons-sweep")


def _beside_a_colleague(hands: DeskHands, snap: Callable[[str], None]) -> None:
    hands.focus("street")
    hands.press("Ctrl+A")
    hands.write("Am Markt 12")
    hands.aside(_change)
    hands.press("Ctrl+S")
    hands.settle()
    snap("patron-changed-by-two")
    hands.press("Esc")
    hands.settle()
    page = hands.page
    assert isinstance(page, PersonPage)
    page.undo()
    page.acts.merge()
    hands.scan("20000025")
    hands.settle()
    snap("patron-merge")
    hands.press("Esc")
    hands.settle()


def _change(services: Services) -> None:
    records = StaffServices(services).patrons.records
    number = records.number_of(_COLLEAGUE, _ANNA)
    opened = records.open(_COLLEAGUE, number).form
    changed = replace(opened, street="Ringstraße 4", email="anna.krause@example.org")
    records.save(_COLLEAGUE, number, opened, changed, at=NOW)


def _register(hands: DeskHands, snap: Callable[[str], None]) -> None:
    hands.window.activateWindow()
    hands.settle()
    hands.go("patrons/new")
    for typed in ("Krause", "Lena", "3.5.2017"):
        hands.write(typed)
        hands.press("Tab")
    hands.settle()
    hands.press("Ctrl+S")
    hands.settle()
    snap("patron-register-wrong")
    hands.focus("guardian_card")
    hands.scan(_ANNA)
    hands.click("wrongClose")
    hands.settle()
    snap("patron-register")
    hands.press("Ctrl+S")
    hands.settle()
    snap("patron-registered")
