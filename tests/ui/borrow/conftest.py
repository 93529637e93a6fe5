"""The real window over a real small library, joined as the app joins them."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QPointF, Qt, QThread, QTranslator
from PySide6.QtGui import QGuiApplication, QInputDevice, QPointingDevice
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.services import Services
from kiosk.ui.patron.desk import Desk
from kiosk.ui.patron.presenters.account import AccountPresenter
from kiosk.ui.patron.presenters.after_return import AfterReturn
from kiosk.ui.patron.presenters.borrow import BorrowPresenter
from kiosk.ui.patron.presenters.checkin import CheckinPresenter
from kiosk.ui.patron.presenters.sign_in import SignInPresenter
from kiosk.ui.patron.shell_state import Comfort
from kiosk.ui.patron.view_models.account import AccountViewModel
from kiosk.ui.patron.view_models.borrow import BorrowViewModel
from kiosk.ui.patron.view_models.checkin import CheckinViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.view_models.sign_in import SignInViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.patron.window import open_window, window_of
from kiosk.ui.shared.covers import Covers
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.translating import WordsTranslator
from tests.ui.borrow.lending_library import lending_library
from tests.ui.sample_home import shell_state

T = TypeVar("T")


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
    shell: ShellViewModel
    borrow: BorrowPresenter
    account: AccountPresenter
    checkin: CheckinPresenter
    sign_in: SignInPresenter
    finger: QPointingDevice

    def shown(self, page: str, name: str) -> Any:
        """Give what QML reads of a page's view model."""
        return getattr(getattr(self.desk, page), name)

    def rows(self, page: str, name: str = "rows") -> tuple[Any, ...]:
        """Give the rows of a list that QML shows."""
        rows: tuple[Any, ...] = self.shown(page, name).rows
        return rows

    @property
    def page(self) -> str:
        """Name the page in sight."""
        return self.shell.route.page

    def sign_in_as(self, card: str, page: str = "borrow") -> None:
        """Come to a page and show a card there."""
        self.open(page)
        self.scan(card)
        self.wait(lambda: bool(self.shown(page, "entered")))
        self.settle()

    def open(self, page: str) -> None:
        """Go to a section by its tab."""
        self.shell.openSection(page)
        QCoreApplication.processEvents()

    def scan(self, code: str) -> None:
        """Lay something on the reader."""
        takers: dict[str, BorrowPresenter | AccountPresenter | CheckinPresenter | SignInPresenter] = {
            "borrow": self.borrow,
            "account": self.account,
            "return": self.checkin,
            "sign_in": self.sign_in,
        }
        assert takers[self.page].scanned(code)

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

    def touch(self, name: str) -> None:
        """Touch the middle of an item."""
        item = self.item(name)
        self.wait(lambda: self.window.contentItem().childItems()[0].isEnabled())
        self.window.grabWindow()  # a frame, so that everything lies where it is seen
        at = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        assert self.window.contentItem().boundingRect().contains(QPointF(at)), (
            f"{name} is out of sight at {at}"
        )
        QTest.touchEvent(self.window, self.finger).press(0, at, self.window).commit()
        QTest.touchEvent(self.window, self.finger).release(0, at, self.window).commit()
        QCoreApplication.processEvents()

    def type(self, keys: str) -> None:
        """Type on a keyboard; "\\n" is Enter."""
        for key in keys:
            if key == "\n":
                QTest.keyClick(self.window, Qt.Key.Key_Return)
            else:
                QTest.keyClick(self.window, Qt.Key(ord(key.upper())))

    def reach(self, name: str) -> None:
        """Press the arrow until an item has the focus."""
        for _ in range(60):
            focused = self.window.activeFocusItem()
            if focused is not None and focused.objectName() == name:
                return
            QTest.keyClick(self.window, Qt.Key.Key_Down)
        raise AssertionError(f"{name} is not reached by keys")

    def aside(self, act: Callable[..., T], *arguments: object) -> T:
        """Do something with the library at another desk: not on the thread of this window."""
        with ThreadPoolExecutor(1) as desk:
            return desk.submit(act, self.services, *arguments).result()

    def lines(self) -> list[tuple[str, str]]:
        """Tell each row of Borrow: its title and its chip, or what is checked."""
        return [(row.title, row.chip or row.text) for row in self.rows("borrow")]


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


OpenKiosk = Callable[..., Kiosk]


@pytest.fixture(scope="session")
def finger() -> QPointingDevice:
    """A touch screen."""
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


@pytest.fixture
def open_kiosk(qtbot: QtBot, tmp_path: Path, finger: QPointingDevice) -> Iterator[OpenKiosk]:
    """Open a kiosk: `open_kiosk("de", 1080, 1920, pin_for=…)`; `prepare` fills its library beforehand."""
    opened: list[tuple[Kiosk, tuple[QTranslator, ...]]] = []

    def opener(
        language: str = "en",
        width: int = 1080,
        height: int = 1920,
        *,
        prepare: Callable[[Services], None] | None = None,
        comfort: Comfort | None = None,
        **profile: object,
    ) -> Kiosk:
        services = lending_library(tmp_path / "library", **profile)
        if prepare is not None:
            prepare(services)
        library, own = services.library(), services.profile()
        services.forbid_here(_on_gui_thread)
        translators = (WordsTranslator(language),)
        for translator in translators:
            QGuiApplication.installTranslator(translator)
        desk = Desk()
        desk.view_model(ShellViewModel).setComfort(comfort or Comfort(reduced_motion=True))
        engine = open_window(desk, width, height)
        window = window_of(engine)
        jobs = Jobs(parent=desk)
        visit = Visit(library, own, services.clock, language, desk)
        covers = Covers(services.folder.cover_cache, jobs, desk)
        kiosk = _joined(qtbot, services, desk, window, engine, jobs, visit, covers, finger)
        with qtbot.waitExposed(window):
            window.show()
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


def _joined(
    qtbot: QtBot,
    services: Services,
    desk: Desk,
    window: QQuickWindow,
    engine: QQmlApplicationEngine,
    jobs: Jobs,
    visit: Visit,
    covers: Covers,
    finger: QPointingDevice,
) -> Kiosk:
    shell = desk.view_model(ShellViewModel)
    sign_in = SignInPresenter(desk.view_model(SignInViewModel), shell, services, jobs, visit, desk)
    joined = (shell, services, jobs, visit, covers, sign_in)
    after_return = AfterReturn(shell, services, jobs, visit, desk)
    borrow = BorrowPresenter(desk.view_model(BorrowViewModel), *joined, after_return, desk)
    account = AccountPresenter(desk.view_model(AccountViewModel), *joined, desk)
    checkin = CheckinPresenter(desk.view_model(CheckinViewModel), *joined, after_return, desk)
    frame = _Frame(desk, visit)
    visit.changed.connect(frame.show)
    frame.show()
    pages = (borrow, account, checkin, sign_in)
    return Kiosk(qtbot, services, desk, window, engine, jobs, visit, shell, *pages, finger)


class _Frame(QObject):
    """Keeps the header and the dock as the visit is."""

    def __init__(self, desk: Desk, visit: Visit) -> None:
        super().__init__(desk)
        self._desk, self._visit = desk, visit

    def show(self) -> None:
        self._desk.view_model(ShellViewModel).show(
            shell_state(self._visit.language, signed_in=self._visit.signed_in is not None)
        )
