"""Opens the sheet of components; `python -m ui.gallery.sheet OUT.png [SCHEME]` in tests/ paints it."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.ui import patron
from kiosk.ui.shared.cover_design import CoverOrder
from kiosk.ui.shared.covers import stored_cover
from kiosk.ui.shared.fonts import load_fonts

QML_FOLDER = Path(patron.__file__).parent / "qml"
SHEET = Path(__file__).parent / "KioskGallery.qml"
COVERS = (
    ("Der Process", "Franz Kafka", "book", 6, 0),
    ("Lalka", "Bolesław Prus", "book", 2, 1),
    ("Orlando", "Virginia Woolf", "book", 8, 2),
    ("Emma", "Jane Austen", "book", 0, 3),
    ("Momo", "Michael Ende", "book", 5, 4),
    ("Beloved", "Toni Morrison", "book", 4, 5),
    ("Ida", "Paweł Pawlikowski", "film", 10, 3),
    ("Sapiens", "Yuval Noah Harari", "ebook", 3, 0),
    ("Kind of Blue", "", "music", 1, 0),
    ("Dune", "Frank Herbert", "audiobook", 11, 4),
    ("Catan", "Klaus Teuber", "game", 5, 3),
    ("Wesele", "Stanisław Wyspiański", "audiobook", 7, 1),
)


def open_sheet(scheme: int, folder: Path) -> QQmlApplicationEngine:
    """Load the sheet in a colour scheme; covers are painted into `folder`."""
    load_fonts()
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(QML_FOLDER))
    engine.setInitialProperties({"scheme": scheme, "covers": _covers(folder), "visible": True})
    engine.load(QUrl.fromLocalFile(str(SHEET)))
    return engine


def sheet_window(engine: QQmlApplicationEngine) -> QQuickWindow:
    """Give the sheet's window."""
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    return window


def _covers(folder: Path) -> Sequence[str]:
    orders = (
        CoverOrder(title, author, form, 128, colour, layout) for title, author, form, colour, layout in COVERS
    )
    return [QUrl.fromLocalFile(str(stored_cover(folder, order))).toString() for order in orders]


def main(out: str, scheme: int) -> None:
    """Paint the sheet into a picture."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    app = QApplication([])
    with TemporaryDirectory() as folder:
        engine = open_sheet(scheme, Path(folder))
        settling = QEventLoop()
        QTimer.singleShot(500, settling.quit)
        settling.exec()
        sheet_window(engine).grabWindow().save(out)
        del engine
    app.quit()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0)
