"""Opens the app of this very copy of the program in a language that was added to it by files, and looks.

usage: python -m tests.measured.fourth_language LANGUAGE LIBRARY - prints what each screen reads, as JSON
"""

import json
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtQuickControls2 import QQuickStyle
from PySide6.QtWidgets import QApplication

from kiosk.founding import found
from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.services import Services
from kiosk.words import available_languages
from scripts.hands import Hands
from tests.journeys.conftest import NOW
from tests.journeys.ways import WAYS, start_afresh

SCREENS = ("home", "typing", "results", "record", "ask", "answer", "borrow", "borrowing", "account", "access")


def main() -> int:
    """Found the sample library, go from screen to screen, and tell what stands there."""
    language, library = sys.argv[1], Path(sys.argv[2])
    services = Services(LibraryFolder(library), FixedClock(NOW))
    found(services, demo=True, report=lambda _step: None)
    QApplication([])
    QQuickStyle.setStyle("Basic")
    hands = Hands.over(services, language, (1080, 1920), still=True)
    read = {}
    for name in SCREENS:
        start_afresh(hands)
        WAYS[name](hands)
        hands.counter.visit.speak(language)
        hands.settle()
        read[name] = hands.texts
    sys.stdout.write(json.dumps({"languages": available_languages(), "screens": read}) + "\n")
    hands.close()
    services.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
