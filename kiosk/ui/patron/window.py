"""The patron window: typefaces, the QML module, and a window around a desk."""

import os
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QImageReader
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.ui.patron.desk import Desk
from kiosk.ui.shared.fonts import load_fonts
from kiosk.words.key_layouts import KeyLayout
from kiosk.words.language_files import layouts

QML_FOLDER = Path(__file__).parent / "qml"


class NoWindowError(RuntimeError):
    """The QML of the patron side did not load; the engine has printed why."""


def is_turned(orientation: str, size: tuple[int, int]) -> bool:
    """Tell whether the picture lies across the glass: the orientation insisted on is not the glass's own."""
    width, height = size
    return (orientation == "portrait" and width > height) or (orientation == "landscape" and height > width)


def open_window(
    desk: Desk, width: int, height: int, parent: QObject | None = None, *, turned: bool = False
) -> QQmlApplicationEngine:
    """Load the patron window, hidden, `width` × `height`; the engine returned owns it and the desk.

    Where it is `turned`, the picture's top is at the right edge of the glass.
    """
    # Where no screen sets the pace Qt waits 5 ms before it draws, in case more changes: a third of a frame.
    os.environ.setdefault("QT_QPA_UPDATE_IDLE_TIME", "1")
    # The thread that reads pictures would ask our translator while it looks for their formats: where the
    # engine is taken away at that moment, each would wait for the other.
    QImageReader.supportedImageFormats()
    load_fonts()
    engine = QQmlApplicationEngine(parent)
    desk.setParent(engine)  # bindings read the desk until the last item is gone
    engine.addImportPath(str(QML_FOLDER))
    # Given with the rest: asked for its keyboard, the engine waits for a thread that waits for Python.
    keys = {language: _as_qml_knows_it(layout) for language, layout in layouts().items()}
    engine.setInitialProperties(
        {"desk": desk, "width": width, "height": height, "turned": turned, "keyLayouts": keys}
    )
    engine.loadFromModule("Kiosk", "KioskWindow")
    if not engine.rootObjects():
        raise NoWindowError
    return engine


def _as_qml_knows_it(layout: KeyLayout) -> dict[str, object]:
    """Return a keyboard in what QML has: lists instead of tuples."""
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in asdict(layout).items()
    }


def window_of(engine: QQmlApplicationEngine) -> QQuickWindow:
    """Give the engine's one window."""
    window = engine.rootObjects()[0]
    if not isinstance(window, QQuickWindow):
        raise NoWindowError
    return window
