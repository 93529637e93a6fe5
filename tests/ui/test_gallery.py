"""Every component in every state can be drawn in every theme without a warning."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.gallery.sheet import open_sheet, sheet_window

GROUNDS = {0: "#f3eee3", 1: "#12161d", 2: "#000000"}


@pytest.mark.parametrize("scheme", GROUNDS)
def test_the_sheet_of_components_is_drawn(scheme: int, tmp_path: Path, qtbot: QtBot) -> None:
    engine = open_sheet(scheme, tmp_path)
    window = sheet_window(engine)
    with qtbot.waitExposed(window):
        window.show()
    image = window.grabWindow()
    assert image.pixelColor(20, 20).name() == GROUNDS[scheme]
    drawn = {image.pixelColor(x, y).name() for x in range(40, 1880, 5) for y in range(40, 1300, 5)}
    assert len(drawn) > 60
    engine.deleteLater()
    qtbot.wait(0)
