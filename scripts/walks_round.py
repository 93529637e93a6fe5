"""The walks to what no other walk comes by: pages, dialogs and moments that are measured, not pictured."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QPoint

from kiosk.exit_pin import ExitPin
from kiosk.library_folder import LibraryFolder
from kiosk.membership.pins import hash_pin
from kiosk.model.clock import FixedClock
from kiosk.services import Services
from kiosk.ui.patron.exit_gesture import CORNERS
from scripts.hands import Barcodes, Hands

Snap = Callable[[str], None]
_ANNA, _TOMASZ = "20000017", "20000025"
_PIN, _EXIT_PIN = "1234", "739184"


def aids(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """The aids, from home and from a page."""
    hands.touch("dock.access")
    snap("access")


def lists(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """The lists to look around in, and what a heading leads to."""
    hands.touch("home.browse.new")
    hands.wait_for_covers()
    snap("browse-new")
    for number, name in ((1, "popular"), (2, "subjects"), (3, "authors"), (4, "shelf")):
        hands.touch(f"browse.lists.{number}")
        hands.wait_for_covers()
        snap(f"browse-{name}")
    hands.touch("browse.lists.2")
    hands.touch_first("browse.heading.")
    hands.wait_for_covers()
    snap("browse-followed")


def ask_for_pins(library: Path) -> None:
    """Have kiosks ask for PINs, and Anna's be one that staff made up."""
    services = Services(LibraryFolder(library), FixedClock(datetime(2026, 11, 24, 13, 32, tzinfo=UTC)))
    with services.database.act() as work:
        now = services.decider.libraries.current(work)
        kiosks = tuple(replace(one, pin_for=frozenset({"borrow", "account"})) for one in now.kiosks)
        work.library.replace(replace(now, kiosks=kiosks))
        anna = work.patrons.by_card(_ANNA)
        if anna is None:
            raise LookupError(_ANNA)
        work.patrons.set_pin(anna.id, hash_pin(_PIN), must_change=True)
        work.commit()
    services.close()


def pins(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Be asked for the PIN, give a wrong one, and choose one's own in the place of what staff made up."""
    hands.touch("home.account")
    snap("account-card")
    hands.scan(_ANNA)
    snap("account-pin")
    hands.type("9999")
    hands.enter()
    snap("account-pin-wrong")
    hands.type(_PIN)
    hands.enter()
    snap("pin-new")


def chosen(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Join as a grown-up where a PIN is asked for."""
    hands.touch("home.join")
    for text in ("Ola", "Nowak", "24", "11", "1984", "0341", ""):
        hands.type(text)
        if text not in ("24", "11"):
            hands.enter()
    if hands.page != "join_pin":
        hands.touch("join.next")
    snap("join_pin")


def refused(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Come with a card that nobody knows, to borrow too, and with one that may not borrow."""
    hands.scan("99999999")
    snap("unknown-code")
    hands.touch("homeCard.borrow")
    hands.scan("99999999")
    snap("card-unknown")
    hands.scan(_TOMASZ)
    snap("borrow-refused")
    hands.touch("dock.home")
    hands.touch("home.account")
    hands.wait_for_covers()
    snap("account-refused")


def warned(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Stay away until a countdown asks."""
    hands.touch("home.find")
    hands.type("kafka")
    hands.enter()
    hands.wait_for_covers()
    hands.pass_seconds(46)
    snap("countdown")


def joining(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Join as a child, page by page."""
    hands.touch("home.join")
    seen: set[str] = set()
    texts = {
        "join_name": ("Ola", "Nowak"),
        "join_birth": ("24", "11", "2012"),
        "join_contact": ("0341", ""),
        "join_guardian": ("Ewa Nowak", "0341", ""),
    }
    while hands.page != "join_review":
        page = hands.page
        if page not in seen:
            snap(page)
            seen.add(page)
        for text in texts.get(page, ()):
            hands.type(text)
            if text not in ("24", "11"):  # where two digits are all, the next field follows
                hands.enter()
        if hands.page == page:
            hands.touch("join.next")
    snap("join_review")
    hands.touch("join.next")
    snap("join_agree")
    hands.touch("join.agree")
    snap("join_done")


def show_a_card(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Be asked for a card where one asks for something to be got."""
    hands.touch("home.find")
    hands.type("Xanthippe Ypsilon")
    hands.enter()
    hands.touch("find.nothing.get")
    hands.touch("request.card")
    snap("sign-in")


def set_exit_pin(library: Path) -> None:
    """Let staff leave the kiosk by a PIN."""
    ExitPin(LibraryFolder(library)).set(_EXIT_PIN)


def leave(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Ask for the way out for staff: the pad, a wrong PIN, the right one."""
    for corner in CORNERS:
        hands.tap(QPoint(20 if corner == "left" else hands.window.width() - 20, 20))
    hands.settle()
    snap("staff-exit")
    for wrong, pin in ((True, "111222"), (False, _EXIT_PIN)):
        for digit in pin:
            hands.touch(f"staffExit.{digit}")
        hands.touch("staffExit.check")
        if wrong:
            snap("staff-exit-wrong")
    hands.wait(lambda: hands.sees("staffExit.leave"), "the PIN is not taken")
    snap("staff-exit-leave")
    hands.touch("staffExit.stay")


def evening(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Home after the doors are shut."""
    counter = hands.counter
    counter.services.clock = counter.visit.clock = FixedClock(counter.visit.now() + timedelta(hours=6))
    counter.shell.second_passed()
    hands.settle()
    snap("home-closed")
