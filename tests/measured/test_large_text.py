"""Large text is as large as the glass and the distance want it."""

import math

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from kiosk.ui.patron.shell_state import Comfort
from kiosk.ui.patron.view_models.shell import ShellViewModel
from scripts.eyes import is_a, shown_items
from tests.ui.conftest import OpenScreen

_INCH = 25.4  # mm


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (1280, 800), (3840, 2160)])
@pytest.mark.parametrize(("inches", "distance"), [(27.0, 600.0), (21.5, 600.0), (32.0, 800.0), (27.0, 900.0)])
def test_a_capital_is_seen_at_seven_tenths_of_a_degree(
    open_screen: OpenScreen, size: tuple[int, int], inches: float, distance: float
) -> None:
    screen = open_screen("de", *size, comfort=Comfort(large_text=True, reduced_motion=True))
    pitch = inches * _INCH / math.hypot(*size)
    screen.desk.view_model(ShellViewModel).setGlass(pitch, distance)
    sizes = {
        round(QFont(one.property("font")).pixelSize())
        for one in shown_items(screen.window.contentItem())
        if is_a(one, "KioskText") and one.property("text")
    }
    font = QFont("Atkinson Hyperlegible Next")
    font.setPixelSize(min(sizes))
    height = QFontMetricsF(font).capHeight() * pitch
    assert math.degrees(math.atan(height / distance)) >= 0.69, (min(sizes), height)
