"""Hands for the running patron app: real touches and keystrokes on the real window, and patience."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QImage, QInputDevice, QKeyEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.services import Services
from kiosk.ui.patron.counter import Counter

_PATIENCE_S = 20.0
_STILL_S = 0.45  # longer than any transition of the screens


class OutOfSightError(RuntimeError):
    """What was to be touched is not on the screen."""


class Hands:
    """Use one counter as a patron does; `aside` does not exist here: everything goes through the window."""

    def __init__(self, counter: Counter, language: str, free: list[str], lent: list[str]) -> None:
        self._counter = counter
        self.language = language
        self.free_barcodes = free
        self.lent_barcodes = lent
        self._finger = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)

    @classmethod
    def over(
        cls,
        services: Services,
        language: str,
        size: tuple[int, int],
        on_gui_thread: Callable[[], bool],
    ) -> "Hands":
        """Open the app over a library and show it; some barcodes of it are looked up beforehand."""
        library, profile = services.library(), services.profile()
        free, lent = _barcodes(services)
        services.forbid_here(on_gui_thread)
        counter = Counter(services, library, profile, language, size)
        counter.window.show()
        counter.begin()
        hands = cls(counter, language, free, lent)
        hands.settle()
        return hands

    def close(self) -> None:
        """Close the app."""
        self._counter.close()
        self._turn(0.05)

    def pass_seconds(self, seconds: int) -> None:
        """Let so many idle seconds go by at once."""
        for _ in range(seconds):
            self._counter.shell.second_passed()
        self.settle()

    @property
    def page(self) -> str:
        """Name the page in sight."""
        return self._counter.shell_view_model.route.page

    def touch(self, name: str) -> None:
        """Touch the middle of the item of that object name, scrolling to it first if need be."""
        item = self.find(name)
        at = self._middle(item)
        if not self._in_sight(item, at):
            self._scroll_to(item)
            at = self._middle(item)
        if not self._in_sight(item, at):
            raise OutOfSightError(f"{name} at {at.x()}, {at.y()}")
        window = self._counter.window
        QTest.touchEvent(window, self._finger).press(0, at, window).commit()
        self._turn(0.03)
        QTest.touchEvent(window, self._finger).release(0, at, window).commit()
        self.settle()

    def touch_first(self, beginning: str) -> None:
        """Touch the first item whose object name begins so."""
        names: list[str] = []

        def there() -> bool:
            names[:] = _names(self._counter.window.contentItem(), beginning)
            return bool(names)

        self.wait(there, f"no item's name begins with {beginning}")
        self.touch(names[0])

    def type(self, text: str) -> None:
        """Type as a person does, slower than any scanner."""
        for character in text:
            self._press(character)
            self._turn(0.08)
        self.settle()

    def enter(self) -> None:
        """Press Enter."""
        self._press("\r")
        self.settle()

    def scan(self, code: str) -> None:
        """Let a keyboard-wedge scanner read a code: all its keys at once, and Enter."""
        for character in code:
            self._press(character)
        self._press("\r")
        self.settle()

    def find(self, name: str) -> QQuickItem:
        """Wait for the item of that object name, delegates included, and return it."""
        found: list[QQuickItem] = []

        def there() -> bool:
            found[:] = [item] if (item := _named(self._counter.window.contentItem(), name)) else []
            return bool(found)

        self.wait(there, f"no item is called {name}")
        return found[0]

    def sees(self, name: str) -> bool:
        """Tell whether an item of that object name is on the screen now."""
        return _named(self._counter.window.contentItem(), name) is not None

    def wait(self, condition: Callable[[], bool], else_say: str) -> None:
        """Let the app go on until it is so."""
        until = time.monotonic() + _PATIENCE_S
        while not condition():
            if time.monotonic() > until:
                raise TimeoutError(else_say)
            self._turn(0.01)

    def settle(self) -> None:
        """Wait until no work is under way and nothing moves any more."""
        self._turn(0.05)
        self.wait(lambda: self._counter.jobs.running == 0, "work goes on and on")
        self._turn(_STILL_S)
        self.wait(lambda: self._counter.jobs.running == 0, "work goes on and on")

    def picture(self) -> QImage:
        """Give the window as it is shown now."""
        return self._counter.window.grabWindow()

    def _press(self, character: str) -> None:
        window = self._counter.window
        key = Qt.Key(ord(character.upper())) if character.isascii() else Qt.Key.Key_unknown
        if character == "\r":
            key = Qt.Key.Key_Return
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
            QCoreApplication.sendEvent(window, event)

    def _middle(self, item: QQuickItem) -> QPoint:
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()

    def _in_sight(self, item: QQuickItem, at: QPoint) -> bool:
        view = _flickable_of(item) or self._counter.window.contentItem()
        corner = view.mapToScene(QPointF(0, 0))
        return (
            corner.x() <= at.x() <= corner.x() + view.width()
            and corner.y() <= at.y() <= corner.y() + view.height()
        )

    def _scroll_to(self, item: QQuickItem) -> None:
        """Scroll the nearest flickable so that the item stands in its middle."""
        view = _flickable_of(item)
        if view is None:
            return
        y = item.mapToItem(view.property("contentItem"), QPointF(0, 0)).y()
        most = max(0.0, float(view.property("contentHeight")) - view.height())
        view.setProperty("contentY", min(most, max(0.0, y - view.height() / 2)))
        self._turn(0.1)

    def _turn(self, seconds: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()


def _named(item: QQuickItem, name: str) -> QQuickItem | None:
    if item.objectName() == name and item.isVisible():
        return item
    for child in item.childItems():
        if (found := _named(child, name)) is not None:
            return found
    return None


def _flickable_of(item: QQuickItem) -> QQuickItem | None:
    parent = item.parentItem()
    while parent is not None and parent.metaObject().indexOfProperty("contentY") < 0:
        parent = parent.parentItem()
    return parent


def _names(item: QQuickItem, beginning: str) -> list[str]:
    own = [item.objectName()] if item.isVisible() and item.objectName().startswith(beginning) else []
    return own + [name for child in item.childItems() for name in _names(child, beginning)]


def _barcodes(services: Services) -> tuple[list[str], list[str]]:
    """Return barcodes of telling items: free ones of several kinds, one kept for another; and lent ones."""
    free: dict[str, str] = {}
    lent: list[str] = []
    kept = ""
    with services.database.read() as view:
        for batch in view.records.iterate(marc=False):
            for title in batch:
                for copy in title.copies:
                    item, status = copy.item, str(copy.status)
                    if item.branch != "MAIN":
                        continue
                    if status == "available":
                        free.setdefault(item.item_type, item.barcode)
                    elif status == "on_loan" and len(lent) < 4:
                        lent.append(item.barcode)
                    elif status == "hold_shelf":
                        kept = kept or item.barcode
    chosen = [free[kind] for kind in ("book", "dvd", "music", "audiobook") if kind in free]
    return [*chosen[:2], *([kept] if kept else []), *chosen[2:]], lent
