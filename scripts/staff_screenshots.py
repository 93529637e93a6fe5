"""Walks the real workspace on the sample library with real keys and writes every page as a picture.

usage: python -m scripts.staff_screenshots FOLDER [PART …]   - only walks whose name and language have a part
"""

import gc
import os
import shutil
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from kiosk.founding import found
from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.services import Services
from kiosk.ui.staff.icon_pictures import written_to
from kiosk.ui.staff.style import dress
from scripts.desk_hands import DeskHands
from scripts.screenshots import NOW
from scripts.staff_walks import StaffWalk, walks

LANGUAGES = ("en", "de", "pl")


def take(walk: StaffWalk, language: str, library: Path, scratch: Path, target: Path) -> None:
    """Walk through a copy of the library and take the pictures on the way."""
    home = scratch / f"{walk.name}-{language}"
    shutil.copytree(library, home)
    if walk.prepare is not None:
        walk.prepare(home)
    services = Services(LibraryFolder(home), FixedClock(NOW))
    hands = DeskHands.over(services, language, walk.size, signed_in=walk.signed_in)

    def snap(name: str) -> None:
        picture = target / f"{name}-{language}.png"
        if not hands.picture().save(str(picture), "PNG", 0):
            raise SystemExit(f"{picture} could not be written")
        print(picture)

    try:
        walk.steps(hands, snap)
    finally:
        hands.close()
        services.close()
        shutil.rmtree(home)


def main() -> int:
    """Make the sample library once, then walk each way in each language; fail on any warning of Qt's."""
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screens/staff")
    wanted = sys.argv[2:] or [""]
    target.mkdir(parents=True, exist_ok=True)
    warnings: list[str] = []

    def heard(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and "propagateSizeHints" not in text:  # a screen that is none
            warnings.append(text)

    qInstallMessageHandler(heard)
    gc.disable()  # a round on a worker's thread would free what belongs to a window
    app = QApplication(sys.argv[:1])
    app.setApplicationName("kiosk")
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        dress(app, written_to(scratch, "down"), written_to(scratch, "check"))
        library = scratch / "library"
        made = Services(LibraryFolder(library), FixedClock(NOW))
        found(made, demo=True, report=lambda _: None)
        made.close()
        for walk in walks():
            for language in LANGUAGES:
                if any(part in f"{walk.name}-{language}" for part in wanted):
                    take(walk, language, library, scratch, target)
                    gc.collect()
    for text in warnings:
        print(f"Qt: {text}", file=sys.stderr)
    return 1 if warnings else 0


if __name__ == "__main__":
    sys.exit(main())
