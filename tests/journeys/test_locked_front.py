"""Nothing a patron presses, drags or closes leads out of the app; staff leave by a gesture and their PIN."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.exit_pin import ExitPin
from kiosk.ui.patron.exit_gesture import ARROWS, CORNERS
from kiosk.ui.patron.locked_front import LockedFront
from scripts.hands import Hands
from tests.journeys.conftest import NOW, Kiosk, OpenKiosk

_PIN = "739184"
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_META, _SHIFT = Qt.KeyboardModifier.MetaModifier, Qt.KeyboardModifier.ShiftModifier
_CHORDS = [
    (Qt.Key.Key_F4, _ALT),
    (Qt.Key.Key_Tab, _ALT),
    (Qt.Key.Key_Space, _ALT),
    (Qt.Key.Key_D, _META),
    (Qt.Key.Key_Meta, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Print, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Escape, _CTRL | _SHIFT),
    *((key, _CTRL) for key in (Qt.Key.Key_Q, Qt.Key.Key_W, Qt.Key.Key_N, Qt.Key.Key_O, Qt.Key.Key_P)),
    *((key, _CTRL) for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_Z)),
]
_ARROW_KEYS = {
    "up": Qt.Key.Key_Up,
    "down": Qt.Key.Key_Down,
    "left": Qt.Key.Key_Left,
    "right": Qt.Key.Key_Right,
}


@pytest.fixture
def held(open_kiosk: OpenKiosk) -> Iterator[Hands]:
    """An app of its own with its screen held."""
    hands = open_kiosk("en").hands
    lock = LockedFront(hands.window, None, hold=True)
    yield hands
    lock.let_go()
    hands.window.removeEventFilter(lock)
    application = QGuiApplication.instance()
    assert application is not None
    application.removeEventFilter(lock)


@pytest.mark.parametrize(("key", "modifiers"), _CHORDS, ids=lambda part: str(getattr(part, "name", part)))
def test_no_chord_changes_anything(use_kiosk: OpenKiosk, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    hands = use_kiosk("en").hands
    hands.touch("home.find")
    hands.type("xqzv")
    before = hands.window.activeFocusItem()
    QTest.keyClick(hands.window, key, modifiers)
    hands.settle()
    assert hands.window.isVisible()
    assert (hands.page, hands.counter.desk.find.text) == ("find", "xqzv")
    assert hands.window.activeFocusItem() is before
    assert before.property("selectedText") == ""


def test_what_is_typed_cannot_be_copied_for_the_next_patron(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("en").hands
    hands.touch("home.find")
    hands.type("xqzv")
    for key in (Qt.Key.Key_A, Qt.Key.Key_C):
        QTest.keyClick(hands.window, key, _CTRL)
    assert "xqzv" not in QGuiApplication.clipboard().text()


def test_a_letter_of_the_third_level_is_typed_all_the_same(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("en").hands
    hands.touch("home.find")
    QTest.sendKeyEvent(QTest.KeyAction.Click, hands.window, Qt.Key.Key_L, "ł", _CTRL | _ALT)
    hands.wait(lambda: hands.counter.desk.find.text == "ł", "the letter does not come")


def test_closing_hiding_in_a_taskbar_and_quitting_are_refused(held: Hands, qtbot: QtBot) -> None:
    window = held.window
    closing = QCloseEvent()
    QGuiApplication.sendEvent(window, closing)
    assert not closing.isAccepted()
    assert window.isVisible()
    window.close()
    assert window.isVisible()
    window.showMinimized()
    qtbot.waitUntil(lambda: window.visibility() == QQuickWindow.Visibility.FullScreen, timeout=20_000)


def test_nothing_is_dropped_and_no_menu_comes(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("en").hands
    window, data = hands.window, QMimeData()
    data.setText("file:///etc/passwd")
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    hands.touch("home.find")
    before = hands.texts
    entering = QDragEnterEvent(QPoint(300, 300), copy, data, left, Qt.KeyboardModifier.NoModifier)
    dropping = QDropEvent(QPointF(300, 300), copy, data, left, Qt.KeyboardModifier.NoModifier)
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(300, 300), QPoint(300, 300))
    for event in (entering, dropping, menu):
        QGuiApplication.sendEvent(window, event)
        assert not event.isAccepted()
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton):
        QTest.mouseClick(window, button, Qt.KeyboardModifier.NoModifier, QPoint(540, 500))
    hands.settle()
    assert hands.texts == before


# The way out for staff.


def test_the_corners_in_their_order_and_the_pin_close_the_kiosk(open_kiosk: OpenKiosk, qtbot: QtBot) -> None:
    kiosk = open_kiosk("en")
    hands = kiosk.hands
    ExitPin(kiosk.services.folder).set(_PIN)
    _tap_corners(hands)
    assert hands.reads("For staff")
    _type_pin(hands, _PIN)
    hands.touch("staffExit.check")
    hands.wait(lambda: hands.sees("staffExit.leave"), "the PIN is not taken")
    with qtbot.waitSignal(hands.counter.front.ended, timeout=20_000) as ended:
        hands.touch_at_once("staffExit.leave")
    assert ended.args == [0]
    hands.settle()
    assert [act for act in _audited(kiosk) if "kiosk" in act or "pin" in act] == [
        "kiosk_left",
        "exit_pin_right",
    ]


def test_arrows_in_their_order_open_it_too_and_it_works_by_keys_alone(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("en")
    hands = kiosk.hands
    ExitPin(kiosk.services.folder).set(_PIN)
    hands.press(*(_ARROW_KEYS[arrow] for arrow in ARROWS))
    assert hands.sees("staffExit.stay")
    hands.type(_PIN)
    assert hands.reads("•" * len(_PIN))
    hands.press(Qt.Key.Key_Backspace)
    assert not hands.reads("•" * len(_PIN))
    hands.press(Qt.Key.Key_Escape)
    assert not hands.sees("staffExit.stay")


def test_wrong_pins_are_told_counted_and_make_one_wait(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    hands = kiosk.hands
    ExitPin(kiosk.services.folder).set(_PIN)
    _tap_corners(hands)
    for _ in range(3):
        _type_pin(hands, "111222")
        hands.touch("staffExit.check")
        assert hands.reads("nicht die Ausgangs-PIN")
    _type_pin(hands, "111222")
    hands.touch("staffExit.check")
    assert hands.reads("Bitte warten Sie bis 14:33")
    _type_pin(hands, _PIN)
    hands.touch("staffExit.check")
    assert not hands.sees("staffExit.leave"), "the right one comes too soon"
    assert ExitPin(kiosk.services.folder).check(_PIN, NOW + timedelta(minutes=2))[0] == "right"


def test_without_a_pin_nobody_leaves_and_it_says_why(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("pl").hands
    _tap_corners(hands)
    assert hands.reads("kiosk exit-pin")
    _type_pin(hands, "000000")
    hands.touch("staffExit.check")
    assert not hands.sees("staffExit.leave")
    hands.touch("staffExit.stay")
    assert not hands.sees("staffExit.stay")


def test_other_taps_in_between_open_nothing(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("en").hands
    for number, corner in enumerate(CORNERS):
        if number == 3:
            hands.tap(QPoint(540, 60))
        _tap_corner(hands, corner)
    hands.settle()
    assert not hands.sees("staffExit.stay")


def _tap_corners(hands: Hands) -> None:
    for corner in CORNERS:
        _tap_corner(hands, corner)
    hands.settle()


def _tap_corner(hands: Hands, corner: str) -> None:
    hands.tap(QPoint(20 if corner == "left" else hands.window.width() - 20, 20))


def _type_pin(hands: Hands, pin: str) -> None:
    for digit in pin:
        hands.touch(f"staffExit.{digit}")


def _audited(kiosk: Kiosk) -> list[str]:
    def look(services: object) -> list[str]:
        with kiosk.services.database.read() as view:
            return [entry.act for entry in view.audit.latest(10)]

    return kiosk.aside(look)
