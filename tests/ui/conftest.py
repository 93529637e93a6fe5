"""An offscreen screen without a graphics card, and the patron window on it."""

import gc
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from pytestqt.qtbot import QtBot

from kiosk.ui.patron.desk import Desk
from kiosk.ui.patron.shell_state import Comfort
from kiosk.ui.patron.window import open_window, window_of
from kiosk.ui.shared.translating import WordsTranslator
from tests.mistakes import no_mistake_goes_unheard
from tests.ui.sample_home import home_state, shell_state

__all__ = ["no_mistake_goes_unheard"]  # pytest finds it here

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")


@pytest.fixture(scope="session", autouse=True)
def garbage_rounds() -> Iterator[Iterator[int]]:
    """Go no round on a worker's thread, as the app does not: it would free what belongs to a window."""
    gc.disable()
    yield count(1)
    gc.enable()


@pytest.fixture(autouse=True)
def taken_out(garbage_rounds: Iterator[int]) -> Iterator[None]:
    """Take out on this thread what a test has left.

    A window that were still there when the next is opened would keep its types, and all later ones slow.
    """
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect(1 if next(garbage_rounds) % 20 else 2)


@dataclass(frozen=True, slots=True)
class Screen:
    """A patron window with its desk."""

    desk: Desk
    window: QQuickWindow
    engine: QQmlApplicationEngine

    def find(self, name: str) -> QQuickItem | None:
        """Find an item that may be there by its object name, delegates included."""
        return named_item(self.window.contentItem(), name)

    def item(self, name: str) -> QQuickItem:
        """Find an item by its object name, delegates included."""
        found = self.find(name)
        assert found is not None, f"nothing is called {name}"
        return found


def named_item(item: QQuickItem, name: str) -> QQuickItem | None:
    """Find a visible item by its object name, delegates included."""
    if item.objectName() == name and item.isVisible():
        return item
    for child in item.childItems():
        if (found := named_item(child, name)) is not None:
            return found
    return None


OpenScreen = Callable[..., Screen]


@pytest.fixture
def open_screen(qtbot: QtBot) -> Iterator[OpenScreen]:
    """Open the patron window: `open_screen("de", 1080, 1920, comfort)`."""
    from PySide6.QtWidgets import QApplication

    screens: list[Screen] = []
    words: list[WordsTranslator] = []
    app = QApplication.instance()
    assert app is not None

    def opener(
        language: str = "de",
        width: int = 1080,
        height: int = 1920,
        comfort: Comfort | None = None,
        turned: bool = False,
    ) -> Screen:
        spoken = WordsTranslator(language)
        app.installTranslator(spoken)
        words.append(spoken)
        desk = Desk()
        desk.shell.setComfort(comfort or Comfort(reduced_motion=True))
        desk.shell.show(shell_state(language))
        desk.home.show(home_state(language))
        engine = open_window(desk, width, height, turned=turned)
        window = window_of(engine)
        with qtbot.waitExposed(window):
            window.show()
        screens.append(Screen(desk, window, engine))
        return screens[-1]

    yield opener
    for screen in screens:
        screen.window.close()
        screen.engine.deleteLater()
    for spoken in words:
        app.removeTranslator(spoken)
    qtbot.wait(0)
