"""Opens the app of this very copy of the program in languages that were added to it by files, and looks.

usage: python -m tests.measured.fourth_language LIBRARY LANGUAGE… - prints what each screen shows, as JSON
"""

import json
import os
import sys
from contextlib import closing
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtQuick import QQuickItem
from PySide6.QtQuickControls2 import QQuickStyle
from PySide6.QtWidgets import QApplication

from kiosk.founding import found
from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.services import Services
from kiosk.ui.shared.fonts import FAMILY
from kiosk.words import available_languages
from kiosk.words.language_files import layouts
from scripts.eyes import is_a, place_of, shown_items
from scripts.hands import Hands
from tests.journeys.conftest import NOW
from tests.journeys.ways import WAYS, start_afresh

SCREENS = ("home", "typing", "results", "record", "ask", "answer", "borrow", "borrowing", "account", "access")
# What is never seen in a mirror: words, what is typed, pictures, codes, marks, keys.
_UPRIGHT = ("QQuickText", "QQuickTextInput", "QQuickImage", "KioskQrCode", "KioskLogo", "KioskKey")


def main() -> int:
    """Found the sample library, go from screen to screen in each language, and tell what stands there."""
    library, languages = Path(sys.argv[1]), sys.argv[2:]
    with closing(_open(library)) as services:
        found(services, demo=True, report=lambda _step: None)
    QApplication([])
    QQuickStyle.setStyle("Basic")
    told = {language: _told(library, language) for language in languages}
    sys.stdout.write(json.dumps({"languages": available_languages(), "told": told}) + "\n")
    return 0


def _open(library: Path) -> Services:
    return Services(LibraryFolder(library), FixedClock(NOW))


def _told(library: Path, language: str) -> dict[str, object]:
    with closing(_open(library)) as services:
        hands = Hands.over(services, language, (1080, 1920), still=True)
        screens = {name: _screen(hands, name, language) for name in SCREENS}
        keys = _keys(hands, language)
        arrows = _arrows(hands)
        hands.close()
    return {**screens, "arrows": arrows, "keys": keys, "typefaces": QFont.substitutes(FAMILY)}


def _screen(hands: Hands, name: str, language: str) -> dict[str, object]:
    start_afresh(hands)
    WAYS[name](hands)
    hands.counter.visit.speak(language)
    hands.settle()
    shown = list(shown_items(hands.window.contentItem()))
    return {
        "texts": hands.texts,
        "mirrored": sorted({one.metaObject().className() for one in shown if _in_a_mirror(one)}),
        "places": {one.objectName(): place_of(one).center().x() for one in shown if one.objectName()},
    }


def _in_a_mirror(item: QQuickItem) -> bool:
    """Tell whether something that must stand as drawn is seen in a mirror."""
    across = item.mapToScene(item.boundingRect().topRight()) - item.mapToScene(item.boundingRect().topLeft())
    return across.x() < 0 and any(is_a(item, kind) for kind in _UPRIGHT)


def _keys(hands: Hands, language: str) -> dict[str, str]:
    """Type the first row of the language's own keyboard, and turn to the next one."""
    start_afresh(hands)
    hands.counter.visit.speak(language)
    hands.touch("home.find")
    letters = layouts()[language].rows[0]
    hands.touch_keys(letters)
    typed = str(hands.window.activeFocusItem().property("text"))
    hands.touch("key.language")
    return {"wanted": letters, "typed": typed, "next": str(hands.find("key.language").property("text"))}


def _arrows(hands: Hands) -> list[float]:
    """Tell where the focus stands on the row of the dock: at Home, after Left, and after Right again."""
    start_afresh(hands)
    WAYS["results"](hands)
    hands.find("dock.home").forceActiveFocus()
    stood = []
    for key in (None, Qt.Key.Key_Left, Qt.Key.Key_Right):
        if key is not None:
            hands.press(key)
        stood.append(place_of(hands.find(hands.focus)).center().x())
    return stood


if __name__ == "__main__":
    sys.exit(main())
