"""The workspace in a process of its own, in which somebody types into a record until it is killed.

usage: python -m tests.ui.staff.frame.killed_desk HOME ROUTE FIELD TEXT
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.services import Services
from scripts.desk_hands import DeskHands
from tests.ui.borrow.lending_library import NOW


def main() -> None:
    """Type, say that it is typed, and go on until the end comes from outside."""
    home, route, field, text = sys.argv[1:]
    app = QApplication(sys.argv[:1])
    app.setApplicationName("kiosk")
    hands = DeskHands.over(Services(LibraryFolder(Path(home)), FixedClock(NOW)))
    hands.go(route)
    hands.focus(field)
    hands.press("Ctrl+A")
    hands.write(text)
    hands.wait(lambda: bool(hands.place.drafts.all()))
    os.write(sys.stdout.fileno(), b"kept\n")
    app.exec()


if __name__ == "__main__":
    main()
