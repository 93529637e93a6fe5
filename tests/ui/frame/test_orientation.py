"""A screen on its side shows an upright picture, and a touch lands where the picture says."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.look.palette import LIGHT
from kiosk.ui.patron.window import is_turned
from tests.ui.conftest import OpenScreen


@pytest.mark.parametrize(
    ("orientation", "size", "turned"),
    [
        ("auto", (1920, 1080), False),
        ("auto", (1080, 1920), False),
        ("portrait", (1920, 1080), True),
        ("portrait", (1080, 1920), False),
        ("landscape", (1080, 1920), True),
        ("landscape", (1920, 1080), False),
        ("landscape", (1000, 1000), False),
    ],
)
def test_the_picture_is_turned_only_where_the_glass_is_not_as_wanted(
    orientation: str, size: tuple[int, int], turned: bool
) -> None:
    assert is_turned(orientation, size) is turned


def test_a_portrait_on_a_lying_glass_has_its_top_at_the_right(open_screen: OpenScreen) -> None:
    screen = open_screen("de", 1920, 1080, turned=True)
    shell = screen.item("shell")
    assert (shell.width(), shell.height()) == (1080, 1920)
    image = screen.window.grabWindow()
    assert (image.width(), image.height()) == (1920, 1080)
    assert image.pixelColor(50, 500).name() == LIGHT.bar.lower(), "the dock, at the left edge of the glass"
    assert image.pixelColor(1918, 540).name() == LIGHT.paper.lower(), "the header's ground"


def test_a_touch_lands_where_the_turned_picture_says(open_screen: OpenScreen, qtbot: QtBot) -> None:
    screen = open_screen("de", 1920, 1080, turned=True)
    button = screen.item("dock.language.pl")
    spot = button.mapToScene(QPointF(button.width() / 2, button.height() / 2)).toPoint()
    assert spot.x() < 112
    with qtbot.waitSignal(screen.desk.shell.languageRequested) as asked:
        QTest.mouseClick(screen.window, Qt.MouseButton.LeftButton, pos=spot)
    assert asked.args == ["pl"]
