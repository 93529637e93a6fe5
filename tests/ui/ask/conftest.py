"""The real window over a real small library with articles, joined as the app joins them."""

import logging
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QPointF, Qt, QThread, QTranslator
from PySide6.QtGui import QGuiApplication, QInputDevice, QPointingDevice
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.services import Services
from kiosk.ui.patron.desk import Desk
from kiosk.ui.patron.presenters.ask import AskPresenter
from kiosk.ui.patron.shell_state import Comfort
from kiosk.ui.patron.view_models.answer import AnswerViewModel
from kiosk.ui.patron.view_models.ask import AskViewModel
from kiosk.ui.patron.view_models.home import HomeViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import SignedIn, Visit
from kiosk.ui.patron.window import open_window, window_of
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.translating import WordsTranslator
from tests.ui.ask.asking_library import ADULT, CHILD, NOW, make_library, open_library
from tests.ui.sample_home import shell_state

T = TypeVar("T")
_CATEGORIES = {ADULT: "adult", CHILD: "child"}


@dataclass(frozen=True, slots=True)
class Kiosk:
    """A kiosk in use: its window, its services, and hands to use it with."""

    qtbot: QtBot
    services: Services
    desk: Desk
    window: QQuickWindow
    engine: QQmlApplicationEngine
    jobs: Jobs
    visit: Visit
    asking: AskPresenter
    finger: QPointingDevice
    found: list[str] = field(default_factory=list)

    @property
    def shell(self) -> ShellViewModel:
        """The frame."""
        return self.desk.view_model(ShellViewModel)

    @property
    def home(self) -> HomeViewModel:
        """The home screen."""
        return self.desk.view_model(HomeViewModel)

    @property
    def ask(self) -> AskViewModel:
        """The Ask page."""
        return self.desk.view_model(AskViewModel)

    @property
    def answer(self) -> AnswerViewModel:
        """The Answer page."""
        return self.desk.view_model(AnswerViewModel)

    @property
    def page(self) -> str:
        """Name the page in sight."""
        return self.shell.route.page

    def begin(self) -> None:
        """Come to the Ask page by its tab."""
        self.shell.openSection("ask")
        self.settle()

    def question(self, text: str) -> None:
        """Ask in own words and wait for the answer."""
        self.asking.ask(text)
        self.settle()

    def sign_in(self, card: str) -> None:
        """Show a card."""
        self.visit.sign_in(SignedIn(card, "Anna K.", _CATEGORIES.get(card, "adult")))
        self.settle()

    def speak(self, language: str) -> None:
        """Change the language."""
        self.visit.speak(language)
        self.settle()

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait until it is so."""
        self.qtbot.waitUntil(condition, timeout=8000)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        QCoreApplication.processEvents()
        self.wait(lambda: self.jobs.running == 0)
        QCoreApplication.processEvents()

    def seen(self, name: str) -> bool:
        """Tell whether an item of that name is shown."""
        return _named(self.window.contentItem(), name) is not None

    def item(self, name: str) -> QQuickItem:
        """Find an item by its object name, delegates included."""
        found = _named(self.window.contentItem(), name)
        assert found is not None, f"nothing is called {name}"
        return found

    def touch(self, name: str) -> None:
        """Touch the middle of an item, scrolling there first as a finger would."""
        item = self.item(name)
        self.wait(lambda: self.window.contentItem().childItems()[0].isEnabled())
        _scroll_to(item)
        self.window.grabWindow()  # a frame, so that everything lies where it is seen
        at = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        assert self.window.contentItem().boundingRect().contains(QPointF(at)), f"{name} is out of sight"
        QTest.touchEvent(self.window, self.finger).press(0, at, self.window).commit()
        QTest.touchEvent(self.window, self.finger).release(0, at, self.window).commit()
        self.settle()

    def type(self, keys: str) -> None:
        """Type on a keyboard; "\\n" is Enter."""
        for key in keys:
            if key == "\n":
                QTest.keyClick(self.window, Qt.Key.Key_Return)
            else:
                QTest.keyClick(self.window, ord(key))
        self.settle()

    def aside(self, act: Callable[[Services], T]) -> T:
        """Do something with the library elsewhere: not on the thread of this window."""
        with ThreadPoolExecutor(1) as desk:
            return desk.submit(act, self.services).result()


def _named(item: QQuickItem, name: str) -> QQuickItem | None:
    if item.objectName() == name and item.isVisible():
        return item
    # Of two pages the upper one, which is the later child, is the one in sight.
    for child in reversed(item.childItems()):
        if (found := _named(child, name)) is not None:
            return found
    return None


def _scroll_to(item: QQuickItem) -> None:
    outer: QQuickItem | None = item.parentItem()
    while outer is not None:
        if outer.metaObject().className().startswith("QQuickFlickable"):
            room = float(outer.property("height"))
            spot = item.mapToItem(outer, QPointF(0, item.height() / 2)).y()
            if not 0 <= spot < room:
                top = float(outer.property("contentY")) + spot - room / 2
                limit = max(0.0, float(outer.property("contentHeight")) - room)
                outer.setProperty("contentY", min(max(0.0, top), limit))
        outer = outer.parentItem()


def _on_gui_thread() -> bool:
    app = QCoreApplication.instance()
    return app is not None and QThread.currentThread() is app.thread()


OpenKiosk = Callable[..., Kiosk]


@pytest.fixture(scope="session")
def finger() -> QPointingDevice:
    """A touch screen."""
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


@pytest.fixture(scope="session")
def library_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library's folder, to be copied."""
    folder = tmp_path_factory.mktemp("asking") / "library"
    make_library(folder)
    return folder


@pytest.fixture
def open_kiosk(
    qtbot: QtBot, tmp_path: Path, library_template: Path, finger: QPointingDevice
) -> Iterator[OpenKiosk]:
    """Open a kiosk: `open_kiosk("de", 1080, 1920, now=…)`."""
    opened: list[tuple[Kiosk, tuple[QTranslator, ...]]] = []

    def opener(
        language: str = "de",
        width: int = 1080,
        height: int = 1920,
        *,
        now: datetime = NOW,
        comfort: Comfort | None = None,
    ) -> Kiosk:
        folder = tmp_path / "library"
        shutil.copytree(library_template, folder)
        kiosk, translators = _opened(
            qtbot, open_library(folder, now), language, width, height, comfort, finger
        )
        opened.append((kiosk, translators))
        return kiosk

    yield opener
    for kiosk, translators in opened:
        kiosk.jobs.close()
        kiosk.window.close()
        kiosk.engine.deleteLater()
        kiosk.services.close()
        for translator in translators:
            QGuiApplication.removeTranslator(translator)
    qtbot.wait(0)


def _opened(
    qtbot: QtBot,
    services: Services,
    language: str,
    width: int,
    height: int,
    comfort: Comfort | None,
    finger: QPointingDevice,
) -> tuple[Kiosk, tuple[QTranslator, ...]]:
    library, own = services.library(), services.profile()
    services.forbid_here(_on_gui_thread)
    words = WordsTranslator(language)
    QGuiApplication.installTranslator(words)
    desk = Desk()
    shell = desk.view_model(ShellViewModel)
    shell.setComfort(comfort or Comfort(reduced_motion=True))
    engine = open_window(desk, width, height)
    window = window_of(engine)
    jobs = Jobs(parent=desk)
    visit = Visit(library, own, services.clock, language, desk)
    views = desk.view_model(AskViewModel), desk.view_model(AnswerViewModel)
    asking = AskPresenter(*views, shell, services, jobs, visit, desk)
    kiosk = Kiosk(qtbot, services, desk, window, engine, jobs, visit, asking, finger)
    asking.findRequested.connect(kiosk.found.append)
    desk.view_model(HomeViewModel).questionRequested.connect(asking.open_question)
    frame = _Frame(desk, visit, engine, words)
    visit.changed.connect(frame.show)
    frame.show()
    with qtbot.waitExposed(window):
        window.show()
    return kiosk, (words,)


class _Frame(QObject):
    """Keeps the header, the dock and the spoken language as the visit is."""

    def __init__(
        self,
        desk: Desk,
        visit: Visit,
        engine: QQmlApplicationEngine,
        words: WordsTranslator,
    ) -> None:
        super().__init__(desk)
        self._desk, self._visit, self._engine = desk, visit, engine
        self._words, self._spoken = words, visit.language

    def show(self) -> None:
        language = self._visit.language
        if self._spoken != language:
            self._spoken = language
            self._words.speak(language)
            self._engine.retranslate()
        state = shell_state(language, signed_in=self._visit.signed_in is not None)
        self._desk.view_model(ShellViewModel).show(state)


@pytest.fixture(autouse=True)
def no_qml_warning(caplog: pytest.LogCaptureFixture, qtlog: object) -> Iterator[None]:
    """Fail on any warning that Qt or the kiosk gives."""
    yield
    said = [one.message for one in getattr(qtlog, "records", []) if one.type.name != "QtDebugMsg"]
    logged = [one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING]
    assert not said + logged
