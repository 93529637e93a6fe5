"""A monkey at the kiosk: keys with every modifier, fingers, mouse, scanner, window commands, no sense.

usage: python -m scripts.monkey [--events 100000] [--seed 7] [--home LIBRARY] [--size 1080x1920]

The app holds its screen as in the public room. It ends with 1, and says why, where the monkey gets out – the
window closed, hidden, not fullscreen, the dialog for staff past its PIN –, at a warning of Qt, of QML or of
the program, or where home does not come once the monkey has gone. A crash ends it by itself.
"""

import argparse
import faulthandler
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QInputDevice,
    QWheelEvent,
)
from PySide6.QtQuick import QQuickWindow
from PySide6.QtQuickControls2 import QQuickStyle
from PySide6.QtTest import QTest

from kiosk.founding import found
from kiosk.library_folder import LibraryFolder
from kiosk.services import Services
from kiosk.ui.patron.view_models.staff_exit import StaffExitViewModel
from scripts.hands import Hands
from scripts.soak import BEGINS as TUESDAY
from scripts.soak import QuickClock, hear_warnings, town_of

_KEYS = [key for key in Qt.Key if key.name not in ("Key_unknown", "Key_mu")]
_LETTERS = "abcdefghijklmnopqrstuvwxyzäöüßąćęłńóśźż0123456789 .,-'\"<>&%"
_CHORDS = [
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
]
_BUTTONS = [Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton]
_LOOK_EVERY = 250
_HOME_S = 30.0


class Monkey:
    """Do one thing after another at the window; `outside` says how it got out, empty while it has not."""

    def __init__(self, hands: Hands, codes: tuple[str, ...], dice: random.Random) -> None:
        self._hands, self._codes, self._dice = hands, codes, dice
        self._window = hands.window
        self._finger = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
        self.events = 0
        self._acts: tuple[tuple[int, Callable[[], None]], ...] = (
            (30, self._key),
            (20, self._letter),
            (34, self._tap),
            (4, self._two_fingers),
            (4, self._drag),
            (3, self._click),
            (2, self._wheel),
            (3, self._scan),
            (1, self._corner),
            (1, self._command),
        )

    def play(self, events: int, tell: Callable[[str], None] = lambda _line: None) -> str:
        """Go on for so many events; return how it got out, empty where it did not."""
        weights = [weight for weight, _ in self._acts]
        acts = [act for _, act in self._acts]
        for number in range(1, events + 1):
            self._dice.choices(acts, weights)[0]()
            self.events += 1
            QCoreApplication.processEvents()
            if number % _LOOK_EVERY == 0 or number == events:
                if out := self._outside():
                    return out
                tell(f"{number} events, on {self._hands.page}")
        return ""

    def _outside(self) -> str:
        """Look whether it is still inside, after the moment that the window may take to come back."""
        until = time.monotonic() + 5
        while time.monotonic() < until:
            if self._whole():
                break
            self._hands.turn(0.05)
        else:
            return f"the window is {self._window.visibility().name}"
        if self._hands.counter.desk.view_model(StaffExitViewModel).step == "ways":
            return "it is past the exit PIN"
        return ""

    def _whole(self) -> bool:
        held = self._hands.counter.front.lock.holding
        full = self._window.visibility() == QQuickWindow.Visibility.FullScreen
        return held and full and self._window.isVisible()

    # What it does.

    def _key(self) -> None:
        key, modifiers = self._dice.choice(_KEYS), self._dice.choice(_CHORDS)
        # With a text of its own: QTest warns of keys that it would have to find one for.
        QTest.sendKeyEvent(QTest.KeyAction.Click, self._window, key, "", modifiers)

    def _letter(self) -> None:
        self._hands.type_at_once(self._dice.choice(_LETTERS))

    def _tap(self) -> None:
        self._press(self._anywhere())

    def _press(self, at: QPoint) -> None:
        QTest.touchEvent(self._window, self._finger).press(0, at, self._window).commit()
        QTest.touchEvent(self._window, self._finger).release(0, at, self._window).commit()

    def _two_fingers(self) -> None:
        one, two = self._anywhere(), self._anywhere()
        both = QTest.touchEvent(self._window, self._finger)
        both.press(0, one, self._window).press(1, two, self._window).commit()
        both = QTest.touchEvent(self._window, self._finger)
        both.move(0, two, self._window).move(1, one, self._window).commit()
        both = QTest.touchEvent(self._window, self._finger)
        both.release(0, two, self._window).release(1, one, self._window).commit()

    def _drag(self) -> None:
        start, end = self._anywhere(), self._anywhere()
        QTest.touchEvent(self._window, self._finger).press(0, start, self._window).commit()
        for step in range(1, 5):
            at = start + (end - start) * step / 4
            QTest.touchEvent(self._window, self._finger).move(0, at, self._window).commit()
            self._hands.turn(0)
        QTest.touchEvent(self._window, self._finger).release(0, end, self._window).commit()

    def _click(self) -> None:
        modifiers = self._dice.choice(_CHORDS)
        QTest.mouseClick(self._window, self._dice.choice(_BUTTONS), modifiers, self._anywhere())

    def _wheel(self) -> None:
        at, turn = QPointF(self._anywhere()), QPoint(0, self._dice.choice((-240, 240)))
        none, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(at, at, QPoint(), turn, Qt.MouseButton.NoButton, none, phase, False)
        QGuiApplication.sendEvent(self._window, event)

    def _scan(self) -> None:
        code = self._dice.choice(self._codes)
        self._hands.scan_at_once(code[: self._dice.choice((3, len(code), len(code)))])

    def _corner(self) -> None:
        x = self._dice.choice((5, self._window.width() - 5))
        for _ in range(self._dice.randint(1, 6)):
            self._press(QPoint(x, self._dice.choice((5, self._window.height() - 5))))

    def _command(self) -> None:
        """Do what window managers do, by keys of theirs."""
        window, at = self._window, self._anywhere()
        match self._dice.randrange(7):
            case 0:
                QGuiApplication.sendEvent(window, QCloseEvent())
            case 1:
                window.close()
            case 2:
                window.showMinimized()
            case 3:
                window.showNormal()
            case 4:
                QGuiApplication.sendEvent(window, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, at))
            case 5:
                QGuiApplication.sendEvent(window, QEvent(QEvent.Type.WindowStateChange))
            case _:
                data, copy = QMimeData(), Qt.DropAction.CopyAction
                data.setText("file:///etc/passwd")
                left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
                QGuiApplication.sendEvent(window, QDragEnterEvent(at, copy, data, left, none))
                QGuiApplication.sendEvent(window, QDropEvent(QPointF(at), copy, data, left, none))

    def _anywhere(self) -> QPoint:
        return QPoint(self._dice.randrange(self._window.width()), self._dice.randrange(self._window.height()))


def home_comes(hands: Hands) -> bool:
    """Let the idle time pass, and tell whether home stands there with nobody signed in."""
    for _ in range(hands.counter.visit.profile.idle_seconds + 25):
        hands.counter.shell.second_passed()
    until = time.monotonic() + _HOME_S
    while time.monotonic() < until:
        hands.turn(0.05)
        # What was scanned last may still begin a visit, which ends by itself too.
        if hands.page == "home" and hands.counter.visit.card is None:
            return True
        hands.counter.shell.second_passed()
    return False


def main() -> int:
    """Make a library, open the app over it, and let the monkey in."""
    options = _options()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    faulthandler.enable()
    warnings: list[str] = []
    hear_warnings(warnings)
    begun = time.monotonic()
    with ExitStack() as stack:
        home = options.home
        if home is None:
            home = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "library"
            founding = Services(LibraryFolder(home))
            found(founding, demo=True, report=lambda _step: None)
            founding.close()
        _application = QGuiApplication([])
        QQuickStyle.setStyle("Basic")
        services = Services(LibraryFolder(home), QuickClock(TUESDAY, 1))
        stack.callback(services.close)
        town = town_of(services)
        width, height = map(int, options.size.split("x"))
        hands = Hands.over(services, "de", (width, height), hold=True)
        stack.callback(hands.close)
        codes = (*town.cards, *town.free[:50], *town.lent[:50], "99999999", "\x02ABC", "4006381333931")
        monkey = Monkey(hands, codes, random.Random(options.seed))
        out = monkey.play(options.events, lambda line: print(line, file=sys.stderr, flush=True))
        faults = [*filter(None, [out]), *warnings]
        if not out and not home_comes(hands):
            faults.append("home does not come")
    print(f"| {options.seed} | {monkey.events:,} | {time.monotonic() - begun:.0f} s | {len(faults)} |")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--size", default="1080x1920")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
