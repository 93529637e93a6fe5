"""The pages of Find over a real small library, joined as the app joins them, with hands to use them."""

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt, QThread, QTranslator
from PySide6.QtGui import QGuiApplication, QInputDevice, QPointingDevice
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.catalog.search import SearchField
from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.services import Services
from kiosk.ui.patron.desk import Desk
from kiosk.ui.patron.find_question import FilterKind
from kiosk.ui.patron.presenters.browse import BrowsePresenter
from kiosk.ui.patron.presenters.find import FindPresenter
from kiosk.ui.patron.presenters.record import RecordPresenter
from kiosk.ui.patron.presenters.sign_in import SignInPresenter
from kiosk.ui.patron.shell_state import Comfort
from kiosk.ui.patron.view_models.browse import BrowseViewModel
from kiosk.ui.patron.view_models.find import FindViewModel
from kiosk.ui.patron.view_models.record import RecordViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.view_models.sign_in import SignInViewModel
from kiosk.ui.patron.visit import SignedIn, Visit
from kiosk.ui.patron.window import open_window, window_of
from kiosk.ui.shared.covers import Covers
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.translating import WordsTranslator
from tests.ui.sample_home import shell_state
from tests.ui.sample_library import CARD, NOW, Row, build_library

T = TypeVar("T")
_AUTHORS = ("Kafka", "Kehlmann", "Stach")


@dataclass(frozen=True, slots=True)
class Joined:
    """The presenters of Find."""

    find: FindPresenter
    record: RecordPresenter
    browse: BrowsePresenter
    sign_in: SignInPresenter


def join(desk: Desk, services: Services, jobs: Jobs, visit: Visit, covers: Covers) -> Joined:
    """Make them and lead from one to the other."""
    shell = desk.view_model(ShellViewModel)
    joined = (shell, services, jobs, visit, covers)
    sign_in = SignInPresenter(desk.view_model(SignInViewModel), shell, services, jobs, visit, desk)
    find = FindPresenter(desk.view_model(FindViewModel), *joined, desk)
    record = RecordPresenter(desk.view_model(RecordViewModel), *joined, sign_in, desk)
    browse = BrowsePresenter(desk.view_model(BrowseViewModel), *joined, desk)
    browse.recordWanted.connect(record.open_record)
    browse.headingWanted.connect(lambda kind, text: find.search_heading(FilterKind(kind), text))
    browse.callNumberWanted.connect(lambda text: find.search(text, SearchField.CALL_NUMBER))
    find.browseWanted.connect(browse.open)
    find.recordWanted.connect(record.open_record)
    record.authorWanted.connect(lambda name: find.search_heading(FilterKind.AUTHOR, name))
    record.subjectWanted.connect(lambda name: find.search_heading(FilterKind.SUBJECT, name))
    return Joined(find, record, browse, sign_in)


@dataclass(frozen=True, slots=True)
class Finding:
    """A kiosk whose patron looks for something."""

    qtbot: QtBot
    services: Services
    desk: Desk
    window: QQuickWindow
    engine: QQmlApplicationEngine
    jobs: Jobs
    visit: Visit
    pages: Joined
    finger: QPointingDevice

    @property
    def page(self) -> str:
        """Name the page in sight."""
        return self.desk.view_model(ShellViewModel).route.page

    def shown(self, page: str, name: str) -> Any:
        """Give what QML reads of a page's view model."""
        return getattr(getattr(self.desk, page), name)

    def rows(self, page: str, name: str = "rows") -> tuple[Any, ...]:
        """Give the rows of a list that QML shows."""
        rows: tuple[Any, ...] = self.shown(page, name).rows
        return rows

    def begin(self) -> None:
        """Go to Find and wait until the field takes letters."""
        self.pages.find.open()
        self.wait(lambda: self.focus == "find.field.input")

    @property
    def focus(self) -> str:
        """Name the item that has the focus."""
        item = self.window.activeFocusItem()
        return item.objectName() if item is not None else ""

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait until it is so."""
        self.qtbot.waitUntil(condition, timeout=8000)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.wait(lambda: self.jobs.running == 0)

    def seen(self, name: str) -> bool:
        """Tell whether an item of that name is in sight."""
        return _named(self.window.contentItem(), name) is not None

    def item(self, name: str) -> QQuickItem:
        """Find an item by its object name, delegates included."""
        self.wait(lambda: self.seen(name))
        found = _named(self.window.contentItem(), name)
        assert found is not None
        return found

    def place(self, name: str, across: float = 0.5) -> QPoint:
        """Tell where an item is in the window."""
        item = self.item(name)
        at = item.mapToScene(QPointF(item.width() * across, item.height() / 2)).toPoint()
        assert self.window.contentItem().boundingRect().contains(QPointF(at)), (
            f"{name} is out of sight at {at}"
        )
        return at

    def touch(self, name: str) -> None:
        """Touch the middle of an item."""
        self.wait(lambda: self.window.contentItem().childItems()[0].isEnabled())
        at = self.place(name)
        QTest.touchEvent(self.window, self.finger).press(0, at, self.window).commit()
        QTest.touchEvent(self.window, self.finger).release(0, at, self.window).commit()
        QCoreApplication.processEvents()

    def stroke(self, start: QPoint, end: QPoint) -> None:
        """Draw a finger from one point to another."""
        QTest.touchEvent(self.window, self.finger).press(0, start, self.window).commit()
        for step in range(1, 9):
            at = start + (end - start) * step / 8
            QTest.touchEvent(self.window, self.finger).move(0, at, self.window).commit()
            # Moves wait for the next frame; without one they would arrive as a single leap.
            with self.qtbot.waitSignal(self.window.frameSwapped, timeout=2000, raising=False):
                self.window.update()
        QTest.touchEvent(self.window, self.finger).release(0, end, self.window).commit()
        QCoreApplication.processEvents()

    def type(self, keys: str) -> None:
        r"""Type on a keyboard; "\n" is Enter."""
        for key in keys:
            if key == "\n":
                QTest.keyClick(self.window, Qt.Key.Key_Return)
            else:
                QTest.keyClick(self.window, key)  # type: ignore[call-overload]

    def reach(self, name: str, key: Qt.Key = Qt.Key.Key_Down) -> None:
        """Press an arrow until an item has the focus."""
        for _ in range(60):
            if self.focus == name:
                return
            QTest.keyClick(self.window, key)
        raise AssertionError(f"{name} is not reached by keys")

    def search(self, text: str) -> None:
        """Type it and press Enter."""
        self.begin()
        self.type(text + "\n")
        self.wait(lambda: self.shown("find", "mode") == "results" and self.jobs.running == 0)

    def open_title(self, title: str) -> None:
        """Search for a title and touch it."""
        self.search(title)
        row = next(row for row in self.rows("find") if row.title == title)
        self.touch(f"find.title.{row.record}")
        self.wait(lambda: bool(self.shown("record", "title")))
        self.settle()

    def sign_in(self) -> None:
        """Show the card of the patron there is."""
        self.visit.sign_in(SignedIn(CARD, "Anna K.", "adult"))
        self.settle()

    def aside(self, act: Callable[..., T], *arguments: object) -> T:
        """Do something with the library at another desk: not on the thread of this window."""
        with ThreadPoolExecutor(1) as desk:
            return desk.submit(act, self.services, *arguments).result()


OpenFinding = Callable[..., Finding]


@pytest.fixture(scope="session")
def built_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of some eighty titles, made once; "Moon Palace" is out until 3 December."""
    folder = tmp_path_factory.mktemp("finding") / "library"
    build_library(folder, _wanted, lambda row: row["title"] == "Moon Palace").close()
    return folder


@pytest.fixture
def open_finding(
    qtbot: QtBot, tmp_path: Path, built_library: Path, finger: QPointingDevice
) -> Iterator[OpenFinding]:
    """Open a kiosk at Find: `open_finding("de", 1080, 1920)`."""
    opened: list[tuple[Finding, tuple[QTranslator, ...]]] = []

    def opener(
        language: str = "en", width: int = 1080, height: int = 1920, comfort: Comfort | None = None
    ) -> Finding:
        shutil.copytree(built_library, tmp_path / "library")
        services = Services(LibraryFolder(tmp_path / "library"), FixedClock(NOW))
        library, profile = services.library(), services.profile()
        services.forbid_here(_on_gui_thread)
        translators = (WordsTranslator(language),)
        for translator in translators:
            QGuiApplication.installTranslator(translator)
        desk = Desk()
        desk.view_model(ShellViewModel).setComfort(comfort or Comfort(reduced_motion=True))
        desk.view_model(ShellViewModel).show(shell_state(language))
        engine = open_window(desk, width, height)
        window = window_of(engine)
        jobs = Jobs(parent=desk)
        visit = Visit(library, profile, services.clock, language, desk)
        covers = Covers(services.folder.cover_cache, jobs, desk)
        pages = join(desk, services, jobs, visit, covers)
        with qtbot.waitActive(window):
            window.show()
            window.requestActivate()
        opened.append(
            (Finding(qtbot, services, desk, window, engine, jobs, visit, pages, finger), translators)
        )
        return opened[-1][0]

    yield opener
    for finding, translators in opened:
        finding.jobs.close()
        finding.window.close()
        finding.engine.deleteLater()
        finding.services.close()
        for translator in translators:
            QGuiApplication.removeTranslator(translator)
    qtbot.wait(0)


@pytest.fixture(scope="session")
def finger() -> QPointingDevice:
    """A touch screen."""
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


def _wanted(row: Row) -> bool:
    words = f"{row['title']} {row['subjects']}".casefold()
    return any(name in row["author"] for name in _AUTHORS) or "moon" in words or "science fiction" in words


def _named(item: QQuickItem, name: str) -> QQuickItem | None:
    if item.objectName() == name and item.isVisible():
        return item
    for child in item.childItems():
        if (found := _named(child, name)) is not None:
            return found
    return None


def _on_gui_thread() -> bool:
    app = QCoreApplication.instance()
    return app is not None and QThread.currentThread() is app.thread()
