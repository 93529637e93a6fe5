"""The whole patron app with a fault in its first life.

usage: python -m tests.journeys.frail_kiosk FOLDER HOME FAULT

In that life it signs a card in and then meets its fault; each life writes into FOLDER what its screen shows
and when, the first before its fault, the others once home stands there.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QTimer

from kiosk.library_folder import LibraryFolder
from kiosk.services import Services
from kiosk.ui.patron import app
from kiosk.ui.patron.counter import Counter
from scripts.eyes import texts
from tests.journeys.ways import ANNA


class FrailCounter(Counter):
    """The real one, that has a fault once it has begun."""

    folder = Path()
    fault = ""

    def begin(self) -> None:
        """Begin as ever; then watch."""
        super().begin()
        first = not any(self.folder.glob("life-*.json"))
        self._looking = QTimer(self)
        self._looking.timeout.connect(self._meet_fate if first else self._write_down)
        self._looking.start(50)
        if first:
            self.scans.scanned(ANNA)

    def _meet_fate(self) -> None:
        if self.visit.card != ANNA or self.shell_view_model.route.page == "home":
            return
        self._write_down()
        match self.fault:
            case "crash":
                os.kill(os.getpid(), signal.SIGSEGV)
            case "stop":
                os.kill(os.getpid(), signal.SIGSTOP)
            case "loop":
                while True:
                    pass

    def _write_down(self) -> None:
        written = texts(self.window.contentItem())
        if not written:
            return
        self._looking.stop()
        told = {
            "at": time.time(),
            "page": self.shell_view_model.route.page,
            "card": self.visit.card,
            "texts": written,
        }
        number = len(list(self.folder.glob("life-*.json")))
        beside = self.folder / "telling"
        beside.write_text(json.dumps(told))
        beside.replace(self.folder / f"life-{number}.json")


def main(folder: str, home: str, fault: str) -> int:
    """Run one life."""
    FrailCounter.folder, FrailCounter.fault = Path(folder), fault
    vars(app)["Counter"] = FrailCounter
    return app.run_patron_app(Services(LibraryFolder(Path(home))), (1080, 1920), "en", "offscreen")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
