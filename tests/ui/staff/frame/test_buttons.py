"""Every kind of button shows whether it can be pressed and whether the keyboard is on it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.staff.style import dress, dress_window, is_dressed
from kiosk.ui.staff.widgets.buttons import button


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication) -> QWidget:
    """A window in the clothes of the workspace."""
    if not is_dressed(qapp):
        dress(qapp)
    window = QWidget()
    dress_window(window)
    qtbot.addWidget(window)
    QHBoxLayout(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.mark.parametrize("kind", ["", "primary", "quiet", "danger", "chip"])
def test_a_button_looks_otherwise_where_it_cannot_be_pressed_and_where_the_keyboard_is(
    room: QWidget, kind: str
) -> None:
    other, made = button("Back", lambda: None), button("Delete", lambda: None, kind=kind)
    layout = room.layout()
    assert layout is not None
    for one in (other, made):
        layout.addWidget(one)
    QApplication.processEvents()

    def look() -> QImage:
        return room.grab(made.geometry()).toImage()

    other.setFocus(Qt.FocusReason.TabFocusReason)
    usual = look()
    made.setFocus(Qt.FocusReason.TabFocusReason)
    focused = look()
    assert _colours(focused) - _colours(usual), "the frame of the focus has a colour of its own"
    other.setFocus(Qt.FocusReason.TabFocusReason)
    assert look() == usual
    made.setEnabled(False)
    assert _darkest(look()) > _darkest(usual), "words that cannot be pressed are paler"


def _colours(picture: QImage) -> set[int]:
    return {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}


def _darkest(picture: QImage) -> int:
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return min(picture.pixelColor(x, y).lightness() for x, y in places)
