"""Walks the real app on the sample library with real touches and keystrokes, and writes every screen.

usage: python -m scripts.screenshots FOLDER [PART …]   - only walks whose name, size and language have a part
"""

import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from msgspec.structs import replace
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuickControls2 import QQuickStyle

from kiosk.founding import found
from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.services import Services
from kiosk.settings import MailSettings
from scripts.hands import Hands, put_in_parts, speak_as_opened, telling_barcodes
from scripts.walks import WALKS, Walk

# A Tuesday afternoon in the sample library: open, two weeks before its first closure.
NOW = datetime(2026, 11, 24, 13, 32, tzinfo=UTC)
_PARTS = {"de": "2 CDs, Beiheft", "en": "2 CDs, booklet", "pl": "2 płyty CD, książeczka"}
# A server that does not answer: nothing leaves the machine.
_MAIL = MailSettings(host="127.0.0.1", port=9, security="none", sender="desk@library.example")
SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080), "1280x800": (1280, 800)}


@dataclass(frozen=True, slots=True)
class Studio:
    """Where pictures are taken and where they go."""

    library: Path
    scratch: Path
    target: Path

    def take(self, walk: Walk, size: str, language: str) -> None:
        """Walk through a copy of the library and take the pictures on the way."""
        ending = f"-{size}-{language}"
        home = self.scratch / f"{walk.name}{ending}"
        shutil.copytree(self.library, home)
        if walk.prepare is not None:
            walk.prepare(home)
        services = Services(LibraryFolder(home), FixedClock(NOW))
        services.settings = replace(services.settings, mail=_MAIL)
        barcodes = telling_barcodes(services)
        put_in_parts(services, barcodes.in_parts, _PARTS[language])
        hands = Hands.over(services, language, SIZES[size], still=not walk.moving)

        def snap(name: str) -> None:
            picture = self.target / f"{name}{ending}.png"
            smallest = 0  # as small as it can be packed; nothing is lost
            if not hands.picture().save(str(picture), "PNG", smallest):  # type: ignore[call-overload]
                raise SystemExit(f"{picture} could not be written")
            print(picture)

        try:
            walk.steps(hands, snap, barcodes)
        finally:
            hands.close()
            services.close()
            shutil.rmtree(home)


def main() -> int:
    """Make the sample library once, then walk each way in each size; fail on any warning of Qt's."""
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screens")
    wanted = sys.argv[2:] or [""]
    target.mkdir(parents=True, exist_ok=True)
    warnings: list[str] = []

    def heard(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
        if kind is not QtMsgType.QtDebugMsg and kind is not QtMsgType.QtInfoMsg:
            warnings.append(message or "")
            print(message, file=sys.stderr)

    qInstallMessageHandler(heard)
    QGuiApplication([])
    QQuickStyle.setStyle("Basic")
    with tempfile.TemporaryDirectory() as name:
        studio = Studio(Path(name) / "library", Path(name), target)
        services = Services(LibraryFolder(studio.library), FixedClock(NOW))
        found(services, demo=True, report=lambda _step: None)
        speak_as_opened(services)
        services.close()
        for walk in WALKS:
            for size in (*SIZES,) if walk.every_size else ("portrait", "landscape"):
                for language in walk.languages:
                    if any(part in f"{walk.name}-{size}-{language}" for part in wanted):
                        studio.take(walk, size, language)
    return 1 if warnings else 0


if __name__ == "__main__":
    sys.exit(main())
