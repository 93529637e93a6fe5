"""Hands for the running patron app: real touches and keystrokes on the real window, and patience."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, QPointF, Qt, QThread, QTimer
from PySide6.QtGui import QImage, QInputDevice, QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.services import Services
from kiosk.ui.patron.counter import Counter
from scripts.eyes import flickable_of, is_a, middle_of, place_of, shown_items, texts

_PATIENCE_S = 20.0
_A_MOMENT_S = 0.03  # for what follows from a touch, and for work that follows from work
_STILL_S = 0.45  # longer than any transition of the screens
_BETWEEN_SCANNED_MS = 3
_FLICK_STEPS, _FLICK_STEP_S = 9, 0.01
_BETWEEN_KEYS_MS = 50  # longer than any scanner leaves between two keys


class OutOfSightError(RuntimeError):
    """What was to be touched is not on the screen."""


@dataclass(frozen=True, slots=True)
class Barcodes:
    """Telling items of the sample library: free ones of several kinds, one kept for another, lent ones."""

    free: tuple[str, ...]
    kept: str
    lent: tuple[str, ...]
    in_parts: str = ""


class Hands:
    """Use one counter as a patron does: everything goes through its window."""

    def __init__(self, counter: Counter, language: str, *, still: bool) -> None:
        self.counter = counter
        self.language = language
        self._rest = 0.0 if still else _STILL_S
        self._shell: QQuickItem | None = None
        self._typed_ms = 0  # the keyboard's clock is so much ahead: nobody waits from key to key
        self._frames = 0
        counter.window.frameSwapped.connect(self._note_frame)
        self._finger = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)

    @classmethod
    def over(
        cls,
        services: Services,
        language: str,
        size: tuple[int, int],
        *,
        still: bool = False,
        hold: bool = False,
    ) -> "Hands":
        """Open the app over a library and show it; ``still``: nothing moves, no second passes by itself.

        Where it is to ``hold`` the screen it takes all of it, whatever the size.
        """
        library, profile = services.library(), services.profile()
        services.forbid_here(_on_gui_thread)
        # What a screen shows must not hang on whether this machine has a voice.
        speech = services.speech if services.settings.speech.kind == "simulated" else None
        counter = Counter(services, library, profile, language, size, still=still, speech=speech, hold=hold)
        counter.window.showFullScreen() if hold else counter.window.show()
        counter.begin()
        if still:
            counter.shell.stop()
        hands = cls(counter, language, still=still)
        hands.step_up()
        return hands

    def step_up(self) -> None:
        """Turn to this window, if there are several."""
        self.window.requestActivate()
        self.wait(self.window.isActive, "the window does not become active")
        self.settle()

    def close(self) -> None:
        """Close the app."""
        self.counter.close()
        self.turn(0.05)

    def pass_seconds(self, seconds: int) -> None:
        """Let so many idle seconds go by at once."""
        for _ in range(seconds):
            self.counter.shell.second_passed()
        self.settle()

    @property
    def window(self) -> QQuickWindow:
        """The window touched."""
        return self.counter.window

    @property
    def page(self) -> str:
        """Name the page in sight."""
        return self.counter.shell_view_model.route.page

    @property
    def focus(self) -> str:
        """Name the item that has the focus."""
        item = self.window.activeFocusItem()
        return item.objectName() if item is not None else ""

    @property
    def texts(self) -> list[str]:
        """Everything that is written on the window now."""
        return texts(self.window.contentItem())

    def reads(self, words: str) -> bool:
        """Tell whether those words are written somewhere on the window."""
        return any(words in text for text in self.texts)

    def touch(self, name: str) -> None:
        """Touch the middle of the item of that object name, scrolling to it first if need be."""
        self.touch_at_once(name)
        self.settle()

    def touch_at_once(self, name: str) -> None:
        """Touch without waiting for what comes of it."""
        item = self.find(name)
        at = middle_of(item).toPoint()
        if not self._in_sight(item, at):
            self._scroll_to(item)
            at = middle_of(item).toPoint()
        if not self._in_sight(item, at):
            raise OutOfSightError(f"{name} at {at.x()}, {at.y()}")
        self._press_finger(at)

    def touch_first(self, beginning: str) -> str:
        """Touch the first item whose object name begins so, and return its name."""
        found: list[str] = []

        def there() -> bool:
            names = (one.objectName() for one in shown_items(self.window.contentItem()))
            found[:] = [name for name in names if name.startswith(beginning)]
            return bool(found)

        self.wait(there, f"no item's name begins with {beginning}")
        self.touch(found[0])
        return found[0]

    def touch_keys(self, text: str) -> None:
        """Type by touching the keys of the on-screen keyboard."""
        for letter in text:
            self.touch("key.space" if letter == " " else f"key.{letter}")

    def tap(self, at: QPoint) -> None:
        """Touch a place of the window, whatever stands there."""
        self._press_finger(at)

    def flick(self, start: QPoint, up: int) -> None:
        """Draw a finger so far upwards as quickly as a hand does."""
        QTest.touchEvent(self.window, self._finger).press(0, start, self.window).commit()
        for step in range(1, _FLICK_STEPS + 1):
            at = start - QPoint(0, up * step // _FLICK_STEPS)
            QTest.touchEvent(self.window, self._finger).move(0, at, self.window).commit()
            self.turn(_FLICK_STEP_S)
        QTest.touchEvent(self.window, self._finger).release(0, start - QPoint(0, up), self.window).commit()

    def type(self, text: str) -> None:
        """Type as a person does, slower than any scanner, by the time that the keyboard tells."""
        for character in text:
            self.type_at_once(character)
            self.turn(0)
        self.turn(_BETWEEN_KEYS_MS / 1000)
        self.settle()

    def type_at_once(self, character: str) -> None:
        """Type one letter as a person does, without waiting for what comes of it."""
        self._stroke(character, self._keyboard_ms())
        self._typed_ms += _BETWEEN_KEYS_MS

    def press(self, *keys: Qt.Key) -> None:
        """Press keys that make no text: arrows, Tab, Escape, Enter."""
        for key in keys:
            QTest.keyClick(self.window, key)
        self.settle()

    def press_at_once(self, key: Qt.Key) -> None:
        """Press a key without waiting for what comes of it."""
        QTest.keyClick(self.window, key)

    def enter(self) -> None:
        """Press Enter."""
        self.press(Qt.Key.Key_Return)

    def scan(self, code: str) -> None:
        """Let a keyboard-wedge scanner read a code: all its keys at once, and Enter."""
        self.scan_at_once(code)
        self.settle()

    def scan_at_once(self, code: str) -> None:
        """Scan without waiting for what comes of it."""
        begun = self._keyboard_ms()
        for number, character in enumerate(f"{code}\r"):
            self._stroke(character, begun + number * _BETWEEN_SCANNED_MS)

    def find(self, name: str) -> QQuickItem:
        """Wait for the item of that object name, delegates included, and return it."""
        found: list[QQuickItem] = []

        def there() -> bool:
            found[:] = self._named(name)[:1]
            return bool(found)

        self.wait(there, f"no item is called {name} on {self.page}")
        return found[0]

    def sees(self, name: str) -> bool:
        """Tell whether an item of that object name is on the screen now."""
        return bool(self._named(name))

    def wait(self, condition: Callable[[], bool], else_say: str) -> None:
        """Let the app go on until it is so."""
        until = time.monotonic() + _PATIENCE_S
        while not condition():
            if time.monotonic() > until:
                raise TimeoutError(else_say)
            self.turn(0.005)

    def settle(self) -> None:
        """Wait until no work is under way and nothing moves any more."""
        self.turn(_A_MOMENT_S)
        self.wait(self._quiet, "work goes on and on")
        self.turn(self._rest)
        self.wait(self._quiet, "work goes on and on")
        self._draw()

    def wait_for_covers(self) -> None:
        """Wait until every cover in sight is painted and loaded."""
        self.settle()
        self.wait(self._covers_are_there, "covers do not come")
        self.turn(0.2)  # the files are read on a thread of Qt's own
        self.settle()

    def picture(self) -> QImage:
        """Give the window as it is shown now."""
        return self.window.grabWindow()

    def turn(self, seconds: float) -> None:
        """Let the app go on for so long."""
        loop = QEventLoop()
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()

    def _draw(self) -> None:
        """Let a frame be drawn: rows that came last are laid out just before it."""
        if not self.window.isExposed():
            return
        drawn = self._frames
        self.window.update()
        self.wait(lambda: self._frames > drawn, "no frame is drawn")

    def _note_frame(self) -> None:
        self._frames += 1

    def _quiet(self) -> bool:
        if self._shell is None:
            self._shell = next(iter(self._named("shell")), None)
        return self.counter.jobs.running == 0 and self._shell is not None and not self._shell.property("busy")

    def _named(self, name: str) -> list[QQuickItem]:
        return [one for one in shown_items(self.window.contentItem()) if one.objectName() == name]

    def _covers_are_there(self) -> bool:
        pictures = (one for one in shown_items(self.window.contentItem()) if is_a(one, "KioskCover"))
        return all(not one.property("source").isEmpty() for one in pictures)

    def _press_finger(self, at: QPoint) -> None:
        QTest.touchEvent(self.window, self._finger).press(0, at, self.window).commit()
        self.turn(_A_MOMENT_S)
        QTest.touchEvent(self.window, self._finger).release(0, at, self.window).commit()

    def _stroke(self, character: str, at: int) -> None:
        key = Qt.Key(ord(character.upper())) if character.isascii() else Qt.Key.Key_unknown
        if character == "\r":
            key = Qt.Key.Key_Return
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
            event.setTimestamp(at)  # as the device has it: a busy machine makes no scan slow
            QCoreApplication.sendEvent(self.window, event)

    def _keyboard_ms(self) -> int:
        return int(time.monotonic() * 1000) + self._typed_ms

    def _in_sight(self, item: QQuickItem, at: QPoint) -> bool:
        view = flickable_of(item) or self.window.contentItem()
        seen = place_of(view).intersected(place_of(self.window.contentItem()))
        return seen.contains(QPointF(at))

    def _scroll_to(self, item: QQuickItem) -> None:
        """Scroll the nearest flickable so that the item stands in its middle."""
        view = flickable_of(item)
        if view is None:
            return
        spot = item.mapToItem(view.property("contentItem"), QPointF(0, 0))
        for axis, start, size in (("Y", spot.y(), view.height()), ("X", spot.x(), view.width())):
            whole = float(view.property("contentHeight" if axis == "Y" else "contentWidth"))
            if whole > size:
                view.setProperty(f"content{axis}", min(whole - size, max(0.0, start - size / 2)))
        self.turn(0.1)


def speak_as_opened(services: Services) -> None:
    """Take their own languages from all patrons, so that the app goes on in the one it was opened in."""
    with services.database.act() as work:
        for batch in work.patrons.iterate():
            for patron in batch:
                work.patrons.set_language(patron.id, None)
        work.commit()


def telling_barcodes(services: Services) -> Barcodes:
    """Look telling items up, before the app is opened."""
    free: dict[str, str] = {}
    lent: list[str] = []
    kept = in_parts = ""
    for barcode, kind, status in _copies(services):
        if status == "available":
            if free.setdefault(kind, barcode) != barcode and kind == "audiobook":
                in_parts = in_parts or barcode
        elif status == "on_loan" and len(lent) < 4:
            lent.append(barcode)
        elif status == "hold_shelf":
            kept = barcode
    kinds = ("book", "dvd", "music", "audiobook")
    return Barcodes(tuple(free[kind] for kind in kinds if kind in free), kept, tuple(lent), in_parts)


def put_in_parts(services: Services, barcode: str, parts: str) -> None:
    """Say what belongs to an item, before the app is opened."""
    with services.database.act() as work:
        item = work.items.by_barcode(barcode)
        if item is not None:
            work.items.update(replace(item, parts=parts))
        work.commit()


def _copies(services: Services) -> Iterable[tuple[str, str, str]]:
    with services.database.read() as view:
        for batch in view.records.iterate(marc=False):
            for title in batch:
                for copy in title.copies:
                    if copy.item.branch == "MAIN":
                        yield copy.item.barcode, copy.item.item_type, str(copy.status)


def _on_gui_thread() -> bool:
    app = QCoreApplication.instance()
    return app is not None and QThread.currentThread() is app.thread()
