"""The whole patron app in a process of its own, used by hands that tell what its screen has confirmed.

usage: python -m tests.journeys.killed_app HOME TIME CARD BARCODE…

It shows the card's account, then lends and takes back the items over and over until it is killed. Each line
that it writes is out before it goes on: `shown BARCODE…`, then `begun` and `done` with `lend` or `return`.
"""

import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtGui import QGuiApplication
from PySide6.QtQuickControls2 import QQuickStyle

from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.services import Services
from kiosk.words import wording
from scripts.hands import Hands

SIZE = (1080, 1920)
LANGUAGE = "en"


def say(*words: str) -> None:
    """Write a line that is out at once: what is in the pipe outlives the process."""
    os.write(sys.stdout.fileno(), f"{' '.join(words)}\n".encode())


def look_at_account(hands: Hands, card: str) -> tuple[str, ...]:
    """Return the barcodes of the loans that the account shows."""
    hands.touch("home.account")
    hands.scan(card)
    account = hands.counter.desk.account
    hands.wait(lambda: account.loaded, "the account does not come")
    shown = tuple(row.barcode for row in account.loans.rows)  # type: ignore[attr-defined]
    hands.touch("dock.signOut")
    return shown


def lend(hands: Hands, card: str, barcodes: Sequence[str]) -> None:
    """Borrow the items one by one, each after the one before stands on the screen as borrowed."""
    lent = wording(LANGUAGE)("borrow.row.lent")
    hands.touch("homeCard.borrow")
    hands.scan(card)

    def borrowed() -> int:
        rows = hands.counter.desk.borrow.rows.rows  # type: ignore[attr-defined]
        return sum(row.chip == lent and hands.sees(f"borrow.row.{row.ticket}") for row in rows)

    for number, barcode in enumerate(barcodes, start=1):
        say("begun", "lend", barcode)
        hands.scan_at_once(barcode)
        hands.wait(lambda number=number: borrowed() == number, f"{barcode} is not lent: {hands.texts}")  # type: ignore[misc]
        say("done", "lend", barcode)
    hands.touch("dock.signOut")


def give_back(hands: Hands, barcodes: Sequence[str]) -> None:
    """Return the items one by one, each after the screen has said where to lay the one before."""
    hands.touch("home.return")
    checkin = hands.counter.desk.checkin
    for number, barcode in enumerate(barcodes, start=1):
        say("begun", "return", barcode)
        hands.scan_at_once(barcode)

        def thanked(number: int = number) -> bool:
            rows = checkin.rows.rows  # type: ignore[attr-defined]
            return len(rows) == number and bool(rows[0].place) and hands.reads(rows[0].place)

        hands.wait(thanked, f"{barcode} is not taken back: {hands.texts}")
        say("done", "return", barcode)
    hands.touch("return.done")
    if hands.page != "home":
        hands.touch("dock.home")


def main(home: str, at: str, card: str, *barcodes: str) -> None:
    """Use the app until somebody kills it."""
    _application = QGuiApplication([])
    QQuickStyle.setStyle("Basic")
    services = Services(LibraryFolder(Path(home)), FixedClock(datetime.fromisoformat(at)))
    hands = Hands.over(services, LANGUAGE, SIZE, still=True)
    lent = look_at_account(hands, card)
    say("shown", *lent)
    if lent:
        give_back(hands, lent)
    while True:
        lend(hands, card, barcodes)
        give_back(hands, barcodes)


if __name__ == "__main__":
    main(*sys.argv[1:])
