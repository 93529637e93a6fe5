"""Nothing moves for those who do not want it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.ui.patron.shell_state import Comfort
from kiosk.ui.patron.view_models.shell import ShellViewModel
from scripts.eyes import is_a, middle_of, shown_items
from tests.ui.conftest import OpenScreen, Screen


def _drifting(screen: Screen) -> bool:
    shelf = next(one for one in shown_items(screen.window.contentItem()) if is_a(one, "KioskHomeShelf"))
    return bool(shelf.property("drifting"))


@pytest.mark.parametrize("wish", ["aid", "finger"])
def test_new_books_stand_still_where_motion_is_not_wanted_or_a_finger_was_there(
    open_screen: OpenScreen, qtbot: QtBot, wish: str
) -> None:
    screen = open_screen("de", comfort=Comfort(reduced_motion=False))
    assert _drifting(screen)
    if wish == "aid":
        screen.desk.view_model(ShellViewModel).toggle("reducedMotion")
    else:
        at = middle_of(screen.item("home.arrivals")).toPoint()
        QTest.mousePress(screen.window, Qt.MouseButton.LeftButton, pos=at)
        for step in range(1, 6):
            QTest.mouseMove(screen.window, at - type(at)(30 * step, 0))
        QTest.mouseRelease(screen.window, Qt.MouseButton.LeftButton, pos=at - type(at)(150, 0))
    qtbot.waitUntil(lambda: not _drifting(screen))
