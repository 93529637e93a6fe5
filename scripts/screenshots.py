"""Walks the real app on the sample library with real touches and keystrokes, and writes every screen.

usage: python scripts/screenshots.py FOLDER [NAME-PART]   - only pictures whose name has the part
"""

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QCoreApplication, QThread
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuickControls2 import QQuickStyle

from kiosk.founding import found
from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.services import Services
from scripts.hands import Hands

# A Tuesday afternoon in the sample library: open, two weeks before its first closure.
NOW = datetime(2026, 11, 24, 13, 32, tzinfo=UTC)
ANNA, EMILY = "20000017", "20000033"
SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}


@dataclass(frozen=True, slots=True)
class Walk:
    """One way through the app in one language; `snap` names a picture of what is shown then."""

    name: str
    language: str
    steps: Callable[[Hands, Callable[[str], None]], None]


def _home(hands: Hands, snap: Callable[[str], None]) -> None:
    hands.settle()
    snap("home")


def _access(hands: Hands, snap: Callable[[str], None]) -> None:
    hands.touch("dock.access")
    snap("access")
    hands.touch("access.scheme.2")
    hands.touch("dock.home")
    snap("home-high-contrast")


def _find(hands: Hands, snap: Callable[[str], None]) -> None:
    hands.touch("home.find")
    hands.type("kaf" if hands.language == "de" else "mo")
    snap("find-suggestions")
    hands.type("ka" if hands.language == "de" else "on")
    hands.enter()
    snap("results")
    hands.touch("find.filter.language.ger" if hands.language == "de" else "find.filter.language.eng")
    snap("results-filtered")


def _dark(hands: Hands, snap: Callable[[str], None]) -> None:
    hands.touch("dock.access")
    hands.touch("access.scheme.1")
    hands.touch("dock.home")
    hands.touch("home.find")
    hands.type("mond")
    hands.enter()
    snap("results-dark")


def _nothing(hands: Hands, snap: Callable[[str], None]) -> None:
    hands.touch("home.find")
    hands.type("xqzvwk")
    hands.enter()
    snap("results-none")


def _record(hands: Hands, snap: Callable[[str], None]) -> None:
    hands.touch("home.find")
    hands.type("vermessung der welt kehlmann")
    hands.enter()
    hands.touch_first("find.title.")
    snap("record")
    hands.touch("record.phone")
    snap("record-phone")


def _ask(hands: Hands, snap: Callable[[str], None]) -> None:
    hands.touch("home.ask")
    snap("ask")
    questions = {"pl": "ile mogę trzymać film", "de": "wie lange darf ich einen film behalten"}
    hands.type(questions.get(hands.language, "how long can i keep a film"))
    hands.enter()
    snap("answer")


def _no_answer(hands: Hands, snap: Callable[[str], None]) -> None:
    hands.touch("home.ask")
    hands.type("how do i repair a washing machine")
    hands.enter()
    snap("answer-none")


def _borrow(hands: Hands, snap: Callable[[str], None]) -> None:
    hands.touch("homeCard.borrow")
    snap("borrow-card")
    hands.scan(EMILY)
    snap("borrow-empty")
    for barcode in hands.free_barcodes:
        hands.scan(barcode)
    snap("borrow")
    hands.touch("borrow.done")
    snap("borrow-receipt")


def _account(hands: Hands, snap: Callable[[str], None]) -> None:
    hands.touch("home.account")
    hands.scan(ANNA)
    snap("account")
    hands.touch("account.renewAll")
    snap("account-renewed")


def _return(hands: Hands, snap: Callable[[str], None]) -> None:
    hands.touch("home.return")
    snap("return-empty")
    for barcode in hands.lent_barcodes:
        hands.scan(barcode)
    snap("return")


def _language(hands: Hands, snap: Callable[[str], None]) -> None:
    hands.touch("home.find")
    hands.touch("dock.language")
    snap("language")


def _idle(hands: Hands, snap: Callable[[str], None]) -> None:
    hands.touch("home.account")
    hands.scan(ANNA)
    hands.pass_seconds(51)
    snap("idle-countdown")


WALKS = (
    Walk("home", "de", _home),
    Walk("home", "en", _home),
    Walk("home", "pl", _home),
    Walk("access", "de", _access),
    Walk("language", "en", _language),
    Walk("find", "en", _find),
    Walk("find", "de", _find),
    Walk("dark", "de", _dark),
    Walk("nothing", "en", _nothing),
    Walk("record", "de", _record),
    Walk("record", "en", _record),
    Walk("ask", "pl", _ask),
    Walk("ask", "de", _ask),
    Walk("ask", "en", _ask),
    Walk("no-answer", "en", _no_answer),
    Walk("borrow", "en", _borrow),
    Walk("borrow", "pl", _borrow),
    Walk("account", "de", _account),
    Walk("account", "pl", _account),
    Walk("return", "de", _return),
    Walk("idle", "en", _idle),
)


def main() -> None:
    """Make the sample library once, then walk each way in each size on a copy of it."""
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screens")
    wanted = sys.argv[2] if len(sys.argv) > 2 else ""
    target.mkdir(parents=True, exist_ok=True)
    QGuiApplication([])
    QQuickStyle.setStyle("Basic")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "library"
        services = Services(LibraryFolder(folder), FixedClock(NOW))
        found(services, demo=True, report=lambda _step: None)
        services.close()
        for walk in WALKS:
            for size_name, size in SIZES.items():
                ending = f"-{size_name}-{walk.language}"
                if wanted in f"{walk.name}{ending}":
                    _walk(walk, folder, Path(name), size, target, ending)


def _walk(walk: Walk, library: Path, scratch: Path, size: tuple[int, int], target: Path, ending: str) -> None:
    import shutil

    home = scratch / f"{walk.name}{ending}"
    shutil.copytree(library, home)
    services = Services(LibraryFolder(home), FixedClock(NOW))
    hands = Hands.over(services, walk.language, size, _on_gui_thread)

    def snap(name: str) -> None:
        picture = target / f"{name}{ending}.png"
        if not hands.picture().save(str(picture)):
            raise SystemExit(f"{picture} could not be written")
        print(picture)

    try:
        walk.steps(hands, snap)
    finally:
        hands.close()
        services.close()
        shutil.rmtree(home)


def _on_gui_thread() -> bool:
    app = QCoreApplication.instance()
    return app is not None and QThread.currentThread() is app.thread()


if __name__ == "__main__":
    main()
